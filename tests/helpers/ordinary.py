"""Run a command as an ordinary user, for tests that run as root.

The Python environment and this repository may lie in root's home, or in another folder that nobody
else can enter. The command therefore gets a view of the file system in which these are empty and the
user's own, but for what Python and this repository need. Nothing outside the command sees that view.
"""

import os
import stat
import sys
from collections.abc import Collection
from pathlib import Path

WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
UID = 54_321 + WORKER
"""A user that has no processes, so that limits on their number are met exactly."""

REPOSITORY = Path(__file__).resolve().parents[2]
PYTHON = (Path(sys.prefix), Path(sys.base_prefix))


def command(argv: list[str]) -> list[str]:
    """``argv`` as an ordinary user; for root only. Descriptors that it inherits stay open."""
    return [sys.executable, __file__, *argv]


def become(uid: int) -> None:
    """Turn this process into an ordinary user's, for good."""
    home = Path(os.environ.get("HOME", "/root")).resolve()
    leave()
    keep = (*PYTHON, REPOSITORY)
    cover(home, keep, uid)
    open_the_way(keep, uid)
    os.chdir(os.getcwd())  # the same folder in the new view
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)
    name = f"ordinary-{uid}"  # pytest gives each user a folder, which no other may use
    os.environ.update(HOME=str(home), USER=name, LOGNAME=name)


def leave() -> None:
    """Give this process mounts of its own, which nothing outside sees."""
    from course.grading.sandbox import kernel

    kernel.unshare(kernel.CLONE_NEWNS)
    kernel.mount("none", "/", None, kernel.MS_REC | kernel.MS_PRIVATE)


def open_the_way(keep: Collection[Path], owner: int) -> None:
    """Cover the folders above those of ``keep`` that only their owner can enter."""
    for path in keep:
        for folder in reversed(path.resolve().parents):
            if not folder.stat().st_mode & stat.S_IXOTH:
                cover(folder, keep, owner)


def cover(folder: Path, keep: Collection[Path], owner: int) -> None:
    """Let ``folder`` be empty, for this process, but for what of ``keep`` lies in it."""
    from course.grading.sandbox import kernel

    inside = {path.resolve() for path in keep if path.resolve().is_relative_to(folder)}
    copies = [(path, kernel.copy_mount(str(path))) for path in sorted(inside)]
    kernel.mount("tmpfs", str(folder), "tmpfs", 0, f"mode=755,uid={owner},gid={owner}")
    for path, copy in copies:
        path.mkdir(parents=True, exist_ok=True)
        kernel.place_mount(copy, str(path))


if __name__ == "__main__":
    become(UID)
    os.execvp(sys.argv[1], sys.argv[1:])
