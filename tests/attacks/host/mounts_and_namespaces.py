"""Mount, unmount, change the root, enter or make namespaces: by the kernel and by programs."""

# %%
import subprocess

for name in (
    "mount",
    "umount2",
    "pivot_root",
    "chroot",
    "unshare",
    "setns",
    "open_tree",
    "move_mount",
    "fsopen",
    "fsconfig",
    "fsmount",
    "fspick",
    "mount_setattr",
):
    breach_if(system_call(name, b"/tmp", b"/tmp", b"tmpfs", 0, 0), name)
breach_if(attempt(os.chroot, "/tmp") is None and not os.path.exists("/usr"), "another root")
for flag in (0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000, 0x80):
    breach_if(libc.unshare(flag) == 0, hex(flag))
    for namespace in os.listdir("/proc/self/ns"):
        descriptor = os.open(f"/proc/self/ns/{namespace}", os.O_RDONLY)
        breach_if(libc.setns(descriptor, 0) == 0, namespace)
        os.close(descriptor)

# %%
commands = [
    "mount -t tmpfs x /tmp",
    "umount /proc",
    "umount -l /usr",
    "mount -o remount,rw /",
    "unshare -Urm true",
    "nsenter -t 1 -a true",
    "chroot /tmp true",
    "fusermount -u /tmp",
    "pivot_root /tmp /tmp",
    "mount --bind /home /mnt",
    "losetup -f",
    "bwrap --ro-bind / / true",
    "mount -o remount,rw /usr",
    "swapoff -a",
    "setpriv --reuid=0 true",
]
for command in commands:
    done = subprocess.run(command, shell=True, capture_output=True)
    breach_if(done.returncode == 0 and command, "it was done")
