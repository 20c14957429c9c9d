"""The files that lie beside a notebook that was handed in: those that are taken, and why not the others.

None of them costs a mark. A link, a pipe, one file too many or too large is left out, and said; the
notebook and all other files are taken. The instructor's own files stand in place of a student's.
"""

import os
import stat
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path, PurePath

from course.grading import opened
from course.grading.problem import Problem, one_line

MOST_BYTES = 32 << 20
"""Of all of them, the instructor's included."""
MOST_TOLD = 3
"""Files that are named, of those that were left out."""
OF_PROGRAMS = (
    ".git",
    ".venv",
    "node_modules",
    "site-packages",
    "__pycache__",
    ".ipynb_checkpoints",
)
"""Folders that programs keep for themselves: their files are as many as they are useless here."""


@dataclass(frozen=True)
class Accompanying:
    """What lies in a course for a notebook that is handed in, and what of it a grader takes.

    Attributes:
        ignored: names, as patterns of a shell, of what is left out without a word.
        given: where the instructor's own files lie, by their path beside the notebook.
    """

    ignored: tuple[str, ...]
    given: dict[str, Path]

    def contents(self, submission: Path | None) -> tuple[dict[str, bytes], str]:
        """The files beside the notebook in ``submission`` by their path, and `told` of the others.

        Args:
            submission: None if the notebook has no folder of its own.

        Raises:
            Problem: ``submission`` is no folder; or the instructor's own are larger than `MOST_BYTES`.
        """
        left_out: list[str] = []
        wanted, leave_out = self._wanted(left_out), _keep(left_out)
        room, found = self._room(), {}
        if submission:
            with opened.folder(submission) as folder:
                found = opened.contents(folder, wanted, room, leave_out)
        given = {name: path.read_bytes() for name, path in sorted(self.given.items())}
        return found | given, told(left_out)

    def copy(self, submission: Path, to: Path) -> str:
        """Copy the student's own files of `contents` to the folder ``to``; `told` of the others.

        Raises:
            Problem: as of `contents`.
            OSError: a file cannot be written.
        """
        left_out: list[str] = []
        wanted, leave_out = self._wanted(left_out), _keep(left_out)
        with opened.folder(submission) as folder:
            opened.copy(folder, to, wanted, self._room(), leave_out)
        return told(left_out)

    def _room(self) -> int:
        """Bytes that are left for the student's own."""
        room = MOST_BYTES - sum(path.stat().st_size for path in self.given.values())
        if room < 0:
            raise Problem(f"the course's own files for it are larger than {MOST_BYTES >> 20} MB")
        return room

    def _wanted(self, left_out: list[str]) -> opened.Wanted:
        not_ignored = opened.unlike(self.ignored)
        not_of_programs = opened.unlike(OF_PROGRAMS)
        folders = {str(parent) for name in self.given for parent in PurePath(name).parents}

        def wanted(path: str, status: os.stat_result) -> bool:
            if path in self.given:
                if not _is_file(status):
                    left_out.append(f"{path!r} is a folder, and should be the file of that name")
                return False
            if not not_ignored(path, status):
                return False
            if _is_file(status) and path in folders:
                left_out.append(f"{path!r} is a file, and should be the folder of that name")
                return False
            if not _is_file(status) and not not_of_programs(path, status):
                left_out.append(f"{path!r} is a folder of programs")
                return False
            return True

        return wanted


def told(left_out: Collection[str]) -> str:
    """Why files were left out, in a line; '' if none was."""
    if not left_out:
        return ""
    named = "; ".join(one_line(reason) for reason in list(left_out)[:MOST_TOLD])
    more = len(left_out) - MOST_TOLD
    return f"left out beside the notebook: {named}" + (f"; and {more:,} more" if more > 0 else "")


def _keep(left_out: list[str]) -> opened.LeaveOut:
    return lambda problem: left_out.append(str(problem))


def _is_file(status: os.stat_result) -> bool:
    return stat.S_ISREG(status.st_mode)
