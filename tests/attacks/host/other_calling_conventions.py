"""Call the kernel by its interface for 32-bit programs, which counts its calls otherwise."""

# %%
import mmap

if platform.machine() == "x86_64":
    breach_if(kernel(0x40000000 + 39) > 0, "the x32 interface")
    code = mmap.mmap(-1, 4096, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=7)
    code.write(bytes.fromhex("b814000000cd80c3"))  # getpid of the 32-bit interface
    function = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))
    breach_if(function() > 0, "the 32-bit interface")
