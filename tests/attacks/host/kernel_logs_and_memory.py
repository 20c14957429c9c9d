"""Read the kernel's log, its addresses, physical memory and /sys."""

# %%
for path in (
    "/dev/kmsg",
    "/proc/kmsg",
    "/proc/kcore",
    "/dev/mem",
    "/dev/kmem",
    "/dev/port",
    "/proc/vmallocinfo",
    "/proc/kpageflags",
    "/proc/timer_list",
    "/var/log/kern.log",
):
    breach_if(attempt(os.open, path, os.O_RDONLY | os.O_NONBLOCK), path)
addresses = {line.split()[0].strip("0") for line in attempt(open, "/proc/kallsyms") or []}
breach_if(addresses - {""}, "addresses of the kernel")
breach_if(system_call("syslog", 2, 0, 0) or system_call("syslog", 10, 0, 0), "the kernel's log")
breach_if(os.path.exists("/sys") and os.listdir("/sys"), "/sys")
