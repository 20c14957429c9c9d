"""Become root, or the user of another submission, by calls, by programs and by files."""

# %%
for uid in (0, 1, 1000, *range(60_000, 60_100), 65_534):
    if uid != os.getuid():
        for function in (os.setuid, os.seteuid, os.setgid):
            attempt(function, uid)
            breach_if(uid in (os.geteuid(), os.getegid()) and uid, f"user {uid}")
attempt(os.setgroups, [0])
breach_if(os.getuid() == 0 or 0 in os.getgroups(), "root")
breach_if(libc.prctl(38, 0, 0, 0, 0) == 0, "new privileges")

# %%
import shutil
import subprocess

for command in (
    "su -c id",
    "sudo -n id",
    "pkexec id",
    "newgrp root",
    "ping -c1 127.0.0.1",
    "passwd -d root",
    "mount /tmp",
    "crontab -l",
    "at now",
    "doas id",
    "setcap cap_sys_admin+ep /tmp/id",
    "chfn x",
):
    done = subprocess.run(command, shell=True, stdin=-3, capture_output=True, timeout=10)
    breach_if(done.returncode == 0 and command, "it was done")

# %%
shutil.copy(shutil.which("id"), "/tmp/id")
attempt(os.chmod, "/tmp/id", 0o6755)
attempt(os.chown, "/tmp/id", 0, 0)
attempt(
    os.setxattr,
    "/tmp/id",
    "security.capability",
    bytes.fromhex("0100000200200000000000000000000000000000"),
)
identity = subprocess.run("/tmp/id", capture_output=True, text=True).stdout
breach_if("(root)" in identity or "uid=0" in identity, identity)
status = Path("/proc/self/status").read_text()
breach_if(
    [l for l in status.splitlines() if l.startswith("Cap") and l.split()[1].strip("0")],
    "capabilities",
)
