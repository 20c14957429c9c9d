"""The numbers of the class report: what is ranked, what is counted, and who may be named."""

import statistics
import string
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from course.check import messages
from course.classroom.marks import Marks, Student, Submission
from course.classroom.report.understanding import Exercise, Met, Understanding, Verdict, Work

HIDDEN = "cannot be graded as it was handed in; --names says why"

Attempts = Counter[tuple[str, str]]
"""How often a student handed in an assignment, as far as the exchange has kept it."""


@dataclass(frozen=True)
class Idea:
    """A misconception of the class.

    Attributes:
        message: as most of those who hold it read it.
        first_met: assignment, exercise, and how many met it there first.
        names: of those who hold it, if they may be named.
    """

    tag: str
    message: str
    holders: int
    first_met: list[tuple[str, str, int]]
    names: list[str]


@dataclass(frozen=True)
class Place:
    """A section of a notebook where somebody met a misconception first.

    Attributes:
        holders: how many did, of ``graded``.
        untouched: how many left an exercise of it as it was.
        idea: the misconception that most of them met here.
    """

    assignment: str
    section: str
    exercises: list[str]
    holders: int
    graded: int
    untouched: int
    idea: Idea


@dataclass(frozen=True)
class Line:
    """What one student did in one assignment."""

    name: str
    state: str
    submission: Submission | None
    work: Work | None
    attempts: int | None
    reason: str

    @property
    def untouched(self) -> list[str]:
        """Names of the exercises that they left as they were."""
        return [name for name, v in self.work.verdicts.items() if v == Verdict.UNTOUCHED]


class Words:
    """What may be shown of students, and of what was said to them."""

    def __init__(self, students: list[Student], names: bool) -> None:
        self.names = names
        self.label = {student.id: label(student) for student in students}
        self._people = {
            value.casefold()
            for student in students
            for value in vars(student).values()
            if value.strip()
        }

    def message(self, tag: str, told: Iterable[str]) -> str:
        """The most frequent of the messages that were ``told`` for ``tag``."""
        counts = Counter(told)
        message = max(counts, key=lambda text: (counts[text], text))
        return message if self._may_be_shown(message) else without_facts(tag)

    def reasons(self, reasons: dict[str, str]) -> list[tuple[str, int, list[str]]]:
        """Each reason with the number of students, and with their names if they may be shown."""
        whose = defaultdict(list)
        for student, reason in reasons.items():
            whose[reason if self._may_be_shown(reason) else HIDDEN].append(student)
        ranked = sorted(whose.items(), key=lambda item: (-len(item[1]), item[0]))
        return [(reason, len(who), self.named(who)) for reason, who in ranked]

    def named(self, students: Iterable[str]) -> list[str]:
        """Their names, none if nobody is to be named."""
        return sorted(self.label[student] for student in students) if self.names else []

    def _may_be_shown(self, text: str) -> bool:
        text = text.casefold()
        return self.names or not any(name in text for name in self._people)


def label(student: Student) -> str:
    """How a student is called."""
    name = " ".join(filter(None, (student.first_name, student.last_name)))
    return f"{name} ({student.id})" if name else student.id


def without_facts(tag: str) -> str:
    """The message for ``tag`` without what it quotes from a learner's answer."""
    parts = string.Formatter().parse(messages.CATALOGUE[tag])
    return "".join(text + ("" if fact is None else "…") for text, fact, _, _ in parts)


def ideas(met: Iterable[Met], words: Words) -> list[Idea]:
    """The misconceptions that were met, those that most students hold first."""
    by_tag = defaultdict(list)
    for each in met:
        by_tag[each.tag].append(each)
    found = []
    for tag, own in by_tag.items():
        holders = {each.student for each in own}
        places = Counter((each.assignment, each.exercise.name) for each in own)
        message = words.message(tag, (each.message for each in own))
        first_met = [(*place, number) for place, number in sorted(places.items())]
        found.append(Idea(tag, message, len(holders), first_met, words.named(holders)))
    return sorted(found, key=lambda idea: (-idea.holders, idea.tag))


def to_revisit(parts: Iterable[Understanding], words: Words) -> list[Place]:
    """The sections to look at again, those where most students met a misconception first."""
    places = []
    for part in parts:
        by_section = defaultdict(list)
        for each in part.met:
            by_section[each.exercise.section].append(each)
        for section, own in by_section.items():
            exercises = [e.name for e in part.exercises if e.section == section]
            untouched = sum(
                any(work.verdicts[name] == Verdict.UNTOUCHED for name in exercises)
                for work in part.works.values()
            )
            holders = {each.student for each in own}
            places.append(
                Place(
                    *(part.assignment, section, exercises, len(holders), len(part.works)),
                    *(untouched, ideas(own, words)[0]),
                )
            )
    return sorted(places, key=lambda place: -place.holders)


class Summary:
    """What the page shows of one assignment, beside its misconceptions."""

    def __init__(self, marks: Marks, part: Understanding, kept: Attempts, words: Words) -> None:
        name = self.name = part.assignment
        own = [s for (_, assignment), s in marks.submissions.items() if assignment == name]
        times = [submission.handed_in for submission in own if submission.handed_in]
        self.part = part
        self.max_score = marks.max_score(name)
        self.states = Counter(marks.state(student.id, name) for student in marks.students)
        self.marks = [submission.mark for submission in own if not submission.waiting]
        self.so_far = [submission.score for submission in own if submission.waiting]
        self.ideas = ideas(part.met, words)
        self.to_revisit = to_revisit([part], words)
        self.stopped = Counter(what for w in part.works.values() for what in w.stopped)
        self.reasons = words.reasons(part.reasons)
        self.first, self.last = min(times, default=None), max(times, default=None)
        self.late = sum(bool(submission.late_by) for submission in own)
        self.penalty = sum(submission.penalty for submission in own)
        self.attempts = Counter(n for (_, assignment), n in kept.items() if assignment == name)
        self.verdicts = {
            exercise.name: Counter(work.verdicts[exercise.name] for work in part.works.values())
            for exercise in part.exercises
        }
        self.averages = {e.name: self._average(marks, e) for e in part.exercises}
        self.most = {
            e.name: sum(marks.max_scores[name][cell] for cell in e.cells) for e in part.exercises
        }
        self.lines = {
            student.id: self._line(marks, kept, student)
            for student in (marks.students if words.names else [])
        }

    @property
    def points(self) -> list[float]:
        """The marks, and the points so far of those who wait for a person, in order."""
        return sorted(self.marks + self.so_far)

    @property
    def median(self) -> float:
        """Of the `points`."""
        return statistics.median(self.points)

    def _average(self, marks: Marks, exercise: Exercise) -> float:
        cells = [marks.submissions[student, self.name].cells for student in self.part.works]
        scores = [sum(own[cell].score for cell in exercise.cells if cell in own) for own in cells]
        return statistics.fmean(scores) if scores else 0.0

    def _line(self, marks: Marks, kept: Attempts, student: Student) -> Line:
        place = student.id, self.name
        return Line(
            label(student),
            marks.state(*place),
            marks.submissions.get(place),
            self.part.works.get(student.id),
            kept.get(place),
            self.part.reasons.get(student.id, ""),
        )


class Totals:
    """The points of all assignments together: of those who have all marks, and of the others."""

    def __init__(self, marks: Marks) -> None:
        self.max_score = sum(map(marks.max_score, marks.assignments))
        self.marks, self.so_far = [], []
        for student in marks.students:
            own = [marks.submissions.get((student.id, name)) for name in marks.assignments]
            if all(submission and not submission.waiting for submission in own):
                self.marks.append(sum(submission.mark for submission in own))
            elif any(own):
                self.so_far.append(sum(submission.score for submission in own if submission))
