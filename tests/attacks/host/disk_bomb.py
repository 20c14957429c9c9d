"""Fill every folder that can be written to."""

# %%
written = 0
for place in ("/tmp", "/dev/shm", "/home/student"):
    try:
        for number in range(1000):
            written += Path(place, f"{number}").write_bytes(bytes(64 << 20))
    except OSError:
        pass
breach_if(written > 1 << 30, "bytes on disk")

# %%
import subprocess

subprocess.run(
    "for d in /tmp /dev/shm . ; do dd if=/dev/urandom of=$d/x bs=1M ; done 2>&1 | tail -1",
    shell=True,
)
