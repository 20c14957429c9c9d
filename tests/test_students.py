"""The bundled class: readable, complete, and each mistake is told by its name."""

import functools

import pytest

from course.check.verdict import Misconception
from course.classroom.cases import Case
from course.classroom.demo import roster
from course.classroom.demo.roster import Student
from helpers.cases import Notebook

notebook = functools.cache(Notebook)
CLASS = roster.students()
ANSWERS = [
    pytest.param(student, case, id=f"{student.name}, {case}")
    for student in CLASS
    for case in student.answers
]


def test_there_are_twelve() -> None:
    assert len(CLASS) == 12
    assert all(0 < len(student.about) < 50 and "\n" not in student.about for student in CLASS)


@pytest.mark.parametrize(("student", "case"), ANSWERS)
def test_a_written_answer_gets_its_verdict(student: Student, case: Case) -> None:
    others = {
        other.exercise: other.code
        for other in student.answers
        if other.assignment == case.assignment
    }
    if case.tag is None:
        notebook(case.assignment).judge(case.exercise, case.code, others)
        return
    with pytest.raises(Misconception) as verdict:
        notebook(case.assignment).judge(case.exercise, case.code, others)
    assert verdict.value.tag == case.tag, str(verdict.value)


def test_the_class_shows_every_kind_of_damage() -> None:
    damages = {what for student in CLASS for what, *_ in student.damage.values()}
    assert damages == roster.DAMAGES.keys() - {"none"}


def test_an_answer_to_an_unknown_exercise_is_refused() -> None:
    stranger = Case("01-by-hand", "gradeint", None, "misspelt", "...")
    student = Student("zoe", "", (), (stranger,), {})
    with pytest.raises(ValueError, match="zoe: 01-by-hand has no exercise gradeint"):
        roster.answer(None, student, "01-by-hand", {"gradient": "..."})
