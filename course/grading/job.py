"""What is sent away to be executed: a sanitized submission with all that it needs."""

import functools
import hashlib
import importlib.metadata
import json
from dataclasses import dataclass, field
from pathlib import Path

import course

PACKAGE = Path(course.__file__).parent
DECIDING: tuple[str, ...] = ("check", "door", "grading", "data.py", "theory.py", "orders.py")
DECIDING += ("plugins/execute.py", "plugins/found.py", "plugins/restore.py")
"""What of this package a mark depends on. A new figure or report is no reason to grade again."""

LIBRARIES = ("numpy", "torch", "nbgrader", "ipython", "matplotlib")


NOT_GRADED = "NotGraded"
"""Name of the error in a test without a verdict, for a reason that is not the student's."""

APART, BESIDE, BOTH = "apart", "beside", "both"
"""Where the tests of a notebook are run: in a process without the student's code; in the student's own, as
stock nbgrader does; or in the one, and then in the other where a second opinion is needed."""


@dataclass(frozen=True)
class Job:
    """A submission to execute, ready to be sent to another process or machine.

    Attributes:
        notebook: its text, JSON, sanitized by nbgrader.
        files: the data files handed in with it, and the instructor's, by relative path.
        imports: import statements of the source notebook, one a line.
        asked: names that its solutions bind or change, which are the student's in every test.
        changing: names whose values calling the student's functions may change.
        usual: what the source notebook touches itself of what `touched` names.
        given: which of ``files`` are the instructor's.
        way: `APART`, `BESIDE` or `BOTH`.
        beside: names of the test cells whose author chose that they are run beside the student's code.
        key: what hidden data is drawn from, for the examiner alone to know.
        cell_seconds, notebook_seconds: limits on time.
        output_bytes: limit on what all cells put out.
        patience: seconds after which it is given up for now, lest others wait for it; None if it may
            take all its time. It says when a submission is graded, and not how.
        left_out: why files beside the notebook are not among ``files``, for a person to read.
    """

    notebook: str
    files: dict[str, bytes] = field(default_factory=dict)
    imports: str = ""
    asked: tuple[str, ...] = ()
    changing: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    way: str = BOTH
    beside: tuple[str, ...] = ()
    key: str = field(default="", repr=False)
    cell_seconds: float = 60.0
    notebook_seconds: float = 600.0
    output_bytes: int = 20 << 20
    patience: float | None = None
    left_out: str = ""

    def digest(self) -> str:
        """Names the content of this job and the software that would grade it."""
        files = {name: _hash(content) for name, content in self.files.items()}
        content = vars(self) | {"files": files, "software": software()}
        content |= {"patience": None, "left_out": ""}
        return _hash(json.dumps(content, sort_keys=True).encode())


@dataclass(frozen=True)
class Executed:
    """An executed submission.

    Attributes:
        notebook: its text, JSON, with outputs.
        memory: bytes, the most that was seen of the process with the student's code.
        unsure: names of the test cells that need a second opinion, see `course.grading.second`.
    """

    notebook: str
    memory: int = 0
    unsure: tuple[str, ...] = ()


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@functools.cache
def software() -> dict[str, str]:
    """The versions of what a submission is graded with, and the hashes of our files that decide."""
    files = [
        path
        for part in DECIDING
        for path in [PACKAGE / part, *(PACKAGE / part).rglob("*")]
        if path.suffix in (".py", ".toml")
    ]
    hashes = {str(path.relative_to(PACKAGE)): _hash(path.read_bytes()) for path in files}
    return hashes | {name: importlib.metadata.version(name) for name in LIBRARIES}
