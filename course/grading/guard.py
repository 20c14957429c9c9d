"""What a test may not do with what a student wrote: run it where the verdict is made.

A test that reads a pickle which the student's code wrote, or runs a text of the student's, would run the
student's code in the examiner. An audit hook stops it, and the cell waits for a person.
"""

import contextlib
import os
import re
import sys
import sysconfig
import tarfile
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn
from unittest import mock

PROCESSES = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty")
LOADED = ("ctypes.dlopen", "sqlite3.load_extension")
"""Events, see Python's table of audit events."""

REBUILT = {
    "numpy._core.multiarray": {"_reconstruct", "scalar"},
    "numpy": {"ndarray", "dtype"},
    "collections": {"OrderedDict", "Counter", "deque", "defaultdict"},
    "datetime": {"date", "datetime", "time", "timedelta"},
    "builtins": {"set", "frozenset", "complex", "bytearray", "range", "slice"},
}
"""What a pickle may name: it makes data and does nothing else."""

MISSING = object()
FROZEN = "<frozen importlib"
LIBRARY = Path(os.__file__).parent
INSTALLED = Path(sysconfig.get_paths()["purelib"])
MAKERS = (
    *(str(LIBRARY / part) for part in ("collections/", "dataclasses.py", "enum.py")),
    *(
        str(INSTALLED / part)
        for part in (
            *("attr/", "matplotlib/", "numpy/", "pandas/", "scipy/", "torch/"),
            *("networkx/utils/decorators.py", "sympy/polys/monomials.py"),
        )
    ),
    f"{Path(__file__).parents[1]}/",
)
"""Files that make classes and functions of texts of their own, and none of a text that is data.

`typing` is none of them: `get_type_hints` runs the annotations of a student's function.
"""

RUNNER = str(INSTALLED / "IPython/core/interactiveshell.py"), "run_code"
"""Of IPython, what runs a cell."""

TIMERS = {
    str(LIBRARY / "timeit.py"): ("stmt", "setup"),
    str(INSTALLED / "IPython/core/magics/execution.py"): ("line", "cell"),
}
"""Files that run a text to time it, and what has it there."""

_FILTER: Any = vars(tarfile).get("data_filter")  # of Python 3.11.4 and later
BELOW = staticmethod(_FILTER)
"""What of an archive is unpacked: what lies below the folder that is asked for."""

PANDAS = str(INSTALLED / "pandas/core/computation/")
REACHING = re.compile(r"@|\\|\.(?!\d)|(?:\b(?!(?:and|or|not|in)\b)\w+|`)\s*\(")
"""What is in a query that reaches more than columns and numbers: variables, attributes, calls, what hides them."""

CALLS = {"pass", "_stmt()", "_setup()"}
"""What Python's `timeit` makes a text of where it has none to run, but a function."""


class Guard:
    """Stops a test, while it is on.

    Args:
        refuse: raises what stops it, and remembers why.
    """

    def __init__(self, refuse: Callable[[str], NoReturn]) -> None:
        self._refuse = refuse
        self._folders: tuple[str, ...] = ()
        self._texts: Collection[str] = ()
        sys.addaudithook(self._hear)

    @contextlib.contextmanager
    def on(self, folders: Iterable[str], texts: Collection[str]) -> Iterator[None]:
        """Meanwhile nothing runs that lies in ``folders``, or that may be a text of the student's.

        ``texts`` are the instructor's, and none. Archives are unpacked below the folder that is asked for alone.
        """
        self._folders = tuple(f"{os.path.realpath(folder)}{os.sep}" for folder in folders)
        self._texts = {text.strip() for text in texts}
        try:
            with mock.patch.object(tarfile.TarFile, "extraction_filter", BELOW, create=True):
                yield
        finally:
            self._folders = ()

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._folders:
            return
        if event == "exec":
            self._look(arguments[0].co_filename)
        elif event == "compile":
            self._look_at_query(sys._getframe(1))
        elif event == "pickle.find_class":
            module, name = arguments
            if name not in REBUILT.get(module, ()):
                self._stop(f"a pickle that names {module}.{name}")
        elif event == "marshal.loads":
            self._look_at_bytes(sys._getframe(1))
        elif event == "import" and arguments[1] and self._is_theirs(str(arguments[1])):
            self._stop("a library beside the notebook")
        elif event in PROCESSES:
            self._stop("another process")
        elif event in LOADED and self._is_theirs(str(arguments[0])):
            self._stop("a library beside the notebook")

    def _look(self, file: str) -> None:
        caller = sys._getframe(2)
        if not file.startswith("<"):
            if self._is_theirs(file):
                self._stop("a file beside the notebook as code")
            if _is_runner(caller) and any(map(_is_runner, _below(caller))):
                cells = (f.f_locals.get("raw_cell") for f in _below(caller))
                if not self._is_own(next(filter(None, cells), None)):
                    self._stop("a text as a cell")
        elif names := TIMERS.get(caller.f_code.co_filename):
            texts = [caller.f_locals.get(name, MISSING) for name in names]
            if not all(text is None or self._is_own(text) for text in texts):
                self._stop("a text as code")
        elif not (caller.f_code.co_filename.startswith((*MAKERS, FROZEN)) or _is_import(caller)):
            self._stop("a text as code")

    def _look_at_query(self, caller: FrameType) -> None:
        """Of the texts that pandas looks for columns in, one that may name more is to be the test's."""
        asking = [f for f in _below(caller) if f.f_code.co_filename.startswith(PANDAS)]
        texts = [f.f_locals.get("expr") for f in asking if f.f_code.co_name == "eval"]
        for text in texts:
            if type(text) is str and REACHING.search(text) and not self._is_own(text):
                self._stop("a text as code")

    def _look_at_bytes(self, caller: FrameType) -> None:
        if not caller.f_code.co_filename.startswith(FROZEN):
            self._stop("code as bytes")
        if self._is_theirs(str(caller.f_locals.get("bytecode_path", ""))):
            self._stop("a file beside the notebook as code")  # which says what file it is of

    def _is_own(self, text: object) -> bool:
        """Whether a text is the instructor's."""
        return type(text) is str and (text.strip() in CALLS or text.strip() in self._texts)

    def _is_theirs(self, file: str) -> bool:
        return os.path.realpath(file).startswith(self._folders)

    def _stop(self, what: str) -> NoReturn:
        self._refuse(f"it runs {what}")


def _is_runner(frame: FrameType) -> bool:
    return (frame.f_code.co_filename, frame.f_code.co_name) == RUNNER


def _is_import(frame: FrameType) -> bool:
    """Whether ``frame`` is of a library that is imported now, which knows of no student's text yet."""
    for each in (frame, *_below(frame)):
        file = each.f_code.co_filename
        if file.startswith(FROZEN):
            return True
        if not file.startswith((str(LIBRARY), str(INSTALLED))):
            return False
    return False


def _below(frame: FrameType | None) -> Iterator[FrameType]:
    """The frames that wait for ``frame``."""
    while frame is not None and (frame := frame.f_back) is not None:
        yield frame
