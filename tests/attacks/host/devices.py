"""Open block devices and devices of the system, or make nodes of them."""

# %%
import glob
import stat

harmless = {"null", "zero", "full", "random", "urandom", "tty", "ptmx"}
for path in glob.glob("/dev/**", recursive=True):
    mode = os.stat(path).st_mode if os.path.exists(path) else 0
    if (
        stat.S_ISBLK(mode)
        or stat.S_ISCHR(mode)
        and os.path.basename(os.path.realpath(path)) not in harmless
    ):
        breach_if(path, "a device")
for name in (
    "kvm",
    "fuse",
    "net/tun",
    "nvidia0",
    "nvidiactl",
    "dri/card0",
    "vda",
    "sda",
    "loop-control",
    "vhost-vsock",
    "userfaultfd",
    "uinput",
    "rtc0",
    "hpet",
    "cpu/0/msr",
    "watchdog",
    "snd/seq",
):
    breach_if(attempt(os.open, f"/dev/{name}", os.O_RDONLY), name)

# %%
numbers = [
    (stat.S_IFBLK, 259, 0),
    (stat.S_IFBLK, 8, 0),
    (stat.S_IFBLK, 254, 0),
    (stat.S_IFCHR, 1, 1),
]
for place in ("/tmp", "/dev/shm", "/home/student", "/dev"):
    for kind, major, minor in numbers:
        attempt(os.mknod, f"{place}/node", kind | 0o666, os.makedev(major, minor))
        breach_if(attempt(os.open, f"{place}/node", os.O_RDONLY), f"device {major}:{minor}")
