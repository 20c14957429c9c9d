"""Why what was handed in has no mark.

Where grading stopped half-way these are thousands of submissions. So each is read, several at once, and
not made ready to be executed, which takes ten times as long: what else may keep one from its mark is told
when it is graded.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from tqdm import tqdm

from course.classroom.course import Course, Prepared, told_as_problem
from course.grading import handed_in
from course.grading.problem import Problem
from course.plugins import found

AT_ONCE = min(os.cpu_count() or 1, 8)
"""Threads that wait for the processes in which submissions are read."""


def reasons(
    course: Course, assignment: str, students: Sequence[str], others_graded: bool
) -> dict[str, str]:
    """By student, why what they handed in for ``assignment`` has no mark.

    Args:
        others_graded: whether anybody has one. Where nobody has, nothing was graded yet.
    """
    todo = f"not graded yet; run: course grade {assignment}"
    if not others_graded:
        return dict.fromkeys(students, todo)
    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        whys = pool.map(partial(_why_not_read, course, assignment), students)
        told = tqdm(whys, f"{assignment}, not graded", len(students), leave=False, disable=None)
        return {student: why or todo for student, why in zip(students, told, strict=True)}
    finally:
        pool.shutdown(cancel_futures=True)  # after Ctrl-C no other is read


def _why_not_read(course: Course, assignment: str, student: str) -> str:
    """Why a submission, or a notebook of it, cannot be read, as `Course.prepare` says; '' if all can."""
    try:
        handed_in.check_name(student)
        with told_as_problem():
            there = found.find(course.directory, student, assignment)
        unread = dict(there.reasons)
        for notebook, path in there.files.items():
            try:
                with told_as_problem():
                    handed_in.notebook(path)
            except Problem as problem:
                unread[notebook] = there.told(notebook, problem)
        if there.files.keys() <= unread.keys():
            raise Problem("; ".join(unread.values()))
        why = Prepared({}, unread).reason
    except Problem as problem:
        why = str(problem)
    if why:
        course.require_gradebook()  # if it stopped, this is not why
    return why
