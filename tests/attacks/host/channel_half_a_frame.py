"""Send the start of a frame, and then nothing."""

# seconds: 2

# %%
import gc

from course.grading.candidate import Candidate

channel = next(thing for thing in gc.get_objects() if type(thing) is Candidate).wire._sock
import time

channel.send(b"wire" + (1 << 20).to_bytes(4, "little") * 2)
time.sleep(1000)
