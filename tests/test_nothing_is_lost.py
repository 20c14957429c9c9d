"""Whatever order an instructor does things in: the marks are the present ones, and none is lost.

Random sequences of: hand in, grade, mark by hand, change a test, grade again, nbgrader's own
autograde, hand in again. A model says what the gradebook must hold after each step.
"""

import dataclasses
import datetime
import functools
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run_machine
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import capture_log

from course.classroom import changed, grade
from course.classroom.course import Course
from course.grading import workers
from course.grading.problem import Problem
from helpers import boxed, tiny
from helpers.tiny import BLANK, HIDDEN, NAME, POINTS, SOLUTIONS

pytestmark = [pytest.mark.slow, boxed.needed]

STUDENTS = ("ada", "ben")
DOUBLE = {
    "right": SOLUTIONS["double"],
    "small numbers alone": "def double(x):\n    return 2 * x if x < 5 else 0",
    "wrong": "def double(x):\n    return x",
    "unfinished": "def double(x):\n    return 2 *",
}
PASSES = {"lenient": {"right", "small numbers alone"}, "strict": {"right"}}
"""By the hidden test of `double`: the answers that pass it."""

TESTS = {"lenient": HIDDEN["test-double"], "strict": "assert double(7) == 14"}
MORE = "test-more"
CUT_OFF = "cut off"
DUE = datetime.datetime(2030, 1, 1)
PENALTY = 0.5
SETTINGS = f"""
from nbgrader.plugins import LateSubmissionPlugin

class Late(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return {PENALTY}

c.AssignLatePenalties.plugin_class = Late
"""


@dataclass(frozen=True)
class Asked:
    """What the instructor's notebook asks for."""

    hidden: str = "lenient"
    double: float = POINTS["test-double"]
    essay: float = POINTS["essay"]
    more: bool = True

    @property
    def names(self) -> set[str]:
        return {"test-double", "test-mean", "essay"} | ({MORE} if self.more else set())

    def write(self, folder: Path) -> None:
        hidden = HIDDEN | {"test-double": TESTS[self.hidden]}
        hidden |= {MORE: TESTS["strict"]} if self.more else {}
        points = POINTS | {"test-double": self.double, "essay": self.essay}
        tiny.write_source(folder, tiny.source(hidden, points))


@dataclass(frozen=True)
class Submission:
    """What a student handed in."""

    double: str
    essay: str
    late: bool

    def write(self, folder: Path, student: str) -> None:
        answers = SOLUTIONS | {"double": DOUBLE[self.double]}
        time = DUE + datetime.timedelta(hours=1 if self.late else -1)
        made = tiny.handed_in(answers, self.essay)
        tiny.hand_in(folder, student, made, f"{time:%Y-%m-%d %H:%M:%S} UTC")

    def marks(self, tests: Asked) -> dict[str, float | None]:
        """The automatic ones, by cell; None where a person has to look."""
        marks: dict[str, float | None] = {
            "test-double": tests.double * (self.double in PASSES[tests.hidden]),
            "test-mean": POINTS["test-mean"],
            "essay": 0 if self.essay == BLANK else None,
        }
        return marks | ({MORE: float(self.double == "right")} if tests.more else {})


FIRST = Submission("small numbers alone", "Twice is more.", late=False)
"""What one of them has handed in when a sequence begins, and was graded for."""


@dataclass
class Expected:
    """What the gradebook holds of a student."""

    auto: dict[str, float | None]
    penalty: float | None
    by_hand: dict[str, tuple[float | None, float | None]] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)


class AnyOrder(RuleBasedStateMachine):
    """The steps, and what they are to come to."""

    def __init__(self, kept: Path, folder: Path) -> None:
        super().__init__()
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(kept, folder)
        self.course = Course(folder)
        self.folder = folder
        self.source = self.entered = Asked()
        self.submitted: dict[str, Submission | str] = {STUDENTS[0]: FIRST}
        self.graded: dict[str, Expected] = {}
        self._expect(STUDENTS[0], FIRST)

    # --- what students do ---

    @rule(
        student=st.sampled_from(STUDENTS),
        double=st.sampled_from(sorted(DOUBLE)),
        essay=st.sampled_from([BLANK, "Twice is more.", "Because."]),
        late=st.booleans(),
    )
    def hand_in(self, student: str, double: str, essay: str, late: bool) -> None:
        self.submitted[student] = Submission(double, essay, late)
        self.submitted[student].write(self.folder, student)

    @precondition(lambda self: self.submitted)
    @rule(student=st.sampled_from(STUDENTS))
    def hand_in_what_is_cut_off(self, student: str) -> None:
        if student in self.submitted:
            self.submitted[student] = CUT_OFF
            (self.folder / "submitted" / student / NAME / f"{NAME}.ipynb").write_text("{")

    # --- what the instructor does ---

    @rule(
        hidden=st.sampled_from(sorted(TESTS)),
        double=st.sampled_from([3.0, 5.0]),
        essay=st.sampled_from([4.0, 6.0]),
    )
    def change_the_tests(self, hidden: str, double: float, essay: float) -> None:
        self.source = Asked(hidden, double, essay, self.source.more)
        self.source.write(self.folder)

    @rule()
    def add_a_test_or_take_it_away(self) -> None:
        self.source = dataclasses.replace(self.source, more=not self.source.more)
        self.source.write(self.folder)

    @precondition(lambda self: self.submitted)
    @rule(force=st.booleans())
    def grade(self, force: bool) -> None:
        self._put_back_what_was_marked()
        said = self._run(force, update=True)
        self._are_entered()
        for student, submission in self.submitted.items():
            if submission == CUT_OFF:
                assert f"  {student}, {NAME}: " in said
            else:
                self._expect(student, submission)

    @rule()
    def stop_when_the_tests_are_entered(self) -> None:
        self._put_back_what_was_marked()
        changed.settle(self.course, [NAME], update=True)
        self._are_entered()

    @rule()
    def take_a_test_away_and_put_it_back(self) -> None:
        for _ in range(2):
            self.add_a_test_or_take_it_away()
            self.stop_when_the_tests_are_entered()

    @precondition(lambda self: self.submitted and self.source != self.entered)
    @rule()
    def grade_without_an_update(self) -> None:
        with pytest.raises(Problem, match="course grade tiny --update"):
            self._run(force=True, update=False)

    @rule(student=st.sampled_from(STUDENTS))
    def autograde(self, student: str) -> None:
        submission = self.submitted.get(student, CUT_OFF)
        if submission != CUT_OFF:
            config = self.course.config
            which = CourseDirectory(config=config, assignment_id=NAME, student_id=student)
            result = capture_log(Autograde(coursedir=which, config=config, force=True))
            assert result["success"], result
            self._expect(student, submission)

    @precondition(lambda self: self.graded)
    @rule(
        student=st.sampled_from(STUDENTS),
        cell=st.sampled_from(["test-double", "essay", MORE]),
        score=st.sampled_from([None, 0.0, 1.5]),
        extra=st.sampled_from([None, 0.25]),
    )
    def mark_by_hand(
        self, student: str, cell: str, score: float | None, extra: float | None
    ) -> None:
        if student in self.graded and cell in self.entered.names:
            self.graded[student].by_hand[cell] = score, extra
            if (score, extra) == (None, None):
                del self.graded[student].by_hand[cell]
            with self.course.gradebook() as gradebook:
                mark = gradebook.find_grade(cell, NAME, NAME, student)
                mark.manual_score, mark.extra_credit = score, extra
                mark.needs_manual_grade = False
                gradebook.db.commit()

    @precondition(lambda self: self.graded)
    @rule(
        student=st.sampled_from(STUDENTS),
        cell=st.sampled_from(["double", "essay"]),
        text=st.sampled_from(["Well said.", "Why?"]),
    )
    def comment(self, student: str, cell: str, text: str) -> None:
        if student in self.graded:
            self.graded[student].comments[cell] = text
            with self.course.gradebook() as gradebook:
                gradebook.find_comment(cell, NAME, NAME, student).manual_comment = text
                gradebook.db.commit()

    # --- what must hold after each ---

    @invariant()
    def the_gradebook_holds_what_it_should(self) -> None:
        with self.course.gradebook() as gradebook:
            found = {
                s.student.id: Expected(
                    {g.name: g.auto_score for g in s.notebooks[0].grades},
                    s.notebooks[0].late_submission_penalty,
                    {
                        g.name: (g.manual_score, g.extra_credit)
                        for g in s.notebooks[0].grades
                        if (g.manual_score, g.extra_credit) != (None, None)
                    },
                    {
                        c.name: c.manual_comment
                        for c in s.notebooks[0].comments
                        if c.manual_comment is not None
                    },
                )
                for s in gradebook.assignment_submissions(NAME)
            }
        assert found == self.graded

    @invariant()
    def what_was_graded_lies_there(self) -> None:
        for student in self.graded:
            assert self.course.graded(student, NAME).keys() == {NAME}

    # ---

    def _put_back_what_was_marked(self) -> None:
        """Have it refused that a cell goes with marks given by hand, if one would."""
        if any(set(of.by_hand) - self.source.names for of in self.graded.values()):
            with pytest.raises(Problem, match=f"{MORE} has marks or comments by hand"):
                changed.settle(self.course, [NAME], update=True)
            self.add_a_test_or_take_it_away()

    def _are_entered(self) -> None:
        """New cells have no mark yet, those that are gone have none any more."""
        self.entered = self.source
        for expected in self.graded.values():
            expected.auto = {name: expected.auto.get(name) for name in self.entered.names}

    def _run(self, force: bool, update: bool) -> str:
        return grade.run(self.folder, [NAME], 2, None, force, True, update)

    def _expect(self, student: str, submission: Submission) -> None:
        expected = self.graded.setdefault(student, Expected({}, None))
        expected.auto = submission.marks(self.entered)
        expected.penalty = PENALTY if submission.late else None


@pytest.fixture(scope="module")
def new_course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], AnyOrder]]:
    """The course as a sequence finds it, anew at each call and always in the same place."""
    place = tmp_path_factory.mktemp("lost")
    course = tiny.make(place / "kept", SETTINGS)
    Asked().write(course.folder)
    FIRST.write(course.folder, STUDENTS[0])
    folder = course.folder.rename(place / "course")
    grade.run(folder, [NAME], 2, None, False, True, update=True)
    folder.rename(course.folder)
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(NAME, duedate=DUE)
    yield functools.partial(AnyOrder, course.folder, folder)
    workers.close()


def test_a_test_that_went_and_came_back_is_graded_and_stays_with_its_mark_by_hand(
    new_course: Callable[[], AnyOrder],
) -> None:
    course = new_course()
    course.take_a_test_away_and_put_it_back()
    course.grade(force=False)
    course.the_gradebook_holds_what_it_should()
    course.mark_by_hand(student=STUDENTS[0], cell=MORE, score=1.5, extra=None)
    course.add_a_test_or_take_it_away()
    course.grade(force=False)
    course.the_gradebook_holds_what_it_should()


@pytest.mark.filterwarnings("ignore")  # a syntax error is warned of where it is read
def test_marks_are_the_present_ones_and_what_was_given_by_hand_stays(
    new_course: Callable[[], AnyOrder],
) -> None:
    run_machine(new_course, settings=settings(max_examples=8, stateful_step_count=20))
