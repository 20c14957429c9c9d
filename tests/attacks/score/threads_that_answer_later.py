"""A thread answers every question of the examiner, again and again, before the function has."""

# %% channel

# %%
import threading
import time


def answer():
    while True:
        candidate._send(["answer", candidate.token, [9, [], {}]])
        time.sleep(0.001)


def square(x):
    time.sleep(0.1)
    return 0


threading.Thread(target=answer, daemon=True).start()

# %% test
assert square(3) == 9
