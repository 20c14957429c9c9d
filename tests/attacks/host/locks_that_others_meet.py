"""Take locks, leases and delegations on files of the system, which the host and other candidates meet."""

# %%
import errno
import fcntl
import struct

FILES = ["/usr/bin/env", os.__file__, ctypes.__file__, "/usr/lib", "/dev/null", *WORLD["secret_files"]]
for name in FILES:
    descriptor = attempt(os.open, name, os.O_RDONLY)
    if descriptor is None:
        continue
    for how in (fcntl.LOCK_EX, fcntl.LOCK_SH):
        try:
            fcntl.flock(descriptor, how | fcntl.LOCK_NB)
            breach_if(True, f"a lock on {name}")
        except OSError as error:
            breach_if(error.errno != errno.ENOSYS, "another reason than that there are none")
    whole = struct.pack("hhqqi", fcntl.F_RDLCK, 0, 0, 0, 0)
    attempt(fcntl.fcntl, descriptor, fcntl.F_OFD_SETLK, whole)
    attempt(fcntl.lockf, descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    mine = f":{os.fstat(descriptor).st_ino} "
    held = [line for line in Path("/proc/locks").read_text().splitlines() if mine in line]
    breach_if(held, f"a lock on {name}")
    for command in (fcntl.F_SETLEASE, 1040):
        breach_if(attempt(fcntl.fcntl, descriptor, command, fcntl.F_RDLCK) == 0, "a lease")
    os.close(descriptor)

# %%
# By number, as whoever does without the library would.
with open("/usr/bin/env") as file:
    number = {"x86_64": 73, "aarch64": 32}[platform.machine()]
    breach_if(kernel(number, file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB) == 0, "a lock")
    breach_if(kernel(0x40000000 | number, file.fileno(), fcntl.LOCK_EX) == 0, "a lock, as of x32")
