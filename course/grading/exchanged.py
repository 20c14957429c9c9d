"""Functions of Python's and of libraries that a test exchanges, and the student's code then meets.

A test that answers `input` itself, counts the calls of `print`, or says what `random.randint` draws,
exchanges a function where it runs. While it does, the student's code has a function in that place which
calls the test's.
"""

import importlib
import sys
from collections.abc import Callable
from typing import Any

from course.grading.identifiers import SEEDING, exchanged
from course.grading.remote import Remote

WHOLE = ("random", "time", "math", "statistics", "secrets", "numpy.random")
PLACES = {"builtins": {"input", "print"}, "getpass": {"getpass"}, "matplotlib.pyplot": {"show"}}
"""By module: what may be exchanged there. Of the modules before, it is everything.

The test's function may call what it stands for, with what the student's code hands it. So nothing is
among these that reaches files, processes or the network.
"""

MISSING = object()

Place = tuple[str, str]
"""The names of a module and of something in it."""


class Exchanged:
    """Follows what the tests of one notebook exchange."""

    def __init__(self, remote: Remote) -> None:
        self.remote = remote
        self.looked_at: set[str] = set()  # sources
        self.before: dict[Place, object] = {}  # what is where a test may put something else
        self.told: dict[Place, object] = {}  # what the candidate has in place of it

    def look_for(self, source: str) -> None:
        """Before ``source`` runs: note what it may exchange."""
        if source in self.looked_at:
            return
        self.looked_at.add(source)
        for name in exchanged(source):
            module, _, name = name.rpartition(".")
            if module in PLACES and module not in sys.modules:
                importlib.import_module(module)
            for place in _places(name):
                self.before.setdefault(place, _found(place))

    def tell(self) -> None:
        """Before a call: what is another than the candidate was last told."""
        news, back = [], []
        for place, before in self.before.items():
            value = _found(place)
            if value is self.told.get(place, before):
                continue
            sent = _calling(value) if callable(value) else value
            if value is before:
                back.append(place)
            elif callable(value) is callable(before) and self.remote.frame(sent):
                news.append((place, sent))
            self.told[place] = value
        if news or back:
            self.remote.exchange(news, back)

    def end(self) -> None:
        """After a test: the student's code has its own again."""
        if self.told and not self.remote.gone:
            self.remote.exchange([], list(self.told))
        self.told.clear()


def _places(name: str) -> list[Place]:
    """Where something of this name may be exchanged."""
    modules = [module for module, names in PLACES.items() if name in names]
    if not name.startswith("_") and name not in SEEDING:  # which are followed already
        modules += WHOLE
    return [(m, name) for m in modules if _found((m, name)) is not MISSING]


def _found(place: Place) -> object:
    module, name = place
    return getattr(sys.modules.get(module), name, MISSING)


def _calling(value: Callable[..., Any]) -> Callable[..., Any]:
    """A function that calls ``value``, which may have the name of what it stands for."""

    def call(*args: Any, **kwargs: Any) -> Any:
        return value(*args, **kwargs)

    return call
