"""Threads that print for ever, to all streams, beside right and wrong answers."""

# %%
import os
import sys
import threading
import time


def talk():
    while True:
        print("1.0", flush=True)
        print("Traceback", file=sys.stderr, flush=True)
        os.write(1, b"1.0\n")
        os.write(2, b"Traceback\n")
        time.sleep(0.001)


threading.Thread(target=talk, daemon=True).start()


def square(x):
    time.sleep(0.05)
    return x * x


def root(x):
    time.sleep(0.05)
    return 0


# %% test kept
assert square(3) == 9

# %% test
assert root(9) == 3
