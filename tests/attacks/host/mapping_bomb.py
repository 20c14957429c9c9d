"""Map as many single pages as can be had, in several processes."""

# %%
import mmap
import time


def many():
    kept = []
    while (page := attempt(mmap.mmap, -1, 8192, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)) is not None:
        libc.mprotect(ctypes.c_void_p(ctypes.addressof(ctypes.c_char.from_buffer(page))), 4096, 1)
        kept.append(page)
    time.sleep(1000)


for _ in range(3):
    in_a_child(many)
time.sleep(2)
