"""Read one's own output back before the examiner does, enlarge the pipes, close them."""

# seconds: 3

# %%
import fcntl
import threading
import time

ends = [attempt(os.open, f"/proc/self/fd/{fd}", os.O_RDONLY | os.O_NONBLOCK) for fd in (1, 2)]
for fd in (1, 2):
    attempt(fcntl.fcntl, fd, 1031, 1 << 20)  # F_SETPIPE_SZ
    attempt(fcntl.fcntl, fd, fcntl.F_SETOWN, WORLD["processes"][0])
    attempt(fcntl.fcntl, fd, fcntl.F_SETFL, os.O_NONBLOCK | os.O_ASYNC)


def steal():
    while True:
        for end in ends:
            attempt(os.read, end, 1 << 20) if end else None


def write():
    while True:
        attempt(os.write, 1, b"x")


for function in (steal, write, write):
    threading.Thread(target=function, daemon=True).start()
time.sleep(2)

# %%
os.close(1)
os.close(2)
