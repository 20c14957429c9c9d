"""Submissions that are graded on a cluster get the marks that they get at home, whatever becomes of a worker."""

import dataclasses
import pickle
import shutil
import sys
import types
from collections import namedtuple
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from pathlib import Path
from typing import Any

import pytest

from course.classroom import branch, cluster, grade, rows
from course.classroom.branch import (
    Branch,
    CannotGradeError,
    CannotOpenError,
    CannotTakeError,
    Kit,
    Sent,
)
from course.classroom.clerk import Marked
from course.classroom.course import Course
from course.classroom.single import Done, Graded, Marker
from course.grading import secret, workers
from course.grading.job import Job
from course.grading.problem import Problem
from helpers import boxed, dasks, tiny
from helpers.tiny import NAME
from test_clerk import CLASS, graded, hand_in, run, told

PAIRS = [(student, NAME) for student in CLASS]


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A course in which a class has handed in."""
    course = tiny.make(tmp_path / "course")
    secret.of_course(course.folder)
    hand_in(course.folder)
    return course


def kit_of(course: Course) -> Kit:
    return cluster.kit(course, course.settings([NAME]), PAIRS)


def sent(course: Course, student: str) -> Sent:
    """What is sent of a submission."""
    with course.gradebook() as gradebook:
        before = rows.read(gradebook.db, [(student, NAME)])[student, NAME]
    files = branch.handed_in(course.folder / "submitted" / student / NAME)
    return Sent(student, NAME, files, {}, before, force=True, patience=None)


def left(there: Branch) -> set[str]:
    """What lies in the folder of a branch."""
    return {str(path.relative_to(there.course.folder)) for path in there.course.folder.rglob("*")}


@boxed.needed
@pytest.mark.slow
def test_a_branch_needs_nothing_of_the_course_folder_and_keeps_nothing(course: Course) -> None:
    kit, ada = kit_of(course), sent(course, "wrong")
    shutil.rmtree(course.folder)
    there = Branch(kit)
    try:
        before = left(there)
        done, files = there.grade(ada)
        assert done is not None and done.graded.reason == "" and done.marked is not None
        scores = {row["auto_score"] for row in done.marked.after["grade"].values()}
        assert scores == {3.0, 0.0}
        assert [*files] == [f"{NAME}.ipynb"]
        assert left(there) - before == {"submitted", ".autograded.part"}
        with there.course.gradebook() as gradebook:
            assert gradebook.students == []
    finally:
        there.close()
        workers.close()
    assert not there.course.folder.exists()


@boxed.needed
@pytest.mark.slow
def test_what_is_told_names_the_files_at_home(course: Course) -> None:
    there = Branch(kit_of(course))
    try:
        path = there.course.folder / "submitted" / "wrong"
        said = Done(Graded("wrong", NAME, reason=f"{path} is away", log=f"see {path}"))
        told_at_home = there._as_told_at_home(said).graded
        home = course.folder / "submitted" / "wrong"
        assert (told_at_home.reason, told_at_home.log) == (f"{home} is away", f"see {home}")
    finally:
        there.close()
        workers.close()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('open("settings.toml").close()', "nbgrader_config.py stops with FileNotFoundError"),
        ("import a_module_of_mine", "nbgrader_config.py stops with ModuleNotFoundError"),
        ('load_subconfig("of_the_faculty.py", "elsewhere")', "comes to other settings"),
    ],
)
def test_settings_that_ask_for_more_are_told_apart(
    course: Course, monkeypatch: pytest.MonkeyPatch, line: str, told: str
) -> None:
    folder, settings = course.folder, course.folder / branch.SETTINGS
    settings.write_text(f"{settings.read_text()}\n{line}\n", encoding="utf-8")
    (folder / "settings.toml").touch()
    (folder / "elsewhere").mkdir()
    for name, text in {"a_module_of_mine": "", "of_the_faculty": "c.Execute.timeout = 7"}.items():
        (folder / "elsewhere" / f"{name}.py").write_text(
            f"c = get_config()\n{text}" if text else ""
        )
    with monkeypatch.context() as at_home:
        at_home.chdir(folder)
        at_home.syspath_prepend(folder / "elsewhere")
        kit = kit_of(Course(folder))
        sys.modules.pop("a_module_of_mine", None)
    shutil.rmtree(folder / "elsewhere")
    with pytest.raises(CannotOpenError, match=told):
        branch.grade(pickle.dumps(kit), sent(course, "right"))


def test_what_a_kit_holds_is_the_same_for_the_same_course(course: Course) -> None:
    first = pickle.dumps(kit_of(course))
    assert pickle.dumps(kit_of(course)) == first
    (course.folder / "source" / NAME / "data.csv").write_text("1", encoding="utf-8")
    kit = kit_of(course)
    assert pickle.dumps(kit) != first
    assert {*kit.files} == {
        *(branch.SETTINGS, secret.FILE),
        *(f"source/{NAME}/{NAME}.ipynb", f"source/{NAME}/data.csv"),
        f"release/{NAME}/{NAME}.ipynb",
    }


class Lost(CancelledError):
    """As Dask says of what it was to do when the scheduler ends."""


class Future:
    def __init__(self, function: Callable, arguments: tuple) -> None:
        self.function, self.arguments = function, arguments

    def result(self, timeout: float = 0.0) -> Any:
        return self.function(*self.arguments)


class Client:
    """A cluster of workers that each do one thing with whatever is sent: raise it, or return it.

    Attributes:
        asked: the addresses of those that were asked.
    """

    def __init__(self, **workers: Any) -> None:
        self.workers = workers
        self.asked: list[str] = []

    def submit(self, function: Callable, *arguments: Any, workers: Any = None, **how: Any) -> Any:
        if function is bytes:
            return arguments[0]
        address = next(iter(workers or self.workers))
        self.asked.append(address)
        return Future(self._done, (address,))

    def _done(self, address: str) -> Any:
        what = self.workers[address]
        if isinstance(what, Exception):
            raise what
        return what

    def ncores(self) -> dict[str, int]:
        return dict.fromkeys(self.workers, 1)

    def cancel(self, futures: list[Future], force: bool) -> None:
        self.cancelled = futures


Near = namedtuple("Near", "course force mark")
"""In place of a `Marker`: what cannot be sent is graded by `mark`."""

HERE = Done(Graded("right", NAME, note="graded at home"))
THERE = Done(Graded("right", NAME))


def marker(course: Course, **workers: Any) -> tuple[cluster.FarMarker, Client]:
    client = Client(**workers)
    near = Near(course, False, lambda student, assignment, patience: HERE)
    return cluster.FarMarker(client, near, b"kit"), client


def full(address: str) -> Exception:
    return cluster._UnfitError(address, "its disk is full")


def test_a_worker_that_cannot_grade_is_asked_once_and_another_one_instead(course: Course) -> None:
    far, client = marker(course, a=full("a"), b=(THERE, {}))
    assert [far.mark("right", NAME, None) for _ in range(3)] == [THERE] * 3
    assert client.asked == ["a", "b", "b", "b"]


def test_where_no_worker_can_grade_it_stops_with_the_reason(course: Course) -> None:
    far, _ = marker(course, a=full("a"), b=full("b"))
    with pytest.raises(Problem, match="no worker of the cluster can grade: its disk is full; "):
        far.mark("right", NAME, None)
    empty, _ = marker(course)
    with pytest.raises(Problem, match="no worker of the cluster can grade: there is none any more"):
        empty._fit()


def test_a_submission_that_fills_every_disk_does_not_go_through_all_workers(course: Course) -> None:
    addresses = "abcdefgh"
    far, client = marker(course, **{address: full(address) for address in addresses})
    assert far.mark("right", NAME, None) == HERE
    assert len(client.asked) == cluster.TRIES < len(addresses)


def test_a_scheduler_that_ends_stops_with_a_sentence(course: Course) -> None:
    far, _ = marker(course, a=Lost())
    with pytest.raises(Problem, match="scheduler ended; once that is mended"):
        far.mark("right", NAME, None)


def test_where_the_course_cannot_be_opened_all_are_prepared_at_home(course: Course) -> None:
    far, client = marker(course, a=CannotOpenError("no settings.toml"))
    assert [far.mark("right", NAME, None) for _ in range(2)] == [HERE, HERE]
    assert client.asked == ["a"]
    assert far.cannot_open == "submissions cannot be prepared on the workers: no settings.toml"


def test_what_a_worker_dies_of_waits_for_a_person(course: Course) -> None:
    far, _ = marker(course, a=RuntimeError("3 workers died\nof it"))
    done = far.mark("right", NAME, None)
    assert done is not None and done.marked is None
    reason = "could not be run, a person has to look at it: 3 workers died of it"
    assert done.graded.reason == reason


@pytest.mark.parametrize(
    "odd", ["a link", "a second name", "too many", "too large", "no folder", "no text"]
)
def test_what_is_not_sent_is_graded_at_home(course: Course, odd: str) -> None:
    far, client = marker(course, a=(THERE, {}))
    student = "\udcff" if odd == "no text" else "right"
    place = course.folder / "submitted" / student / NAME
    match odd:
        case "a link":
            (place / "data.csv").symlink_to("/etc/hostname")
        case "a second name":
            (place / "data.csv").hardlink_to(place / f"{NAME}.ipynb")
        case "too many":
            for number in range(1001):
                (place / f"{number}.csv").touch()
        case "too large":
            with open(place / "data.csv", "wb") as file:
                file.truncate(branch.MOST_BYTES + 1)
        case "no folder":
            shutil.rmtree(place)
        case _:
            shutil.copytree(course.folder / "submitted" / "right" / NAME, place)
    assert far.mark(student, NAME, None) == HERE
    assert client.asked == []


def test_a_name_that_cannot_be_written_there_stops_no_worker(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stub:
        def __init__(self, problem: str) -> None:
            self.course = self
            self.problem = problem

        def grade(self, sent: Sent) -> None:
            raise OSError(36, "File name too long")

        def require_gradebook(self) -> None:
            if self.problem:
                raise Problem(self.problem)

    for problem, error in {"": CannotTakeError, "the disk is full": CannotGradeError}.items():
        monkeypatch.setattr(branch, "_branch", lambda kit, problem=problem: Stub(problem))
        with pytest.raises(error, match=problem or "File name too long"):
            branch.grade(b"", sent(course, "right"))
    far, client = marker(course, a=CannotTakeError("File name too long"))
    assert [far.mark("right", NAME, None) for _ in range(2)] == [HERE, HERE]
    assert far.unfit == {}
    assert client.asked == ["a", "a"]


def test_a_full_disk_is_a_reason_to_ask_another_worker(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(kit: bytes) -> Branch:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(branch, "_branch", fails)
    with pytest.raises(CannotGradeError, match="No space left on device"):
        branch.grade(b"", sent(course, "right"))


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Course, Course]]:
    """The same course twice, one of which has been graded at home."""
    folder = tmp_path_factory.mktemp("two")
    course = tiny.make(folder / "one")
    hand_in(course.folder)
    shutil.copytree(course.folder, folder / "other")
    run(course)
    yield course, Course(folder / "other")
    workers.close()


@boxed.needed
@pytest.mark.slow
def test_marks_are_those_of_home_row_by_row_though_a_worker_is_lost(
    both: tuple[Course, Course],
) -> None:
    here, there = both
    with dasks.cluster(2) as (address, nannies):
        done = 0
        with grade.means(1, address, there.settings([NAME])) as means:
            assert means.most_at_once == 4
            pairs = [(student, NAME) for student in there.students(NAME)]
            for _ in grade.grade(there, pairs, means):
                done += 1
                if done == len(CLASS) // 2:
                    dasks.kill(nannies[0])
        assert told(there) == told(here)
        assert graded(there) == graded(here)
        with there.gradebook() as gradebook:
            for by_hand in gradebook.find_submission_notebook(NAME, NAME, "odd").grades:
                by_hand.manual_score, by_hand.needs_manual_grade = 1.5, False
            gradebook.db.commit()
        said = run(there, address)
        assert "person" not in said  # who has looked at it
    kept = [row for row in told(there) if "'manual_score', 1.5" in row[2]]
    assert [row[:2] for row in kept] == [("odd", "grade")] * 3


@pytest.mark.parametrize(
    ("structure", "stays"),
    [
        ("{nbgrader_step}/{student_id}/{assignment_id}", True),
        ("all/{nbgrader_step}/{assignment_id}/{student_id}", True),
        ("{folder}/{nbgrader_step}/{student_id}/{assignment_id}", False),
        ("../shared/{nbgrader_step}/{student_id}/{assignment_id}", False),
        ("all/../../{nbgrader_step}/{student_id}/{assignment_id}", False),
    ],
)
def test_a_branch_writes_in_its_own_folder_alone(
    course: Course, structure: str, stays: bool
) -> None:
    structure = structure.replace("{folder}", str(course.folder))
    settings = course.folder / branch.SETTINGS
    line = f"c.CourseDirectory.directory_structure = {structure!r}"
    settings.write_text(f"{settings.read_text()}\n{line}\n", encoding="utf-8")
    elsewhere = course.folder.parent / "branch"
    elsewhere.mkdir()
    text = settings.read_text() + branch.OWN_SETTINGS.format(folder=str(elsewhere))
    (elsewhere / branch.SETTINGS).write_text(text, encoding="utf-8")
    assert branch.lies_below(Course(elsewhere)) is stays
    if not stays:
        with pytest.raises(CannotOpenError, match="leads out of the course folder"):
            branch._opened(elsewhere, branch.meaning(Course(course.folder).config))


@pytest.mark.parametrize("name", ["../out", "/out", "a/../../out"])
def test_nothing_is_put_outside_of_a_folder(tmp_path: Path, name: str) -> None:
    name = name if name != "/out" else str(tmp_path / "out")
    with pytest.raises(Problem, match="lies outside"):
        branch.put({name: branch.File(b"")}, tmp_path / "in")
    assert not (tmp_path / "out").exists()


def test_a_part_of_the_settings_that_was_only_asked_for_is_none(course: Course) -> None:
    before = branch.meaning(course.config)
    assert course.config.APartThatIsNotThere == {}
    assert branch.meaning(course.config) == before


def test_what_comes_back_and_cannot_be_written_is_graded_at_home(course: Course) -> None:
    deep = "/".join(["d" * 200] * 30)
    done = dataclasses.replace(THERE, marked=Marked({}, {}, "", "", (), ""))
    far, _ = marker(course, a=(done, {deep: branch.File(b"")}))
    assert far.mark("right", NAME, None) == HERE


def test_a_worker_with_other_software_is_not_asked(course: Course) -> None:
    kit = kit_of(course)
    kit = dataclasses.replace(kit, software=kit.software | {"torch": "1.0"})
    with pytest.raises(CannotGradeError, match="its software is not that of the course: torch"):
        branch.grade(pickle.dumps(kit), sent(course, "right"))


def test_workers_with_several_threads_are_refused(course: Course) -> None:
    client = Client(a=(THERE, {}))
    client.ncores = lambda: {"a": 2}
    there = cluster.Cluster(client, course.settings([NAME]))
    with pytest.raises(Problem, match="--nthreads 1"), there.opened(course, PAIRS, False):
        pytest.fail("opened")


def test_work_that_was_cancelled_is_no_mark(course: Course) -> None:
    class Pool:
        def submit(self, *arguments: Any) -> Future:
            return Future(lambda: (_ for _ in ()).throw(CancelledError()), ())

    job = types.SimpleNamespace(jobs={NAME: Job("")})
    with pytest.raises(Problem, match="was cancelled"):
        Marker(course, None, Pool(), None, False)._executed(job, None)
