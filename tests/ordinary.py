"""Run a command as an ordinary user, for tests that run as root.

The Python environment may lie in root's home, which nobody else can enter. The command therefore
gets a view of the file system in which that home is empty and the user's own, but for what Python
and this repository need. Nothing outside the command sees that view.
"""

import os
import sys
from pathlib import Path

UID = 54_321
"""A user that has no processes, so that limits on their number are met exactly."""

REPOSITORY = Path(__file__).resolve().parents[1]


def command(argv: list[str]) -> list[str]:
    """``argv`` as an ordinary user; for root only. Descriptors that it inherits stay open."""
    return [sys.executable, __file__, *argv]


def become(uid: int) -> None:
    """Turn this process into an ordinary user's, for good."""
    from course.grading import kernel

    home = Path(os.environ.get("HOME", "/root")).resolve()
    needed = {Path(sys.prefix), Path(sys.base_prefix), REPOSITORY}
    kernel.unshare(kernel.CLONE_NEWNS)
    kernel.mount("none", "/", None, kernel.MS_REC | kernel.MS_PRIVATE)
    inside = [path.resolve() for path in needed if path.resolve().is_relative_to(home)]
    copies = [(path, kernel.copy_mount(str(path))) for path in sorted(inside)]
    kernel.mount("tmpfs", str(home), "tmpfs", 0, f"mode=755,uid={uid},gid={uid}")
    for path, copy in copies:
        path.mkdir(parents=True, exist_ok=True)
        kernel.place_mount(copy, str(path))
    os.chdir(os.getcwd())  # the same folder in the new view
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)
    os.environ.update(HOME=str(home), USER="ordinary", LOGNAME="ordinary")


if __name__ == "__main__":
    become(UID)
    os.execvp(sys.argv[1], sys.argv[1:])
