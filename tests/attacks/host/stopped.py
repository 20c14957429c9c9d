"""Stop every thread and child, and wait in a vfork, which no signal ends."""

# seconds: 1

# %%
import signal

for _ in range(3):
    child = in_a_child(signal.pause)
    os.kill(child, signal.SIGSTOP)
attempt(os.kill, os.getpid(), signal.SIGSTOP)
if libc.vfork() == 0:
    libc.pause()
