"""A submission whose work counts wherever it stands, made of what was handed in; see docs/grading.md.

Metadata says which cells are tests, what these are worth, and which are the instructor's own code,
trusted while grading. Nothing of it is believed but the grade_id of a cell. Of several cells with the
same one the last counts that is filled. What was written into a locked cell, which is put back as it
was handed out, stands above it. Where it is not certain what counts, the notebook says which graded
cells a person should look at, and why; see `look`.
"""

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass

import nbformat
from nbformat.notebooknode import NotebookNode

from course.grading import answers, cells, own, solutions, tame
from course.grading.own import HandedOut


@dataclass(frozen=True)
class Assignment:
    """What was handed out.

    Attributes:
        cells: those that nbgrader knows, by grade_id, in the order of the notebook.
        others: the other ones.
        asked: by grade_id of a solution that is code, the names that it is to define.
    """

    cells: dict[str, NotebookNode]
    others: list[NotebookNode]
    asked: dict[str, tuple[str, ...]]


def settle(notebook: NotebookNode, assignment: Assignment) -> bytes:
    """``notebook``, with just the cells of handed-in text, as it is to be executed; as JSON."""
    handed_out = HandedOut([*assignment.cells.values(), *assignment.others])
    given, others, left_out = _one_of_each(notebook.cells, assignment, handed_out)
    given = list(_locked_put_back(given, assignment, handed_out))
    lost = _put_back_missing(given, assignment)
    graded = {
        name: cell for name, cell in assignment.cells.items() if answers.is_graded_by_hand(cell)
    }
    tested = {name: names for name, names in assignment.asked.items() if name not in graded}
    looks = solutions.settle(given, tested, handed_out, others, left_out)
    looks |= answers.gather(given, graded, assignment.asked, handed_out, others, lost)
    notebook.cells = given
    if looks:
        notebook.metadata["downhill"] = {"look": looks}
    room = tame.Room()
    for number, cell in enumerate(given):
        if cell.cell_type == "code" and not room.code(cell.source):
            cell.metadata["magics_language"] = "text"  # pages show it without colors
        cell.id = f"cell-{number}"  # a cell without an id would get a new one in each run
    notebook.nbformat_minor = 5
    return json.dumps(notebook).encode()


def look(notebook: NotebookNode) -> dict[str, tuple[str, str]]:
    """By grade_id, why a person should look at a graded cell, and at which text; {} if nobody need."""
    found = notebook.metadata.get("downhill", {}).get("look", {})
    return {name: (why, text) for name, (why, text) in found.items()}


def _one_of_each(
    given: list[NotebookNode], assignment: Assignment, handed_out: HandedOut
) -> tuple[list[NotebookNode], dict[str, list[NotebookNode]], set[str]]:
    """The cells, each grade_id given to one of them; and the other ones with an answer, by grade_id.

    Blank copies of a solution that is filled are left out: they would undo it. Of which, comes third.
    """
    copies: dict[str, list[NotebookNode]] = {}
    for cell in given:
        name = cells.grade_id(cell)
        cell.metadata = NotebookNode()
        if name is not None and name in assignment.cells:
            copies.setdefault(name, []).append(cell)
    blank: dict[int, str] = {}
    others: dict[str, list[NotebookNode]] = {}
    for name, found in copies.items():
        known = assignment.cells[name]
        ranks = [0] * len(found)
        if cells.is_flagged(known, "solution"):
            asked = set(assignment.asked.get(name, ()))
            ranks = [_rank(cell, known, asked, handed_out) for cell in found]
        best = max(range(len(found)), key=lambda number: (ranks[number], number))
        _give(found[best], known)
        for cell, rank in zip(found, ranks, strict=True):
            if rank < 1 <= ranks[best]:
                blank[id(cell)] = name
            elif rank and cell is not found[best] and not own.same(cell.source, found[best].source):
                others.setdefault(name, []).append(cell)
    return [cell for cell in given if id(cell) not in blank], others, set(blank.values())


def _give(cell: NotebookNode, known: NotebookNode) -> None:
    """Make ``cell`` the one that was handed out as ``known``, and of its type; its text stays."""
    cell.metadata = copy.deepcopy(known.metadata)
    if cell.cell_type != known.cell_type:
        made = copy.deepcopy(known) | {"source": cell.source, "id": cell.get("id", "")}
        cell.clear()
        cell.update(made)


def _rank(cell: NotebookNode, known: NotebookNode, asked: set[str], handed_out: HandedOut) -> int:
    """2 for a solution that defines what is asked for, 1 for another text, 0 for a blank one."""
    if not cell.source.strip() or own.same(cell.source, known.source):
        return 0
    code = own.statements(cell.source) if cell.cell_type == "code" else None
    if code and not handed_out.own_statements(cell.source):
        return 0
    return 2 if asked & handed_out.defined(cell.source).keys() else 1


def _locked_put_back(
    given: list[NotebookNode], assignment: Assignment, handed_out: HandedOut
) -> Iterator[NotebookNode]:
    """The cells, locked ones as they were handed out, and above them what was written into them."""
    for cell in given:
        if cells.is_locked(cell):
            known = assignment.cells[cells.flags(cell)["grade_id"]]
            if not own.same(cell.source, known.source):
                yield from _added(cell, known, handed_out)
            cell = copy.deepcopy(known)
        yield cell


def _added(
    cell: NotebookNode, known: NotebookNode, handed_out: HandedOut
) -> Iterator[NotebookNode]:
    """What a student wrote into a locked cell: code that defines something, or a text."""
    if cell.cell_type != "code":
        before = f" {own.words(known.source)} "
        lines = [li for li in cell.source.splitlines() if f" {own.words(li)} " not in before]
        if text := handed_out.own_lines("\n".join(lines)):
            yield NotebookNode({**cell, "metadata": NotebookNode(), "source": text})
        return
    if code := handed_out.own_definitions(cell.source):
        yield nbformat.v4.new_code_cell(code)
    elif text := handed_out.said(cell.source):
        yield nbformat.v4.new_raw_cell(text)


def _put_back_missing(given: list[NotebookNode], assignment: Assignment) -> set[str]:
    """Insert the cells that were lost, as they were handed out; the names of those graded by hand.

    Solutions for tests are not put back, since they may stand in another cell now.
    """
    there = {cells.grade_id(cell): number for number, cell in enumerate(given)}
    lost, position = set(), len(given)
    for name, cell in reversed(assignment.cells.items()):
        if name in there:
            position = there[name]
        elif not cells.is_flagged(cell, "solution") or cells.is_flagged(cell, "grade"):
            given.insert(position, copy.deepcopy(cell))
            if answers.is_graded_by_hand(cell):
                lost.add(name)
    return lost
