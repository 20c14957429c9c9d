"""The numbers of the class report: what is ranked, what is counted, and who may be named."""

import dataclasses
import re
import statistics
import string
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from course.check import messages
from course.classroom.marks import Marks, Student, Submission
from course.classroom.report.reasons import without_quotes
from course.classroom.report.understanding import Exercise, Finding, Understanding, Verdict, Work
from course.classroom.visible import visible

NUMBER = r"([-+]?[0-9]+(?:\.[0-9]+)?(?:e[-+]?[0-9]+)?|)"

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
class SectionToRevisit:
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


@dataclass(frozen=True, slots=True)
class StudentRow:
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
        verdicts = self.work.verdicts if self.work else {}
        return [name for name, v in verdicts.items() if v == Verdict.UNTOUCHED]


class Disclosure:
    """What may be shown of students, and of what was said to them.

    Without names the page holds sentences of ours alone, and in them numbers. Any other text may come
    from a student, and name or accuse another.
    """

    def __init__(self, students: list[Student], names: bool) -> None:
        self.names = names
        self.label = {student.id: label(student) for student in students}
        known = (value for student in students for value in dataclasses.astuple(student))
        self._people = {word for value in known for word in _words(value)}

    def message(self, tag: str, told: Iterable[str]) -> str:
        """The most frequent of the messages that were ``told`` for ``tag``."""
        show = visible if self.names else self._anonymous(tag)
        counts: Counter[str] = Counter()
        for message, often in Counter(told).items():
            counts[show(message)] += often
        return max(counts, key=lambda text: (counts[text], text))

    def reasons(self, reasons: dict[str, str]) -> list[tuple[str, int, list[str]]]:
        """Each reason with the number of students, and with their names if they may be shown."""
        whose = defaultdict(list)
        for student, reason in reasons.items():
            whose[visible(reason) if self.names else without_quotes(reason)].append(student)
        ranked = sorted(whose.items(), key=lambda item: (-len(item[1]), item[0]))
        return [(reason, len(who), self.named(who)) for reason, who in ranked]

    def named(self, students: Iterable[str]) -> list[str]:
        """Their names, none if nobody is to be named."""
        return sorted(self.label[student] for student in students) if self.names else []

    def _anonymous(self, tag: str) -> Callable[[str], str]:
        """Gives a message for ``tag`` as it was told if its facts are numbers, and no student's."""
        plain, numbers = without_facts(tag), _with_numbers(tag)

        def shown(message: str) -> str:
            facts = numbers.fullmatch(message)
            quoted = {word for fact in facts.groups() for word in _words(fact)} if facts else set()
            return message if facts and not quoted & self._people else plain

        return shown


def label(student: Student) -> str:
    """How a student is called."""
    name = " ".join(filter(None, (student.first_name, student.last_name)))
    return visible(f"{name} ({student.id})" if name else student.id)


def without_facts(tag: str) -> str:
    """The message for ``tag`` without what it quotes from a learner's answer."""
    parts = string.Formatter().parse(messages.CATALOGUE[tag])
    return "".join(text + ("" if fact is None else "…") for text, fact, _, _ in parts)


def _with_numbers(tag: str) -> re.Pattern[str]:
    """What matches the message for ``tag`` if each of its facts is a number, or nothing."""
    parts = string.Formatter().parse(messages.CATALOGUE[tag])
    patterns = (re.escape(text) + ("" if fact is None else NUMBER) for text, fact, _, _ in parts)
    return re.compile("".join(patterns))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def ideas(findings: Iterable[Finding], disclosure: Disclosure) -> list[Idea]:
    """The misconceptions that were met, those that most students hold first."""
    by_tag = defaultdict(list)
    for each in findings:
        by_tag[each.tag].append(each)
    found = []
    for tag, own in by_tag.items():
        holders = {each.student for each in own}
        places = Counter((each.assignment, each.exercise.name) for each in own)
        message = disclosure.message(tag, (each.message for each in own))
        first_met = [(*place, number) for place, number in sorted(places.items())]
        found.append(Idea(tag, message, len(holders), first_met, disclosure.named(holders)))
    return sorted(found, key=lambda idea: (-idea.holders, idea.tag))


def to_revisit(parts: Iterable[Understanding], disclosure: Disclosure) -> list[SectionToRevisit]:
    """The sections to look at again, those where most students met a misconception first."""
    found = []
    for part in parts:
        by_section = defaultdict(list)
        for each in part.findings:
            by_section[each.exercise.section].append(each)
        for section, own in by_section.items():
            exercises = [e.name for e in part.exercises if e.section == section]
            untouched = sum(
                any(work.verdicts[name] == Verdict.UNTOUCHED for name in exercises)
                for work in part.works.values()
            )
            found.append(
                SectionToRevisit(
                    assignment=part.assignment,
                    section=section,
                    exercises=exercises,
                    holders=len({each.student for each in own}),
                    graded=len(part.works),
                    untouched=untouched,
                    idea=ideas(own, disclosure)[0],
                )
            )
    return sorted(found, key=lambda section: -section.holders)


@dataclass(frozen=True)
class Summary:
    """What the page shows of one assignment.

    Attributes:
        states: how many students' work stands how, see `marks`.
        marks, so_far: points of those who have a mark, and of those who wait for a person.
        stopped: how many students had a test that was kept from a verdict by what.
        reasons: why there is no mark, for how many, and who.
        first, last: when it was handed in, in UTC, if time stamps say so.
        late, penalty: how many were too late, and the points that cost in all.
        attempts: how many students handed in how often.
        verdicts, averages, most: by exercise, how many did how, their mean points, and of how many.
        rows: by student, if they may be named.
    """

    name: str
    part: Understanding
    max_score: float
    states: Counter[str]
    marks: list[float]
    so_far: list[float]
    ideas: list[Idea]
    to_revisit: list[SectionToRevisit]
    stopped: Counter[str]
    reasons: list[tuple[str, int, list[str]]]
    first: datetime | None
    last: datetime | None
    late: int
    penalty: float
    attempts: Counter[int]
    verdicts: dict[str, Counter[Verdict]]
    averages: dict[str, float]
    most: dict[str, float]
    rows: dict[str, StudentRow]

    @property
    def is_waiting(self) -> bool:
        """Whether an exercise of somebody waits for a person."""
        return any(counts[Verdict.WAITING] for counts in self.verdicts.values())

    @property
    def points(self) -> list[float]:
        """The marks, and the points so far of those who wait for a person, in order."""
        return sorted(self.marks + self.so_far)

    @property
    def median(self) -> float:
        """Of the `points`."""
        return statistics.median(self.points)


def summarize(
    marks: Marks, part: Understanding, attempts: Attempts, disclosure: Disclosure
) -> Summary:
    """What the page shows of the assignment that ``part`` is about."""
    name = part.assignment
    own = [s for (_, assignment), s in marks.submissions.items() if assignment == name]
    times = [submission.handed_in for submission in own if submission.handed_in]
    return Summary(
        name=name,
        part=part,
        max_score=marks.max_score(name),
        states=Counter(marks.state(student.id, name) for student in marks.students),
        marks=[mark for submission in own if (mark := submission.mark) is not None],
        so_far=[submission.score for submission in own if submission.waiting],
        ideas=ideas(part.findings, disclosure),
        to_revisit=to_revisit([part], disclosure),
        stopped=Counter(what for work in part.works.values() for what in work.stopped),
        reasons=disclosure.reasons(part.reasons),
        first=min(times, default=None),
        last=max(times, default=None),
        late=sum(bool(submission.late_by) for submission in own),
        penalty=sum(submission.penalty for submission in own),
        attempts=Counter(n for (_, assignment), n in attempts.items() if assignment == name),
        verdicts={
            exercise.name: Counter(work.verdicts[exercise.name] for work in part.works.values())
            for exercise in part.exercises
        },
        averages={exercise.name: average(marks, part, exercise) for exercise in part.exercises},
        most={
            e.name: sum(marks.max_scores[name][cell] for cell in e.cells) for e in part.exercises
        },
        rows={
            student.id: StudentRow(
                name=disclosure.label[student.id],
                state=marks.state(student.id, name),
                submission=marks.submissions.get((student.id, name)),
                work=part.works.get(student.id),
                attempts=attempts.get((student.id, name)),
                reason=part.reasons.get(student.id, ""),
            )
            for student in (marks.students if disclosure.names else [])
        },
    )


def average(marks: Marks, part: Understanding, exercise: Exercise) -> float:
    """The mean points of those whose work was read; 0 if there is none."""
    cells = [marks.submissions[student, part.assignment].cells for student in part.works]
    scores = [sum(own[cell].score for cell in exercise.cells if cell in own) for own in cells]
    return statistics.fmean(scores) if scores else 0.0


@dataclass(frozen=True)
class Totals:
    """The points of all assignments together.

    Attributes:
        marks, so_far: of those who have all marks, and of the others with some.
    """

    max_score: float
    marks: list[float]
    so_far: list[float]


def total(marks: Marks) -> Totals:
    """Add up the points of each student."""
    totals = Totals(sum(map(marks.max_score, marks.assignments)), [], [])
    for student in marks.students:
        own = [marks.submissions.get((student.id, name)) for name in marks.assignments]
        final = [s.mark for s in own if s is not None and s.mark is not None]
        if len(final) == len(own):
            totals.marks.append(sum(final))
        elif any(own):
            totals.so_far.append(sum(submission.score for submission in own if submission))
    return totals
