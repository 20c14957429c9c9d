"""How workers share the tests, and what `make test` says at its end of its bank and attacks."""

import os
import re
from collections import Counter
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from course.check import messages

settings.register_profile(
    "steady",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")  # the same examples each time, on a busy machine too

FIRST = ["bank", "apart", "submissions", "attacks_notebook", "crashes", "attacks_score"]
FIRST += [
    "attacks_host",
    "other_courses",
    "mutants",
    "courses",
    "verify",
    "cycle",
    "exchange",
    "student",
    "postgresql",
]
"""Files that take longest, the longest first: of the quick tests, the slow ones and the flows."""

PLACES = {f"test_{name}.py": place for place, name in enumerate(FIRST)}
DIVIDED = ("test_bank.py", "test_mutants.py")
"""Files whose tests need not share a worker but with those of the same notebook."""

NOTEBOOK = re.compile(r"0\d-[a-z-]+")


class Together(LoadScopeScheduling):
    """The tests of a file share a worker and what the file starts, unless it is `DIVIDED`."""

    def _split_scope(self, nodeid: str) -> str:
        file, _, test = nodeid.partition("::")
        notebook = NOTEBOOK.search(test) if file.endswith(DIVIDED) else None
        return f"{file} {notebook[0]}" if notebook else file


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a third of their time, slow tests wait for what they started."""
    return (os.cpu_count() or 1) + 1


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    """Hand out the tests as `Together` says, in the order of their collection."""
    config.option.loadscopereorder = False
    return Together(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that all cores end together."""
    items.sort(key=lambda item: PLACES.get(item.path.name, len(PLACES)))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What was printed or logged can be sent from process to process: hostile names are no UTF-8."""
    report = yield
    report.sections = [
        (name, text.encode(errors="backslashreplace").decode()) for name, text in report.sections
    ]
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Add up what the tests of the bank, of the mutants and of the attacks recorded."""
    reports = [
        report
        for outcome in ("passed", "failed")
        for report in terminalreporter.stats.get(outcome, [])
        if report.when == "call"
    ]
    cases = [
        (r, dict(r.user_properties)["tag"]) for r in reports if "tag" in dict(r.user_properties)
    ]
    if cases:
        tags = Counter(tag for _, tag in cases)
        wrong = len(cases) - tags["right"]
        general = sum(tags[tag] for tag in messages.GENERAL)
        misjudged = sum(report.failed for report, _ in cases)
        terminalreporter.write_line(
            f"bank: {len(cases)} cases ({tags['right']} right, {wrong} wrong), {misjudged} misjudged, "
            f"{general} of the wrong ones ({general / max(wrong, 1):.1%}) told by a general message"
        )
    counts, tried, contained = Counter(), Counter(), Counter()
    for report in reports:
        properties = dict(report.user_properties)
        counts.update({name: properties.get(name, 0) for name in ("mutants", "killed")})
        attacks = {name: n for name, n in properties.items() if name.startswith("attacks")}
        tried.update(attacks)
        contained.update({name: number * report.passed for name, number in attacks.items()})
    if counts["mutants"]:
        terminalreporter.write_line(
            f"mutants: {counts['mutants']}, {counts['killed']} killed, "
            f"{counts['mutants'] - counts['killed']} survived and listed as equivalent"
        )
    for kind in sorted(tried):
        terminalreporter.write_line(f"{kind}: {tried[kind]} tried, {contained[kind]} contained")
