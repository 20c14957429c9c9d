"""The files around a notebook, and temporary ones: two processes have a copy each, and what changes goes across."""

import contextlib
import os
from pathlib import Path, PurePosixPath

MOST_FILES = 500
"""That are looked at."""
MOST_BYTES = 8 << 20
"""Of the files that go to the other side at once."""
MOST_DEEP = 20
"""Folders in folders."""
LEFT_OUT = {"__pycache__", ".ipynb_checkpoints"}

TEMPORARY = "temporary"
"""The folder for temporary files, beside the work folder of an examiner. A candidate has it at the same place."""


FOLDER = 0, 0, 0
"""In place of the status of a folder, of which it only matters whether there is one."""


class Folder:
    """A folder and what its files were when they were last looked at or written.

    A folder in it has a name that ends in a slash, and no content.

    Attributes:
        fixed: names of files that `write` leaves as they are.
        refused: how the names of files end that it leaves as they are, too.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.fixed: set[str] = set()
        self.refused: tuple[str, ...] = ()
        self._known: dict[str, tuple[int, int, int]] = {}

    def changed(self) -> dict[str, bytes | None]:
        """The content of each file that is new or another since the last time; None if it is gone.

        What is neither file nor folder is left out, and so is what makes it more than `MOST_BYTES`.
        """
        found = self._look()
        gone = sorted(
            self._known.keys() - found.keys(), reverse=True
        )  # a folder after what is in it
        news: dict[str, bytes | None] = dict.fromkeys(gone)
        size = 0
        for name, status in found.items():
            if self._known.get(name) != status:
                size += status[1]
                if status == FOLDER:
                    news[name] = b""
                elif size <= MOST_BYTES:
                    news[name] = (self.root / name).read_bytes()
        self._known = found
        return news

    def write(self, files: dict[str, bytes | None]) -> None:
        """Make the files those of ``files``; what has no place below the folder is left out.

        Raises:
            OSError: a file cannot be written.
        """
        for name, content in files.items():
            path = self._place(name)
            if path is None:
                continue
            if content is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                above = path.relative_to(self.root).parents
                self._known |= {f"{folder}/": FOLDER for folder in above if folder.name}
            if name.endswith("/"):
                self._make(path, content is not None)
            elif content is None:
                path.unlink(missing_ok=True)
                self._known.pop(name, None)
            else:
                path.write_bytes(content)
                self._known[name] = _status(path.stat())

    def _make(self, path: Path, there: bool) -> None:
        """Have a folder at ``path``, or none; one with something in it stays."""
        name = f"{path.relative_to(self.root)}/"
        if there:
            path.mkdir(exist_ok=True)
            self._known[name] = FOLDER
        else:
            with contextlib.suppress(OSError):
                path.rmdir()
            self._known.pop(name, None)

    def _place(self, name: str) -> Path | None:
        """Where the file ``name`` is, if that is below the folder."""
        pure = PurePosixPath(name)
        if str(pure) in self.fixed or str(pure).endswith(self.refused):
            return None
        if (
            len(pure.parts) > MOST_DEEP
            or pure.is_absolute()
            or ".." in pure.parts
            or not pure.parts
            or "\0" in name
        ):
            return None
        path = self.root / pure
        inside = Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self.root))
        return path if inside and not path.is_symlink() else None

    def _look(self) -> dict[str, tuple[int, int, int]]:
        found: dict[str, tuple[int, int, int]] = {}
        waiting = [""]
        while waiting and len(found) < MOST_FILES:
            below = waiting.pop()
            with contextlib.suppress(FileNotFoundError), os.scandir(self.root / below) as entries:
                for entry in entries:
                    name = f"{below}{entry.name}"
                    if entry.is_dir(follow_symlinks=False):
                        if entry.name not in LEFT_OUT:
                            found[f"{name}/"] = FOLDER
                            waiting.append(f"{name}/")
                    elif entry.is_file(follow_symlinks=False) and len(found) < MOST_FILES:
                        found[name] = _status(entry.stat(follow_symlinks=False))
        return found


class Folders:
    """A work folder, and one for temporary files whose names are paths here and on the other side."""

    def __init__(self, work: Path, temporary: Path) -> None:
        self.work = Folder(work)
        self.temporary = Folder(temporary)
        self._prefix = f"{temporary}/"

    @property
    def roots(self) -> tuple[str, str]:
        """Where they are."""
        return str(self.work.root), str(self.temporary.root)

    def changed(self) -> dict[str, bytes | None]:
        """`Folder.changed` of both."""
        temporary = self.temporary.changed()
        return self.work.changed() | {f"{self._prefix}{n}": c for n, c in temporary.items()}

    def write(self, files: dict[str, bytes | None]) -> None:
        """`Folder.write` to both.

        Raises:
            OSError: a file cannot be written.
        """
        for name, content in files.items():
            folder = self.temporary if name.startswith(self._prefix) else self.work
            folder.write({name.removeprefix(self._prefix): content})


def _status(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_mtime_ns, status.st_size, status.st_ino
