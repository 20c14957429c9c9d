"""Forbid oneself every system call."""

# seconds: 2

# %%
import struct

instruction = ctypes.create_string_buffer(struct.pack("=HBBI", 6, 0, 0, 0x80000000))
program = ctypes.create_string_buffer(struct.pack("@HP", 1, ctypes.addressof(instruction)))
libc.prctl(22, 2, ctypes.c_long(ctypes.addressof(program)), 0, 0)
os.getpid()
