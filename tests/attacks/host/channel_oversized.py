"""Announce a frame of four gigabytes, and send on and on."""

# seconds: 2

# %%
import gc

from course.grading.candidate import Candidate

channel = next(thing for thing in gc.get_objects() if type(thing) is Candidate).wire._sock
channel.send(b"wire" + b"\xff" * 8)
while attempt(channel.send, bytes(1 << 20)):
    pass
