"""Where a person gives the points, they see what the student wrote: also what stands in another cell.

For cells that are graded by hand. One that is blank, while there are words of the student's elsewhere
in the notebook, shows these, and so waits for a person, as does one that was lost. One that is blank
in a notebook without such words stays as it is, and nbgrader gives it 0.
"""

import re
import textwrap
from collections.abc import Iterator

import nbformat
from nbformat.notebooknode import NotebookNode

from course.grading import cells, own, tame
from course.grading.own import HandedOut

FOUND = "Found elsewhere in this notebook, in a {}:"
LOST = "This cell was not in the notebook that was handed in. It was put back to be graded."
CUT = "… more stands elsewhere in this notebook."
LOOK_FOUND = "{} is blank, and what was written elsewhere in the notebook is shown there"
LOOK_LOST = "the cell {} is missing from what was handed in"
KINDS = {"markdown": "text cell", "code": "code cell", "raw": "raw cell"}
LONGEST = 20_000
"""Characters that a cell shows of what was found elsewhere."""
LONGEST_TITLE = 8
"""Words above the first cell, such as names, that are no answer."""

_ATTACHED = re.compile(r"attachment:(\d+)")


def is_graded_by_hand(cell: NotebookNode) -> bool:
    """Whether a person gives points for what stands in the cell."""
    return cells.is_flagged(cell, "grade") and cells.is_flagged(cell, "solution")


def gather(
    given: list[NotebookNode],
    graded: dict[str, NotebookNode],
    asked: dict[str, tuple[str, ...]],
    handed_out: HandedOut,
    others: dict[str, list[NotebookNode]],
    lost: set[str],
) -> dict[str, tuple[str, str]]:
    """Show answers where they are graded, by changing ``given``; the cells to look at.

    Args:
        graded: the cells that a person grades, as they were handed out, by grade_id.
        asked: by grade_id of a solution, the names that it is to define.
        others: by grade_id, filled copies of the cell that do not count.
        lost: those of ``graded`` that were not handed in.
    """
    looks = {}
    there = {cells.grade_id(cell): number for number, cell in enumerate(given)}
    room = tame.Room()
    made = {}
    for name, known in graded.items():
        cell = given[there[name]]
        if own.same_signs(cell.source, "") or own.same_signs(cell.source, known.source):
            cell.source = known.source  # nbgrader gives 0 to just this
        silent = not _says_something(cell, known.cell_type, handed_out)
        taken = set(map(id, others.get(name, ())))
        of_others = {id(copy) for copies in others.values() for copy in copies} - taken
        theirs = {n for other, names in asked.items() if other != name for n in names}
        pieces = [
            (piece, text)
            for number, piece in enumerate(given if silent or taken else [])
            if id(piece) not in of_others
            and (text := _own(piece, known.cell_type, theirs, name in lost, handed_out))
            and (id(piece) in taken or (silent and not _is_title(given, number, text, handed_out)))
        ]
        if pieces or name in lost:
            made[there[name]] = _shown(cell, known.cell_type, pieces, name in lost, room)
        if name in lost:
            looks[name] = LOOK_LOST.format(name), ""
        elif pieces and silent:
            looks[name] = LOOK_FOUND.format(name), ""
    for number, cell in made.items():
        given[number] = cell
    return looks


def _own(cell: NotebookNode, kind: str, theirs: set[str], lost: bool, handed_out: HandedOut) -> str:
    """What of ``cell`` may be the answer that belongs into one of the type ``kind``; '' if nothing.

    Args:
        theirs: names that other exercises ask for; code that defines one is a solution of these.
        lost: whether the cell of the answer was, which may be merged with any other then.
    """
    known = cells.grade_id(cell) is not None
    if cell.cell_type != "code":
        is_answer = not known or _is_graded_by_nobody(cell)
        return handed_out.own_lines(cell.source) if is_answer else ""
    if cells.is_locked(cell) or is_graded_by_hand(cell):
        return ""
    if known or handed_out.defined(cell.source).keys() & theirs:
        if lost and own.statements(cell.source) is None:
            return handed_out.own_lines(cell.source)
        return handed_out.said_beside(cell.source)
    if kind == "code" and handed_out.own_code(cell.source):
        return str(cell.source)
    return handed_out.said(cell.source)


def _is_graded_by_nobody(cell: NotebookNode) -> bool:
    """Whether it is a text to be written for which there are no points."""
    flags = ("grade", "solution")
    return cell.cell_type != "code" and [cells.is_flagged(cell, f) for f in flags] == [False, True]


def _says_something(cell: NotebookNode, kind: str, handed_out: HandedOut) -> bool:
    if kind == "code":
        return bool(handed_out.own_code(cell.source) or handed_out.said(cell.source))
    return handed_out.own_lines(cell.source) != ""


def _is_title(given: list[NotebookNode], number: int, text: str, handed_out: HandedOut) -> bool:
    """Whether ``text`` in the cell ``number`` is what people write above a notebook, such as their names."""
    first = next(
        (n for n, c in enumerate(given) if cells.grade_id(c) or handed_out.holds(c.source)), 0
    )
    above = number < first and cells.grade_id(given[first]) is None
    return above and own.length(text) <= LONGEST_TITLE


def _shown(
    cell: NotebookNode,
    kind: str,
    pieces: list[tuple[NotebookNode, str]],
    lost: bool,
    room: tame.Room,
) -> NotebookNode:
    """The cell ``cell``, of the type ``kind``, with what was found elsewhere below its own text."""
    parts = list(_shortened(pieces))
    if kind == "code":
        notes = [f"{FOUND.format(KINDS[piece.cell_type])}\n{text}" for piece, text in parts]
        comments = [_commented(note) for note in ([LOST] if lost else []) + notes]
        source = "\n\n".join([cell.source, *comments])
        return NotebookNode({**cell, "source": source})
    pictures: dict[str, dict[str, str]] = {}
    texts = [f"**{LOST}**"] if lost else []
    texts.append(_with_pictures(cell, cell.source, pictures))
    for piece, text in parts:
        shown = _with_pictures(piece, text, pictures)
        if piece.cell_type != "markdown":
            shown = tame.verbatim(text)
        texts += ["---", f"**{FOUND.format(KINDS[piece.cell_type])}**", shown]
    source = "\n\n".join(texts)
    new: NotebookNode = nbformat.v4.new_markdown_cell(
        source if room.markdown(source) else tame.verbatim(source), metadata=cell.metadata
    )
    if pictures:
        new.attachments = pictures
    return new


def _shortened(pieces: list[tuple[NotebookNode, str]]) -> Iterator[tuple[NotebookNode, str]]:
    left = LONGEST
    for piece, text in pieces:
        if left <= 0:
            return
        yield piece, text if len(text) <= left else f"{text[:left]}\n\n{CUT}"
        left -= len(text)


def _with_pictures(cell: NotebookNode, text: str, pictures: dict[str, dict[str, str]]) -> str:
    """``text`` of ``cell`` with the pictures that it shows, which are added to ``pictures``."""
    attached = cell.get("attachments", {})

    def named(match: re.Match[str]) -> str:
        if match[1] not in attached:
            return match[0]
        pictures[name := str(len(pictures) + 1)] = attached[match[1]]
        return f"attachment:{name}"

    return _ATTACHED.sub(named, text)


def _commented(text: str) -> str:
    return textwrap.indent(text, "# ", lambda line: True)
