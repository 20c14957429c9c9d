"""Share memory with the warm process or with another submission."""

# %%
shared = [
    line
    for line in open("/proc/self/maps")
    if line.split()[1][1] == "w" and line.split()[1][3] == "s"
]
breach_if(shared, "memory shared with the warm process")
breach_if(system_call("shmget", 0x1234, 4096, 0o1666), "a segment")
breach_if(
    system_call("semget", 0x1234, 1, 0o1666) or system_call("msgget", 0x1234, 0o1666), "a queue"
)
breach_if(libc.shm_open(b"/" + WORLD["mark"].encode(), 0, 0) >= 0, "another one's memory")

# %%
import multiprocessing
from multiprocessing import shared_memory

breach_if(len(os.listdir("/dev/shm")) > 0, "files of others")
mine = shared_memory.SharedMemory(WORLD["mark"], create=True, size=1 << 20)  # none of others has it
lock = multiprocessing.Lock()
breach_if(Path("/proc/sysvipc/shm").read_text().count("\n") > 1, "segments of others")
