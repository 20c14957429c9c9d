"""The secret of a course folder, from which the data of hidden tests is drawn.

Another one draws other data: seeds and answers that were seen in one class are worth nothing in the
next. And each submission has a key of its own, so that what a first attempt was asked is no table of
answers for the second one, nor for a friend.
"""

import contextlib
import hashlib
import hmac
import os
import secrets
import tempfile
from collections.abc import Mapping
from pathlib import Path

from course.grading.problem import Problem

FILE = "grading_secret"
"""In the course folder, for nobody but its owner to read."""

BYTES = 32


def of_course(folder: Path) -> bytes:
    """The secret of the course in ``folder``, made when there is none yet.

    Raises:
        Problem: it can neither be read nor made, or is damaged.
    """
    path = folder / FILE
    try:
        if not path.exists():
            _make(path)
        secret = bytes.fromhex(path.read_text(encoding="ascii"))
    except OSError as error:
        raise Problem(
            f"{path} cannot be used: {error.strerror}; whoever grades needs to read it."
        ) from None
    except ValueError:
        secret = b""
    if len(secret) < BYTES:
        raise Problem(f"{path} is damaged; delete it, and what was graded is graded anew.")
    return secret


def of_submission(secret: bytes, notebook: str, files: Mapping[str, bytes]) -> str:
    """What the hidden data of this submission is drawn from: 64 hexadecimal digits.

    The same submission gets the same ones; those of another one do not follow from them.
    """
    handed_in = hashlib.sha256(notebook.encode(errors="surrogatepass"))
    for name, content in sorted(files.items()):
        for part in (name.encode(errors="surrogateescape"), content):
            handed_in.update(hashlib.sha256(part).digest())
    return hmac.new(secret, handed_in.digest(), "sha256").hexdigest()


def _make(path: Path) -> None:
    """Write a new secret as a whole, and leave alone what another command has made meanwhile."""
    descriptor, unfinished = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)  # mode 600
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(BYTES))
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(unfinished, path)
    finally:
        os.unlink(unfinished)
