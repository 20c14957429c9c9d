"""Kill oneself by every signal."""

# seconds: 2

# %%
import signal

for number in signal.valid_signals():
    attempt(os.kill, os.getpid(), number)
    attempt(signal.raise_signal, number)
