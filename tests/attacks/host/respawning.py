"""Processes that fork and end all the time, so that nobody can list them."""

# seconds: 3

# %%
import time


def hop():
    while True:
        if os.fork():
            os._exit(0)
        os.setsid()


for _ in range(10):
    attempt(in_a_child, hop)
time.sleep(2)
