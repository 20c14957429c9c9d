"""Every sentence a check can say to a learner, by tag: the catalogue to read, or to translate.

The sentences stand in the TOML files beside this one: one a notebook, `shared.toml` for what
several notebooks or none of them can say, `errors.toml` for what Python, NumPy and torch raise.
A message names the idea that went wrong and ends in something the learner can do. Facts in braces
are filled in from the learner's own answer. A line break counts as a space.
"""

import tomllib
from pathlib import Path

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
        "unscale-other-line",
        "until-off-the-path",
        "update-elsewhere",
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

Cause = tuple[str, str, str]
"""Name of an exception's class, pattern in its text, tag of the message that explains it."""


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
            causes += [(kind, pattern, tag) for kind, pattern in entry.items()]
    return catalogue, tuple(causes)


def _entries(path: Path) -> dict[str, dict[str, str]]:
    """The entries of one file: "text" is the message, the rest are patterns by class of exception.

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
            and all(isinstance(part, str) for part in entry.values())
        ):
            raise ValueError(f"{path}: {tag} should be a text in quotes")
    return entries


CATALOGUE, CAUSES = read(Path(__file__).parent)


def text(tag: str, /, **facts: object) -> str:
    """The message for ``tag`` with its facts filled in. Raises KeyError if one is missing."""
    return CATALOGUE[tag].format(**facts)
