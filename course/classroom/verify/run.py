"""Grade what a course's sources hold both ways, compare, and say what differs."""

import dataclasses
from collections.abc import Sequence
from concurrent.futures import Executor as Pool
from concurrent.futures import as_completed
from pathlib import Path

from tqdm import tqdm
from traitlets.config import Config

from course.classroom import files
from course.classroom.course import open_course
from course.classroom.verify import differences, marking, page, runs, sources, stock, table
from course.classroom.verify.differences import Difference, Graded, Verified
from course.classroom.verify.runs import Run, Trial, Way
from course.classroom.verify.sources import Source
from course.grading import workers
from course.grading.sandbox import command
from course.grading.workers import Settings

TWICE = (0, 1)
"""The numbers of the trials of what is to give the same points each time."""

LEAST_SECONDS = 10.0
"""That a mutant may take, and `LONGER` times what the solutions take; many a mutant never ends."""
LONGER = 3


def run(
    folder: Path, assignments: list[str], jobs: int, sandboxed: bool, mark: bool, html: Path | None
) -> tuple[str, bool]:
    """Verify ``assignments``, or all, of the course in ``folder``.

    Args:
        jobs: notebooks graded at once.
        sandboxed: whether mutants and the like are confined.
        mark: whether to tag the cells for which that helps.
        html: where to write a page that says the same.

    Returns:
        What was found; and whether any cell is graded otherwise than by stock nbgrader.

    Raises:
        Problem: the folder is no course; there is no such assignment, or no source that can be graded;
            the page or a mark cannot be written; there is no sandbox.
    """
    if html:
        files.target(html)
    course = open_course(folder)
    found = sources.read(course, assignments)
    of = sorted({source.assignment for source in found})
    settings = dataclasses.replace(course.settings(of), sandboxed=sandboxed)
    if sandboxed:
        command.probe()
    with (
        workers.pool(jobs) as pool,
        tqdm(unit="run") as progress,
    ):
        verified = verify(found, Runner(pool, settings, course.config, progress))
    marked = _mark(verified) if mark else []
    if html:
        files.write(html, [page.page(course.id, verified, marked)])
    differs = any(one.differs(marked) for one in verified)
    return table.text(verified, marked), differs


@dataclasses.dataclass(frozen=True)
class Runner:
    """Makes runs, several at once."""

    pool: Pool
    settings: Settings
    config: Config
    progress: tqdm

    def run(self, trials: Sequence[Trial]) -> list[Run]:
        """The runs that come of ``trials``, in their order.

        Raises:
            Problem: there is no sandbox.
        """
        self.progress.reset(len(trials))
        futures = [
            self.pool.submit(runs.run, self.settings, self.config, trial) for trial in trials
        ]
        try:
            for future in as_completed(futures):
                future.result()
                self.progress.update()
        finally:
            for future in futures:
                future.cancel()
            stock.stop()
        return [future.result() for future in futures]

    def graded(self, stage: str, trials: Sequence[Trial]) -> list[Graded]:
        """What comes of ``trials``, those of a code together, in the order of the codes.

        Args:
            stage: what the progress bar calls them.
        """
        if not trials:
            return []
        self.progress.set_description(stage, refresh=False)
        made: dict[int, Graded] = {}
        for trial, one in zip(trials, self.run(trials), strict=True):
            graded = made.setdefault(id(trial.code), Graded(trial.source, trial.code, {}))
            graded.runs.setdefault(trial.way, []).append(one)
        return list(made.values())


def verify(found: Sequence[Source], runner: Runner) -> list[Verified]:
    """What is known of each of the sources ``found``.

    Raises:
        Problem: there is no sandbox.
    """
    first = [
        Trial(source, code, way, number)
        for number in TWICE  # all others first, since the first ones wait for what is imported
        for source in found
        for code in (source.solved, source.blank)
        for way in _ways(source)
    ]
    whole = runner.graded("solutions and release", first)
    pairs = list(zip(whole[::2], whole[1::2], strict=True))
    limits = {solved.source: _seconds(solved) for solved, _ in pairs}
    mutants = runner.graded(
        "mutants",
        [
            Trial(source, code, way, seconds=limits[source])
            for source in found
            for code in source.mutants
            for way in _ours(source)
        ],
    )
    doubtful = [graded for graded in mutants if _differs(graded)]
    repeated = [
        Trial(graded.source, graded.code, way, 1, limits[graded.source])
        for graded in doubtful
        for way in graded.runs
    ]
    again = runner.graded("mutants that differ, again", repeated)
    for graded, once_more in zip(doubtful, again, strict=True):
        for way, more in once_more.runs.items():
            graded.runs[way] += more
    return [
        differences.verified(solved, blank, [m for m in mutants if m.source is solved.source])
        for solved, blank in pairs
    ]


def _ways(source: Source) -> list[Way]:
    """All ways in which a test of ``source`` is graded."""
    asked = {way for test in source.tests.values() for way in differences.ways(test)}
    return [way for way in Way if way in asked]


def _ours(source: Source) -> list[Way]:
    """Those in which ours grades it."""
    return [way for way in _ways(source) if way is not Way.STOCK]


def _seconds(solved: Graded) -> float:
    """How long a mutant may take."""
    took = [min(run.seconds for run in solved.runs[way]) for way in _ours(solved.source)]
    return max(LEAST_SECONDS, LONGER * max(took))


def _differs(graded: Graded) -> bool:
    return any(differences.compare(graded, test) for test in graded.source.tests)


def _mark(verified: Sequence[Verified]) -> list[Difference]:
    """Tag the cells for which that helps in the source notebooks; which they are.

    Raises:
        Problem: a notebook cannot be written.
    """
    marked = []
    for one in verified:
        curable = [each for each in one.differences if each.curable]
        if curable:
            marking.mark(one.source.path, {each.test for each in curable})
            marked += curable
    return marked
