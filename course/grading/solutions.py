"""Which code counts for an exercise, if it does not stand in the cell for it.

For exercises with tests. The whole notebook is executed, so code in any cell counts, unless a cell that
was left blank defines the same name once more, or the code stands below the test. A blank definition
steps aside, and a test goes below the code that it asks for. No code of a student's is moved.
"""

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import nbformat
from nbformat.notebooknode import NotebookNode

from course.grading import cells, own
from course.grading.own import HandedOut

SEVERAL = "the notebook holds several solutions of {}, and the last counts"
PERHAPS = "a solution of {} may stand in another cell"
NOT_CODE = "a solution of {} seems to stand in a text"
ASIDE = "# {} is defined in another cell, which counts."
LONGEST = 20_000
"""Characters of code that are shown beside a test."""

Looks = dict[str, tuple[str, str]]


def settle(
    given: list[NotebookNode],
    asked: dict[str, tuple[str, ...]],
    handed_out: HandedOut,
    others: dict[str, list[NotebookNode]],
    left_out: set[str],
) -> Looks:
    """Let the code count that is written in ``given``, by changing that; the tests to look at.

    Args:
        asked: by grade_id of a solution, the names that it is to define.
        others: by grade_id, filled copies of the cell that do not count.
        left_out: the solutions of which blank copies were handed in as well.
    """
    _texts_to_code(given, asked, handed_out)
    book = _Book(given, asked, handed_out)
    tested = set().union(*(_free(cell) for cell in given if cells.is_test(cell)))
    doubts: dict[str, tuple[str, str]] = {}
    for exercise, names in asked.items():
        if any(
            handed_out.defined(copy.source).keys() & set(names) for copy in others.get(exercise, ())
        ):
            texts = [copy.source for copy in others[exercise]]
            doubts[exercise] = SEVERAL.format(exercise), _joined(texts)
        for name in names:
            if (doubt := book.settle(exercise, name)) and name in tested:
                doubts.setdefault(exercise, doubt)
    book.move_tests(left_out)
    looks: Looks = {}
    for exercise, doubt in doubts.items():
        for test in book.tests_of(exercise):
            looks.setdefault(test, doubt)
    return looks


class _Book:
    """The cells ``given``, with what the code in them defines and needs."""

    def __init__(
        self, given: list[NotebookNode], asked: dict[str, tuple[str, ...]], handed_out: HandedOut
    ) -> None:
        self.given = given
        self.asked = asked
        self.handed_out = handed_out
        counts = Counter(name for names in asked.values() for name in set(names))
        self.shared = {name for name, count in counts.items() if count > 1}
        self.defined: dict[int, dict[str, list[str]]] = {}
        self.needs: dict[str, set[str]] = {}
        for number, cell in enumerate(given):
            if cell.cell_type == "code" and not cells.is_locked(cell):
                self.defined[number] = handed_out.defined(cell.source)
                for statement in handed_out.own_statements(cell.source):
                    for name in own.bound(statement):
                        self.needs.setdefault(name, set()).update(own.free(statement))

    def place_of(self, exercise: str) -> int:
        """The position of its cell, -1 if there is none."""
        there = (n for n, cell in enumerate(self.given) if cells.grade_id(cell) == exercise)
        return next(there, -1)

    def writers(self, exercise: str, name: str) -> list[int]:
        """The positions of cells that define ``name``, but for those of other exercises that ask for it."""
        theirs = {
            self.place_of(other)
            for other, names in self.asked.items()
            if name in names and other != exercise
        }
        return [n for n, names in self.defined.items() if name in names and n not in theirs]

    def is_open(self, exercise: str) -> bool:
        """Whether its cell was lost, or nothing that is asked for is written in it."""
        found = self.defined.get(self.place_of(exercise), {})
        return not found.keys() & set(self.asked[exercise])

    def settle(self, exercise: str, name: str) -> tuple[str, str] | None:
        """Let the blank definition of ``name`` step aside; what is not certain, and its text."""
        place, writers = self.place_of(exercise), self.writers(exercise, name)
        for number in self.defined if writers and name not in self.shared else ():
            if number != place and number > writers[0]:
                self._step_aside(number, name, own.is_empty, "")
        if not self.is_open(exercise):
            if place in writers:
                self._step_aside(place, name, _is_placeholder)
            return None
        if not writers:
            text = self._as_text(name)
            return (NOT_CODE.format(exercise), text) if text else None
        texts = _joined(self.given[n].source for n in writers)
        if name in self.shared:
            return PERHAPS.format(exercise), texts
        if place > writers[0]:
            self._step_aside(place, name, lambda statement: name not in own.free(statement))
        ways = {self.defined[n][name][-1] for n in writers}
        return (SEVERAL.format(exercise), texts) if len(ways) > 1 else None

    def _step_aside(
        self, place: int, name: str, may_go: Callable[[ast.stmt], bool], note: str = ASIDE
    ) -> None:
        """Take definitions of ``name`` that were handed out from a cell, but for those above one's own."""
        cell = self.given[place]
        found = own.statements(cell.source) or []
        ours = {own.span(one) for one in self.handed_out.own_statements(cell.source)}
        first = min(
            (own.span(s)[0] for s in found if name in own.bound(s) and own.span(s) in ours),
            default=-1,
        )
        lines = own.lines_of(cell.source)
        for statement in reversed(found):
            start, end = own.span(statement)
            blank = name in own.bound(statement) and (start, end) not in ours
            if blank and start > first and may_go(statement):
                lines[start:end] = [note.format(name)] if first < 0 else []
        if lines != own.lines_of(cell.source):
            cell.source = "\n".join(lines)

    def _as_text(self, name: str) -> str:
        """What of the texts looks like a definition of ``name``; '' if nothing does."""
        pattern = rf"^[ \t]*(?:(?:async )?def {name}\b|class {name}\b|{name} ?=(?!=))"
        texts = [cell.source for cell in self.given if _is_own_text(cell)]
        found = [text for text in texts if re.search(pattern, text, re.MULTILINE)]
        return _joined(text for text in found if self.handed_out.own_lines(text))

    def move_tests(self, left_out: set[str]) -> None:
        """Put tests below the code that they ask for, if it stands in no cell where it is looked for.

        A solution that was moved below its test with its own cell stays below it, as in any notebook
        that runs from its top.
        """
        owner = {name: exercise for exercise, names in self.asked.items() for name in names}
        below: dict[int, list[int]] = {}
        for number, cell in enumerate(self.given):
            if not cells.is_test(cell):
                continue
            target = number
            for name in self._needed(cell) & owner.keys() - self.shared:
                place, writers = self.place_of(owner[name]), self.writers(owner[name], name)
                if owner[name] in left_out:
                    writers = [place]
                elif not self.is_open(owner[name]):
                    continue
                if writers and writers[0] > number:
                    target = max(target, writers[-1])
            if target > number:
                below.setdefault(target, []).append(number)
        moved = {number for numbers in below.values() for number in numbers}
        before = list(self.given)
        self.given[:] = [
            before[n]
            for number in range(len(before))
            if number not in moved
            for n in (number, *below.get(number, ()))
        ]

    def _needed(self, test: NotebookNode) -> set[str]:
        """The names that ``test`` takes from the notebook, and the code behind these, and so on."""
        found: set[str] = set()
        new = _free(test)
        while new:
            found |= new
            new = set().union(*(self.needs.get(name, ()) for name in new)) - found
        return found

    def tests_of(self, exercise: str) -> Iterator[str]:
        """The tests that ask for what ``exercise`` defines."""
        for cell in self.given:
            if cells.is_test(cell) and _free(cell) & set(self.asked[exercise]):
                yield cells.flags(cell)["grade_id"]


def _is_placeholder(statement: ast.stmt) -> bool:
    """Whether it defines what is to be written, or stands for it, as in `answer = ...`."""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return True
    nodes = ast.walk(statement)
    return any(isinstance(node, ast.Constant) and node.value is ... for node in nodes)


def _free(cell: NotebookNode) -> set[str]:
    return set().union(*map(own.free, own.statements(cell.source) or ()))


def _texts_to_code(
    given: list[NotebookNode], asked: dict[str, tuple[str, ...]], handed_out: HandedOut
) -> None:
    """Make a text code that is nothing else, and defines what no code defines."""
    wanted = {name for names in asked.values() for name in names}
    for cell in given:
        if cell.cell_type == "code" and not cells.is_locked(cell):
            wanted -= handed_out.defined(cell.source).keys()
    for number, cell in enumerate(given):
        if _is_own_text(cell) and wanted:
            code = _without_fences(cell.source)
            if handed_out.defined(code).keys() & wanted:
                given[number] = nbformat.v4.new_code_cell(code)


def _without_fences(text: str) -> str:
    """``text`` without the lines that Markdown has around code, if it is nothing but code."""
    first, *code = text.strip().split("\n")
    if code and first[:3] in ("```", "~~~") and code[-1].strip() == first[:3]:
        return "\n".join(code[:-1])
    return text


def _is_own_text(cell: NotebookNode) -> bool:
    return cell.cell_type != "code" and cells.grade_id(cell) is None


def _joined(texts: Iterable[str]) -> str:
    return "\n\n".join(texts)[:LONGEST]
