"""Tracing and profiling functions look into every frame, and change what they find."""

# %%
import sys
import threading


def trace(frame, event, argument):
    if "value" in frame.f_locals:
        frame.f_locals["value"] = 9
    return trace


def square(x):
    value = 0
    return value


sys.settrace(trace)
threading.settrace(trace)
sys.setprofile(trace)

# %% test
assert square(3) == 9
