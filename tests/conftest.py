"""What `make test` says at its end about the tests that judge the tests and attack the grader."""

from collections import Counter

import pytest

GENERAL = {
    "error",
    "wrong-value",
    "wrong-trajectory",
    "wrong-history",
    "wrong-step",
    "wrong-epochs",
}
"""Tags of messages that say what is wrong and not why."""


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
        general = sum(tags[tag] for tag in GENERAL)
        misjudged = sum(report.failed for report, _ in cases)
        terminalreporter.write_line(
            f"bank: {len(cases)} cases ({tags['right']} right, {wrong} wrong), {misjudged} misjudged, "
            f"{general} of the wrong ones ({general / max(wrong, 1):.1%}) told by a general message"
        )
    counts = Counter()
    for report in reports:
        properties = dict(report.user_properties)
        counts.update({name: properties.get(name, 0) for name in ("mutants", "killed", "attacks")})
        counts["contained"] += properties.get("attacks", 0) * report.passed
    if counts["mutants"]:
        terminalreporter.write_line(
            f"mutants: {counts['mutants']}, {counts['killed']} killed, "
            f"{counts['mutants'] - counts['killed']} survived and listed as equivalent"
        )
    if counts["attacks"]:
        terminalreporter.write_line(
            f"attacks: {counts['attacks']}, {counts['contained']} contained "
            "(those on the machine as root and as an ordinary user)"
        )
