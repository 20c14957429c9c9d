"""Make the forbidden calls from machine code, past the C library."""

# %%
import mmap

NUMBERS = [(name, both[0]) for name, both in REFUSED.items() if platform.machine() == "x86_64"]
code = mmap.mmap(-1, 4096, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=7)
for name, number in NUMBERS:
    code.seek(0)
    code.write(b"\xb8" + number.to_bytes(4, "little") + b"\x31\xff\x31\xf6\x31\xd2\x0f\x05\xc3")
    result = ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(code)))()
    breach_if(result >= 0, name)
