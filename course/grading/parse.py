"""The JSON in the file of a notebook, in any encoding that says what it is; or what the file is instead.

What a sentence here says has to be true of every file that gets it, and has to help its student.
"""

import json
import re

from course.grading.problem import Problem

MOST_VALUES = 5_000_000
"""In the JSON, counted by the commas and brackets in the file."""

SAVE = "open it in JupyterLab, save, and hand it in again"
CLEAR = "open it in JupyterLab, clear its outputs, save, and hand it in again"
COPY = "hand in a copy that JupyterLab opens"
ITSELF = "hand in the notebook itself, whose name ends in .ipynb"

FORMATS = (
    (
        b"PK\3\4",
        "a ZIP archive or a document",
        "if the notebook is in it, unpack it and hand that in",
    ),
    (b"\x1f\x8b", "a compressed file", "unpack it, and hand in the notebook that is in it"),
    (b"7z\xbc\xaf", "a compressed file", "unpack it, and hand in the notebook that is in it"),
    (b"Rar!", "a compressed file", "unpack it, and hand in the notebook that is in it"),
    (b"%PDF", "a PDF", ITSELF),
    (b"{\\rtf", "a document of a word processor", ITSELF),
    (b"\x89PNG", "a picture", ITSELF),
    (b"\xff\xd8\xff", "a picture", ITSELF),
    (
        b"version https://git-lfs",
        "a Git LFS pointer",
        "run git lfs pull, and hand in what it brings",
    ),
)
"""How a file begins that is no notebook, what it is, and what to do."""

TEXTS = (
    (re.compile(r"\s*<"), "a web page"),
    (re.compile(r"^(?:#!.*python|# ?In ?\[|# ?%%|import \w|from \w.* import )", re.M), "a script"),
    (re.compile(""), "some other text"),
)
"""What text is that is no JSON. An export of a notebook is told by the lines that it has."""
BEGINNING = 100_000
"""Characters in which this is looked for."""

AFTER = "\0\x1a"
"""What some disks and editors write after the end."""

_SOMETHING = re.compile(rf"[^\s{AFTER}]")
_JSON = re.compile(r"\s*[{\[]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_UNFINISHED = re.compile(r"\s*|-?\w{0,8}|\\\w*")
"""What is left at the place where JSON is wrong that was cut off: nothing, or a part of a value."""
_STRAY = re.compile("[\udc80-\udcff]+")
"""Bytes that are no UTF-8, as `surrogateescape` has them."""


def values(raw: bytes, name: str) -> object:
    """The value of the JSON ``raw``. Numbers that are long or have a fraction come as text.

    Args:
        name: of the file, to be told.

    Raises:
        Problem: it is no JSON, or more than a notebook can hold.
    """
    for start, what, help in FORMATS:
        if raw.startswith(start):
            raise Problem(f"{name} is not a notebook: it is {what}; {help}")
    if sum(map(raw.count, (b",", b"[", b"{"))) > MOST_VALUES:
        raise Problem(f"{name} is too large: it has more than {MOST_VALUES:,} values; {CLEAR}")
    text = _text(raw)
    del raw  # it may be large
    if not _SOMETHING.search(text):
        what = "it holds nothing but zeros" if "\0" in text else "it is empty"
        raise Problem(f"{name} is not a notebook: {what}; {COPY}")
    text = text.rstrip(AFTER)
    decoder = json.JSONDecoder(
        parse_int=_integer, parse_float=str, parse_constant=str, strict=False
    )
    try:
        return decoder.decode(text)
    except RecursionError:
        raise Problem(f"{name} is not a notebook: its JSON is nested too deep; {COPY}") from None
    except json.JSONDecodeError as error:
        raise Problem(f"{name} {_reason(text, error)}") from None


def _text(raw: bytes) -> str:
    """``raw`` by its byte order mark, or else UTF-8, in which single bytes may be those of Windows."""
    encoding = json.detect_encoding(raw)
    if not encoding.startswith("utf-8"):
        return raw.decode(encoding, "replace")
    try:
        return raw.decode(encoding, "surrogatepass").lstrip("\ufeff")
    except UnicodeDecodeError:
        text = raw.decode(encoding, "surrogateescape")
        return _STRAY.sub(lambda stray: _on_windows(stray[0]), text)


def _on_windows(stray: str) -> str:
    return stray.encode(errors="surrogateescape").decode("cp1252", "replace")


def _integer(digits: str) -> int | str:
    """A long one would take long to read."""
    return int(digits) if len(digits) < 10 else digits


def _reason(text: str, error: json.JSONDecodeError) -> str:
    """What is wrong with ``text``, and what to do; without its file, of which it is said."""
    text = text.rstrip()
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        return (
            f"is not valid JSON: a merge conflict stands in line {line:,}; settle it, then {SAVE}"
        )
    if not _JSON.match(text):
        what = next(kind for pattern, kind in TEXTS if pattern.search(text[:BEGINNING]))
        return f"is not a notebook: it is {what}; {ITSELF}"
    if error.msg.startswith("Unterminated") or _UNFINISHED.fullmatch(text, error.pos):
        line = text.count("\n") + 1
        return f"is not valid JSON: it was cut off in line {line:,}; {COPY}"
    where = f"line {error.lineno:,}, column {error.colno:,}"
    return f"is not valid JSON: it was changed outside Jupyter in {where}; {COPY}"
