"""`course report`: what stands on the page, who is not named there, and what wrong use is told."""

import datetime
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest

from course import svg
from course.check import messages
from course.classroom import marks
from course.classroom.course import Course, open_course
from course.classroom.report import page, pictures, reasons, summary, understanding, ungraded
from course.classroom.report.understanding import Verdict
from course.grading import cells, parse
from course.grading.problem import Problem
from helpers import gradebooks
from helpers.gradebooks import NAME, STILL_TO_DO, misconception

SECOND = "02-autograd"
SUMMED = messages.text("sum-for-mean", n=7).replace("`", "")
"""What stands between backquotes is set as code."""
ADA, BEN = "ada-4711", "ben-0815"
EVERYTHING = [
    *("forward", "mse_loss", "gradient", "gradient-general", "numerical_gradient", "update"),
    *("train", "train-general", "prediction-rate", "bug-hunt", "gradient_wb", "train_wb"),
]


pytestmark = pytest.mark.slow


class Page(HTMLParser):
    """A page taken apart: its text, and its elements with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words, self.elements = [], []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attributes)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of seven on two notebooks."""
    folder = tmp_path_factory.mktemp("autumn")
    due = datetime.datetime(2026, 3, 6, 12)
    summed = misconception("sum-for-mean", n=7)
    with gradebooks.make(folder, NAME, SECOND) as gradebook:
        gradebook.find_assignment(NAME).duedate = due
        who = {"first_name": "Ada", "last_name": "Quux-Zyx", "email": "aqz@example.org"}
        gradebook.add_student(ADA, lms_user_id="990017", **who)
        tests = {"test-gradient": summed, "test-gradient-general": summed, "test-train": summed}
        early = due - datetime.timedelta(days=2)
        gradebooks.grade(folder, gradebook, ADA, NAME, tests, timestamp=early)
        line = misconception("grad-is-none", where=f" The line is `{ADA.upper()}.grad`.")
        late = due + datetime.timedelta(hours=1)
        half = {"test-gradient": line, "test-train_wb": summed}
        gradebooks.grade(folder, gradebook, BEN, NAME, half, timestamp=late)
        gradebook.find_submission(NAME, BEN).notebooks[0].late_submission_penalty = 2.5
        blank = {f"test-{name}": STILL_TO_DO for name in EVERYTHING}
        gradebooks.grade(folder, gradebook, "cyd-1234", NAME, blank)
        uphill = {"test-gradient": misconception("flipped-sign")}
        gradebooks.grade(folder, gradebook, "dov-5678", NAME, uphill)
        gone = ("CandidateGone", "", "stopped here: killed")
        gradebooks.grade(folder, gradebook, "eli-9999", NAME, {"test-update": gone})
        gradebook.add_student("fay-0000")
        gradebook.db.commit()
        again = {"test-autograd_gradient": summed}
        gradebooks.grade(folder, gradebook, ADA, SECOND, again)
    gradebooks.hand_in(folder, "gus-7777", NAME)
    cut_off = folder / "submitted" / "gus-7777" / NAME / f"{NAME}.ipynb"
    cut_off.write_text(cut_off.read_text(encoding="utf-8")[:5000], encoding="utf-8")
    inbound = folder / "exchange" / "autumn" / "inbound"
    for attempt in (f"{ADA}+{NAME}+1+x", f"{ADA}+{NAME}+2+x", f"{BEN}+{NAME}+1+x", "notes.txt"):
        (inbound / attempt).mkdir(parents=True)
    return folder


STUDENTS = [ADA, BEN, "cyd-1234", "dov-5678", "eli-9999", "fay-0000", "gus-7777"]
KNOWN_OF_ADA = ["Quux-Zyx", "aqz@example.org", "990017"]


def flags(name: str) -> dict:
    """What nbgrader knows of a cell: it is a solution, or a test if it is called so."""
    test = name.startswith("test-")
    return {"grade_id": name, "solution": not test, "grade": test}


def written(folder: Path, to: Path, *assignments: str, names: bool = False) -> Page:
    page.run(folder, list(assignments), names, to)
    return Page(to.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def plain(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The report on both notebooks, without names."""
    return written(folder, tmp_path_factory.mktemp("page") / "report.html")


@pytest.fixture(scope="module")
def named(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The report on both notebooks, with names."""
    return written(folder, tmp_path_factory.mktemp("page") / "report.html", names=True)


@pytest.fixture(scope="module")
def parts(folder: Path) -> list[understanding.Understanding]:
    """What the class made of both notebooks."""
    course = open_course(folder)
    class_ = marks.read(course)
    return [understanding.understand(course, class_, name) for name in class_.assignments]


class TestWhatIsCounted:
    def test_each_exercise_has_a_verdict_for_each_student(
        self, parts: list[understanding.Understanding]
    ) -> None:
        verdicts = {student: work.verdicts for student, work in parts[0].works.items()}
        assert verdicts[ADA] == {
            **dict.fromkeys(verdicts[ADA], Verdict.RIGHT),
            "gradient": Verdict.WRONG,
            "train": Verdict.PARTLY,
        }
        assert set(verdicts["cyd-1234"].values()) == {Verdict.UNTOUCHED}
        assert verdicts["eli-9999"]["update"] == Verdict.WRONG

    def test_exercises_stand_in_the_order_and_the_sections_of_the_notebook(
        self, parts: list[understanding.Understanding]
    ) -> None:
        exercises = {exercise.name: exercise for exercise in parts[0].exercises}
        assert list(exercises)[:4] == ["forward", "mse_loss", "gradient", "numerical_gradient"]
        assert exercises["gradient"].section == "Step 3: gradient"
        assert exercises["gradient"].cells == ["test-gradient", "test-gradient-general"]
        assert exercises["gradient_wb"].cells == ["test-gradient_wb"]

    def test_a_test_belongs_to_the_exercise_whose_whole_name_it_has(self, tmp_path: Path) -> None:
        names = ["step", "step-two", "test-step", "test-step-two", "test-step-general", "alone"]
        cells = [nbformat.v4.new_code_cell(metadata={"nbgrader": flags(name)}) for name in names]
        (tmp_path / "source" / "one").mkdir(parents=True)
        notebook = nbformat.v4.new_notebook(cells=cells)
        nbformat.write(notebook, tmp_path / "source" / "one" / "one.ipynb")
        (tmp_path / "nbgrader_config.py").write_text(gradebooks.CONFIG, encoding="utf-8")
        course = open_course(tmp_path)
        found = understanding.read_exercises(course, "one", ["one"], names[2:])
        assert {exercise.name: exercise.cells for exercise in found} == {
            "step": ["test-step", "test-step-general"],
            "step-two": ["test-step-two"],
            "alone": ["alone"],
        }

    def test_a_written_answer_waits_until_it_is_graded_and_is_untouched_if_it_was_left(
        self, tmp_path: Path
    ) -> None:
        name = "04-model"
        with gradebooks.make(tmp_path, name) as gradebook:
            for student in ("waits", "left", "read"):
                gradebooks.grade(tmp_path, gradebook, student, name)
            left = gradebook.find_grade("reflection", name, name, "left")
            left.auto_score, left.needs_manual_grade = 0, False
            read = gradebook.find_grade("reflection", name, name, "read")
            read.manual_score, read.needs_manual_grade = 0, False
            gradebook.db.commit()
        course = open_course(tmp_path)
        works = understanding.understand(course, marks.read(course), name).works
        assert {who: work.verdicts["reflection"] for who, work in works.items()} == {
            "waits": Verdict.WAITING,
            "left": Verdict.UNTOUCHED,
            "read": Verdict.WRONG,
        }

    def test_misconceptions_are_ranked_by_the_students_who_hold_them(
        self, parts: list[understanding.Understanding]
    ) -> None:
        findings = [finding for part in parts for finding in part.findings]
        ideas = summary.ideas(findings, summary.Disclosure([], names=False))
        assert [(idea.tag, idea.holders) for idea in ideas] == [
            ("sum-for-mean", 2),
            ("flipped-sign", 1),
            ("grad-is-none", 1),
        ]
        assert ideas[0].first_met == [
            (NAME, "gradient", 1),
            (NAME, "train_wb", 1),
            (SECOND, "autograd_gradient", 1),
        ]

    def test_the_section_where_most_met_a_misconception_comes_first(
        self, parts: list[understanding.Understanding]
    ) -> None:
        places = summary.to_revisit(parts, summary.Disclosure([], names=False))
        assert [(place.section, place.holders, place.untouched) for place in places] == [
            ("Step 3: gradient", 3, 1),
            ("A flag fall", 1, 1),
            ("All rides at once", 1, 0),
        ]


class TestWhatThePageSays:
    @pytest.mark.parametrize(
        "words",
        [
            "7 students",
            SUMMED,
            "2 of 7",
            "Step 3: gradient",
            "3 of 5 met a misconception here first, 1 left an exercise untouched",
            "1 student: the notebook is not valid JSON: it was cut off in line ",
            "1 student: a test ended the program, or used more memory than there is",
            "Handed in from 4 March 2026, 12:00 UTC to 6 March 2026, 13:00 UTC.",
            "1 too late, for 2.5 points less in all.",
            "1 student handed in once, 1 student handed in twice.",
        ],
    )
    def test_it_says(self, plain: Page, words: str) -> None:
        assert words in plain.text

    def test_one_assignment_makes_a_page_of_its_own(self, folder: Path, tmp_path: Path) -> None:
        page = written(folder, tmp_path / "one.html", SECOND)
        sections = [attributes["id"] for tag, attributes in page.elements if tag == "section"]
        assert sections == [SECOND]

    def test_it_needs_nothing_but_itself(self, plain: Page) -> None:
        assert not {"script", "link", "iframe", "img", "object"} & {
            tag for tag, _ in plain.elements
        }
        for tag, attributes in plain.elements:
            links = [attributes.get(key) or "" for key in ("href", "src", "xlink:href", "style")]
            assert not any("//" in link for link in links), (tag, attributes)
            assert not any(key.startswith("on") for key in attributes)
        styles = " ".join(plain.words)
        assert "url(" not in styles and "@import" not in styles

    def test_every_picture_says_in_words_what_it_shows(self, plain: Page) -> None:
        drawn = [attributes for tag, attributes in plain.elements if tag == "svg"]
        assert len(drawn) == 5
        for attributes in drawn:
            assert attributes["role"] == "img"
            assert re.search(r"\d students", attributes["aria-label"])

    def test_no_two_elements_have_one_name(self, plain: Page) -> None:
        ids = [attributes["id"] for _, attributes in plain.elements if "id" in attributes]
        assert len(ids) > 2
        assert not [name for name, count in Counter(ids).items() if count > 1]


class TestWhoIsNamed:
    def test_nobody_without_being_asked_for(self, folder: Path, tmp_path: Path) -> None:
        page.run(folder, [], False, tmp_path / "page.html")
        text = (tmp_path / "page.html").read_text(encoding="utf-8").casefold()
        for name in [*STUDENTS, *KNOWN_OF_ADA]:
            assert name.casefold() not in text, name

    def test_everybody_when_asked_for(self, named: Page) -> None:
        for name in STUDENTS:
            assert name in named.text

    def test_a_message_that_quotes_a_name_is_shown_without_what_it_quotes(
        self, plain: Page, named: Page
    ) -> None:
        start = "A gradient was None when you used it."
        assert f"{start}… backward() fills it" in plain.text
        assert f"{start} The line is {ADA.upper()}.grad" in named.text

    def test_a_reason_that_quotes_a_name_is_hidden(self) -> None:
        students = [marks.Student("ada-4711")]
        why = {"ada-4711": "'ada-4711.txt' is a link"}
        hidden = summary.Disclosure(students, names=False).reasons(why)
        shown = summary.Disclosure(students, names=True).reasons(why)
        assert hidden == [(reasons.HIDDEN, 1, [])]
        assert shown == [("'ada-4711.txt' is a link", 1, ["ada-4711"])]


def anonymous(told: list[str], tag: str, *students: marks.Student) -> str:
    """The message that stands on a page without names."""
    return summary.Disclosure(list(students), names=False).message(tag, told)


ACCUSING = [
    "Ben cheats",
    "b\u200ben-0815",
    "\u202e5180-neb",
    "be\u0301n",
    "https://example.org/ben",
    "7 and ben",
    "７",
    "٧",
    "{n}",
]
"""What a student can have a message quote: no word of it is for the class."""


class TestWhatIsQuotedWithoutNames:
    @pytest.mark.parametrize("text", ACCUSING)
    @pytest.mark.parametrize("often", [1, 9])
    def test_is_no_text_of_a_students(self, text: str, often: int) -> None:
        """However it is spelled, and though most of them were told it, or it sorts last."""
        for tag, facts in (
            ("error", {"kind": text, "text": text, "where": text}),
            ("error", {"kind": "ZzzError", "text": text, "where": ""}),
            ("grad-is-none", {"where": f" The line is `{text}`."}),
            ("wrong-return", {"expected": "a number", "got": text}),
            ("sum-for-mean", {"n": text}),
        ):
            told = [messages.text(tag, **facts)] * often
            plain = summary.without_facts(tag)
            if tag != "sum-for-mean":
                told.append(plain.replace("…", ""))
            assert anonymous(told, tag) == plain
            assert text not in plain

    def test_is_a_number_that_is_nobodys(self) -> None:
        told = [messages.text("sum-for-mean", n=7)]
        number = marks.Student("ada", lms_user_id="7")
        of_a_number = marks.Student("ada-7")
        assert anonymous(told, "sum-for-mean", marks.Student("e77", "17")) == told[0]
        for student in (number, of_a_number):
            assert anonymous(told, "sum-for-mean", student) == summary.without_facts("sum-for-mean")

    @pytest.mark.parametrize("name", ["e", "An", "Al", "1", "the", "You", "mean", "a.e"])
    def test_is_no_less_for_a_student_with_a_short_name(self, name: str) -> None:
        told = [messages.text("sum-for-mean", n=7)]
        student = marks.Student(name, name, name, f"{name}@e.org", name)
        assert anonymous(told, "sum-for-mean", student) == told[0]
        why = "more than 1,000 files were handed in"
        assert summary.Disclosure([student], names=False).reasons({name: why})[0][0] == why

    @pytest.mark.parametrize(
        "reason",
        [
            "nothing handed in",
            "nothing handed in; 01-by-hand/01-by-hand.ipynb was expected",
            "two.ipynb: nothing handed in",
            "more than 1,000 files were handed in",
            "not graded yet; run: course grade 01-by-hand",
        ],
    )
    def test_is_the_whole_of_a_reason_of_ours(self, reason: str) -> None:
        assert reasons.without_quotes(reason) == reason

    @pytest.mark.parametrize(
        "reason",
        [
            f"is not valid JSON: it was cut off in line 1,200; {parse.COPY}",
            f"is not valid JSON: a merge conflict stands in line 3; settle it, then {parse.SAVE}",
            f"is not a notebook: it is a web page; {parse.ITSELF}",
            f"is larger than 128 MB; {parse.CLEAR}",
            f"is larger than 128 MB; {parse.CLEAR}; all others are graded",
        ],
    )
    def test_is_a_reason_of_ours_without_the_name_of_the_notebook(self, reason: str) -> None:
        assert reasons.without_quotes(f"'ben.ipynb' {reason}") == f"the notebook {reason}"
        for quoted in (f"'ben.ipynb' {reason} by ben", f"ben {reason}", reason):
            assert reasons.without_quotes(quoted) == reasons.HIDDEN

    @pytest.mark.parametrize(
        "reason",
        [
            "'ben copied' is a link",
            "one/one.ipynb was expected; what lies there, 'one/ben.ipynb', has other cells",
            "one/one.ipynb was expected, and 'one/ben.ipynb' cannot be read: nothing handed in",
            "ben's.ipynb: nothing handed in",
            "'nothing handed in' is a link",
            "not a notebook: ValidationError: ben",
            "'ben.ipynb' is not a notebook: a folder of that name, ben",
            "more than ben files were handed in",
            "nbgrader stopped: Ben: nothing handed in",
            "a file cannot be read: [Errno 2] ben",
            "nothing handed in\nby ben",
            "",
        ],
    )
    def test_is_nothing_of_a_reason_that_quotes(self, reason: str) -> None:
        assert reasons.without_quotes(reason) == reasons.HIDDEN


def test_a_name_with_names_shows_what_cannot_be_seen_in_it() -> None:
    assert summary.label(marks.Student("e\u202eve", "E\u200bve")) == "E[U+200B]ve (e[U+202E]ve)"


def test_a_test_that_runs_beside_the_students_code_is_named(tmp_path: Path) -> None:
    with gradebooks.make(tmp_path, NAME) as gradebook:
        gradebooks.grade(tmp_path, gradebook, "eve", NAME, {})
    assert "can then change the result" not in written(tmp_path, tmp_path / "page.html").text
    path = tmp_path / "source" / NAME / f"{NAME}.ipynb"
    source = cells.read(path)
    [test] = [cell for cell in source.cells if cells.grade_id(cell) == "test-update"]
    test.metadata["tags"] = [cells.BESIDE]
    nbformat.write(source, path)
    told = written(tmp_path, tmp_path / "page.html").text
    assert "can then change the result, as the tag beside asks: test-update" in " ".join(
        told.split()
    )


HOSTILE = "</code><script>alert('x')</script><img src=x onerror=alert(1)>"


CUT = b'{"cells": ['
UNREAD = [b"", bytes(99), CUT, b"<<<<<<< HEAD\n", b"%PDF-1.4", b"<!DOCTYPE html><html>", b"[[[["]


class TestWhyThereIsNoMark:
    @pytest.fixture(scope="class")
    @classmethod
    def course(cls, tmp_path_factory: pytest.TempPathFactory) -> Course:
        """Ada is graded; some handed in what cannot be read, Ben a notebook, Cyd another file, Dov none."""
        folder = tmp_path_factory.mktemp("course")
        with gradebooks.make(folder, NAME) as gradebook:
            gradebooks.grade(folder, gradebook, "ada", NAME)
        for number, content in enumerate(UNREAD):
            gradebooks.hand_in(folder, f"unread-{number}", NAME)
            place = folder / "submitted" / f"unread-{number}" / NAME
            (place / f"{NAME}.ipynb").write_bytes(content)
        for student in ("ben", "cyd", "dov", "[eve]"):
            gradebooks.hand_in(folder, student, NAME)
        cyds, dovs = (folder / "submitted" / who / NAME / f"{NAME}.ipynb" for who in ("cyd", "dov"))
        cyds.rename(cyds.with_suffix(".txt"))
        dovs.unlink()
        return open_course(folder)

    @pytest.mark.parametrize(
        "student", [*(f"unread-{n}" for n, _ in enumerate(UNREAD)), "cyd", "dov", "[eve]"]
    )
    def test_is_said_as_it_is_when_it_is_graded(self, course: Course, student: str) -> None:
        with pytest.raises(Problem) as refused:
            course.prepare(student, NAME)
        assert ungraded.reasons(course, NAME, [student], True) == {student: str(refused.value)}

    def test_is_that_nobody_graded_it_where_it_can_be_read(self, course: Course) -> None:
        todo = f"not graded yet; run: course grade {NAME}"
        assert ungraded.reasons(course, NAME, ["ben"], True) == {"ben": todo}

    def test_is_that_nobody_graded_it_where_nobody_has_a_mark(self, course: Course) -> None:
        todo = f"not graded yet; run: course grade {NAME}"
        assert ungraded.reasons(course, NAME, ["ben", "unread-0"], False) == {
            "ben": todo,
            "unread-0": todo,
        }


class TestHostileText:
    def test_nothing_that_a_student_wrote_becomes_markup(self, tmp_path: Path) -> None:
        told = misconception("grad-is-none", f"`{HOSTILE}` & `{HOSTILE}")
        odd = ("</title><script>", f"Misconception [{HOSTILE}]", HOSTILE)
        with gradebooks.make(tmp_path, NAME) as gradebook:
            gradebook.add_student("eve", first_name=HOSTILE, last_name=HOSTILE)
            gradebooks.grade(
                *(tmp_path, gradebook, "eve", NAME),
                {"test-gradient": told, "test-update": odd},
            )
        for names in (False, True):
            page = written(tmp_path, tmp_path / "page.html", names=names)
            assert not {"script", "img"} & {tag for tag, _ in page.elements}
        assert HOSTILE in page.text

    def test_nothing_that_a_student_chose_is_on_a_page_without_names(self, tmp_path: Path) -> None:
        facts = {"kind": "ZoeCheatsError", "text": "Zoe cheats", "where": " The line is `zoe`."}
        told, odd = misconception("error", **facts), ("ZoeError", "ZoeError: zoe", "zoe")
        with gradebooks.make(tmp_path, NAME) as gradebook:
            gradebooks.grade(
                *(tmp_path, gradebook, "eve", NAME),
                {"test-gradient": told, "test-update": odd, "test-train": told},
            )
        gradebooks.hand_in(tmp_path, "mia", NAME)
        mias = tmp_path / "submitted" / "mia" / NAME
        (mias / f"{NAME}.ipynb").rename(mias / "zoe cheats.txt")
        anonymous = written(tmp_path, tmp_path / "page.html")
        assert "zoe" not in anonymous.text.casefold()
        assert "Your code stopped with …" in anonymous.text and reasons.HIDDEN in anonymous.text
        named = written(tmp_path, tmp_path / "page.html", names=True)
        assert "Zoe cheats" in named.text and "zoe cheats.txt', is no notebook" in named.text

    def test_an_alternative_text_stays_a_text(self) -> None:
        page = Page(pictures.distribution([1.0], [], 25, f'"{HOSTILE}'))
        assert not {"script", "img"} & {tag for tag, _ in page.elements}
        assert dict(page.elements)["svg"]["aria-label"] == f'"{HOSTILE}'


class TestPictures:
    @pytest.mark.parametrize("most", [1, 25, 100, 3, 0.5, 1000])
    def test_every_student_is_in_a_bar(self, most: float, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pictures, "svg", lambda figure, alt: figure)
        monkeypatch.setattr(pictures, "Markup", lambda figure: figure)
        [axes] = pictures.distribution([0, most / 3, most], [most * 1.1], most, "4 students").axes
        assert sum(bar.get_height() for bar in axes.patches) == 4
        left, right = axes.get_xlim()
        for bar in axes.patches:
            assert left <= bar.get_x() < bar.get_x() + bar.get_width() <= right
            assert bar.get_y() + bar.get_height() <= axes.get_ylim()[1]

    def test_lines_and_letters_take_the_colour_of_the_page(self) -> None:
        drawn = pictures.verdicts({"gradient": {Verdict.UNTOUCHED: 2}}, "2 students")
        assert svg.INK not in drawn
        assert "currentColor" in drawn


def test_attempts_of_an_id_with_a_plus_are_counted(tmp_path: Path) -> None:
    with gradebooks.make(tmp_path, NAME):
        pass
    for attempt in (
        f"a+b+{NAME}+2026-07-05 18:00:00 UTC+AbCdEf_-1234",
        f"a+b+{NAME}+2026-07-05 18:00:00 +0200+AbCdEf_-1234",
        f"a+{NAME}+2026-07-05 18:00:00 CEST",
        "a+05-nothing+2026-07-05 18:00:00 CEST",
        f"{NAME}+2026-07-05",
    ):
        (tmp_path / "exchange" / "autumn" / "inbound" / attempt).mkdir(parents=True)
    assert page.attempts(open_course(tmp_path)) == {("a+b", NAME): 2, ("a", NAME): 1}
