"""What `course verify` prints."""

from collections.abc import Collection, Iterable, Sequence

from course.classroom.verify.differences import Difference, Unsteady, Verified, worth
from course.classroom.verify.runs import Way
from course.grading.problem import one_line

LONGEST = 160
"""Characters of a mutant's change, or of a reason."""
MOST_MUTANTS = 10
"""Of a notebook that are listed; a page has all."""

NO_DIFFERENCE = "Every test cell gives the points that it gives in stock nbgrader."


def text(verified: Sequence[Verified], marked: Collection[Difference]) -> str:
    """All that was found, the most important first."""
    parts = [
        [*filter(None, (headline(verified, marked), waiting(verified, marked)))],
        _differing([each for one in verified for each in one.differences], marked),
        _unsteady(verified),
        _listed(
            "These do not give all their points to the source's own solutions in stock nbgrader:",
            (one.source.cell(name) for one in verified for name in one.failed),
        ),
        _listed(
            "These give points to the blank release in stock nbgrader:",
            (one.source.cell(name) for one in verified for name in one.open),
        ),
        _mutants(verified),
        _notebooks(verified),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part)


def headline(verified: Sequence[Verified], marked: Collection[Difference] = ()) -> str:
    """What was found, in a sentence or two."""
    tests = sum(len(one.source.tests) for one in verified)
    differing = sum(len(one.differences) for one in verified) - len(marked)
    unsteady = sum(len(one.unsteady) for one in verified)
    beside = sum(len(one.beside) for one in verified) + len(marked)
    found = []
    if differing:
        found.append(f"{_are(differing)} graded otherwise than by stock nbgrader")
    if unsteady:
        found.append(f"{_are(unsteady)} graded otherwise from run to run")
    said = f"Of {tests} test cells {' and '.join(found)}." if found else NO_DIFFERENCE
    if marked:
        said += f" {_are(len(marked))} marked in source/ now."
    if beside:
        said += f" {_are(beside)} run beside the student's code, which can change the result."
    return said


def waiting(verified: Sequence[Verified], marked: Collection[Difference] = ()) -> str:
    """How many points of a right submission would wait for a person, in a sentence; '' if none would."""
    every = [each for one in verified for each in one.differences if each not in marked]
    lost = sum(each.worth for each in every if each.is_solved and each.here is None)
    most = sum(worth(cell) for one in verified for cell in one.source.tests.values())
    if not lost:
        return ""
    return f"Of the {most:g} points of the source's solutions {lost:g} would wait for a person."


def _are(count: int) -> str:
    return f"{count} is" if count == 1 else f"{count} are"


def points(value: float | None) -> str:
    """Points as they are shown."""
    return "not graded" if value is None else f"{value:g}"


def advice(each: Difference, marked: Collection[Difference]) -> str:
    """What became of a cell that differs, or can be done."""
    if each in marked:
        return "marked now"
    if each.curable:
        return "--mark"
    return "change the test"


def unsteady_points(each: Unsteady) -> str:
    """What a cell gave in its runs."""
    where = {Way.STOCK: "in stock nbgrader", Way.BESIDE: "beside", Way.APART: "apart"}[each.way]
    return f"{' and then '.join(map(points, each.points))} points {where}, to {each.code.what}"


def _differing(differences: Sequence[Difference], marked: Collection[Difference]) -> list[str]:
    if not differences:
        return []
    rows = [["test cell", "stock", "here", "of", "what helps", "for"]]
    for each in differences:
        also = f" (and {each.others} more)" if each.others else ""
        rows.append(
            [
                one_line(each.place),
                points(each.stock),
                points(each.here),
                f"{each.worth:g}",
                advice(each, marked),
                one_line(each.code.what, LONGEST) + also,
            ]
        )
    heading, *lines = columns(rows)
    whys = [f"    {one_line(each.why, 3 * LONGEST)}" for each in differences]
    return [heading, *(text for pair in zip(lines, whys, strict=True) for text in pair)]


def _unsteady(verified: Sequence[Verified]) -> list[str]:
    lines = [f"{each.place}: {unsteady_points(each)}" for one in verified for each in one.unsteady]
    lines += [
        f"{one.source.cell(name)}: {why}" for one in verified for name, why in one.source.causes
    ]
    return _listed("Marks may differ from run to run:", lines)


def _mutants(verified: Sequence[Verified]) -> list[str]:
    lines = []
    for one in verified:
        for code in one.accepted[:MOST_MUTANTS]:
            assert code.mutant
            lines.append(
                f"{one.source.cell(code.cell)}, line {code.mutant.line}: {code.mutant.what}"
            )
        if len(one.accepted) > MOST_MUTANTS:
            more = len(one.accepted) - MOST_MUTANTS
            lines.append(f"{one.source.place}: {more} more; --html FILE lists them all")
    return _listed("No test notices these changes of a solution:", lines)


def _notebooks(verified: Sequence[Verified]) -> list[str]:
    rows = [
        ["notebook", "tests", "beside", *(f"{way} s" for way in Way), "MB", "mutants", "noticed"]
    ]
    for one in verified:
        mutants = len(one.source.mutants)
        rows.append(
            [
                one_line(one.source.place),
                str(len(one.source.tests)),
                str(len(one.beside)),
                *(f"{one.seconds[way]:.1f}" if way in one.seconds else "" for way in Way),
                f"{one.memory >> 20}",
                str(mutants),
                "" if one.unsteady else str(mutants - len(one.accepted)),
            ]
        )
    return columns(rows, numbers=True)


def _listed(heading: str, lines: Iterable[str]) -> list[str]:
    told = [f"  {one_line(line, 2 * LONGEST)}" for line in lines]
    return [heading, *told] if told else []


def columns(rows: Sequence[Sequence[str]], numbers: bool = False) -> list[str]:
    """The ``rows`` as lines, a column as wide as it needs.

    Args:
        numbers: whether all but the first column are set to the right.
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for first, *others in rows:
        side = ">" if numbers else "<"
        cells = [f"{cell:{side}{width}}" for cell, width in zip(others, widths[1:], strict=True)]
        lines.append("  ".join([f"{first:{widths[0]}}", *cells]).rstrip())
    return lines
