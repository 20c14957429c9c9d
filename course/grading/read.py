"""What grading takes from a notebook that was handed in: its cells, with their text and their names.

All else is made here and valid by construction, so that it costs nothing what else was in the file.
"""

import json
import os
from pathlib import Path
from typing import Any

from course.grading import opened, tame
from course.grading.problem import Problem

MOST_BYTES = 128 << 20
"""Of the file, with the outputs that were handed in, which are not looked at."""
MOST_VALUES = 5_000_000
"""In the file's JSON, counted by the commas and brackets in it."""
MOST_CELLS = 1_000
MOST_CHARACTERS = 300_000
"""Of all cells together."""
MOST_ATTACHED = 3 << 20
"""Bytes of all pictures in the text cells; later ones are left out."""
LONGEST_NAME = 1_000
"""Characters of a grade_id; a longer one is nobody's."""
NEWEST_FORMAT = 4

HELP = "open it in JupyterLab, clear its outputs, save, and hand it in again"
PICTURES = ("image/svg+xml", "image/png", "image/jpeg", "image/gif")

Json = dict[str, Any]


def cells(path: str) -> bytes:
    """A notebook of what was handed in as the file ``path``, as JSON.

    Its cells have a type, their text, and of nbgrader's metadata the grade_id; text cells have the
    pictures that they show. A text that would make a page slow is shown as it stands.

    Raises:
        Problem: it is no notebook, or one that is larger than anything that a person writes.
    """
    raw = _content(Path(path))
    if sum(map(raw.count, (b",", b"[", b"{"))) > MOST_VALUES:
        raise Problem(f"the notebook holds more than {MOST_VALUES:,} values; {HELP}")
    try:
        found = json.loads(raw, parse_int=_integer, parse_float=_no_number)
    except RecursionError:
        raise Problem(f"not a notebook: its JSON is nested too deep; {HELP}") from None
    except ValueError:
        raise Problem("not valid JSON: the file was cut off, or changed outside Jupyter") from None
    del raw
    made: list[Json] = []
    room, attached, characters = tame.Room(), MOST_ATTACHED, 0
    for number, given in enumerate(_listed(found), start=1):
        if number > MOST_CELLS:
            raise Problem(f"the notebook has more than {MOST_CELLS:,} cells")
        cell = _cell(given, number)
        characters += len(cell["source"])
        if characters > MOST_CHARACTERS:
            raise Problem(f"the cells hold more than {MOST_CHARACTERS:,} characters")
        if cell["cell_type"] == "markdown":
            attached -= _make_showable(cell, _pictures(given), attached, room)
        made.append(cell)
    complete = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": made}
    # Half a character cannot be written to a file; it becomes a question mark.
    return json.dumps(complete, ensure_ascii=False).encode(errors="replace")


def _cell(given: object, number: int) -> Json:
    """What is taken from the cell ``given``.

    Raises:
        Problem: it has no text.
    """
    kind, source = _text(given, number)
    cell: Json = {"id": f"cell-{number}", "cell_type": kind, "source": source, "metadata": {}}
    if (name := _grade_id(given)) is not None:
        cell["metadata"] = {"nbgrader": {"grade_id": name}}
    if kind == "code":
        cell |= {"outputs": [], "execution_count": None}
    return cell


def _make_showable(
    cell: Json, pictures: dict[str, dict[str, str]], most: int, room: tame.Room
) -> int:
    """Give a text cell a text that a page can be made of, and its pictures; the bytes of these.

    Args:
        pictures: those attached to it, by name and type.
        most: bytes; without its pictures if they are larger.
        room: what the page has room for.
    """
    source = cell["source"]
    for available in (pictures, {}):
        text, shown = tame.attach(source, available)
        size = sum(len(data) for kinds in shown.values() for data in kinds.values())
        if size <= most:
            break
    cell["source"] = text if room.markdown(text) else tame.verbatim(source)
    if shown:
        cell["attachments"] = shown
    return size


def _content(path: Path) -> bytes:
    """The bytes of a file, of which neither its kind nor its size is known."""
    if not os.path.lexists(path):
        raise Problem("nothing handed in")
    if path.is_dir() and not path.is_symlink():
        raise Problem("not a notebook: a folder of that name")
    return opened.read(path, MOST_BYTES)


def _integer(digits: str) -> int:
    """No number in a notebook matters but its format's; a long one would take long to read."""
    return int(digits[:9])


def _no_number(digits: str) -> None:
    """As `_integer`: these do not matter at all."""


def _listed(found: object) -> list[object]:
    """The cells of a notebook of format 4, or of those before, in which they lay in worksheets."""
    if isinstance(found, dict):
        version = found.get("nbformat")
        if isinstance(version, int) and version > NEWEST_FORMAT:
            raise Problem(f"not a notebook: it says that it is of format {version}; {HELP}")
        sheets = found.get("worksheets")
        listed = found.get("cells")
        if listed is None and isinstance(sheets, list):
            pages = [sheet.get("cells") for sheet in sheets[:MOST_CELLS] if isinstance(sheet, dict)]
            listed = [cell for page in pages if isinstance(page, list) for cell in page]
        if isinstance(listed, list):
            return listed
    raise Problem("not a notebook: there are no cells in it")


def _text(cell: object, number: int) -> tuple[str, str]:
    """The type and the text of a cell.

    Raises:
        Problem: it has none.
    """
    if isinstance(cell, dict):
        kind = cell.get("cell_type")
        lines = cell.get("source", cell.get("input", "") if kind == "code" else "")
        text = "".join(lines) if isinstance(lines, list) and _are_texts(lines) else lines
        if isinstance(text, str):
            if kind == "heading":
                level = cell.get("level")
                depth = level if isinstance(level, int) and 1 <= level <= 6 else 1
                return "markdown", f"{'#' * depth} {' '.join(text.splitlines())}"
            if kind == "html":
                return "markdown", text
            if kind in ("code", "markdown", "raw"):
                return kind, text
    raise Problem(f"not a notebook: its cell {number} is none; {HELP}")


def _are_texts(values: list[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _grade_id(cell: Any) -> str | None:
    for name in ("metadata", "nbgrader", "grade_id"):
        cell = cell.get(name) if isinstance(cell, dict) else None
    return cell if isinstance(cell, str) and len(cell) <= LONGEST_NAME else None


def _pictures(cell: Any) -> dict[str, dict[str, str]]:
    """The pictures that are attached to a text cell, by name, each in the best kind that is there."""
    found: dict[str, dict[str, str]] = {}
    attachments = cell.get("attachments")
    for name, kinds in attachments.items() if isinstance(attachments, dict) else ():
        for kind in PICTURES if isinstance(kinds, dict) else ():
            if isinstance(data := kinds.get(kind), str):
                found[name] = {kind: data}
                break
    return found
