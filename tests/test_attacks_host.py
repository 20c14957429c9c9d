"""Attacks on the machine: a student's code tries to read, change, reach or exhaust what is not its own.

A file of `attacks/host` is one attack: what is tried and what must hold, then a student's cells. They
are told where everything is, and print "BREACH" when they get what they must not. What must hold after
each attack is in `test_an_attack_on_the_machine_fails`. The last test runs all of this once more as an
ordinary user, while the others run as root.
"""

import contextlib
import hashlib
import os
import re
import secrets
import select
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import TextIO

import nbformat
import pytest
from nbformat import NotebookNode

from course.grading import execute
from course.grading.execute import Executor
from course.grading.job import Job
from course.grading.problem import Problem
from helpers import boxed, ordinary

pytestmark = pytest.mark.slow

ATTACKS = sorted((Path(__file__).parent / "attacks" / "host").glob("[!_]*.py"))
TOOLS = (Path(__file__).parent / "attacks" / "host" / "_tools.py").read_text()

SECONDS = 30.0
"""Time limit of a cell that is not to come to it."""

MEMORY = 1 << 30
"""What a candidate may use here, so that bombs go off soon."""

OUTPUT = 1 << 20
"""Bytes that a notebook may put out here."""

BETWEEN = 1.0
"""Seconds between two honest notebooks beside an attack that lasts."""

ENDED = 20.0
"""Seconds in which processes that were killed are gone, even on a busy machine."""

THREE = 3
"""Processes when nothing is executed: bubblewrap and the two warm ones."""

CONTAINED = {"CandidateGone", "NotRun", "FormatError", "SystemExit"}
TIMED_OUT = {"CellTimeoutError", "KeyboardInterrupt"}
"""Errors that a cell may end with. An attack that fails by any other has a mistake in it."""

SOLUTION = """
import os
import numpy

def double(x):
    return 2 * x
"""
TEST = """
assert double(21) == 42
print("held")
"""
FRESH = """
import threading
threading.Thread(target=print).start()  # there is room for another thread
assert numpy.add(1, 255) == 256 == sum([200, 56]) and os.system("true") == 0
import tempfile
own = tempfile.gettempdir()
others = [name for name in os.listdir("/tmp") if not own.startswith(f"/tmp/{name}/")]
found = [others, *(os.listdir(place) for place in (".", own, "/dev/shm"))]
print(found, os.environ.get("LD_PRELOAD"))
sum(range(10**6))
"""
FOUND = f"[{boxed.IN_TMP}, [], [], []] None"
LATER = "print('ran later')"


class World:
    """The instructor's things, full of secrets, and ears at which something could arrive."""

    def __init__(self, folder: Path) -> None:
        self.mark = f"attacked-{secrets.token_hex(8)}"
        self.tokens: list[str] = []
        self.course = folder / "course"
        home = folder / "home"
        self.files = [
            self.course / "source" / "ps" / "notebook.ipynb",
            self.course / "submitted" / "ada" / "ps" / "notebook.ipynb",
            self.course / "gradebook.db",
            home / ".netrc",
            home / ".bashrc",
            home / ".ssh" / "id_ed25519",
            Path(f"/tmp/{self.mark}-readable"),
            Path(f"/var/tmp/{self.mark}-readable"),
        ]
        for file in self.files:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(self.secret())
            file.chmod(0o666)
        for place in (folder, *folder.rglob("*/")):
            place.chmod(0o777)  # nothing but the sandbox stands in the way
        self.before = self.state()
        self.terminal, self.typing = os.openpty()
        self.ears: list[socket.socket | int] = [self.terminal, self.typing]
        self.port = self._listen(socket.AF_INET, ("127.0.0.1", 0))[1]
        self._listen(socket.AF_INET, ("127.0.0.1", self.port), socket.SOCK_DGRAM)
        self._listen(socket.AF_UNIX, f"\0{self.mark}-abstract")
        self._listen(socket.AF_UNIX, str(folder / "socket"))
        (folder / "socket").chmod(0o777)
        with contextlib.suppress(OSError):  # there is no IPv6 here
            self._listen(socket.AF_INET6, ("::1", self.port))
        self.told = {
            "secret_files": list(map(str, self.files)),
            "course": str(self.course),
            "port": self.port,
            "abstract": f"{self.mark}-abstract",
            "socket": str(folder / "socket"),
            "terminal": os.ttyname(self.typing),
            "mark": self.mark,
        }

    def secret(self) -> str:
        """A new one."""
        self.tokens.append(f"secret-of-the-host-{secrets.token_hex(16)}")
        return self.tokens[-1]

    def state(self) -> dict[str, tuple]:
        """Content and mode of every file and folder."""
        places = [*self.files, *self.course.rglob("*")]
        return {
            str(place): (place.stat().st_mode, place.is_file() and _digest(place))
            for place in places
            if place.exists()
        }

    def arrived(self) -> list:
        """The ears at which there was something."""
        return select.select(self.ears, [], [], 0)[0]

    def traces(self) -> list[Path]:
        """What an attack has left in places that all may write to."""
        places = ("/tmp", "/var/tmp", "/dev/shm", "/", Path.home(), Path.cwd())
        return [Path(place) for place in places if Path(place, self.mark).exists()]

    def close(self) -> None:
        for ear in self.ears:
            ear.close() if isinstance(ear, socket.socket) else os.close(ear)
        for file in self.files:
            file.unlink()

    def _listen(self, family: int, address: object, kind: int = socket.SOCK_STREAM) -> object:
        ear = socket.socket(family, kind)
        ear.bind(address)
        if kind == socket.SOCK_STREAM:
            ear.listen()
        self.ears.append(ear)
        return ear.getsockname()


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def until(holds: Callable[[], bool]) -> bool:
    """Wait until it does, for as long as processes that were killed may take; whether it does."""
    end = time.monotonic() + ENDED
    while not (held := holds()) and time.monotonic() < end:
        time.sleep(0.05)
    return held


class Grading:
    """Warm processes, and what is done with them."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.executor = Executor((f"mark = '{world.mark}'", ""))
        self.execute(HONEST)
        assert until(lambda: len(self.processes()) == THREE)
        self.pids = self.processes()
        # In a sandbox, 1 is the attacker; here it may be who started the tests.
        world.told["processes"] = list({os.getpid(), os.getppid(), *self.pids} - {1})

    def processes(self) -> list[int]:
        """The warm processes and all that came of them, by descent or by name."""
        found = {self.executor.examiners.process.pid, self.executor.candidates.process.pid}
        parents = {}
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):  # it has ended
                pid, parent = int(folder.name), (folder / "stat").read_text().rpartition(")")[2]
                parents[pid] = int(parent.split()[1])
                if f"mark = '{self.world.mark}'".encode() in (folder / "cmdline").read_bytes():
                    found.add(pid)
        while more := {pid for pid, parent in parents.items() if parent in found} - found:
            found |= more
        return sorted(found)

    def execute(self, cells: list[NotebookNode], seconds: float = SECONDS) -> list[NotebookNode]:
        """The executed cells."""
        notebook = nbformat.v4.new_notebook(cells=cells)
        job = Job(
            nbformat.writes(notebook),
            cell_seconds=seconds,
            notebook_seconds=5 * seconds + SECONDS,
            output_bytes=OUTPUT,
        )
        return nbformat.reads(self.executor.execute(job).notebook, as_version=4).cells

    def close(self) -> None:
        self.executor.close()


def cell(source: str, **flags: object) -> NotebookNode:
    none = {"grade": False, "solution": False, "locked": False, "schema_version": 3}
    identity = {"grade_id": f"cell-{secrets.token_hex(4)}"}
    return nbformat.v4.new_code_cell(source, metadata={"nbgrader": none | flags | identity})


def a_test(source: str) -> NotebookNode:
    return cell(source, grade=True, locked=True, points=1)


HONEST = [cell(SOLUTION, solution=True), a_test(TEST), cell(FRESH), a_test(TEST)]


class Attack:
    """A notebook that earns a point, attacks, and goes on."""

    def __init__(self, path: Path, world: World) -> None:
        text = path.read_text()
        seconds = re.search(r"^# seconds: (\d+)$", text, re.MULTILINE)
        self.seconds = float(seconds[1]) if seconds else SECONDS
        hidden = f"{TEST}\nsecret = '{world.secret()}'"
        tools = f"WORLD = {world.told}\n\n{TOOLS}"
        _, *attacking = text.split("# %%\n")
        self.cells = [cell(SOLUTION, solution=True), a_test(hidden), cell(tools)]
        self.cells += [cell(code, solution=True) for code in (*attacking, LATER)]


def text_of(outputs: list[NotebookNode]) -> str:
    return "".join(output.get("text", "") for output in outputs)


def errors_of(cells: list[NotebookNode]) -> list[str]:
    outputs = [output for each in cells for output in each.outputs]
    return [f"{o.ename}: {o.evalue}" for o in outputs if o.output_type == "error"]


def is_as_handed_in(cells: list[NotebookNode]) -> bool:
    """Whether an honest notebook has all its points and what it printed."""
    texts = [text_of(each.outputs).strip() for each in cells]
    return not errors_of(cells) and texts == ["", "held", FOUND, "held"]


@pytest.fixture(scope="module")
def elsewhere(request: pytest.FixtureRequest) -> Iterator[tuple[subprocess.Popen, TextIO] | None]:
    """The tests of this file once more, as an ordinary user, at the same time."""
    if os.geteuid() != 0:
        yield None
        return
    argv = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", __file__]
    if chosen := request.config.option.keyword:
        argv += ["-k", chosen]
    with tempfile.TemporaryFile("w+") as printed:
        process = subprocess.Popen(ordinary.command(argv), stdout=printed)
        yield process, printed
        process.terminate()
        process.wait()


@pytest.fixture(scope="module")
def grading(elsewhere: object) -> Iterator[Grading]:
    """The same warm processes for all attacks, which they survive."""
    with contextlib.ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        folder = stack.enter_context(tempfile.TemporaryDirectory(dir="/var/tmp"))
        world = stack.enter_context(contextlib.closing(World(Path(folder))))
        patch.setenv("INSTRUCTOR_TOKEN", world.secret())
        patch.setattr(execute, "MEMORY", MEMORY)
        try:
            yield stack.enter_context(contextlib.closing(Grading(world)))
        except Problem as reason:
            pytest.skip(str(reason))


@pytest.mark.parametrize("path", ATTACKS, ids=lambda path: path.stem)
def test_an_attack_on_the_machine_fails(grading: Grading, path: Path, record_property) -> None:
    record_property("attacks: host", 1)
    world = grading.world
    attack = Attack(path, world)
    with ThreadPoolExecutor(1) as pool:
        attacking = pool.submit(grading.execute, attack.cells, attack.seconds)
        beside = [grading.execute(HONEST)]
        while wait([attacking], BETWEEN).not_done:
            beside.append(grading.execute(HONEST))
    executed = attacking.result()

    outputs = str([each.outputs for each in executed])
    assert "BREACH" not in outputs
    assert not [token for token in world.tokens if token in outputs]
    assert len(outputs) < 2 * OUTPUT

    assert text_of(executed[1].outputs).strip() == "held"  # a point earned before is kept
    *attacked, later = executed
    expected = CONTAINED if attack.seconds == SECONDS else CONTAINED | TIMED_OUT
    assert {error.partition(":")[0] for error in errors_of(attacked)} <= expected
    assert later.execution_count or errors_of([later])  # it was run, or says why not

    assert world.state() == world.before
    assert not world.arrived()
    assert not world.traces()

    assert all(map(is_as_handed_in, beside))
    assert is_as_handed_in(grading.execute(HONEST))
    assert until(lambda: grading.processes() == grading.pids)


@pytest.mark.skipif(os.geteuid() != 0, reason="these tests run as an ordinary user already")
def test_all_of_this_holds_for_an_ordinary_user(
    elsewhere: tuple[subprocess.Popen, TextIO], record_property
) -> None:
    record_property("attacks: host", len(ATTACKS))
    if missing := boxed.missing_for_an_ordinary_user():
        pytest.skip(missing)
    process, file = elsewhere
    status = process.wait()
    file.seek(0)
    printed = file.read()
    assert status == 0, printed
    assert f"{len(ATTACKS)} passed" in printed
