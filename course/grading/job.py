"""What is sent away to be executed: a sanitized submission with all that it needs."""

import functools
import hashlib
import importlib.metadata
import os
import pickle
from dataclasses import dataclass, field, fields
from pathlib import Path

import course


@dataclass(frozen=True)
class Job:
    """A submission to execute, ready to be sent to another process or machine.

    Attributes:
        notebook: its text, JSON, sanitized by nbgrader.
        files: the data files handed in with it, and the instructor's, by relative path.
        imports: import statements of the source notebook, one a line.
        asked: names that its solutions define, which are the student's in every test.
        cell_seconds, notebook_seconds: limits on time.
        output_bytes: limit on what all cells put out.
    """

    notebook: str
    files: dict[str, bytes] = field(default_factory=dict)
    imports: str = ""
    asked: tuple[str, ...] = ()
    cell_seconds: float = 60.0
    notebook_seconds: float = 600.0
    output_bytes: int = 20 << 20

    def digest(self) -> str:
        """Names the content of this job and the software that would grade it."""
        content = [getattr(self, part.name) for part in fields(self)]
        return hashlib.sha256(_software() + pickle.dumps(content)).hexdigest()


@dataclass(frozen=True)
class Executed:
    """An executed submission.

    Attributes:
        notebook: its text, JSON, with outputs.
        memory: bytes, the most that was seen of the process with the student's code.
    """

    notebook: str
    memory: int = 0


@functools.cache
def _software() -> bytes:
    """Digest of this package and of the versions of what it grades with."""
    packages = ("numpy", "torch", "nbgrader", "ipython", "matplotlib")
    digest = hashlib.sha256(repr([importlib.metadata.version(p) for p in packages]).encode())
    folder = Path(course.__file__).parent
    for path in sorted((*folder.rglob("*.py"), *folder.rglob("*.toml"))):
        digest.update(os.fsencode(path.relative_to(folder)) + path.read_bytes())
    return digest.digest()
