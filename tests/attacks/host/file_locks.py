"""Take a hundred thousand locks on bytes of files: memory of the kernel, which nothing bounds."""

# %%
import fcntl
import struct

with open("/tmp/locked", "w") as file:
    for position in range(100_000):
        request = struct.pack("hhqqi", fcntl.F_WRLCK, 0, 2 * position, 1, 0)
        fcntl.fcntl(file, fcntl.F_SETLK, request)
    breach_if(Path("/proc/locks").read_text().count("\n") > 1000, "locks")

# %%
for path in ("/usr/bin/env", os.__file__):
    with open(path) as file:
        breach_if(attempt(fcntl.fcntl, file, fcntl.F_SETLEASE, fcntl.F_RDLCK) == 0, "a lease")
        breach_if(
            attempt(fcntl.fcntl, os.open("/usr", os.O_RDONLY), fcntl.F_NOTIFY, 1) == 0, "news"
        )
