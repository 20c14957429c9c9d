"""What a student's code touches beside its own: the door, torch's or NumPy's functions, frames.

It runs beside that code, so it could be told to keep silent; but whoever does so has to touch
something first, and that is told before it is done. Honest code touches none of it.
"""

import importlib
import inspect
import socket
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import FunctionType
from typing import Any

import torch
from torch import nn

from course.door.calls import SERVED

OURS = "course."
MODULES = {
    *("builtins", "contextlib", "copy", "gc", "importlib", "inspect", "json", "math", "operator"),
    *("socket", "sys", "threading", "unittest.mock", "numpy", "numpy.linalg", "numpy.random"),
    *("torch", "torch._tensor", "torch.accelerator", "torch.cuda", "torch.func", "torch.mps"),
    *("torch.autograd", "torch.autograd.forward_ad", "torch.autograd.graph", "torch.overrides"),
    *("torch.backends.cuda", "torch.backends.mps", "torch.nn", "torch.nn.functional"),
    *("torch.nn.modules.linear", "torch.nn.modules.loss", "torch.nn.modules.module"),
    *("torch.optim", "torch.optim.optimizer", "torch.optim.sgd"),
}
"""What a check relies on, besides our own: functions and classes of these stay what they were."""

CLASSES: tuple[type, ...] = (
    *(torch.Tensor, torch.optim.Optimizer, torch.optim.SGD, torch.autograd.Function),
    *(nn.Parameter, nn.Module, nn.Linear, nn.Sequential, nn.MSELoss, socket.socket),
)
"""Whose methods a check relies on."""

FREE = {
    *("builtins.print", "builtins.input", "builtins.open", "builtins.help", "builtins.display"),
    *("builtins.breakpoint", "numpy.bool", "numpy.long"),
}
"""What learners do exchange; the last two since older code asks NumPy for Python's own types."""

SHOWS = "__repr__"
"""The method that says how a tensor or a model is printed; no check relies on it."""

CALLS = {
    *("gc.get_objects", "gc.get_referrers", "gc.get_referents", "code.__new__", "function.__new__"),
    *("sys._getframe", "sys._current_frames", "sys.settrace", "sys.setprofile"),
}
ATTRIBUTES = {"__code__", "f_code", "tb_frame", "gi_frame", "cr_frame", "ag_frame"}
EVENTS = {"object.__getattr__", "object.__setattr__", "object.__delattr__"}
"""Of Python's audit hooks: https://docs.python.org/3/library/audit_events.html."""

LIBRARIES = (sys.prefix, sys.base_prefix, str(Path(__file__).parents[1]), "<frozen ")
"""Where code lies that is not the student's."""

Names = Mapping[str, object]


class Watch:
    """Knows what functions there are, and says which of them are others now.

    Attributes:
        tables: by name, what serves the examiner; to be set before `begin`.
    """

    def __init__(self) -> None:
        self.tables: list[dict[str, Any]] = []
        for name in SERVED:
            importlib.import_module(name)
        self.known: list[tuple[str, Names, str, object, tuple[object, ...]]] = [
            (name, names, key, thing, _content(thing))
            for name, names in _namespaces()
            for key, thing in list(names.items())
            if callable(thing)
            and f"{name}.{key}" not in FREE
            and (key != SHOWS or name.startswith(OURS))
        ]
        self.busy = False

    def begin(self, tell: Callable[[str], None]) -> None:
        """From now on, ``tell`` what a student's code reaches for, before it has it."""
        self.before = [(table, dict(table)) for table in self.tables]

        def hook(event: str, arguments: tuple[Any, ...]) -> None:
            if event in EVENTS:
                event = arguments[1] if arguments[1] in ATTRIBUTES else ""
            elif event not in CALLS and not event.startswith("ctypes."):
                return
            if event and not self.busy:
                self.busy = True
                try:
                    frame = sys._getframe(1)
                    if event == "sys._getframe" and frame.f_code.co_filename == inspect.__file__:
                        frame = frame.f_back or frame  # it looks for the frame of its caller
                    if not frame.f_code.co_filename.startswith(LIBRARIES):
                        tell(event)
                finally:
                    self.busy = False

        sys.addaudithook(hook)

    def changed(self) -> list[str]:
        """The full names of functions that are others than before, or have other code."""
        self.busy = True
        found = {
            f"{name}.{key}"
            for name, names, key, thing, content in self.known
            if names.get(key) is not thing or _content(thing) != content
        }
        for table, before in self.before:
            keys = (k for k in {*table, *before} if type(table.get(k)) not in (int, bytearray))
            found |= {f"grader.{key}" for key in keys if table.get(key) is not before.get(key)}
        if sys.gettrace():
            found.add("sys.settrace")
        if sys.getprofile():
            found.add("sys.setprofile")
        self.busy = False
        return sorted(found)


def _namespaces() -> Iterator[tuple[str, Names]]:
    """The modules that are watched, and the classes."""
    kinds = [*CLASSES]
    for name, module in list(sys.modules.items()):
        if name in MODULES or name.startswith(OURS):
            yield name, vars(module)
        if name.startswith(OURS):
            defined = (kind for kind in vars(module).values() if isinstance(kind, type))
            kinds += [kind for kind in defined if kind.__module__ == name]
    for kind in kinds:
        yield f"{kind.__module__}.{kind.__qualname__}", vars(kind)


def _content(thing: object) -> tuple[object, ...]:
    """What makes a function what it is, beside its name."""
    if isinstance(thing, FunctionType):
        return id(thing.__code__), id(thing.__defaults__), id(thing.__kwdefaults__)
    return ()
