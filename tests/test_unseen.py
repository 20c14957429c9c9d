"""Work that stands where no mark looks: it counts, or a person is asked, who sees it where points are given.

A line for each submission: what was handed in, the points of its tests (3 at most), and the cells that
wait for a person. `why` and `draw` are graded by hand; nobody is asked about one that is blank.
"""

import dataclasses
import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy

import nbformat
import pytest
from nbformat import NotebookNode

from course.classroom import grade
from course.classroom.course import Course
from course.classroom.demo import cycle as demo
from course.grading import answers, secret, unseen, workers
from course.grading.unseen import Assignment
from course.plugins import found
from helpers import boxed

NAME = "rides"
new_text, new_code = nbformat.v4.new_markdown_cell, nbformat.v4.new_code_cell
new_raw = nbformat.v4.new_raw_cell

SOURCE = [
    ("", "markdown", "# Rides\n\nEvery kilometre of a ride costs two euros, and nobody pays for the start."),
    ("", "code", 'NAME = ""\nPARTNERS = ""'),
    ("setup", "locked", "import math"),
    ("fare", "solution", "def fare(km):\n    ### BEGIN SOLUTION\n    return 2 * km\n    ### END SOLUTION"),
    ("test-fare", 2, "assert fare(3) == 6"),
    ("price", "solution", "price = ...\n### BEGIN SOLUTION\nprice = 2\n### END SOLUTION"),
    ("test-price", 1, "assert price == 2"),
    ("", "markdown", "Why is a mean not enough to know what the rides of a day were like?"),
    ("rubric", "locked text", "**How it is marked.** One point for each idea."),
    ("why", "by hand", "**My answer**\n\n### BEGIN SOLUTION\nA mean hides.\n### END SOLUTION"),
    ("draw", "code by hand", "### BEGIN SOLUTION\nprint(2)\n### END SOLUTION"),
    ("", "code", "fares = [fare(km) for km in (1, 2, 3)]"),
    ("", "markdown", "## Summary\n\nA mean is one number for many."),
]  # fmt: skip
"""Of each cell its name, what it is or the points of a test, and its text."""

FARE, WRONG = "def fare(km):\n    return km + km", "def fare(km):\n    return 3 * km"
PRICE = "price = 2"
STUB = (
    "def fare(km):\n    # Your code here, in place of this comment and the next line.\n"
    '    raise NotImplementedError("Still to do: put your code in place of this line.")'
)
SAID = "One long ride looks like many short ones."
DRAWN = "import matplotlib\nfares = {1: 2}"

Step = Callable[[list[NotebookNode]], object]


def source() -> NotebookNode:
    """The instructor's notebook."""
    made = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": ""}}
    )
    for name, kind, text in SOURCE:
        is_text = kind in ("markdown", "locked text", "by hand")
        cell = new_text(text) if is_text else new_code(text)
        if name:
            test, by_hand = isinstance(kind, int), str(kind).endswith("by hand")
            flags = {"grade": test or by_hand, "solution": by_hand or kind == "solution"}
            flags |= {"points": kind if test else 3} if test or by_hand else {}
            locked = test or str(kind).startswith("locked")
            known = {"grade_id": name, "locked": locked, "schema_version": 3, "task": False}
            cell.metadata["nbgrader"] = flags | known
        made.cells.append(cell)
    return made


def name_of(cell: NotebookNode) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def at(cells: list[NotebookNode], place: str | int) -> int:
    """The first cell of a name, or with a text; -1 stands for the last."""
    if isinstance(place, int):
        return place % len(cells)
    return next(
        n for n, cell in enumerate(cells) if place in (name_of(cell), cell.source[: len(place)])
    )


def put(name: str, text: str) -> Step:
    return lambda cells: cells[at(cells, name)].update(source=text)


def add(name: str, text: str) -> Step:
    return lambda cells: cells[at(cells, name)].update(
        source=cells[at(cells, name)].source + "\n\n" + text
    )


def above(name: str | int, *more: NotebookNode) -> Step:
    return lambda cells: cells.__setitem__(slice(at(cells, name), at(cells, name)), deepcopy(more))


def below(name: str | int, *more: NotebookNode) -> Step:
    return lambda cells: cells.__setitem__(
        slice(at(cells, name) + 1, at(cells, name) + 1), deepcopy(more)
    )


def copied(name: str, text: str | None = None, last: bool = False) -> Step:
    """A copy of a cell below it, or below all, with another text if one is given."""

    def step(cells: list[NotebookNode]) -> None:
        copy = deepcopy(cells[at(cells, name)])
        copy.source = copy.source if text is None else text
        cells.insert(len(cells) if last else at(cells, name) + 1, copy)

    return step


def lose(*names: str) -> Step:
    return lambda cells: [cells.pop(at(cells, name)) for name in names]


def forget(name: str) -> Step:
    return lambda cells: cells[at(cells, name)].update(metadata=NotebookNode())


def retype(name: str, kind: str) -> Step:
    return lambda cells: cells[at(cells, name)].update(cell_type=kind)


def done(cells: list[NotebookNode]) -> None:
    """Both exercises are solved, and nothing is written."""
    put("fare", FARE)(cells)
    put("price", PRICE)(cells)


def priced(cells: list[NotebookNode]) -> None:
    """One exercise is solved, 1 point; the other one is worth 2."""
    put("price", PRICE)(cells)


TABLE: list[tuple[str, int, str, *tuple[Step, ...]]] = [
    ("nothing done", 0, ""),
    ("all done but what is written", 3, "", done),
    ("all done", 3, "why draw", done, put("why", SAID), put("draw", DRAWN)),
    # A written answer elsewhere
    ("below its cell", 3, "why draw", done, below("why", new_text(SAID))),
    ("above its cell", 3, "why draw", done, above("why", new_text(SAID))),
    ("in two words", 3, "why draw", done, below("why", new_text("Too coarse."))),
    ("as a number", 3, "why draw", done, below("why", new_text("42"))),
    ("as a picture", 3, "why draw", done, below("why", new_text("![](attachment:image.png)"))),
    ("above all", 3, "why draw", done, above("# Rides", new_text(f"{SAID} {SAID}"))),
    ("at the end", 3, "why draw", done, below(-1, new_text(SAID))),
    ("in a raw cell", 3, "why draw", done, below("why", new_raw(SAID))),
    ("as a comment", 3, "why draw", done, below("why", new_code(f"# {SAID}"))),
    ("as a comment of one word", 3, "why draw", done, below("why", new_code("# Coarse"))),
    ("as a string", 3, "why draw", done, below("why", new_code(f'"""{SAID}"""'))),
    ("as a string with a name", 3, "why draw", done, below("why", new_code(f"text = '{SAID}'"))),
    ("typed into a code cell", 3, "why draw", done, below("why", new_code(SAID))),
    ("under a magic", 3, "why draw", done, below("why", new_code(f"%%markdown\n{SAID}"))),
    ("beside code that was handed out", 3, "why draw", done, add("fares =", f"# {SAID}")),
    ("in the question", 3, "why draw", done, add("Why is", SAID)),
    ("in place of the question", 3, "why draw", done, put("Why is", SAID)),
    ("in the locked rubric", 3, "why draw", done, add("rubric", SAID)),
    ("in place of the locked rubric", 3, "why draw", done, put("rubric", SAID)),
    ("in a line of the locked rubric", 3, "why draw", done, put("rubric", f"One point. {SAID}")),
    ("in a locked code cell", 3, "why draw", done, add("setup", f"# {SAID}")),
    ("in a test", 3, "why draw", done, add("test-price", f'"""{SAID}"""')),
    ("typed into a test", 3, "why draw", done, put("test-price", SAID)),
    ("merged into an exercise, as a string", 3, "why draw", done, add("price", f'"{SAID}"')),
    ("merged into an exercise, its cell gone", 2, "why", done, add("price", SAID), lose("why")),
    ("in a copy above a blank one", 3, "why", done, copied("why"), put("why", SAID)),
    ("in a copy below a blank one", 3, "why", done, copied("why", SAID)),
    ("in a copy above an emptied one", 3, "why", done, copied("why", " \n"), put("why", SAID)),
    ("in two copies", 3, "why", done, copied("why", SAID), put("why", "No.")),
    ("in a cell without metadata", 3, "why draw", done, put("why", SAID), forget("why")),
    ("in its cell, which is code now", 3, "why", done, put("why", SAID), retype("why", "raw")),
    # None
    ("a cell lost", 3, "why", done, lose("why")),
    ("a code cell lost", 3, "draw", done, lose("draw")),
    ("both lost", 3, "why draw", done, lose("why", "draw")),
    ("its cell emptied", 3, "", done, put("why", "")),
    ("its cell with other blanks", 3, "", done, put("why", "**My answer**\r\n \r\n*Your answer here, in place of this line.*\r\n")),
    ("a blank copy", 3, "", done, copied("why")),
    ("an empty cell", 3, "", done, below("why", new_text(" \n"), new_code(""), new_raw(""))),
    ("names where they are asked for", 3, "", done, put("NAME", 'NAME = "Ada Lovelace"\nPARTNERS = "Grace Hopper and Emmy Noether"')),
    ("names above all", 3, "", done, above("# Rides", new_text("Ada Lovelace, 12345"))),
    ("the question copied", 3, "", done, below("why", new_text("> Why is a mean not enough to know what the rides of a day were like?"))),
    ("a part of the question copied", 3, "", done, below("why", new_text("a mean not enough to know what the rides"))),
    ("the question cut in two", 3, "", done, put("# Rides", "# Rides"), below("# Rides", new_text("Every kilometre of a ride costs two euros, and nobody pays for the start."))),
    ("the rubric without its second half", 3, "", done, put("rubric", "**How it is marked.**")),
    ("the question deleted", 3, "", done, lose("Why is")),
    ("a comment in an exercise", 3, "", done, put("fare", f"# as in the lecture on rides\n{FARE}")),
    ("an older try kept as a string", 3, "", done, add("fare", '"""\nold = 2\n"""')),
    ("a test that prints", 3, "", done, add("test-fare", "print(fare(3))")),
    ("a test that is none", 3, "", done, put("test-fare", "assert True")),
    ("other numbers in code that was handed out", 3, "", done, put("fares =", "fares = [fare(km) for km in (4, 5, 6)]")),
    ("notes, and all answers in their cells", 3, "why draw", done, put("why", SAID), put("draw", DRAWN), below("fare", new_text("Note to self: ask why."))),
    ("a slip of syntax in an exercise", 1, "", done, put("fare", "def fare(km) return two euros for each")),
    # Code that a person grades
    ("code beside its cell", 3, "draw", done, below("draw", new_code(DRAWN))),
    ("sums tried in a cell", 3, "draw", done, below("draw", new_code("1 + 1"))),
    ("code in a copy below a blank one", 3, "draw", done, copied("draw", DRAWN)),
    # Code for tests
    ("in a cell above the blank one", 3, "", priced, above("fare", new_code(FARE))),
    ("in a cell below the blank one", 3, "", priced, below("fare", new_code(FARE))),
    ("in a cell below the test", 3, "", priced, below("test-fare", new_code(FARE))),
    ("in the last cell, with what it needs", 3, "", priced, below(-1, new_code("def twice(x):\n    return 2 * x\n\n\nfare = twice"))),
    ("an assignment above the blank one", 3, "", put("fare", FARE), above("price", new_code(PRICE))),
    ("all in one cell at the end", 3, "", below(-1, new_code(f"{FARE}\n\n\n{PRICE}"))),
    ("all in one cell at the top", 3, "", above(0, new_code(f"{FARE}\n\n\n{PRICE}"))),
    ("two in one exercise", 3, "", put("price", f"{FARE}\n\n\n{PRICE}")),
    ("as a lambda", 3, "", priced, above("fare", new_code("fare = lambda km: 2 * km"))),
    ("with the time it takes", 3, "", priced, above("fare", new_code(f"%%time\n{FARE}"))),
    ("in a test", 3, "", priced, put("test-fare", f"{FARE}\n\nassert fare(3) == 6")),
    ("in a test, below what is asserted", 3, "", priced, add("test-fare", FARE)),
    ("in a locked cell", 3, "", priced, add("setup", FARE)),
    ("a helper in a locked cell", 3, "draw", done, put("fare", "def fare(km):\n    return twice(km)"), add("setup", "def twice(x):\n    return 2 * x")),
    ("in a raw cell", 3, "", priced, below("fare", new_raw(FARE))),
    ("in a text cell", 3, "", priced, below("fare", new_text(FARE))),
    ("in a text cell, between fences", 3, "", priced, below("fare", new_text(f"```python\n{FARE}\n```"))),
    ("in the middle of a text", 1, "why draw test-fare", priced, below("fare", new_text(f"My solution is\n\n{FARE}"))),
    ("above what was to be replaced", 3, "", priced, put("fare", f"{FARE}\n\n\n{STUB}")),
    ("in a copy above a blank one", 3, "", priced, copied("fare"), put("fare", FARE)),
    ("in a copy below a blank one", 3, "", priced, copied("fare", FARE)),
    ("in a copy below the test", 3, "", priced, copied("fare", FARE, last=True)),
    ("in a copy above an emptied one", 3, "", priced, copied("fare", ""), put("fare", FARE)),
    ("in a cell without metadata", 3, "", done, forget("fare")),
    ("in a cell without metadata, below the test", 3, "", priced, lose("fare"), below("test-fare", new_code(FARE))),
    # What is not certain
    ("two copies, the last one wrong", 1, "test-fare", priced, put("fare", FARE), copied("fare", WRONG)),
    ("two copies, the last one right", 3, "", priced, put("fare", WRONG), copied("fare", FARE)),
    ("two in other cells, the last one wrong", 1, "test-fare", priced, below("fare", new_code(FARE), new_code(WRONG))),
    ("two in other cells, the last one right", 3, "", priced, below("fare", new_code(WRONG), new_code(FARE))),
    ("the same in two copies", 1, "", priced, put("fare", WRONG), copied("fare")),
    # None
    ("a wrong one elsewhere", 1, "", priced, above("fare", new_code(WRONG))),
    ("another function", 1, "draw", priced, above("fare", new_code("def tip(km):\n    return 1"))),
    ("the blank one copied", 1, "", priced, copied("fare")),
    ("a cell of an exercise lost", 1, "", priced, lose("fare")),
    ("a call of what is missing", 1, "draw", priced, lose("fare"), below("test-fare", new_code("fare(3)"))),
    ("its own cell below its test", 1, "", done, lambda cells: cells.insert(5, cells.pop(3))),
]  # fmt: skip

STUDENTS = {f"student-{number:03}": row for number, row in enumerate(TABLE)}


def handed_in(release: NotebookNode, steps: tuple[Step, ...]) -> NotebookNode:
    """``release`` after what a student did."""
    made = deepcopy(release)
    for step in steps:
        step(made.cells)
    for number, cell in enumerate(made.cells):
        cell.id = f"cell-{number}"
    return made


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course folder in which every line of the table was handed in."""
    folder = tmp_path_factory.mktemp("class") / "course"
    (folder / "source" / NAME).mkdir(parents=True)
    settings = 'c.IncludeHeaderFooter.header = ""\nc.ClearSolutions.enforce_metadata = False\n'
    (folder / "nbgrader_config.py").write_text(demo.CONFIG + settings, encoding="utf-8")
    nbformat.write(source(), folder / "source" / NAME / f"{NAME}.ipynb")
    course = Course(folder)
    assert course.generate(NAME).reason == ""
    release = nbformat.read(folder / "release" / NAME / f"{NAME}.ipynb", as_version=4)
    for student, (_, _, _, *steps) in STUDENTS.items():
        path = found.folder(course.directory, student, NAME) / f"{NAME}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(handed_in(release, tuple(steps))), encoding="utf-8")
    secret.of_course(folder)
    return course


@pytest.fixture(scope="module")
def said(course: Course) -> Iterator[str]:
    """What `course grade` says."""
    yield grade.run(course.folder, [NAME], 2, None, False, boxed.SANDBOXED)
    workers.close()


def marks(course: Course, student: str) -> dict[str, tuple[float, bool]]:
    """Points by cell, and whether it waits for a person."""
    with course.gradebook() as gradebook:
        found = gradebook.find_submission_notebook(NAME, NAME, student).grades
        return {mark.name: (mark.score, mark.needs_manual_grade) for mark in found}


def graded(course: Course, student: str) -> dict[str, NotebookNode]:
    """The graded cells of a student, by name."""
    cells = nbformat.read(course.graded(student, NAME)[NAME], as_version=4).cells
    return {name_of(cell): cell for cell in cells if name_of(cell)}


@pytest.mark.slow
@pytest.mark.parametrize("student", STUDENTS, ids=lambda student: STUDENTS[student][0])
def test_a_submission_has_its_points_and_waits_where_it_should(
    course: Course, said: str, student: str
) -> None:
    _, points, waiting, *_ = STUDENTS[student]
    found = marks(course, student)
    assert sum(score for score, _ in found.values()) == points
    assert {name for name, (_, waits) in found.items() if waits} == set(waiting.split())


def lines_about(said: str, what: str) -> list[str]:
    student = next(student for student, row in STUDENTS.items() if row[0] == what)
    return re.findall(rf"^  {student}, {NAME}: (.+)$", said, re.MULTILINE)


@pytest.mark.slow
def test_course_grade_says_in_one_line_why_somebody_waits(said: str) -> None:
    assert "Not graded" not in said
    shown = "{} is blank, and what was written elsewhere in the notebook is shown there"
    missing = "the cell {} is missing from what was handed in"
    for what, lines in {
        "all done": [],
        "nothing done": [],
        "code beside its cell": [shown.format("draw")],
        "below its cell": ["; ".join(map(shown.format, ("why", "draw")))],
        "both lost": ["; ".join(map(missing.format, ("why", "draw")))],
        "two copies, the last one right": [],
        "two copies, the last one wrong": [
            "the notebook holds several solutions of fare, and the last counts"
        ],
    }.items():
        assert lines_about(said, what) == lines


@pytest.mark.slow
def test_the_words_are_seen_in_the_cell_that_gives_points(course: Course, said: str) -> None:
    for student, (what, _, waiting, *steps) in STUDENTS.items():
        given = str(handed_in(source(), tuple(steps)))
        for cell in waiting.split() if SAID in given else []:
            assert SAID in graded(course, student)[cell].source or cell == "draw", what


@pytest.mark.slow
def test_code_that_may_count_is_shown_with_the_test_that_failed(course: Course, said: str) -> None:
    shown = {what: student for student, (what, *_) in STUDENTS.items()}
    for what in ("two copies, the last one wrong", "in the middle of a text"):
        [told, *_] = graded(course, shown[what])["test-fare"].outputs
        assert told.text.startswith("Waits for a person: ")
        assert f"Found elsewhere in the notebook:\n{FARE}" in told.text.replace(
            "My solution is\n\n", ""
        )


@pytest.mark.slow
def test_marks_by_hand_are_kept_and_the_page_shows_what_they_are_for(
    course: Course, said: str
) -> None:
    student = next(s for s, row in STUDENTS.items() if row[0] == "in the locked rubric")
    with course.gradebook() as gradebook:
        for name in ("why", "draw"):
            mark = gradebook.find_grade(name, NAME, NAME, student)
            mark.manual_score, mark.needs_manual_grade = 1.5, False
        gradebook.db.commit()
    assert course.mark(student, NAME).waiting is False
    assert course.feedback(student, NAME).reason == ""
    page = (course.folder / "feedback" / student / NAME / f"{NAME}.html").read_text()
    found = rf"Student's answer.+?Score: 1\.5.+?Found elsewhere in this notebook.+?{SAID}"
    assert re.search(found, page, re.DOTALL)
    settings = dataclasses.replace(course.settings([NAME]), sandboxed=boxed.SANDBOXED)
    with grade.means(1, None, settings) as there:
        [again] = grade.grade(course, [(student, NAME)], there, force=True)
    assert marks(course, student)["why"] == (1.5, False)  # what a person has read is the same
    assert again.look == ""


class TestTheCellThatGivesPoints:
    """What it shows, made without grading."""

    KNOWN: dict[str, NotebookNode] = {
        name_of(cell): cell for cell in source().cells if name_of(cell)
    }

    def settled(self, *steps: Step) -> list[NotebookNode]:
        """The cells that are executed of what was handed in after ``steps``; as they are sent."""
        others = [cell for cell in source().cells if not name_of(cell)]
        assignment = Assignment(self.KNOWN, others, {"fare": ("fare",), "price": ("price",)})
        made = handed_in(source(), steps)
        settled = nbformat.from_dict(json.loads(unseen.settle(made, assignment)))
        nbformat.validate(settled)
        return settled.cells

    def why(self, *more: NotebookNode) -> NotebookNode:
        """The cell in a notebook that has ``more`` at its end."""
        return next(cell for cell in self.settled(below(-1, *more)) if name_of(cell) == "why")

    def test_does_not_take_the_place_of_what_stands_in_a_locked_one(self) -> None:
        done = self.settled(put("why", "An answer."), put("draw", DRAWN), add("rubric", SAID))
        names = [name_of(cell) for cell in done]
        assert done[names.index("why")].source == "An answer."
        assert done[names.index("rubric") - 1].source == SAID
        assert done[names.index("rubric")].source == self.KNOWN["rubric"].source

    def test_says_where_each_text_was_found(self) -> None:
        shown = self.why(new_text("In words."), new_raw("As it is."), new_code("# A comment."))
        kinds = re.findall(
            r"^\*\*Found elsewhere in this notebook, in a (.+):\*\*$", shown.source, re.M
        )
        assert kinds == ["text cell", "raw cell", "code cell"]
        assert shown.source.endswith("    # A comment.")
        assert "\n\nIn words.\n\n---" in shown.source

    def test_shows_the_pictures_of_several_texts(self) -> None:
        one, two = (
            new_text("![](attachment:1)", attachments={"1": {"image/png": data}}) for data in "AB"
        )
        shown = self.why(one, two)
        assert re.findall(r"attachment:(\d)", shown.source) == ["1", "2"]
        assert shown.attachments == {"1": {"image/png": "A"}, "2": {"image/png": "B"}}

    def test_shows_so_much_that_a_page_can_be_made(self) -> None:
        shown = self.why(*[new_text("word " * 3_000) for _ in range(100)])
        assert len(shown.source) < 2 * answers.LONGEST
        assert answers.CUT in shown.source

    def test_shows_as_it_was_written_what_would_make_a_page_slow(self) -> None:
        shown = self.why(*[new_text("*a* _b_ " * 200) for _ in range(9)])
        assert all(line.startswith("    ") for line in shown.source.splitlines())

    def test_leaves_the_notebook_as_it_is_if_nothing_is_found(self) -> None:
        assert self.why().source == self.KNOWN["why"].source
