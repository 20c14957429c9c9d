"""What the tests of pages share: the bank in attacks/pages, and what is active in a page.

Each piece of the bank is told its number, so that a test knows which one ran.
"""

import json
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bleach.html5lib_shim import HTMLParser
from nbformat import NotebookNode, v4

BANK = Path(__file__).parents[1] / "attacks" / "pages"
RAN = "ran"
"""The function that a test puts into every page, for a piece to call with its number."""

ACTIVE = set(
    [
        "applet",
        "area",
        "audio",
        "base",
        "body",
        "embed",
        "fencedframe",
        "form",
        "frame",
        "frameset",
        "head",
        "html",
        "iframe",
        "input",
        "link",
        "marquee",
        "meta",
        "object",
        "portal",
        "script",
        "source",
        "style",
        "svg",
        "template",
        "track",
        "video",
    ]
)
"""Elements that run, load, send or move, or are the page's own."""

ATTACHMENTS = {
    "a.png": {"image/png": "aGk="},
    "a.html": {"text/html": "PHNjcmlwdD5yYW4oMCk8L3NjcmlwdD4="},
}


@dataclass(frozen=True)
class Piece:
    """One thing that a student may hand in: its name, and what stands in the bank."""

    name: str
    value: Any


def pieces(file: str, other: str = "http://127.0.0.1:1") -> list[Piece]:
    """The pieces of one file of the bank, which tell numbers from 0 on.

    Args:
        other: the address of a server that must not be asked.
    """
    found = tomllib.loads((BANK / f"{file}.toml").read_text(encoding="utf-8"))
    if file == "text":
        found = {f"{kind}: {name}": v for kind, part in found.items() for name, v in part.items()}
    return [
        Piece(name, _told(value, number, other))
        for number, (name, value) in enumerate(found.items())
    ]


def _told(value: object, number: int, other: str) -> Any:
    text = json.dumps(value).replace("CODE", f"{RAN}({number})").replace("OTHER", other)
    return json.loads(text)


def text_cells(other: str = "http://127.0.0.1:1") -> list[NotebookNode]:
    """A text cell for each piece of text."""
    return [
        v4.new_markdown_cell(piece.value, attachments=ATTACHMENTS)
        for piece in pieces("text", other)
    ]


def outputs(other: str = "http://127.0.0.1:1") -> list[NotebookNode]:
    """What a student's code displays: the pieces for outputs, and each text as HTML and Markdown."""
    made = [v4.new_output("display_data", **piece.value) for piece in pieces("outputs", other)]
    for piece in pieces("text", other):
        made += [
            v4.new_output("display_data", {mime: piece.value})
            for mime in ("text/html", "text/markdown")
        ]
    return made


def active(page: str) -> Counter[str]:
    """All in a page that runs, loads, sends, moves or is found by a script, as a browser reads it."""
    tree = HTMLParser(namespaceHTMLElements=False).parse(page)
    found: Counter[str] = Counter()
    for element in tree.iter():
        if not isinstance(element.tag, str):  # a comment
            continue
        kept = {name: value for name, value in element.items() if _acts(name, value)}
        if kept or element.tag in ACTIVE:
            text = element.text if element.tag in ("script", "style") else ""
            found[f"{element.tag} {kept} {text}"] += 1
    return found


def _acts(name: str, value: str) -> bool:
    if name == "src" and value.startswith("data:image/"):
        return False
    if name == "style":
        return "url" in value or "position" in value
    if name == "id" and value.startswith("cell-id="):
        return False
    loads = (
        "src",
        "href",
        "xlink:href",
        "srcset",
        "action",
        "background",
        "poster",
        "data",
        "ping",
    )
    return name.startswith(("on", "form", "data-")) or name in ("id", "name", "class", *loads)
