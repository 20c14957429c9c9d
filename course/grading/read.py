"""What is taken from the file of a notebook: its cells, with their text and their names.

It is read as an editor would: what has cells is a notebook. All else is made here and valid by
construction, so that it costs nothing what else was in the file, or was missing.
"""

import json
import math
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from course.grading import opened, parse, tame
from course.grading.problem import Problem

MOST_BYTES = 128 << 20
"""Of the file, with the outputs that were handed in, which are not looked at."""
MOST_CELLS = 1_000
MOST_CHARACTERS = 300_000
"""Of all cells together, without pictures."""
MOST_ATTACHED = 3 << 20
"""Bytes of all pictures in the text cells; later ones are left out."""
LONGEST_NAME = 1_000
"""Characters of a grade_id; a longer one is nobody's."""
NEWEST_FORMAT = 4
SCHEMA_VERSION = 3
"""Of nbgrader's metadata."""
HANDED_OUT = "graded_cells"
"""In the metadata of a notebook: the grade_id of each graded cell that it is handed out with."""

FEWER = "delete those that are not needed, save, and hand it in again"
SHORTER = "put data into files beside it, save, and hand all in again"

TYPES = ("code", "markdown", "raw")
OLD_TYPES = {"html": "markdown", "text": "markdown", "heading": "markdown"}
"""Types of the formats 1 to 3, and what they are in format 4."""
RUN = {"outputs", "execution_count", "prompt_number", "input"}
"""What a cell has that was run, whatever type it says it is of."""
PICTURES = ("image/svg+xml", "image/png", "image/jpeg", "image/gif")

_PASTED = re.compile(r"(?<=\()data:(image/(?:png|jpeg|gif));base64,([\w+/]++=*+)(?=[\s)])", re.A)
"""A picture that stands in the text itself, where Colab puts what is pasted."""

_MARKED_AS_TEXT = re.compile(r"%md(?:-sandbox)?\b[ \t]*\n?")
"""How a text begins that Databricks keeps as code."""

Json = dict[str, Any]


def cells(path: str) -> bytes:
    """A notebook of what was handed in as the file ``path``, as JSON.

    Its cells have a type, their text, and of nbgrader's metadata the grade_id; text cells have the
    pictures that they show. A text that would make a page slow is shown as it stands.

    Raises:
        Problem: it is no notebook, or one that is larger than anything that a person writes.
    """
    file = repr(os.path.basename(path))
    made, room, left = [], tame.Room(), MOST_ATTACHED
    for cell, given in _cells(parse.values(_content(Path(path)), file), file):
        if (name := _grade_id(given)) is not None:
            cell["metadata"] = {"nbgrader": {"grade_id": name}}
        if cell["cell_type"] == "markdown":
            pictures = _pictures(given) | _take_out_pasted(cell)
            left -= _make_showable(cell, pictures, left, room)
        made.append(cell)
    # Half a character cannot be written to a file; it becomes a question mark.
    return json.dumps(_notebook(made), ensure_ascii=False).encode(errors="replace")


def own(path: Path) -> Json:
    """The notebook in the file ``path``, which is one's own and graded as it says itself.

    Its cells have a type, their text, and nbgrader's metadata. The notebook says with which graded
    cells it was handed out, and asks for no kernel but that of the environment that we are in.

    Raises:
        Problem: as of `cells`.
        OSError: the file cannot be read.
    """
    file = repr(path.name)
    if path.stat().st_size > MOST_BYTES:
        raise Problem(_too_large(file))
    found = parse.values(path.read_bytes(), file)
    made = [cell | {"metadata": _flags(given)} for cell, given in _cells(found, file)]
    names = _inside(found, "metadata", HANDED_OUT)
    handed_out = [n for n in names if isinstance(n, str)] if isinstance(names, list) else []
    return _notebook(made) | {"metadata": {HANDED_OUT: handed_out}}


def _notebook(made: list[Json]) -> Json:
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": made}


def _content(path: Path) -> bytes:
    """The bytes of a file, of which neither its kind nor its size is known."""
    try:
        status = path.lstat()
    except OSError:
        raise Problem("nothing handed in") from None
    file = repr(path.name)
    if stat.S_ISDIR(status.st_mode):
        raise Problem(f"{file} is not a notebook: a folder of that name; {parse.ITSELF}")
    if stat.S_ISREG(status.st_mode) and status.st_size > MOST_BYTES:
        raise Problem(_too_large(file))
    return opened.read(path, MOST_BYTES)


def _too_large(file: str) -> str:
    return f"{file} is larger than {MOST_BYTES >> 20} MB; {parse.CLEAR}"


def _cells(found: object, file: str) -> Iterator[tuple[Json, Json]]:
    """The cells in what a ``file`` holds: each as it is made here, and as it was given.

    Raises:
        Problem: it is no notebook, or too large.
    """
    number = characters = 0
    for given in _listed(found, file):
        if given is None:
            continue
        if not isinstance(given, dict):
            given = {"source": given}
        number += 1
        if number > MOST_CELLS:
            raise Problem(f"{file} is too large: it has more than {MOST_CELLS:,} cells; {FEWER}")
        kind, source = _kind(given), _source(given)
        if kind == "code" and (text := _MARKED_AS_TEXT.match(source)):
            kind, source = "markdown", source[text.end() :]
        characters += len(_PASTED.sub("picture", source) if kind == "markdown" else source)
        if characters > MOST_CHARACTERS:
            raise Problem(
                f"{file} is too large: the cells hold more than {MOST_CHARACTERS:,} characters, "
                f"counted up to cell {number:,}; {SHORTER}"
            )
        cell: Json = {"id": f"cell-{number}", "cell_type": kind, "source": source, "metadata": {}}
        yield cell | ({"outputs": [], "execution_count": None} if kind == "code" else {}), given


def _listed(found: object, file: str) -> list[object]:
    """The cells of a notebook of format 4, or of those before, in which they lay in worksheets."""
    version = _version(_inside(found, "nbformat"))
    if version > NEWEST_FORMAT:
        raise Problem(
            f"{file} is not a notebook: it says that it is of format {version}; {parse.COPY}"
        )
    places = [_inside(found, "cells")]
    if isinstance(sheets := _inside(found, "worksheets"), list):
        pages = [_inside(sheet, "cells") for sheet in sheets]
        places.append([cell for page in pages if isinstance(page, list) for cell in page])
    if version < NEWEST_FORMAT:
        places.reverse()
    lists = [place for place in places if isinstance(place, list)]
    if not lists:
        raise Problem(f"{file} is not a notebook: there are no cells in it; {parse.ITSELF}")
    return next(filter(None, lists), [])


def _version(given: object) -> int:
    """That of the format; the newest where none is given, or none that can be read."""
    number = re.match(r"\s*(\d{1,9})", str(given))
    return int(number[1]) if number else NEWEST_FORMAT


def _kind(cell: Json) -> str:
    """The type of a cell. One of an unknown type is run if it ever was, and else shown."""
    given = cell.get("cell_type")
    kind = given.strip().lower() if isinstance(given, str) else ""
    if kind in TYPES:
        return kind
    return OLD_TYPES.get(kind) or ("code" if RUN & cell.keys() else "raw")


def _source(cell: Json) -> str:
    """The text of a cell, under whatever name its format has for it."""
    texts = (_as_text(cell.get(key)) for key in ("source", "input", "code", "text"))
    text = next(filter(None, texts), "")
    if cell.get("cell_type") != "heading":
        return text
    level = cell.get("level")
    depth = level if isinstance(level, int) and 1 <= level <= 6 else 1
    return f"{'#' * depth} {' '.join(text.splitlines())}"


def _as_text(given: object) -> str:
    """What an editor shows of a source. A list is one of lines; not all who write it end them.

    JupyterLab puts such lines on one, VS Code on several. Single characters are no lines.
    """
    if isinstance(given, list):
        lines = ["" if line is None else str(line) for line in given]
        ended = any("\n" in line or "\r" in line for line in lines[:-1])
        unended = not ended and any(len(line) > 1 for line in lines)
        given = ("\n" if unended else "").join(lines)
    return "" if given is None else re.sub(r"\r\n?", "\n", str(given))


def _inside(given: object, *names: str) -> Any:
    """What stands in ``given`` under the first of ``names``, in that under the second, and so on."""
    for name in names:
        given = given.get(name) if isinstance(given, dict) else None
    return given


def _grade_id(cell: Json) -> str | None:
    name = _inside(cell, "metadata", "nbgrader", "grade_id")
    return name if isinstance(name, str) and len(name) <= LONGEST_NAME else None


def _flags(cell: Json) -> Json:
    """The metadata of a cell of one's own, with those of nbgrader as they are today."""
    found = _inside(cell, "metadata", "nbgrader")
    if not (name := _grade_id(cell)):
        return {}
    flags = {flag: found.get(flag) is True for flag in ("grade", "solution", "locked", "task")}
    made: Json = {"schema_version": SCHEMA_VERSION, "grade_id": name, **flags}
    if flags["grade"] or flags["task"]:
        made["points"] = _points(found.get("points"))
    if found.get("cell_type") in TYPES:
        made["cell_type"] = found["cell_type"]
    if isinstance(checksum := found.get("checksum"), str):
        made["checksum"] = checksum
    return {"nbgrader": made}


def _points(given: object) -> float:
    """A number of points; old metadata has it as text, and so has `parse.values` what is no integer."""
    try:
        points = float(str(given))
    except ValueError:
        return 0.0
    return points if math.isfinite(points) and points > 0 else 0.0


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


def _pictures(cell: Json) -> dict[str, dict[str, str]]:
    """The pictures that are attached to a text cell, by name, each in the best kind that is there."""
    found: dict[str, dict[str, str]] = {}
    attachments = cell.get("attachments")
    for name, kinds in attachments.items() if isinstance(attachments, dict) else ():
        for kind in PICTURES if isinstance(kinds, dict) else ():
            if data := _as_text(kinds.get(kind)):
                found[name] = {kind: data}
                break
    return found


def _take_out_pasted(cell: Json) -> dict[str, dict[str, str]]:
    """The pictures in the text of a cell itself, which then names them as if they were attached."""
    found: dict[str, dict[str, str]] = {}

    def named(match: re.Match[str]) -> str:
        name = f"pasted-{len(found) + 1}"
        found[name] = {match[1]: match[2]}
        return f"attachment:{name}"

    cell["source"] = _PASTED.sub(named, cell["source"])
    return found
