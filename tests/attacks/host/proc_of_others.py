"""Read and write /proc of the grader, the warm processes and everyone else."""

# %%
seen = [int(name) for name in os.listdir("/proc") if name.isdigit()]
breach_if([pid for pid in seen if pid != os.getpid()], "other processes")
for pid in WORLD["processes"]:
    for name in ("environ", "mem", "maps", "cmdline", "cwd/gradebook.db", "root/etc/passwd", "fd"):
        breach_if(attempt(open, f"/proc/{pid}/{name}", "rb"), f"{name} of {pid}")
for file in (
    "sysrq-trigger",
    "sys/kernel/core_pattern",
    "sys/kernel/hostname",
    "self/oom_score_adj",
    "self/loginuid",
    "self/autogroup",
    "self/uid_map",
    "self/clear_refs",
    "acpi/wakeup",
):
    breach_if(attempt(os.open, f"/proc/{file}", os.O_WRONLY), file)
