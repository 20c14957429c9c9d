"""Be served before others: nice, real time, input and output, cores, the killer's choice."""

# %%
import subprocess

breach_if(attempt(os.nice, -5) is not None, "a higher priority")
for policy in (os.SCHED_FIFO, os.SCHED_RR):
    attempt(os.sched_setscheduler, 0, policy, os.sched_param(1))
    breach_if(os.sched_getscheduler(0) == policy, "real time")
IOPRIO_SET = {"x86_64": 251, "aarch64": 30}[platform.machine()]
breach_if(kernel(IOPRIO_SET, 1, 0, 1 << 13) == 0, "input and output in real time")
for pid in WORLD["processes"]:
    breach_if(attempt(os.getpriority, os.PRIO_PROCESS, pid) is not None, "another's priority")
    attempt(os.setpriority, os.PRIO_PROCESS, pid, 19)
breach_if(system_call("sched_setaffinity", 0, 8, b"\1" * 8), "another core")
attempt(os.setpriority, os.PRIO_USER, 0, 19)
attempt(Path("/proc/self/oom_score_adj").write_text, "-1000")
breach_if(Path("/proc/self/oom_score_adj").read_text() != "1000\n", "spared when memory runs out")
breach_if(
    subprocess.run("echo -1000 > /proc/1/oom_score_adj", shell=True, stderr=-3).returncode == 0,
    "spared",
)
