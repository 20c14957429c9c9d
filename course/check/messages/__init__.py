"""Every sentence a check can say to a learner, by tag: the catalogue to read, or to translate.

The sentences stand in the TOML files beside this one: one a notebook, `shared.toml` for what
several notebooks or none of them can say, `errors.toml` for what Python, NumPy and torch raise.
A message names the idea that went wrong and ends in something the learner can do. Facts in braces
are filled in from the learner's own answer. A line break counts as a space.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

GENERAL = frozenset(
    (
        "best-rate-factor",
        "best-rate-rate",
        "constant-added",
        "constant-factor",
        "error",
        "gives-up-always",
        "gives-up-somewhere",
        "later-steps-differ",
        "mul-elsewhere",
        "not-finite",
        "not-second-order",
        "toy-elsewhere",
        "until-gives-up",
        "unscale-other-line",
        "until-off-the-path",
        "until-wrong-n",
        "update-elsewhere",
        "update-nothing",
        "wrong-batches",
        "wrong-dw",
        "wrong-db",
        "wrong-epochs",
        "wrong-history",
        "wrong-history-of-batches",
        "wrong-momentum",
        "wrong-return",
        "wrong-step",
        "wrong-trajectory",
        "wrong-update",
        "wrong-value",
    )
)
"""The tags of messages that say that an answer is wrong, or where, and name no cause."""


@dataclass(frozen=True)
class Cause:
    """What an error is explained by: all of it has to fit. Patterns are regular expressions."""

    tag: str
    patterns: Mapping[str, str]
    """By name of the exception's class, what is found in its text; one of them has to fit."""
    part: str = ""
    """Is found in the part of the learner's line that failed, or where a name in it has its value from."""
    code: str = ""
    """Is found in the learner's function, class or statement."""
    exercise: str = ".*"
    """Is the name of the exercise."""
    call: bool | None = None
    """Whether it was the check's own call that failed, before any line of the learner's."""


CONDITIONS = {field.name for field in fields(Cause)} - {"tag", "patterns"}


def read(folder: Path) -> tuple[dict[str, str], tuple[Cause, ...]]:
    """The messages in the TOML files of ``folder``, by tag, and the causes in their order.

    Raises:
        ValueError: a file is not what `_entries` reads, or a tag stands in two files.
    """
    catalogue: dict[str, str] = {}
    causes: list[Cause] = []
    files: dict[str, Path] = {}
    for path in sorted(folder.glob("*.toml")):
        for tag, entry in _entries(path).items():
            if tag in files:
                raise ValueError(f"{tag} stands in {files[tag]} and in {path}: remove one of them")
            files[tag] = path
            catalogue[tag] = " ".join(entry.pop("text").split())
            conditions = {name: entry.pop(name) for name in CONDITIONS & entry.keys()}
            if entry:
                causes.append(Cause(tag, entry, **conditions))
    return catalogue, tuple(causes)


def _entries(path: Path) -> dict[str, dict[str, Any]]:
    """The entries of one file: "text" is the message, the rest are a `Cause`.

    Raises:
        ValueError: it is not TOML, or an entry is neither a text nor a table of a text and patterns.
    """
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path} is not TOML: {error}") from None
    for tag, entry in entries.items():
        if isinstance(entry, str):
            entries[tag] = entry = {"text": entry}
        if not (
            isinstance(entry, dict)
            and "text" in entry
            and all(isinstance(entry[name], bool if name == "call" else str) for name in entry)
        ):
            raise ValueError(f"{path}: {tag} should be a text in quotes")
    return entries


CATALOGUE, CAUSES = read(Path(__file__).parent)


def text(tag: str, /, **facts: object) -> str:
    """The message for ``tag`` with its facts filled in. Raises KeyError if one is missing."""
    return CATALOGUE[tag].format(**facts)
