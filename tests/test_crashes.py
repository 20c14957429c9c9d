"""Processes of ours are killed at random moments, a hundred times; what the gradebook says after it."""

import contextlib
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import psutil
import pytest

from course.classroom.course import Course
from course.classroom.demo import cycle as demo
from course.classroom.grade import run
from course.grading import warm, workers
from course.grading.execute import Executor, WorkerDiedError
from course.grading.job import Executed, Job
from course.grading.problem import Problem
from helpers import boxed

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]

NAME = "tiny"
TIMES = {"candidates": 6, "examiners": 6, "a candidate": 15, "an examiner": 16}
TIMES |= {"clerks": 12, "a clerk": 30, "parent": 15}
"""How often which process is killed."""

MOST_IN_A_RUN = 4
TRIES = 2
"""Runs for each kill: one run hits several, and who never hits has a mistake in it."""

SOLUTIONS = {
    "double": "def double(x):\n    return 2 * x",
    "mean": "def mean(values):\n    return sum(values) / len(values)",
}
TESTS = {
    "double": "assert double(2) == 4\nassert double(-1.5) == -3",
    "mean": "import numpy as np\n\nassert mean([1, 2, 6]) == 3\nassert mean(np.ones(3)) == 1",
}
SLOW = "import time\n\ntime.sleep(0.3)\n"
CLASS = {
    "anna": SOLUTIONS,
    "ben": SOLUTIONS | {"double": SLOW + SOLUTIONS["double"]},
    "cleo": {"double": SLOW + "def double(x):\n    return x ** 2", "mean": SOLUTIONS["mean"]},
    "dora": {"double": "def double(x):\n    return x +", "mean": SLOW},
}
"""What each student wrote."""

STOPPED = "course grade: stopped. The next run goes on where this one stopped."


def notebook(answers: dict[str, str]) -> nbformat.NotebookNode:
    """The tiny notebook with these solutions in it."""
    made = nbformat.v4.new_notebook()
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    for name, code in answers.items():
        flags = {"schema_version": 3, "task": False}
        solution = nbformat.v4.new_code_cell(code, id=name)
        solution.metadata["nbgrader"] = flags | {
            **{"grade_id": name, "grade": False, "solution": True, "locked": False}
        }
        test = nbformat.v4.new_code_cell(TESTS[name], id=f"test-{name}")
        test.metadata["nbgrader"] = flags | {
            **{"grade_id": f"test-{name}", "grade": True, "solution": False, "locked": True},
            "points": 3,
        }
        made.cells += [solution, test]
    return made


def hand_in(folder: Path, student: str, answers: dict[str, str]) -> None:
    path = folder / "submitted" / student / NAME / f"{NAME}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook(answers), path)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Course]:
    """A small class, graded once; Ben has a grade, and Dora an extra point, given by hand."""
    folder = tmp_path_factory.mktemp("course")
    (folder / "source" / NAME).mkdir(parents=True)
    nbformat.write(nbformat.v4.new_notebook(), folder / "source" / "header.ipynb")
    (folder / "nbgrader_config.py").write_text(
        f"{demo.CONFIG}\nc.ExecuteApart.timeout = 100_000\n", encoding="utf-8"
    )
    source = notebook(
        {name: f"### BEGIN SOLUTION\n{code}\n### END SOLUTION" for name, code in SOLUTIONS.items()}
    )
    nbformat.write(source, folder / "source" / NAME / f"{NAME}.ipynb")
    course = Course(folder)
    assert course.generate(NAME).reason == ""
    for student, answers in CLASS.items():
        hand_in(folder, student, answers)
    assert grade(course) == (4, 0)
    with course.gradebook() as gradebook:
        by_hand = gradebook.find_grade("test-mean", NAME, NAME, "ben")
        by_hand.manual_score, by_hand.needs_manual_grade = 1, True  # as after a crash
        gradebook.find_grade("test-double", NAME, NAME, "dora").extra_credit = 0.5
        gradebook.db.commit()
    assert grade(course, force=True) == (4, 0)
    yield course
    workers.close()


def grade(course: Course, force: bool = False) -> tuple[int, int]:
    """`course grade` in this process; how many it graded, and how many were unchanged."""
    said = run(course.folder, [NAME], 2, None, force, boxed.SANDBOXED)
    words = said.splitlines()[0].split()
    return int(words[0]), int(words[2])


def marks(course: Course) -> list[tuple]:
    """Everything that the gradebook says of everybody's grades."""
    with course.gradebook() as gradebook:
        return sorted(
            (student.id, g.name, g.auto_score, g.manual_score, g.extra_credit, g.needs_manual_grade)
            for student in gradebook.students
            for submission in student.submissions
            for notebook in submission.notebooks
            for g in notebook.grades
        )


@pytest.fixture(scope="module")
def undisturbed(course: Course) -> list[tuple]:
    """The marks when nothing dies."""
    found = marks(course)
    assert [(student, name, score) for student, name, score, *_ in found] == [
        ("anna", "test-double", 3),
        ("anna", "test-mean", 3),
        ("ben", "test-double", 3),
        ("ben", "test-mean", 3),
        ("cleo", "test-double", 0),
        ("cleo", "test-mean", 3),
        ("dora", "test-double", 0),
        ("dora", "test-mean", 0),
    ]
    assert sum(manual == 1 for _, _, _, manual, _, _ in found) == 1
    assert sum(extra == 0.5 for _, _, _, _, extra, _ in found) == 1
    return found


def victims(which: str) -> list[psutil.Process]:
    """The warm process "candidates", "examiners" or "clerks", or the forks of it that run now."""
    roles = {"clerk": "limited", "candidate": "candidate", "examiner": "examiner"}
    wanted = next(role for name, role in roles.items() if name in which)
    family: list[psutil.Process] = []
    for process in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):  # it has ended meanwhile
            command = process.cmdline()
            if "course.grading.warm" in command and wanted in command and "bwrap" not in command[0]:
                family.append(process)
    return family[:1] if which.endswith("s") else family[1:]


def kill(which: str, most: int, chance: random.Random, over: threading.Event) -> int:
    """Kill such processes at random moments until a run is ``over``, and say how many."""
    killed = 0
    while killed < most and not over.wait(chance.uniform(0, 0.6)):
        for victim in victims(which)[:1]:
            with contextlib.suppress(psutil.Error):
                victim.kill()
                killed += 1
    return killed


@boxed.needed
@pytest.mark.parametrize("which", [which for which in TIMES if which != "parent"])
def test_a_process_of_a_worker_is_killed(
    course: Course, undisturbed: list[tuple], which: str
) -> None:
    chance = random.Random(which)
    killed = runs = 0
    with ThreadPoolExecutor(1) as killer:
        while killed < TIMES[which] and runs < TRIES * TIMES[which]:
            over = threading.Event()
            most = min(MOST_IN_A_RUN, TIMES[which] - killed)
            number = killer.submit(kill, which, most, chance, over)
            grade(course, force=True)
            over.set()
            killed, runs = killed + number.result(), runs + 1
            grade(course)
            assert marks(course) == undisturbed, f"after {killed} of {which} were killed"
    assert killed == TIMES[which]


@contextlib.contextmanager
def running(course: Course, *arguments: str) -> Iterator[subprocess.Popen]:
    """`course grade` as a process of its own, from when it shows its progress."""
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from course.classroom.command import main; main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, "grade", NAME, *arguments],
        cwd=course.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            shown(process, b"grading:")
            yield process
        finally:
            process.kill()


def shown(process: subprocess.Popen, text: bytes) -> None:
    """Wait until the process has written ``text`` on stderr."""
    written = b""
    while text not in written:
        character = process.stderr.read(1)
        assert character, written
        written += character


def end(process: subprocess.Popen, number: int) -> bool:
    """Send a signal to its group, if it still runs; all that it had started ends as well."""
    with contextlib.suppress(psutil.NoSuchProcess):
        family = psutil.Process(process.pid).children(recursive=True)
        os.killpg(process.pid, number)
        process.wait(timeout=120)
        _, alive = psutil.wait_procs(family, timeout=120)
        assert not alive
    return process.wait() == -number


def graded(course: Course) -> list[str]:
    """Students whose notebook says that all its marks were written."""
    found = []
    for path in sorted(course.folder.glob(f"autograded/*/{NAME}/{NAME}.ipynb")):
        with contextlib.suppress(nbformat.reader.NotJSONError, FileNotFoundError):
            if "downhill" in nbformat.read(path, as_version=4).metadata:
                found.append(path.parts[-3])
    return found


def test_the_parent_is_killed(course: Course, undisturbed: list[tuple]) -> None:
    with running(course, "--force") as process:
        begun = time.monotonic()
        process.communicate()
        lasts = time.monotonic() - begun
    assert marks(course) == undisturbed
    chance = random.Random("parent")
    killed = 0
    for _ in range(TRIES * TIMES["parent"]):
        if killed == TIMES["parent"]:
            break
        with running(course, "--force") as process:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(chance.uniform(0, 0.8 * lasts))
            killed += end(process, signal.SIGKILL)
        for student in graded(course):
            theirs = [mark for mark in undisturbed if mark[0] == student]
            assert [mark for mark in marks(course) if mark[0] == student] == theirs
    assert killed == TIMES["parent"]
    grade(course)
    assert marks(course) == undisturbed


def test_ctrl_c_stops_and_the_next_run_goes_on(course: Course, undisturbed: list[tuple]) -> None:
    hand_in(course.folder, "dora", CLASS["dora"] | {"mean": "while True:\n    pass"})
    for student in CLASS:
        (course.folder / "autograded" / student / NAME / f"{NAME}.ipynb").unlink()
    for students in (0, 1, 3):
        with running(course) as process:
            while len(graded(course)) < students:
                assert process.poll() is None
            end(process, signal.SIGINT)
            assert process.returncode == 1
            # not a line of its own where the bar was interrupted while it was first drawn
            assert process.stderr.read().decode().endswith(f"{STOPPED}\n")
            assert process.stdout.read() == b""
    assert graded(course) == ["anna", "ben", "cleo"]
    hand_in(course.folder, "dora", CLASS["dora"])
    assert grade(course) == (1, 3)
    assert marks(course) == undisturbed


def test_only_what_changed_is_graded_again(course: Course, undisturbed: list[tuple]) -> None:
    submitted, source = (course.folder / name for name in ("submitted", "source"))
    assert grade(course) == (0, 4)
    hand_in(course.folder, "anna", SOLUTIONS | {"mean": "mean = max"})
    assert grade(course) == (1, 3)
    assert ("anna", "test-mean", 0) in [mark[:3] for mark in marks(course)]
    (submitted / "ben" / NAME / "data.csv").write_text("1", encoding="utf-8")
    assert grade(course) == (1, 3)
    (submitted / "ben" / NAME / "data.csv").write_text("2", encoding="utf-8")
    assert grade(course) == (1, 3)
    (source / NAME / "data.csv").write_text("3", encoding="utf-8")
    assert grade(course) == (4, 0)
    path = source / NAME / f"{NAME}.ipynb"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace("double(2) == 4", "double(3) == 6"), encoding="utf-8")
    with pytest.raises(Problem, match="--update"):  # not before it is in the gradebook
        grade(course)
    assert course.generate(NAME).reason == ""
    assert grade(course) == (4, 0)
    assert grade(course) == (0, 4)
    path.write_text(before, encoding="utf-8")
    assert course.generate(NAME).reason == ""
    (source / NAME / "data.csv").unlink()
    (submitted / "ben" / NAME / "data.csv").unlink()
    hand_in(course.folder, "anna", CLASS["anna"])
    assert grade(course, force=True) == (4, 0)
    assert marks(course) == undisturbed


def test_who_kills_two_workers_waits_for_a_person(
    course: Course, undisturbed: list[tuple], monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def dies(self: Executor, job: Job) -> Executed:
        if "x ** 2" in job.notebook:
            tried.append(job)
            raise WorkerDiedError("it was struck by lightning")
        return healthy(self, job)

    healthy = Executor.execute
    monkeypatch.setattr(Executor, "execute", dies)
    said = run(course.folder, [NAME], 2, None, True, boxed.SANDBOXED)
    assert len(tried) == 2
    assert said.splitlines()[1:] == [
        "Not graded:",
        f"  cleo, {NAME}: could not be run, a person has to look at it: it was struck by lightning",
    ]
    for mark in marks(course):
        if mark[0] == "cleo":
            assert mark[2:] == (0, None, None, True)
        else:
            assert mark in undisturbed
    assert course.feedback("cleo", NAME).reason == ""
    page = course.folder / "feedback" / "cleo" / NAME / f"{NAME}.html"
    assert "could not be run, twice: it was struck by lightning" in page.read_text(encoding="utf-8")
    monkeypatch.undo()
    assert grade(course) == (1, 3)
    assert marks(course) == undisturbed


def test_a_warm_process_stays_as_long_as_a_fork_of_it_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(warm, "IDLE", 0.01)
    control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    reading, writing = os.pipe()
    server = os.fork()
    if server == 0:
        control.close()
        os.close(writing)
        with contextlib.suppress(BaseException):
            warm.serve(theirs, lambda request, descriptors: os.read(descriptors[0], 1), False)
        os._exit(0)
    theirs.close()
    warm.send(control, {}, [reading])
    while "pid" not in warm.receive(control)[0]:
        pass
    time.sleep(0.3)
    assert os.waitpid(server, os.WNOHANG) == (0, 0)
    os.close(writing)
    assert os.waitpid(server, 0) == (server, 0)
