"""Send urgent bytes and file descriptors, which nobody expects, through the channel."""

# %%
import gc

from course.grading.candidate import Candidate

channel = next(thing for thing in gc.get_objects() if type(thing) is Candidate).wire._sock
import socket

for _ in range(200):
    attempt(socket.send_fds, channel, [b"x"], [0, 1, 2] * 80)
    attempt(channel.send, b"!", socket.MSG_OOB)
