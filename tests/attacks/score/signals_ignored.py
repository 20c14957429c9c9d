"""All signals are ignored or blocked, and then nothing ends."""

# %%
import signal

for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
signal.signal = signal.pthread_sigmask = lambda *args: None


def square(x):
    while True:
        pass


# %% test
assert square(3) == 9
