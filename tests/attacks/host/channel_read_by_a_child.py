"""A child reads what the examiner sends, and answers in its parent's place.

It only costs its own notebook: the talk breaks, and the later cells say so.
"""

# %%
import gc
import socket

from course.grading.candidate import Candidate

channel = next(thing for thing in gc.get_objects() if type(thing) is Candidate).wire._sock
copy = socket.socket(fileno=os.dup(channel.fileno()))


def steal():
    while data := copy.recv(1 << 16):
        copy.sendall(data)


in_a_child(steal)
