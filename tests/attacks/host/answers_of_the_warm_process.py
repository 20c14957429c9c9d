"""Ask the warm process for a fork of one's own, and change what its later forks would be."""

# %%
import gc
import socket
import sys

from course.grading import warm
from course.grading.sandbox import confine

controls = [thing for thing in gc.get_objects() if isinstance(thing, socket.socket)]
for control in controls:
    if attempt(getattr, control, "type") == socket.SOCK_SEQPACKET:
        breach_if(attempt(control.send, b'{"slot": 1}'), "a request to the warm process")
warm.serve = warm.candidate = confine.this_process = lambda *_, **__: None
sys.modules["course.grading.sandbox"] = None
breach_if(attempt(confine.fork), "a fork in a namespace of its own")
breach_if(attempt(os.kill, os.getppid(), 0) is None and os.getppid() != 0, "a parent")
