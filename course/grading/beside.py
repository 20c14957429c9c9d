"""What of the course lies beside a student's code, and what that code finds in place of the rest."""

import importlib.abc
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import NoReturn

COURSE = "course"

BESIDE = ("data.py", "learners.py", "door", "grading")
"""Files and folders of the course that a student's code may read and import, and no others."""

NOT_DRAWN = "Not drawn while grading: run the cell to see it"
"""What stands where a figure was left out."""


class Absent(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds a module for each of the course's that is not `BESIDE`, as the first on `sys.meta_path`.

    A learner's own cell that calls a check or draws one of the course's figures runs on. Anything else
    raises an `AbsentError` when it is called.
    """

    def find_spec(self, name: str, path: object, target: object = None) -> ModuleSpec | None:
        """An empty module in place of one of ours."""
        package, _, rest = name.partition(".")
        part = rest.partition(".")[0]
        if package != COURSE or not part or {part, f"{part}.py"} & set(BESIDE):
            return None
        return ModuleSpec(name, self, is_package=True)

    def exec_module(self, module: ModuleType) -> None:
        """Give it whatever function it is asked for."""
        part, _, deeper = module.__name__.removeprefix(f"{COURSE}.").partition(".")

        def find(name: str) -> Callable[..., None]:
            if name.startswith("__") or part in QUIET and not deeper:  # which has modules only
                raise AttributeError(f"module {module.__name__!r} has no attribute {name!r}")
            return QUIET.get(part, refuse)

        def refuse(*_: object, **__: object) -> NoReturn:
            from course.door.absent import AbsentError

            raise AbsentError(module.__name__)

        vars(module)["__getattr__"] = find


def _say_nothing(*_: object, **__: object) -> None:
    """In place of a check."""


def _draw_nothing(*_: object, **__: object) -> None:
    """In place of a figure."""
    from IPython.display import HTML, display

    display(HTML(f"<p>{NOT_DRAWN}</p>"))


QUIET: dict[str, Callable[..., None]] = {"check": _say_nothing, "figures": _draw_nothing}
"""Parts of the course that an honest cell may call, and what happens then."""
