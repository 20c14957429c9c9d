"""One file of a terabyte: written, grown, allocated, copied into, mapped."""

# %%
import mmap
import signal

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
file = os.open("large", os.O_RDWR | os.O_CREAT)
breach_if(
    attempt(os.ftruncate, file, 1 << 40) is None and os.fstat(file).st_size >= 1 << 40, "a hole"
)
attempt(os.posix_fallocate, file, 0, 1 << 40)
attempt(os.pwrite, file, b"x", 1 << 40)
breach_if(os.fstat(file).st_size > 1 << 30, "a large file")
attempt(os.ftruncate, file, 100 << 20)
mapped = mmap.mmap(file, 100 << 20)
for start in range(0, 100 << 20, 4096):
    mapped[start] = 1
