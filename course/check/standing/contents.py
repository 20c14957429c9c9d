"""What is in each notebook: its title, exercises and objectives, without importing its checks.

`contents.json` is made of the notebooks' texts by `make notebooks`.
"""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Contents:
    """One notebook.

    Attributes:
        title: its heading, such as "1 · By hand".
        check: name of the module of its checks.
        exercises: as that module calls them, in the order of the notebook.
        objectives: what a learner can do afterwards, in Markdown.
    """

    title: str
    check: str
    exercises: tuple[str, ...]
    objectives: tuple[str, ...]


def _read(path: Path) -> dict[str, Contents]:
    made = json.loads(path.read_text(encoding="utf-8"))
    return {
        name: Contents(
            one["title"], one["check"], tuple(one["exercises"]), tuple(one["objectives"])
        )
        for name, one in made.items()
    }


COURSE = _read(Path(__file__).with_name("contents.json"))
"""By name of the assignment, in order."""


def assignment_of(check: str) -> str | None:
    """The assignment that the module ``check``, such as "course.check.by_hand", judges."""
    module = check.rpartition(".")[2]
    return next((name for name, one in COURSE.items() if one.check == module), None)
