"""A test that was changed in `source/` after its assignment was entered: said, entered, graded again."""

import contextlib
import errno
import fcntl
import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from course.classroom import alone, changed, grade
from course.classroom.course import Course
from course.grading import workers
from course.grading.problem import Problem
from course.plugins import entered
from helpers import boxed, tiny
from helpers.tiny import HIDDEN, NAME, POINTS, SOLUTIONS

WRONG = SOLUTIONS | {"double": "def double(x):\n    return 2 * x if x < 5 else 0"}
ESSAY = "Twice as much is more."
STRICTER = HIDDEN | {"test-double": "assert double(7) == 14"}
RUN = "nothing is graded before the gradebook holds the same; run: course grade tiny --update"


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A class of two, graded: Ada is right, Ben wrong where only a stricter test sees it."""
    folder = tmp_path_factory.mktemp("graded") / "course"
    tiny.make(folder)
    tiny.hand_in(folder, "ada", tiny.handed_in(essay=ESSAY))
    tiny.hand_in(folder, "ben", tiny.handed_in(WRONG))
    assert run(folder) == "2 graded, 0 unchanged since they were graded."
    with Course(folder).gradebook() as gradebook:
        mark = gradebook.find_grade("essay", NAME, NAME, "ada")
        mark.manual_score, mark.extra_credit, mark.needs_manual_grade = 2.5, 0.5, False
        gradebook.find_comment("essay", NAME, NAME, "ada").manual_comment = "Well said."
        gradebook.db.commit()
    yield folder
    workers.close()


@pytest.fixture
def folder(graded: Path) -> Iterator[Path]:
    """``graded`` for one test, which may change it: in its place, so that warm processes stay warm."""
    kept = graded.with_name("kept")
    shutil.copytree(graded, kept)
    yield graded
    shutil.rmtree(graded)
    kept.rename(graded)


def run(folder: Path, update: bool = False) -> str:
    """`course grade` in this process."""
    return grade.run(folder, [NAME], 1, None, False, boxed.SANDBOXED, update)


def marks(folder: Path) -> dict[str, tuple]:
    """By student and cell: automatic mark, mark by hand, extra credit, and whether it waits."""
    with Course(folder).gradebook() as gradebook:
        return {
            f"{student.id} {g.name}": (
                g.auto_score,
                g.manual_score,
                g.extra_credit,
                g.needs_manual_grade,
            )
            for student in gradebook.students
            for submission in student.submissions
            for notebook in submission.notebooks
            for g in notebook.grades
        }


def differing(folder: Path) -> list[str]:
    course = Course(folder)
    with course.gradebook() as gradebook:
        source = entered.in_source(course.config, course.directory, NAME)
        return entered.differences(NAME, source, entered.in_gradebook(gradebook, NAME))


def contents(folder: Path) -> dict[str, bytes]:
    """Everything in the folder, but for what SQLite writes of nothing."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def with_cell(new: NotebookNode) -> NotebookNode:
    made = tiny.source()
    made.cells.append(new)
    return made


def without(name: str) -> NotebookNode:
    made = tiny.source()
    made.cells = [cell for cell in made.cells if cell.id != name]
    return made


def essay_in_code() -> NotebookNode:
    made = without("essay")
    essay = {"grade": True, "solution": True, "points": 4}
    made.cells.append(tiny.cell("code", "essay", "### BEGIN SOLUTION\n### END SOLUTION", **essay))
    return made


def with_stub() -> NotebookNode:
    made = tiny.source()
    made.cells[0].source = '"""Twice x."""\n' + made.cells[0].source
    return made


CHANGES = {
    "a hidden test": (tiny.source(STRICTER), "the test test-double is changed"),
    "points": (
        tiny.source(points=POINTS | {"test-mean": 2.5}),
        "the test test-mean gives 2.5 points in place of 2",
    ),
    "points of an answer": (
        tiny.source(points=POINTS | {"essay": 5.0}),
        "the answer essay gives 5 points in place of 4",
    ),
    "both": (
        tiny.source(STRICTER, POINTS | {"test-double": 4.0}),
        "the test test-double is changed and gives 4 points in place of 3",
    ),
    "a locked cell": (tiny.source(rubric="In one line."), "the locked cell rubric is changed"),
    "a new test": (tiny.source(HIDDEN | {"test-more": ""}), "the test test-more is new"),
    "a new task": (
        with_cell(tiny.cell("markdown", "draw", "Draw it.", task=True, locked=True, points=1)),
        "the task draw is new",
    ),
    "a test that is gone": (without("test-mean"), "the test test-mean is gone"),
    "a locked cell that is gone": (without("rubric"), "the locked cell rubric is gone"),
    "an answer in code": (essay_in_code(), "the answer essay is of another kind"),
    "what is handed out": (with_stub(), "the answer double is changed"),
}


@boxed.needed
@pytest.mark.parametrize("change", CHANGES)
def test_what_differs_is_said_and_entered(
    folder: Path, change: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source, line = CHANGES[change]
    assert differing(folder) == []
    tiny.write_source(folder, source)
    assert differing(folder) == [line]
    before = contents(folder)
    with pytest.raises(Problem) as problem:
        run(folder)
    assert str(problem.value) == RUN
    assert capsys.readouterr().out == f"source/ and the gradebook differ:\n  {NAME}: {line}\n"
    assert contents(folder) == before
    course = Course(folder)
    changed.settle(course, [NAME], update=True)
    assert differing(folder) == []
    capsys.readouterr()
    changed.settle(course, [NAME], update=False)
    assert capsys.readouterr().out == ""


@boxed.needed
def test_all_is_as_nbgrader_would_enter_it(folder: Path, tmp_path: Path) -> None:
    source = tiny.source(STRICTER, POINTS | {"essay": 5.0}, "In one line.")
    source.cells.append(tiny.cell("code", "more", "pass", solution=True, grade=True, points=1))
    tiny.write_source(folder, source)
    changed.settle(Course(folder), [NAME], update=True)
    tiny.make(tmp_path / "stock")
    tiny.write_source(tmp_path / "stock", source)
    assert Course(tmp_path / "stock").generate(NAME).reason == ""
    assert rows(folder) == rows(tmp_path / "stock")


def rows(folder: Path) -> list[tuple]:
    with Course(folder).gradebook() as gradebook:
        notebook = gradebook.find_notebook(NAME, NAME)
        found = [
            ("text", c.name, c.cell_type, c.locked, c.source, c.checksum)
            for c in notebook.source_cells
        ]
        found += [("grade", c.name, c.max_score, c.cell_type) for c in notebook.grade_cells]
        found += [("solution", c.name) for c in notebook.solution_cells]
        return sorted([*found, ("kernel", notebook.kernelspec)])


@boxed.needed
def test_a_mended_test_is_graded_again_and_what_was_given_by_hand_stays(folder: Path) -> None:
    assert run(folder) == "0 graded, 2 unchanged since they were graded."
    before = marks(folder)
    assert before["ben test-double"] == (3, None, None, False)
    assert before["ada essay"] == (None, 2.5, 0.5, False)
    tiny.write_source(folder, tiny.source(STRICTER))
    assert run(folder, update=True) == "2 graded, 0 unchanged since they were graded."
    assert marks(folder) == before | {"ben test-double": (0, None, None, False)}
    with Course(folder).gradebook() as gradebook:
        assert gradebook.find_comment("essay", NAME, NAME, "ada").comment == "Well said."
    assert run(folder, update=True) == "0 graded, 2 unchanged since they were graded."


@boxed.needed
def test_other_points_are_given_and_a_mark_by_hand_is_asked_again(folder: Path) -> None:
    before = marks(folder)
    tiny.write_source(folder, tiny.source(points={"test-double": 1, "test-mean": 7, "essay": 5}))
    run(folder, update=True)
    assert marks(folder) == before | {
        "ada test-double": (1, None, None, False),
        "ben test-double": (1, None, None, False),
        "ada test-mean": (7, None, None, False),
        "ben test-mean": (7, None, None, False),
        "ada essay": (None, 2.5, 0.5, True),
    }


@boxed.needed
def test_a_new_test_and_its_end_leave_the_other_marks(folder: Path) -> None:
    before = marks(folder)
    tiny.write_source(folder, tiny.source(HIDDEN | {"test-more": "assert double(7) == 14"}))
    run(folder, update=True)
    more = {"ada test-more": (1, None, None, False), "ben test-more": (0, None, None, False)}
    assert marks(folder) == before | more
    tiny.write_source(folder, tiny.source())
    run(folder, update=True)
    assert marks(folder) == before


@boxed.needed
def test_a_test_that_went_and_came_back_has_its_marks_again(folder: Path) -> None:
    before = marks(folder)
    for source in (without("test-mean"), tiny.source()):
        tiny.write_source(folder, source)
        changed.settle(Course(folder), [NAME], update=True)  # and stopped before it graded
    assert run(folder) == "2 graded, 0 unchanged since they were graded."
    assert marks(folder) == before


@boxed.needed
@pytest.mark.parametrize("given", ["manual_score", "extra_credit", "manual_comment"])
def test_what_was_given_by_hand_does_not_go_with_its_cell(folder: Path, given: str) -> None:
    cell = "double" if given == "manual_comment" else "test-double"
    with Course(folder).gradebook() as gradebook:
        find = gradebook.find_comment if given == "manual_comment" else gradebook.find_grade
        setattr(find(cell, NAME, NAME, "ben"), given, "Why?" if cell == "double" else 0.0)
        gradebook.db.commit()
    before, marked = contents(folder), marks(folder)
    tiny.write_source(folder, without(cell))
    with pytest.raises(Problem) as problem:
        run(folder, update=True)
    assert str(problem.value) == (
        f"{cell} has marks or comments by hand (ben), which would go with it; put it back in source/, "
        "or clear them in the formgrader first."
    )
    assert marks(folder) == marked
    changes = {name for name, content in contents(folder).items() if before.get(name) != content}
    assert changes == {f"source/{NAME}/{NAME}.ipynb"}


@boxed.needed
def test_only_what_was_changed_for_a_cell_makes_its_mark_wait_again(folder: Path) -> None:
    course = Course(folder)
    with course.gradebook() as gradebook:
        mark = gradebook.find_grade("test-double", NAME, NAME, "ada")
        mark.manual_score, mark.needs_manual_grade = 1, False
        gradebook.db.commit()

    def waits(essay: str = ESSAY, **answers: str) -> set[str]:
        tiny.hand_in(folder, "ada", tiny.handed_in(SOLUTIONS | answers, essay))
        run(folder)
        found = marks(folder)
        assert found["ada essay"][1] == 2.5 and found["ada test-double"][1] == 1
        with course.gradebook() as gradebook:  # a person looks
            grades = gradebook.find_submission_notebook(NAME, NAME, "ada").grades
            waiting = {grade.name for grade in grades if grade.needs_manual_grade}
            for grade in grades:
                grade.needs_manual_grade = False
            gradebook.db.commit()
        return waiting

    assert waits(mean="def mean(v):\n    return v.sum() / len(v)") == {"test-double"}
    assert waits(mean="def mean(v):\n    return v.sum() / len(v)", essay="More.") == {"essay"}


@boxed.needed
def test_a_file_beside_the_notebook_in_source_is_graded_with(folder: Path) -> None:
    (folder / "source" / NAME / "data.txt").write_text("1 2 3")
    assert run(folder) == "2 graded, 0 unchanged since they were graded."
    assert run(folder) == "0 graded, 2 unchanged since they were graded."


@boxed.needed
def test_an_assignment_that_was_never_entered_is_entered(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    course = Course(folder)
    with course.gradebook() as gradebook:
        for student in ("ada", "ben"):
            gradebook.remove_submission(NAME, student)
        gradebook.remove_assignment(NAME)
    with pytest.raises(Problem, match="course grade tiny --update"):
        run(folder)
    assert capsys.readouterr().out.endswith(f"  {NAME}: not in the gradebook\n")
    assert run(folder, update=True) == "2 graded, 0 unchanged since they were graded."
    assert course.mark("ada", NAME).score == 5


@boxed.needed
def test_a_second_notebook_is_new_also_to_who_was_graded_before(folder: Path) -> None:
    before = marks(folder)
    nbformat.write(tiny.notebook(), folder / "source" / NAME / "Untitled.ipynb")
    assert differing(folder) == []
    answer = tiny.cell("code", "third", "pass", solution=True)
    test = tiny.cell("code", "test-third", "pass", points=1, **tiny.TEST)
    nbformat.write(tiny.notebook(answer, test), folder / "source" / NAME / "two.ipynb")
    assert differing(folder) == ["the notebook two is new"]
    changed.settle(Course(folder), [NAME], update=True)
    new = {f"{student} test-third": (None, None, None, True) for student in ("ada", "ben")}
    assert marks(folder) == before | new
    test.metadata.nbgrader["points"] = 2
    nbformat.write(tiny.notebook(answer, test), folder / "source" / NAME / "two.ipynb")
    assert differing(folder) == ["two: the test test-third gives 2 points in place of 1"]
    zero = "tiny/two.ipynb was not handed in, and counts 0 points"
    assert run(folder, update=True) == (
        "2 graded, 0 unchanged since they were graded.\nGraded, with a note:\n"
        f"  ada, {NAME}: {zero}\n  ben, {NAME}: {zero}"
    )
    new = {f"{student} test-third": (0, None, None, False) for student in ("ada", "ben")}
    assert marks(folder) == before | new


@boxed.needed
def test_a_notebook_that_is_called_otherwise_now_is_one_notebook(folder: Path) -> None:
    source = folder / "source" / NAME / f"{NAME}.ipynb"
    source.rename(source.with_stem("uno"))
    assert differing(folder) == ["the notebook uno is new", "the notebook tiny is gone"]
    before = marks(folder)
    with pytest.raises(Problem, match=r"essay has marks or comments by hand \(ada\)"):
        run(folder, update=True)
    assert marks(folder) == before
    course = Course(folder)
    with course.gradebook() as gradebook:
        mark = gradebook.find_grade("essay", NAME, NAME, "ada")
        mark.manual_score = mark.extra_credit = None
        gradebook.find_comment("essay", NAME, NAME, "ada").manual_comment = None
        gradebook.db.commit()
    taken = "'tiny/tiny.ipynb' was taken for tiny/uno.ipynb"
    assert run(folder, update=True) == (
        "2 graded, 0 unchanged since they were graded.\nGraded, with a note:\n"
        f"  ada, {NAME}: {taken}\n  ben, {NAME}: {taken}"
    )
    assert course.notebooks(NAME) == ["uno"]
    assert marks(folder) == before | {"ada essay": (None, None, None, True)}
    assert differing(folder) == []


@boxed.needed
def test_what_was_not_written_to_its_end_does_not_keep_a_new_test_out(folder: Path) -> None:
    [graded] = Course(folder).graded("ben", NAME).values()
    graded.chmod(0o644)
    graded.write_bytes(graded.read_bytes()[:500])
    before = marks(folder)
    tiny.write_source(folder, tiny.source(HIDDEN | {"test-more": "assert double(7) == 14"}))
    assert run(folder, update=True) == "2 graded, 0 unchanged since they were graded."
    more = {"ada test-more": (1, None, None, False), "ben test-more": (0, None, None, False)}
    assert marks(folder) == before | more


@boxed.needed
def test_an_answer_that_is_called_otherwise_now_is_not_read_again(folder: Path) -> None:
    before = marks(folder)
    made = tiny.source()
    made.cells[0].metadata.nbgrader["grade_id"] = made.cells[0].id = "twice"
    tiny.write_source(folder, made)
    assert run(folder, update=True) == "2 graded, 0 unchanged since they were graded."
    assert marks(folder) == before


@boxed.needed
def test_without_source_the_gradebook_is_the_truth(folder: Path) -> None:
    shutil.rmtree(folder / "source" / NAME)
    assert differing(folder) == []


def two_of_a_name(made: NotebookNode) -> None:
    made.cells.append(NotebookNode(made.cells[0] | {"id": "another"}))


def raw(made: NotebookNode) -> None:
    made.cells[-2] = nbformat.v4.new_raw_cell("x", metadata=made.cells[-2].metadata)


def below_nothing(made: NotebookNode) -> None:
    made.cells[2].metadata.nbgrader["points"] = -1


@boxed.needed
@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (two_of_a_name, "double"),
        (raw, "rubric is neither"),
        (below_nothing, "-1 is less than the minimum of 0$"),
    ],
)
def test_what_nbgrader_would_not_enter_is_named(
    folder: Path, damage: Callable[[NotebookNode], None], words: str
) -> None:
    made = tiny.source()
    damage(made)
    tiny.write_source(folder, made)
    with pytest.raises(Problem, match=words) as problem:
        run(folder, update=True)
    assert str(problem.value).startswith("source/tiny/tiny.ipynb cannot be entered: ")


COMMAND = [sys.executable, "-c", "from course.classroom.command import main; main()", "grade"]


@boxed.needed
@pytest.mark.slow
def test_without_a_terminal_it_stops_with_one_line(folder: Path) -> None:
    tiny.write_source(folder, tiny.source(STRICTER))
    before = contents(folder)
    done = subprocess.run(
        [*COMMAND, NAME], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (1, f"course grade: {RUN}\n")
    assert contents(folder) == before


@boxed.needed
@pytest.mark.slow
@pytest.mark.parametrize(("answer", "double"), [("y", 0), ("n", 3), ("", 3)])
def test_at_a_terminal_it_asks(folder: Path, answer: str, double: float) -> None:
    tiny.write_source(folder, tiny.source(STRICTER))
    master, slave = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, NAME], cwd=folder, stdin=slave, stdout=slave, stderr=slave
    ) as p:
        os.close(slave)
        os.write(master, f"{answer}\n".encode())
        said = b""
        with contextlib.suppress(OSError):  # the other end is closed
            while got := os.read(master, 4096):
                said += got
        os.close(master)
        assert p.wait() == (0 if answer == "y" else 1), said
    assert b"is changed" in said and b"[y/N]" in said
    assert marks(folder)["ben test-double"] == (double, None, None, False)


@pytest.mark.slow
def test_the_second_of_two_at_once_says_so_and_leaves_the_first_alone(tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").touch()
    with alone.in_folder(tmp_path):
        done = subprocess.run([*COMMAND, NAME], cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "course grade: another `course grade` is running in this folder; wait for its end, then run "
        "it again.\n"
    )
    with alone.in_folder(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["nbgrader_config.py"]


def test_who_is_killed_keeps_nobody_out(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from course.classroom import alone\n"
        f"with alone.in_folder(Path({str(tmp_path)!r})):\n"
        "    print('in', flush=True); time.sleep(600)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "in\n"
        with (
            pytest.raises(Problem, match="another `course grade` is running"),
            alone.in_folder(tmp_path),
        ):
            pass
        other.kill()
        other.wait()
    with alone.in_folder(tmp_path):
        pass


@pytest.mark.parametrize("kept_out", [True, False])
def test_where_no_folder_can_be_locked_the_settings_are(
    tmp_path: Path, kept_out: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def flock_of_nfs(file: int, how: int) -> None:
        if not fcntl.fcntl(file, fcntl.F_GETFL) & os.O_RDWR:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        flock(file, how)

    flock = fcntl.flock
    monkeypatch.setattr(fcntl, "flock", flock_of_nfs)
    if kept_out:
        (tmp_path / "nbgrader_config.py").touch()
    refused = pytest.raises(Problem, match="another `course grade` is running")
    second = refused if kept_out else contextlib.nullcontext()
    with alone.in_folder(tmp_path), second, alone.in_folder(tmp_path):
        pass
    with alone.in_folder(tmp_path):
        pass
