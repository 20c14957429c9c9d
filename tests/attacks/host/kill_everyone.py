"""Send signals to every process, group and thread that has a number."""

# %%
import signal

for number in (signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM, signal.SIGINT):
    attempt(os.kill, -1, number)
    for pid in [*WORLD["processes"], *range(2, 40_000)]:
        breach_if(libc.kill(pid, number) == 0, f"signal {number} to {pid}")
    for pid in WORLD["processes"]:
        breach_if(libc.kill(-pid, number) == 0, f"signal {number} to group {pid}")
        breach_if(attempt(os.pidfd_open, pid), f"a descriptor of {pid}")
        tgkill = {"x86_64": 234, "aarch64": 131}[platform.machine()]
        breach_if(kernel(tgkill, pid, pid, number) == 0, f"thread {pid}")

# %%
import fcntl
import resource

reading, writing = os.pipe()
for pid in WORLD["processes"]:
    for owner in (pid, -pid):
        breach_if(attempt(fcntl.fcntl, reading, fcntl.F_SETOWN, owner) == 0, f"SIGIO to {owner}")
    breach_if(attempt(resource.prlimit, pid, resource.RLIMIT_CPU), f"limits of {pid}")
    breach_if(attempt(os.sched_getaffinity, pid), f"cores of {pid}")
    breach_if(attempt(os.getpgid, pid), f"group of {pid}")
fcntl.fcntl(reading, fcntl.F_SETFL, os.O_ASYNC)
os.write(writing, b"x")
