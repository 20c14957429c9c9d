"""Which test cells are graded otherwise than by stock nbgrader, or otherwise in each run, and why."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from nbformat.notebooknode import NotebookNode

from course.classroom.verify import likely
from course.classroom.verify.runs import Result, Run, Way
from course.classroom.verify.sources import Code, Source
from course.grading.cells import is_beside
from course.grading.second import is_sure
from course.grading.waiting import TO_STUDENTS

NOT_GRADED = Result(None)
ENDED = ("CandidateGone", "NotRun")
"""What a test says whose student's code had come to an end, with the reason."""


def ways(test: NotebookNode) -> tuple[Way, ...]:
    """How a test cell is graded, and by stock nbgrader."""
    if is_beside(test):
        return Way.STOCK, Way.BESIDE
    if is_sure(test.source):
        return Way.STOCK, Way.APART
    return tuple(Way)


def worth(test: NotebookNode) -> float:
    """The points of a test cell."""
    return float(test.metadata.nbgrader["points"])


@dataclass(frozen=True)
class Graded:
    """A code, graded in several ways, several times each.

    Attributes:
        runs: by way, as many as were made; a way that does not matter has none.
    """

    source: Source
    code: Code
    runs: dict[Way, list[Run]]

    def results(self, way: Way, test: str) -> list[Result]:
        """What ``test`` gave in each run of this ``way``; nothing of a way that is not asked for it."""
        if way not in ways(self.source.tests[test]):
            return []
        return [run.results.get(test, NOT_GRADED) for run in self.runs.get(way, ())]


@dataclass(frozen=True)
class Difference:
    """A test cell whose points are not those of stock nbgrader.

    Attributes:
        code: what is graded otherwise.
        stock, here: the points there and by ours; None where it is not graded.
        why: in a sentence.
        curable: whether they are the same if the cell runs beside the student's code.
        others: of how many other codes it is true.
    """

    source: Source
    test: str
    code: Code
    stock: float | None
    here: float | None
    why: str
    curable: bool
    others: int = 0

    @property
    def place(self) -> str:
        """How the cell is called in a list."""
        return self.source.cell(self.test)

    @property
    def worth(self) -> float:
        """The points of the cell."""
        return worth(self.source.tests[self.test])

    @property
    def is_solved(self) -> bool:
        """Whether it is the source's own solutions that are graded otherwise."""
        return self.code is self.source.solved


@dataclass(frozen=True)
class Unsteady:
    """A test cell that gives other points to the same code in another run."""

    source: Source
    test: str
    code: Code
    way: Way
    points: tuple[float | None, ...]

    @property
    def place(self) -> str:
        """How the cell is called in a list."""
        return self.source.cell(self.test)


@dataclass
class Verified:
    """What is known of a source notebook.

    Attributes:
        seconds: by way, of a run of its own solutions.
        memory: bytes, of the process with its own solutions.
        accepted: the mutants that no test notices; none if a test is `unsteady`, which may notice any.
        failed: test cells that give less than all points to the source's own solutions, by stock nbgrader.
        open: test cells that give points to the blank release, by stock nbgrader.
    """

    source: Source
    seconds: dict[Way, float] = field(default_factory=dict)
    memory: int = 0
    differences: list[Difference] = field(default_factory=list)
    unsteady: list[Unsteady] = field(default_factory=list)
    accepted: list[Code] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    @property
    def beside(self) -> list[str]:
        """The test cells that run beside the student's code."""
        return [name for name, cell in self.source.tests.items() if is_beside(cell)]

    def differs(self, marked: Collection[Difference]) -> bool:
        """Whether any cell is graded otherwise than by stock nbgrader, but for those just ``marked``."""
        return bool(self.unsteady) or any(each not in marked for each in self.differences)


def verified(solved: Graded, blank: Graded, mutants: Sequence[Graded]) -> Verified:
    """What the runs of a notebook say of it."""
    source = solved.source
    found = Verified(source)
    found.seconds = {
        way: min(run.seconds for run in runs) for way, runs in solved.runs.items() if runs
    }
    found.memory = max(run.memory for runs in solved.runs.values() for run in runs)
    for test, cell in source.tests.items():
        most = worth(cell)
        every = [(graded, compare(graded, test)) for graded in (solved, blank, *mutants)]
        differing = [each for _, each in every if isinstance(each, Difference)]
        unsteady = [each for _, each in every if isinstance(each, Unsteady)]
        if unsteady:
            found.unsteady.append(unsteady[0])
        elif differing:
            curable = all(each.curable for each in differing)
            found.differences.append(_first(differing, curable))
        if not unsteady and any(
            result.points != most for result in solved.results(Way.STOCK, test)
        ):
            found.failed.append(test)
        if most and any(result.points for result in blank.results(Way.STOCK, test)):
            found.open.append(test)
    if not found.unsteady:
        found.accepted = [graded.code for graded in mutants if not is_noticed(graded, solved)]
    return found


def _first(differing: list[Difference], curable: bool) -> Difference:
    first = differing[0]
    return Difference(
        first.source,
        first.test,
        first.code,
        first.stock,
        first.here,
        first.why,
        curable,
        len(differing) - 1,
    )


def compare(graded: Graded, test: str) -> Difference | Unsteady | None:
    """How the points that ``test`` gives a code differ from those of stock nbgrader; None if not.

    Where stock nbgrader itself was not run, ours in one process stands for it. A mutant that was
    stopped for want of time says nothing, nor does one that gives something else in each run.
    """
    by_way = {way: graded.results(way, test) for way in Way}
    is_mutant = graded.code.mutant is not None
    if is_mutant and any(result.stopped for results in by_way.values() for result in results):
        return None
    for way, results in by_way.items():
        points = tuple(result.points for result in results)
        if len(set(points)) > 1:
            return None if is_mutant else Unsteady(graded.source, test, graded.code, way, points)
    stock, beside, apart = by_way[Way.STOCK], by_way[Way.BESIDE], by_way[Way.APART]
    if not (stock or beside and apart):
        return None
    there = (stock or beside)[0]
    other = beside[0] if beside else None
    here = apart[0] if apart else beside[0]
    agreed = here if other is None or other.points == here.points else NOT_GRADED
    if agreed.points == there.points:
        return None
    curable = bool(apart) and other is not None and other.points == there.points
    why = _why(there, other, here, bool(apart))
    if here.points is not None and curable and not here.error.startswith(ENDED):
        why += f" {likely.reason(graded.source.tests[test].source)}"
    return Difference(graded.source, test, graded.code, there.points, agreed.points, why, curable)


def _why(there: Result, beside: Result | None, here: Result, is_apart: bool) -> str:
    """Why the points differ, in a sentence."""
    if here.points is None:
        return _sentence(
            here.error.replace(TO_STUDENTS, "").strip() or "the grader has no result of it"
        )
    if there.points is None:
        return _sentence(there.error)
    where = "apart" if is_apart else "beside the student's code"
    rest = "in stock nbgrader" if beside is None or beside.points == here.points else "beside"
    if here.error and not there.error:
        return _sentence(f"it passes {rest}, and {where} it stops with {here.error}")
    if there.error and not here.error:
        return _sentence(f"it passes {where}, and {rest} it stops with {there.error}")
    return f"It gives {here.points:g} points {where}, and {there.points:g} {rest}."


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '!', '?', '…')) else '.'}"


def is_noticed(mutant: Graded, solved: Graded) -> bool:
    """Whether any test gives a mutant less than it gives the source's own solutions, or is stopped."""
    for test in mutant.source.tests:
        theirs, ours = (
            graded.results(Way.BESIDE, test) or graded.results(Way.APART, test)
            for graded in (mutant, solved)
        )
        for result in theirs:
            if result.stopped or result.points is None or result.points < (ours[0].points or 0):
                return True
    return False
