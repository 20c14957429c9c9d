"""Change the clock, the host's name, the swap, the accounting, the kernel's settings."""

# %%
import socket
import time

before = time.time()
attempt(time.clock_settime, time.CLOCK_REALTIME, 0)
breach_if(abs(time.time() - before) > 1000, "the clock")
attempt(socket.sethostname, "evil")
breach_if(socket.gethostname() == "evil", "the host's name")
for name in (
    "adjtimex",
    "clock_adjtime",
    "settimeofday",
    "swapon",
    "swapoff",
    "acct",
    "reboot",
    "kexec_load",
    "init_module",
    "finit_module",
    "delete_module",
    "quotactl",
    "iopl",
    "ioperm",
    "vhangup",
):
    breach_if(system_call(name, 0, 0, 0, 0), name)
for path in Path("/proc/sys").rglob("*"):
    if path.is_file():
        breach_if(os.access(path, os.W_OK) and attempt(open, path, "w"), path)
