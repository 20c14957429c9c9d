"""The files around a notebook, of which each of two processes has a copy: what changes in one goes to the other."""

import os
from pathlib import Path, PurePosixPath

MOST_FILES = 500
"""That are looked at."""
MOST_BYTES = 8 << 20
"""Of the files that go to the other side at once."""
LEFT_OUT = {"__pycache__", ".ipynb_checkpoints"}


class Folder:
    """A folder and what its files were when they were last looked at or written.

    Attributes:
        fixed: names of files that `write` leaves as they are.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.fixed: set[str] = set()
        self._known: dict[str, tuple[int, int, int]] = {}

    def changed(self) -> dict[str, bytes | None]:
        """The content of each file that is new or another since the last time; None if it is gone.

        What is no file is left out, and so is what makes it more than `MOST_BYTES`.
        """
        found = self._look()
        news: dict[str, bytes | None] = {name: None for name in self._known.keys() - found.keys()}
        size = 0
        for name, status in found.items():
            if self._known.get(name) != status:
                size += status[1]
                if size <= MOST_BYTES:
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
            if content is None:
                path.unlink(missing_ok=True)
                self._known.pop(name, None)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                self._known[name] = _status(path.stat())

    def _place(self, name: str) -> Path | None:
        """Where the file ``name`` is, if that is below the folder."""
        pure = PurePosixPath(name)
        if str(pure) in self.fixed:
            return None
        if pure.is_absolute() or ".." in pure.parts or not pure.parts or "\0" in name:
            return None
        path = self.root / pure
        inside = Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self.root))
        return path if inside and not path.is_symlink() else None

    def _look(self) -> dict[str, tuple[int, int, int]]:
        found: dict[str, tuple[int, int, int]] = {}
        waiting = [""]
        while waiting and len(found) < MOST_FILES:
            below = waiting.pop()
            with os.scandir(self.root / below) as entries:
                for entry in entries:
                    name = f"{below}{entry.name}"
                    if entry.is_dir(follow_symlinks=False):
                        if entry.name not in LEFT_OUT:
                            waiting.append(f"{name}/")
                    elif entry.is_file(follow_symlinks=False) and len(found) < MOST_FILES:
                        found[name] = _status(entry.stat(follow_symlinks=False))
        return found


def _status(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_mtime_ns, status.st_size, status.st_ino
