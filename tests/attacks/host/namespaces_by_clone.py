"""Make a process in new namespaces, where one would be root."""

# %%
import signal

for flag in (0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000, 0x80):
    pid = kernel(
        {"x86_64": 56, "aarch64": 220}[platform.machine()], flag | signal.SIGCHLD, 0, 0, 0, 0
    )
    if pid == 0:
        os._exit(0)
    breach_if(pid > 0 and flag != 0x80, hex(flag))
arguments = ctypes.create_string_buffer(bytes.fromhex("0000001000000000") + bytes(80))
breach_if(kernel(435, ctypes.addressof(arguments), 88) >= 0, "clone3")
