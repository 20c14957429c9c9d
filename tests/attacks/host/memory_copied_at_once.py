"""Many children share much memory with their parent, and then all write to it at once."""

# %%
import signal
import time

shared = bytearray(os.urandom(1) * (500 << 20))


def copy():
    signal.sigwait({signal.SIGUSR1})
    for start in range(0, len(shared), 4096):
        shared[start] = 1
    time.sleep(1000)


signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
children = [in_a_child(copy) for _ in range(30)]
for child in children:
    os.kill(child, signal.SIGUSR1)
time.sleep(1000)
