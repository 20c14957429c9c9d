"""Wait for what never comes: a pipe, a lock, a signal, oneself."""

# seconds: 1

# %%
import signal
import threading

signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
threading.Lock().acquire() and os.read(os.pipe()[0], 1)
