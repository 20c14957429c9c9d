"""Write the author's choice into a source notebook: test cells that run beside the student's code.

The tag is put into the notebook's text where it belongs, and no other character of the file changes.
"""

import json
import os
import re
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

from course.classroom import files
from course.grading.cells import BESIDE
from course.grading.problem import Problem, one_line

BLANK = re.compile(r"[ \t\r\n]*")

Span = tuple[int, int]
"""Where a value of JSON begins and ends in its text."""


def mark(path: Path, names: Collection[str]) -> None:
    """Tag the cells ``names`` of the notebook at ``path``.

    Raises:
        Problem: the file is no notebook any more, or cannot be written; it is as it was.
    """
    try:
        text = path.read_bytes().decode("utf-8")
        marked = tagged(text, names)
    except (OSError, ValueError, LookupError, TypeError):
        raise Problem(f"cannot mark cells of {one_line(str(path))}; is it a notebook?") from None
    mode = stat.S_IMODE(path.stat().st_mode)
    files.write(path, [marked])
    os.chmod(path, mode)


def tagged(text: str, names: Collection[str]) -> str:
    """The notebook ``text``, JSON, with a tag in each of its cells ``names``.

    Raises:
        ValueError, LookupError, TypeError: it is no notebook.
    """
    start = len(text) - len(text.lstrip("\ufeff"))
    cells = dict(_members(text, _blank(text, start)))["cells"]
    for begin, _ in reversed(list(_items(text, cells[0]))):
        place, end = dict(_members(text, begin))["metadata"]
        metadata = json.loads(text[place:end])
        asked = (metadata.get("nbgrader") or {}).get("grade_id") in names
        if asked and BESIDE not in metadata.get("tags", []):
            text = _with_tag(text, place, end)
    return text


def _with_tag(text: str, place: int, end: int) -> str:
    """``text`` with a tag in the metadata that lie from ``place`` to ``end``."""
    members = dict(_members(text, place))
    outer = text[place + 1 : _blank(text, place + 1)]  # what stands before each member
    closing = re.search(r"[ \t\r\n]*$", text[: end - 1])[0]  # type: ignore[index]
    deeper = outer.removeprefix(closing)
    if "tags" in members:
        start, end = members["tags"]
        items = list(_items(text, start))
        if items:
            between = text[start + 1 : items[0][0]]
            place, added = items[-1][1], f",{between or ' '}{json.dumps(BESIDE)}"
            return text[:place] + added + text[place:]
        return f"{text[:start]}{_list(outer, deeper)}{text[end:]}"
    place = max(end for _, end in members.values())
    added = f',{outer or " "}"tags": {_list(outer, deeper)}'
    return text[:place] + added + text[place:]


def _list(before: str, deeper: str) -> str:
    """The list of one tag, as the members are written that have ``before`` before them."""
    item = json.dumps(BESIDE)
    return f"[{before}{deeper}{item}{before}]" if "\n" in before else f"[{item}]"


def _members(text: str, place: int) -> Iterator[tuple[str, Span]]:
    """The members of the object at ``place``, by name."""
    for begin, end in _items(text, place):
        colon = _blank(text, end)
        value = _blank(text, colon + 1)
        yield json.loads(text[begin:end]), (value, _end(text, value))


def _items(text: str, place: int) -> Iterator[Span]:
    """The items of the list at ``place``, or the names of the members of an object."""
    is_object = text[place] == "{"
    place = _blank(text, place + 1)
    while text[place] not in "]}":
        begin, end = place, _end(text, place)
        yield begin, end
        if is_object:
            end = _end(text, _blank(text, _blank(text, end) + 1))
        place = _blank(text, end)
        if text[place] == ",":
            place = _blank(text, place + 1)


def _end(text: str, place: int) -> int:
    """The end of the value of JSON that begins at ``place``."""
    return json.JSONDecoder().raw_decode(text, place)[1]


def _blank(text: str, place: int) -> int:
    """The end of the blanks that begin at ``place``."""
    return BLANK.match(text, place).end()  # type: ignore[union-attr]
