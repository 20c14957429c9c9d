"""A machine with three people on it: real Unix accounts, for as long as a test runs.

They exist in a mount namespace alone. In it, /etc/passwd and /etc/group know them, /home and /srv
are in memory, and nothing is left of this repository but the package that everybody has installed.
Nothing outside sees that, and nothing of it stays. Network and processes are the machine's.

    with accounts.machine() as machine:
        machine.run("ada", "nbgrader", "fetch_assignment", "01-by-hand")
        server = subprocess.Popen(machine.command("root", "jupyterhub"))
        machine.path("/home/ada/01-by-hand").exists()
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from helpers import ordinary

PEOPLE = {"instructor": 54_401, "ada": 54_402, "ben": 54_403}
"""The accounts and their uids; each has a group of its own, with the same name and number."""

PATH = f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin"


@dataclass(frozen=True)
class Machine:
    """Where the three of them work: the namespace of the process ``pid``."""

    pid: int

    def path(self, inside: str) -> Path:
        """The absolute path ``inside``, as it is seen from outside; not to be resolved."""
        return Path(f"/proc/{self.pid}/root{inside}")

    def command(self, account: str, *argv: str | Path, cwd: str = "") -> list[str]:
        """``argv`` run by ``account``, or by root, with the environment of a fresh login.

        Args:
            cwd: the folder that they are in, as seen from inside; their home when left out.
        """
        home = "/root" if account == "root" else f"/home/{account}"
        enter = ["nsenter", f"--target={self.pid}", "--mount", "--"]
        become = ["setpriv", f"--reuid={account}", f"--regid={account}", "--init-groups"]
        place = ["env", f"--chdir={cwd or home}", f"PATH={PATH}", "LANG=C.UTF-8"]
        return [*enter, *become, "--reset-env", *place, *map(str, argv)]

    def run(
        self, account: str, *argv: str | Path, cwd: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """Run `command` to its end; ``stdout`` has all that it printed."""
        return subprocess.run(
            self.command(account, *argv, cwd=cwd),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )


@contextmanager
def machine(*visible: Path) -> Iterator[Machine]:
    """A machine where nobody has done anything yet; what runs on it is to end before it does.

    Args:
        visible: what its people can see of this repository, besides the package.
    """
    if missing := _missing():
        pytest.skip(missing)
    keeper = subprocess.Popen(
        [sys.executable, __file__, *visible],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(Path(ordinary.__file__).parents[1])},
    )
    with keeper:  # it ends when its input does
        if keeper.stdout.readline() != b"ready\n":
            raise RuntimeError("the namespace of the accounts could not be made")
        yield Machine(keeper.pid)


def _missing() -> str:
    """Why there can be no accounts here; '' if there can."""
    if os.geteuid() != 0:
        return "no accounts of the test's own: they take root"
    done = subprocess.run(["unshare", "--mount", "true"], capture_output=True, text=True)
    return f"no accounts of the test's own: {done.stderr.strip()}" if done.returncode else ""


def _keep(visible: list[Path]) -> None:
    """Make the namespace, and hold it until the input ends."""
    from course.grading.sandbox import kernel

    ordinary.leave()
    keep = [*ordinary.PYTHON, ordinary.REPOSITORY / "course", *visible]
    for folder in ("/home", "/srv", Path.home(), ordinary.REPOSITORY):
        ordinary.cover(Path(folder).resolve(), keep, owner=0)
    ordinary.open_the_way(keep, owner=0)
    for name, uid in PEOPLE.items():
        home = Path("/home", name)
        home.mkdir(mode=0o700)
        os.chown(home, uid, uid)
    people = PEOPLE.items()
    users = [f"{name}:x:{uid}:{uid}::/home/{name}:/bin/sh\n" for name, uid in people]
    groups = [f"{name}:x:{uid}:\n" for name, uid in people]
    for file, lines in {"/etc/passwd": users, "/etc/group": groups}.items():
        with_them = Path("/srv/file")
        with_them.write_text(Path(file).read_text() + "".join(lines))
        kernel.mount(str(with_them), file, None, kernel.MS_BIND)
        with_them.unlink()
    print("ready", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    _keep([Path(path) for path in sys.argv[1:]])
