"""Trace the grader, the warm processes and one's own child, and write to their memory."""

# %%
import time

for pid in [*WORLD["processes"], os.getpid(), in_a_child(lambda: time.sleep(100))]:
    for request in (0, 16, 0x4206):  # TRACEME, ATTACH, SEIZE
        breach_if(libc.ptrace(request, pid, 0, 0) == 0, f"traced {pid}")
    for name in ("process_vm_readv", "process_vm_writev", "pidfd_getfd", "kcmp", "process_madvise"):
        breach_if(system_call(name, pid, 0, 0, 0, 0, 0), name)
for pid in WORLD["processes"]:
    breach_if(attempt(open, f"/proc/{pid}/mem", "r+b"), f"memory of {pid}")
    breach_if(attempt(os.readlink, f"/proc/{pid}/exe"), f"program of {pid}")
