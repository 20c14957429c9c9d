"""Speak of ever new objects in outputs, each of which the examiner would have to remember."""

# seconds: 5

# %%
import gc

from course.grading.candidate import Candidate
from course.grading.wire import Wire

channel = next(thing for thing in gc.get_objects() if type(thing) is Candidate).wire._sock
number = 0


def pack(thing):
    global number
    number += 1
    return ["object", number, f"Kind{number}"]


wire = Wire(channel, pack, None)
while True:
    wire.send(["event", [object()] * 10_000])
