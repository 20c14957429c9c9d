"""What another user owns, opened once and without following links, and copied from what was opened.

A name can lead to another file from one moment to the next: to a link into a folder that only its
reader may enter, or to a pipe that never ends. So names are looked up in folders that are open, what
was opened has to be what was looked at, and only bytes are taken from it. A copy is a new file of the
reader's: it has neither the modes nor the owner, access lists or other names of the original.
"""

import contextlib
import errno
import fnmatch
import itertools
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from course.grading.problem import Problem

MOST_FILES = 1_000
"""Files and folders in a folder, and in those below it."""
MOST_LISTED = 100_000
"""Names in one folder that are looked through."""
MOST_DEEP = 50
"""Folders in folders."""
LONGEST_NAME = 100
"""Characters of a path that are told."""
NBGRADERS = ("timestamp.txt", "submission_secret.txt")
"""What nbgrader's exchange writes into a submission."""
PIECE = 1 << 20
"""Bytes that are copied at once."""
REPLACED = (errno.ELOOP, errno.ENOENT, errno.ENOTDIR, errno.ENXIO)
"""Where a file or folder was seen, opening it fails so if it is one no more."""

Wanted = Callable[[str, os.stat_result], bool]
"""Whether to take a file or folder, given by its path in the folder and what it is."""


LeaveOut = Callable[[Problem], None]
"""What to do about a file that cannot be taken: raise the problem, or keep it and go on without."""


class TooMuchError(Problem):
    """It is more than may be handed in: too many files, too large, or too deep."""


def everything(path: str, status: os.stat_result) -> bool:
    """For `Wanted`: all that lies in a folder."""
    return True


def refuse(problem: Problem) -> None:
    """For `LeaveOut`: what holds such a file is refused as a whole."""
    raise problem


def unlike(patterns: Iterable[str]) -> Wanted:
    """All files and folders but those with a name like one of ``patterns``, as of a shell."""
    patterns = tuple(patterns)

    def wanted(path: str, status: os.stat_result) -> bool:
        return not any(fnmatch.fnmatch(os.path.basename(path), pattern) for pattern in patterns)

    return wanted


@contextmanager
def folder(path: Path) -> Iterator[int]:
    """A descriptor of the folder ``path``.

    Raises:
        Problem: there is none, it is a link, or it cannot be opened.
    """
    try:
        status = path.lstat()
    except FileNotFoundError:
        raise Problem("nothing handed in") from None
    except OSError as error:
        raise Problem(f"{_told(path.name)} cannot be read: {error.strerror}") from None
    if not stat.S_ISDIR(status.st_mode):
        kind = "a link" if stat.S_ISLNK(status.st_mode) else "a file"
        raise Problem(f"{kind} was handed in instead of a folder")
    with _opened(path.name, str(path), status) as descriptor:
        yield descriptor


def names(folder: int, wanted: Wanted) -> list[str]:
    """The paths of the files below an open folder that can be taken; none of them is opened."""
    listed = _listed(folder, wanted, lambda problem: None, "", itertools.count(1))
    return [path for path, *_ in listed]


def files(
    folder: int, wanted: Wanted = everything, leave_out: LeaveOut = refuse
) -> Iterator[tuple[str, int]]:
    """The files below an open folder: the path of each in it, and a descriptor to read it by.

    Notebooks and nbgrader's own come first, the files of a folder before those of its folders, and
    hidden folders last.
    The descriptor is closed when the next is asked for.

    Raises:
        Problem: unless ``leave_out`` goes on without it: one is no file of one name and no folder,
            cannot be opened, or was replaced since it was looked at; or there are too many.
    """
    for path, status, above in _listed(folder, wanted, leave_out, "", itertools.count(1)):
        with contextlib.ExitStack() as until_the_next:
            try:
                descriptor = until_the_next.enter_context(
                    _opened(path, os.path.basename(path), status, above)
                )
            except Problem as problem:
                leave_out(problem)
                continue
            yield path, descriptor


def read(path: Path, most: int) -> bytes:
    """The content of the file ``path``.

    Args:
        most: bytes that it may have.

    Raises:
        Problem: it is no file of one name, or larger, or cannot be read; or its folder is a link.
    """
    with folder(path.parent) as above:
        status = _status(path.name, path.name, above)
        if stat.S_ISDIR(status.st_mode):
            raise Problem(f"{_told(path.name)} is a folder")
        with _opened(path.name, path.name, status, above) as descriptor:
            return b"".join(_pieces(descriptor, most, f"{_told(path.name)} is", most))


def contents(
    folder: int, wanted: Wanted, most: int, leave_out: LeaveOut = refuse
) -> dict[str, bytes]:
    """The contents of the files below an open folder, by their path in it.

    Args:
        most: bytes that they may have together.

    Raises:
        Problem: as of `files`; or they are larger.
    """
    found: dict[str, bytes] = {}
    left = most
    for path, descriptor in files(folder, wanted, leave_out):
        try:
            found[path] = b"".join(_pieces(descriptor, left, _together(path), most))
        except Problem as problem:
            leave_out(problem)
        else:
            left -= len(found[path])
    return found


def copy(folder: int, to: Path, wanted: Wanted, most: int, leave_out: LeaveOut = refuse) -> None:
    """Copy the files below an open folder to ``to``, in place of files of their names.

    Args:
        most: bytes that they may have together.

    Raises:
        Problem: as of `contents`.
        OSError: a file cannot be written.
    """
    _make_folder(to)
    left = most
    for path, descriptor in files(folder, wanted, leave_out):
        place = to / path
        _make_folder(place.parent)
        place.unlink(missing_ok=True)
        written = 0
        try:
            with open(place, "xb", opener=_create) as new:
                for piece in _pieces(descriptor, left, _together(path), most):
                    written += new.write(piece)
                new.flush()
                times = os.fstat(descriptor)
                os.utime(new.fileno(), ns=(times.st_atime_ns, times.st_mtime_ns))
        except Problem as problem:
            place.unlink()
            leave_out(problem)
        else:
            left -= written


def _listed(
    folder: int, wanted: Wanted, leave_out: LeaveOut, inside: str, number: Iterator[int]
) -> Iterator[tuple[str, os.stat_result, int]]:
    """Path and status of each file below ``folder``, and a descriptor of the folder that it is in."""
    with os.scandir(folder) as entries:
        first = itertools.islice(entries, MOST_LISTED + 1)
        names = sorted((_order(entry), entry.name) for entry in first)
    if len(names) > MOST_LISTED:
        told = f"more than {MOST_LISTED:,} files were handed in"
        leave_out(TooMuchError(f"{told} in {_told(inside)}") if inside else Problem(told))
        return
    for _, name in names:
        path = os.path.join(inside, name)
        try:
            if (count := next(number)) > MOST_FILES:
                if count == MOST_FILES + 1:
                    told = f"more than {MOST_FILES:,} files were handed in, those from {_told(path)} on"
                    leave_out(TooMuchError(told))
                return
            status = _status(path, name, folder)
            if not wanted(path, status):
                continue
            if not stat.S_ISDIR(status.st_mode):
                yield path, status, folder
            elif path.count(os.sep) == MOST_DEEP:
                raise TooMuchError(f"folders lie in folders, more than {MOST_DEEP} deep")
            else:
                with _opened(path, name, status, folder) as inner:
                    yield from _listed(inner, wanted, leave_out, path, number)
        except Problem as problem:
            leave_out(problem)


def _order(entry: os.DirEntry[str]) -> tuple[bool, bool, bool]:
    """Sorts what nbgrader looks for to the front, folders to the end, and hidden ones behind these."""
    is_folder = entry.is_dir(follow_symlinks=False)
    is_wanted = entry.name in NBGRADERS or entry.name.endswith(".ipynb")
    return is_folder, is_folder and entry.name.startswith("."), not is_wanted


def _together(path: str) -> str:
    return f"with {_told(path)} the files handed in are"


def _status(path: str, name: str, folder: int) -> os.stat_result:
    """What a file or folder is, which may be read; no link is followed, and nothing opened."""
    try:
        status = os.stat(name, dir_fd=folder, follow_symlinks=False)
    except OSError as error:
        if error.errno in REPLACED:
            raise Problem(_replaced(path)) from None
        raise Problem(f"{_told(path)} cannot be read: {error.strerror}") from None
    _refuse(path, status)
    return status


def _refuse(path: str, status: os.stat_result) -> None:
    """Refuse what is neither a folder nor a file that has no second name."""
    kind = stat.S_IFMT(status.st_mode)
    if kind == stat.S_IFREG and status.st_nlink > 1:
        raise Problem(f"{_told(path)} is a hard link, to a file with another name elsewhere")
    if kind not in (stat.S_IFREG, stat.S_IFDIR):
        is_ = "a link" if kind == stat.S_IFLNK else "neither a file nor a folder"
        raise Problem(f"{_told(path)} is {is_}")


@contextmanager
def _opened(
    path: str, name: str, status: os.stat_result, folder: int | None = None
) -> Iterator[int]:
    """A descriptor of the file or folder ``name`` in ``folder``, which has to be what was looked at."""
    # A pipe, a device or a file under a lease is not waited for.
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY
    if stat.S_ISDIR(status.st_mode):
        flags |= os.O_DIRECTORY
    try:
        descriptor = os.open(name, flags, dir_fd=folder)
    except OSError as error:
        if error.errno in REPLACED:
            raise Problem(_replaced(path)) from None
        raise Problem(f"{_told(path)} cannot be read: {error.strerror}") from None
    try:
        opened = os.fstat(descriptor)
        _refuse(path, opened)
        if not os.path.samestat(opened, status):
            raise Problem(_replaced(path))
        yield descriptor
    finally:
        os.close(descriptor)


def _pieces(file: int, left: int, what: str, most: int) -> Iterator[bytes]:
    """The content of an open file, which may grow meanwhile, up to ``left`` bytes."""
    size = f"{-(-most >> 20)} MB" if most >> 20 else f"{most} bytes"
    too_large = TooMuchError(f"{what} larger than {size}")
    if os.fstat(file).st_size > left:
        raise too_large
    while piece := os.read(file, min(PIECE, left + 1)):
        left -= len(piece)
        if left < 0:
            raise too_large
        yield piece


def _create(path: str, flags: int) -> int:
    """Make a file that only its owner may write, and let nothing be in its place."""
    return os.open(path, flags | os.O_NOFOLLOW, 0o644)


def _make_folder(path: Path) -> None:
    if not path.is_dir():
        _make_folder(path.parent)
        path.mkdir(mode=0o755)


def _replaced(path: str) -> str:
    return f"{_told(path)} was replaced by something else while it was read"


def _told(path: str) -> str:
    """``path``, whatever its bytes are, as it can be printed."""
    return repr(path if len(path) <= LONGEST_NAME else f"{path[:LONGEST_NAME]}…")
