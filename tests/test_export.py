"""`course export`: the marks in a file are those of the gradebook, and none is made up."""

import csv
import io
import itertools
import re
import unicodedata
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.classroom import export, marks
from course.classroom.course import open_course
from course.classroom.marks import Marks, Points, Student, Submission
from helpers import gradebooks
from helpers.gradebooks import NAME

AWKWARD = [
    "=1+1",
    "+49",
    "-1",
    "@SUM(A1)",
    "\tx",
    "O'Neil",
    'a "b", c',
    "two\nlines",
    "Žofie 李",
    "",
]
NAMES = st.sampled_from(AWKWARD) | st.text(
    st.characters(exclude_categories=["Cs", "Cc"]), max_size=9
)
SCORES = (
    st.integers(0, 25)
    | st.sampled_from([0.1, 1 / 3, 2.5, 1e-7, 22.499999999999996, 100000.5])
    | st.floats(0, 1e6)
)
ASSIGNMENTS = ["01", "=02", 'a "b", c']


def rows(form: str, class_: Marks) -> list[list[str]]:
    """What is read of the file in which ``class_`` was written."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(export.FORMATS[form](class_))
    return list(csv.reader(io.StringIO(text.getvalue(), newline="")))


def submission(score: float, penalty: float = 0.0, waiting: bool = False) -> Submission:
    cells = {"a": Points(score, False, False), "b": Points(0.0, waiting, False)}
    return Submission(datetime(2026, 3, 6, 12), timedelta(), penalty, cells)


@st.composite
def classes(draw: st.DrawFn) -> Marks:
    """A class in which somebody may have handed in nothing, or waits."""
    ids = draw(
        st.lists(st.text(min_size=1, max_size=5) | NAMES.filter(bool), unique=True, min_size=1)
    )
    students = [Student(id, *draw(st.tuples(*[NAMES] * 4))) for id in ids]
    work = st.none() | st.builds(submission, SCORES, SCORES, st.booleans())
    found = {(id, name): draw(work) for id in ids for name in ASSIGNMENTS}
    return Marks(
        students,
        {name: {"a": draw(SCORES), "b": 3.0} for name in ASSIGNMENTS},
        {place: done for place, done in found.items() if done},
        set(found),
    )


class TestNoMarkChanges:
    @given(classes())
    def test_in_the_table(self, class_: Marks) -> None:
        header, *lines = rows("csv", class_)
        read = [dict(zip(header, line, strict=True)) for line in lines]
        assert len(read) == len(class_.students) * len(ASSIGNMENTS)
        places = [(student, name) for student in class_.students for name in ASSIGNMENTS]
        for line, (student, name) in zip(read, places, strict=True):
            found = class_.submissions.get((student.id, name))
            assert line["student_id"] == export.text(student.id)
            assert line["email"] == export.text(student.email)
            assert line["assignment"] == export.text(name)
            assert value(line["mark"]) == (found.mark if found else None)
            assert value(line["points"]) == (found.score if found else None)
            assert value(line["late_penalty"]) == (found.penalty if found else None)
            assert value(line["max_score"]) == class_.max_score(name)

    @given(classes())
    def test_in_canvas(self, class_: Marks) -> None:
        header, possible, *lines = rows("canvas", class_)
        assert header[5:] == [export.text(name) for name in ASSIGNMENTS]
        assert [value(cell) for cell in possible[5:]] == [
            class_.max_score(name) for name in ASSIGNMENTS
        ]
        assert [line[3] for line in lines] == [export.text(s.id) for s in class_.students]
        for line, student in zip(lines, class_.students, strict=True):
            assert [value(cell) for cell in line[5:]] == marks_of(class_, student)

    @given(classes())
    def test_in_moodle(self, class_: Marks) -> None:
        header, *lines = rows("moodle", class_)
        at = header.index("Username")
        assert [line[at] for line in lines] == [export.text(s.id) for s in class_.students]
        for line, student in zip(lines, class_.students, strict=True):
            cells = line[-len(ASSIGNMENTS) :]
            assert "" not in cells
            assert [value(cell.removeprefix("-")) for cell in cells] == marks_of(class_, student)


def value(cell: str) -> float | None:
    """The number in a cell; None if it is empty."""
    assert "e" not in cell.lower(), "LMSs do not all read exponents"
    return float(cell) if cell else None


def marks_of(class_: Marks, student: Student) -> list[float | None]:
    found = [class_.submissions.get((student.id, name)) for name in ASSIGNMENTS]
    return [one.mark if one else None for one in found]


GRADES = st.tuples(
    SCORES,  # automatic
    st.none() | SCORES,  # by hand
    st.none() | SCORES,  # extra
    st.none() | SCORES,  # penalty
    st.booleans(),  # waits
)


@pytest.mark.slow
class TestTheGradebook:
    @pytest.fixture(scope="class")
    @classmethod
    def folder(cls, tmp_path_factory: pytest.TempPathFactory) -> Path:
        """A course in which three students are graded on one notebook."""
        folder = tmp_path_factory.mktemp("course")
        with gradebooks.make(folder, NAME) as gradebook:
            for student in ("ada", "ben", "cyd"):
                gradebooks.grade(folder, gradebook, student, NAME)
        return folder

    @settings(max_examples=25)
    @given(given_=st.tuples(GRADES, GRADES, GRADES), names=st.tuples(*[NAMES] * 3))
    def test_the_file_says_what_nbgrader_says(
        self, folder: Path, given_: tuple, names: tuple
    ) -> None:
        expected = {}
        with open_course(folder).gradebook() as gradebook:
            for student, grade, name in zip(("ada", "ben", "cyd"), given_, names, strict=True):
                gradebook.update_or_create_student(student, last_name=name, email=name)
                auto, by_hand, extra, penalty, waits = grade
                cell = gradebook.find_grade("test-forward", NAME, NAME, student)
                cell.auto_score, cell.manual_score, cell.extra_credit = auto, by_hand, extra
                cell.needs_manual_grade = waits
                cell.notebook.late_submission_penalty = penalty
            gradebook.db.commit()
            for student in ("ada", "ben", "cyd"):
                found = gradebook.find_submission(NAME, student)
                late = found.late_submission_penalty or 0.0
                mark = None if found.needs_manual_grade else max(0.0, found.score - late)
                expected[student] = (found.score, late, mark)
        export.run(folder, "csv", folder / "marks.csv")
        with open(folder / "marks.csv", encoding="utf-8", newline="") as file:
            read = {line["student_id"]: line for line in csv.DictReader(file)}
        assert read.keys() == expected.keys()
        for student, name in zip(("ada", "ben", "cyd"), names, strict=True):
            line, (score, late, mark) = read[student], expected[student]
            # nbgrader's sum is the database's, whose last binary digit may differ.
            assert value(line["points"]) == pytest.approx(score, rel=1e-14)
            assert value(line["late_penalty"]) == late
            assert (line["mark"] == "") == (mark is None)
            assert mark is None or value(line["mark"]) == pytest.approx(mark, rel=1e-14, abs=1e-9)
            assert line["last_name"] == export.text(name)


@pytest.mark.slow
class TestAMarkThatDoesNotExist:
    @pytest.fixture(scope="class")
    @classmethod
    def folder(cls, tmp_path_factory: pytest.TempPathFactory) -> Path:
        """Somebody for each way to have no mark, and two who have one."""
        folder = tmp_path_factory.mktemp("course")
        with gradebooks.make(folder, NAME, "04-model") as gradebook:
            gradebooks.grade(folder, gradebook, "graded", NAME)
            gradebooks.grade(folder, gradebook, "graded", "04-model")  # its answer waits
            cells = [cell.name for cell in gradebook.find_notebook(NAME, NAME).grade_cells]
            nothing_right = dict.fromkeys(cells, gradebooks.STILL_TO_DO)
            gradebooks.grade(folder, gradebook, "zero", NAME, nothing_right)
            gradebook.add_student("absent")
            gradebook.add_student("another-file")
            gradebook.add_submission(NAME, "another-file")
            for grade in gradebook.find_submission(NAME, "another-file").notebooks[0].grades:
                grade.auto_score, grade.needs_manual_grade = 0, False  # as nbgrader leaves it
            gradebook.db.commit()
        gradebooks.hand_in(folder, "another-file", NAME)
        gradebooks.hand_in(folder, "ungraded", NAME)
        return folder

    STATES = {
        ("graded", NAME): "graded",
        ("graded", "04-model"): "waiting",
        ("zero", NAME): "graded",
        ("another-file", NAME): "not graded",
        ("ungraded", NAME): "not graded",
    }

    def test_is_no_zero_and_the_table_says_why(self, folder: Path) -> None:
        told = export.run(folder, "csv", folder / "marks.csv")
        assert told.endswith("2 marks; without one: 1 waiting, 2 not graded, 5 not handed in.")
        with open(folder / "marks.csv", encoding="utf-8", newline="") as file:
            lines = {
                (line["student_id"], line["assignment"]): line for line in csv.DictReader(file)
            }
        assert len(lines) == 10
        for place, line in lines.items():
            assert line["state"] == self.STATES.get(place, "not handed in")
        marks_ = {place: line["mark"] for place, line in lines.items() if line["mark"]}
        assert marks_ == {("graded", NAME): "25", ("zero", NAME): "0"}
        assert lines["graded", "04-model"]["points"] == "22"

    @pytest.mark.parametrize(("form", "none"), [("canvas", ""), ("moodle", "-")])
    def test_is_no_zero_in_an_lms(self, folder: Path, form: str, none: str) -> None:
        export.run(folder, form, folder / "marks.csv")
        with open(folder / "marks.csv", encoding="utf-8", newline="") as file:
            cells = {tuple(line[-2:]) for line in csv.reader(file)}
        assert cells - {(NAME, "04-model"), ("25", "25")} == {
            ("25", none),
            ("0", none),
            (none, none),
        }


@pytest.mark.slow
def test_an_assignment_of_two_notebooks_keeps_the_points_of_both(tmp_path: Path) -> None:
    with gradebooks.make(tmp_path) as gradebook:
        gradebook.add_assignment("two")
        gradebook.add_student("ada")
        for notebook in ("a", "b"):
            gradebook.add_notebook(notebook, "two")
            gradebook.add_grade_cell("test", notebook, "two", max_score=5, cell_type="code")
        for notebook in gradebook.add_submission("two", "ada").notebooks:
            [grade] = notebook.grades
            grade.auto_score, grade.needs_manual_grade = 3, False
        gradebook.db.commit()
    class_ = marks.read(open_course(tmp_path))
    assert class_.submissions["ada", "two"].mark == 6
    assert class_.max_score("two") == 10


CLASS = Marks(
    [
        Student("ada", "Ada", "Love, Lace", "ada@example.org", "17"),
        Student("ben", "", "", "ben@example.org", "18"),
    ],
    {"01": {"a": 25.0}, "02": {"a": 10.0}},
    {("ada", "01"): submission(22.5), ("ben", "01"): submission(3.0, penalty=5.0)},
    set(),
)


SIGNS = [
    "=",
    "+",
    "-",
    "@",
    "＝",
    "＋",
    "－",
    "＠",
    "﹦",
    "﹢",
    "﹣",
    "﹫",
    "⁼",
    "₌",
    "⁺",
    "−",
    "=\u0338",
]
STARTS = [
    "",
    " ",
    "\u00a0",
    "\u3000",
    '"',
    "a;",
    "a; ",
    "a,",
    "a|",
    "a\t",
    "a\n",
    "a\r",
    "a；",
    "a﹔",
    "a﹐ ",
    "a\u037e",
    ";;",
]
UNSEEN = [
    *("\x00", "\t", "\n", "\r", "\x0b", "\x1b", "\x7f", "\x85"),  # control
    *("\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\u061c"),  # directions
    *("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f", "\ufe0f"),  # no width
    *("\u3164", "\uffa0", "\u115f", "\u2800", "\u2028", "\u2029", "\U000e0041"),  # and blanks
]


@pytest.mark.slow
class TestStudentsWhoShareWhatAnLmsTellsThemApartBy:
    @pytest.fixture(scope="class")
    @classmethod
    def folder(cls, tmp_path_factory: pytest.TempPathFactory) -> Path:
        """Ada and Ben have one Canvas number and one address, Cyd and Dov none, Eli his own."""
        folder = tmp_path_factory.mktemp("course")
        known = {"ada": ("17", "A@x.org"), "ben": (" 017 ", "a@x.org"), "cyd": ("", "c@x.org")}
        known |= {"dov": ("", "d@x.org"), "eli": ("18", "e@x.org")}
        with gradebooks.make(folder, NAME) as gradebook:
            for student, (number, email) in known.items():
                gradebooks.grade(folder, gradebook, student, NAME)
                gradebook.update_or_create_student(student, lms_user_id=number, email=email)
        return folder

    def test_canvas_is_given_none_of_them_and_all_others(self, folder: Path) -> None:
        told = export.run(folder, "canvas", folder / "marks.csv").splitlines()
        assert told[0].endswith("3 marks.")
        assert told[1].startswith("Not written, since Canvas cannot tell them apart: ada, ben all")
        assert "the number 17; run: nbgrader db student add ID --lms-user-id NUMBER" in told[1]
        with open(folder / "marks.csv", encoding="utf-8", newline="") as file:
            lines = list(csv.reader(file))[2:]
        assert [(line[1], line[3], line[5]) for line in lines] == [
            ("", "cyd", "25"),
            ("", "dov", "25"),
            ("18", "eli", "25"),
        ]

    def test_moodle_is_not_given_their_column(self, folder: Path) -> None:
        told = export.run(folder, "moodle", folder / "marks.csv").splitlines()
        assert told[0].endswith("5 marks.")
        assert told[1:] == [
            "Without the column ID number: ada, ben all have 17 in it.",
            "Without the column Email address: ada, ben all have a@x.org in it.",
        ]
        header = (folder / "marks.csv").read_text(encoding="utf-8").splitlines()[0]
        assert header == f"First name,Last name,Username,{NAME}"

    def test_the_table_has_them_all(self, folder: Path) -> None:
        assert export.run(folder, "csv", folder / "marks.csv").endswith("5 marks.")


class TestTheFormats:
    def test_canvas_finds_its_columns_and_the_row_of_points(self) -> None:
        assert rows("canvas", CLASS) == [
            ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "01", "02"],
            ["Points Possible", "", "", "", "", "25", "10"],
            ["Love, Lace, Ada", "17", "", "ada", "", "22.5", ""],
            ["ben", "18", "", "ben", "", "0", ""],
        ]

    def test_moodle_is_given_what_tells_students_apart(self) -> None:
        assert rows("moodle", CLASS) == [
            ["First name", "Last name", "Username", "ID number", "Email address", "01", "02"],
            ["Ada", "Love, Lace", "ada", "17", "ada@example.org", "22.5", "-"],
            ["", "", "ben", "18", "ben@example.org", "0", "-"],
        ]

    @pytest.mark.parametrize("email", ["", "ada@example.org"])
    def test_moodle_is_not_given_what_would_mix_them_up(self, email: str) -> None:
        students = [CLASS.students[0], Student("ben", email=email, lms_user_id="18")]
        header, *_ = rows("moodle", Marks(students, CLASS.max_scores, {}, set()))
        assert header[2:4] == ["Username", "ID number"]
        assert "Email address" not in header

    @pytest.mark.parametrize("start", STARTS)
    @pytest.mark.parametrize("sign", SIGNS)
    def test_no_name_is_a_formula_nor_a_part_of_one(self, start: str, sign: str) -> None:
        """Whatever a spreadsheet was told that cells end with, and however wide the signs are."""
        name = f"{start}{sign}1+1{start}{sign}SUM(A1)"
        class_ = Marks([Student(name, name, name, name, name)], {name: {"a": 1.0}}, {}, set())
        for form in export.FORMATS:
            for cell in itertools.chain(*rows(form, class_)):
                for part in re.split(r"[,;|\t\r\n]", cell):
                    plain = unicodedata.normalize("NFKC", part).strip(' "')
                    assert cell == "-" or not plain.startswith(("=", "+", "-", "\u2212", "@"))
                    assert cell == "-" or not part.strip(' "').startswith(("=", "+", "-", "@"))

    @pytest.mark.parametrize("unseen", UNSEEN, ids=lambda unseen: f"{ord(unseen):X}")
    def test_what_cannot_be_seen_is_written_out(self, unseen: str) -> None:
        name = f"{unseen}A{unseen}da{unseen}"
        class_ = Marks([Student(name, name, name, name, name)], {name: {"a": 1.0}}, {}, set())
        for form in export.FORMATS:
            text = "".join(itertools.chain(*rows(form, class_)))
            assert unseen not in text
            assert f"A[U+{ord(unseen):04X}]da" in text

    @pytest.mark.parametrize("name", ["O'Neil", "Žofie 李", "Anne-Marie", "a@b.org", "5 - x", "≠"])
    def test_an_ordinary_name_stays_as_it_is(self, name: str) -> None:
        assert export.text(name) == name

    def test_two_students_who_look_alike_are_told_apart(self) -> None:
        twins = [Student("ada"), Student("ada\u200b")]
        _, *lines = rows("moodle", Marks(twins, {"01": {"a": 1.0}}, {}, set()))
        assert [line[2] for line in lines] == ["ada", "ada[U+200B]"]

    @pytest.mark.parametrize(
        ("value", "text"),
        [(20.0, "20"), (22.5, "22.5"), (1e-7, "0.0000001"), (1e22, "1" + "0" * 22), (-0.0, "0")],
    )
    def test_a_mark_is_written_out(self, value: float, text: str) -> None:
        assert export.number(value) == text
