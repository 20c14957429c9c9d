"""Sixty processes in sixty sessions compute: an honest notebook must get a core all the same."""

# seconds: 4

# %%
import time


def compute():
    os.setsid()
    attempt(os.sched_setaffinity, 0, range(os.cpu_count()))
    while True:
        pass


for _ in range(60):
    attempt(in_a_child, compute)
time.sleep(3)
