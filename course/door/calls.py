"""Calls through the door: the only place where a check touches what a student wrote.

A check never calls a student's function itself. It says ``door.call(f, x, y)`` and gets back
data: the value, the arguments as the student left them, and what was printed or warned. Every
argument goes in as a fresh copy and every value comes out as one, so nothing a student's code
keeps can change what the check compares with. Anything that needs the student's own objects
(a graph, the identity of a parameter) is done by a function of `probes`, which runs on the
student's side and returns data.

What comes back is only trusted after `number`, `vector` or `matrix` has turned it into floats;
they look at the exact type, never at what an object says about itself.

While a learner works, the door is a function call. While a submission is graded, the student's
objects live in another process and are `Reference` objects here; `call` then goes through them.
"""

import contextlib
import copy
import io
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from types import EllipsisType, NoneType

import numpy as np
import torch

DATA = (NoneType, EllipsisType, bool, int, float, complex, str)

SERVED = ("course.door.probes", "course.door.situations")
"""Modules whose functions run on the student's side of the door, in whichever process that is."""


class Reference:
    """Something of the student's that is not data and lives in another process.

    Whoever opens a door to that process derives from it; ``_call`` has the arguments of `call`.
    """

    def _call(self, function: Callable, args: tuple, kwargs: dict, situations: tuple) -> "Reply":
        raise NotImplementedError


@dataclass(frozen=True)
class Reply:
    """What came back through the door."""

    value: object
    """What the function returned: data, or a reference to what is not data."""
    args: tuple
    """The positional arguments, as the function left them."""
    warnings: tuple[str, ...]
    """The text of each warning, in order."""
    printed: str
    """What was written to stdout and stderr."""
    kwargs: dict = field(default_factory=dict)
    """The named arguments, as the function left them."""


class StudentError(Exception):
    """The student's code raised an exception.

    Attributes:
        kinds: names of the exception's class and its bases, nearest first.
        line: the student's line that raised it, without indentation; '' if unknown.
    """

    def __init__(self, text: str, kinds: tuple[str, ...], line: str) -> None:
        super().__init__(text)
        self.kinds = kinds
        self.line = line

    @classmethod
    def of(cls, error: BaseException) -> "StudentError":
        """What ``error`` says, without the object itself."""
        kinds = tuple(kind.__name__ for kind in type(error).__mro__)
        return cls(str(error), kinds, _student_line(error))


def call(function: Callable, *args: object, situations: tuple = (), **kwargs: object) -> Reply:
    """Call ``function`` on copies of the arguments, under capture.

    Args:
        function: the student's function or class, or a function of `probes`.
        args, kwargs: data, or references (functions, classes, modules), passed on.
        situations: context managers of `situations` to enter around the call.

    Raises:
        StudentError: the function raised.
        NotImplementedError: the function, or one it calls, is still to be written.
    """
    for value in (function, *args, *kwargs.values()):
        if issubclass(type(value), Reference):
            return value._call(function, args, kwargs, situations)
    args, kwargs = copy.deepcopy((args, kwargs))
    written = io.StringIO()
    with contextlib.ExitStack() as stack:
        warned = stack.enter_context(warnings.catch_warnings(record=True))
        warnings.simplefilter("always")
        stack.enter_context(contextlib.redirect_stdout(written))
        stack.enter_context(contextlib.redirect_stderr(written))
        stack.enter_context(torch.enable_grad())  # whatever code that ran before has switched off
        for situation in situations:
            stack.enter_context(situation)
        try:
            value = function(*args, **kwargs)
        except NotImplementedError as error:
            if "not implemented for" not in str(error):  # torch's words for a missing operation
                raise
            raise StudentError.of(error) from None
        except (Exception, SystemExit) as error:
            raise StudentError.of(error) from None
    warned = tuple(str(warning.message) for warning in warned)
    return Reply(_data(value), args, warned, written.getvalue(), kwargs)


def has_blank(answer: object) -> bool:
    """Whether ``answer``, or an item of the list or dict that it is, is still `...`."""
    if type(answer) is dict:
        return any(item is ... for item in answer.values())
    return answer is ... or (type(answer) in (list, tuple) and any(item is ... for item in answer))


def number(value: object) -> float | None:
    """The one number in ``value`` (a number, or an array or tensor of size 1), else None."""
    array = _array(value)
    return float(array.reshape(())) if array is not None and array.size == 1 else None


def vector(value: object) -> np.ndarray | None:
    """``value`` as a (N,) float64 array if it is a list, array or tensor of one axis, else None."""
    array = _array(value)
    return array if array is not None and array.ndim == 1 else None


def matrix(value: object) -> np.ndarray | None:
    """``value`` as a 2-d float64 array if it is a nested list, array or tensor, else None."""
    array = _array(value)
    return array if array is not None and array.ndim == 2 else None


def describe(value: object) -> str:
    """``value`` in a few words for a message: its kind, and its shape or text if it has one."""
    kind = type(value)
    if kind in (tuple, list):
        inside = ", ".join(describe(item) for item in value[:4])
        return f"a {kind.__name__} of {len(value)} ({inside}{', …' if len(value) > 4 else ''})"
    if kind is np.ndarray or issubclass(kind, torch.Tensor):
        name = "an array" if kind is np.ndarray else "a tensor"
        return f"{name} of shape {tuple(value.shape)}"
    if kind in DATA or issubclass(kind, np.generic):
        return repr(value)[:60]
    return f"a {kind.__name__}"


def _array(value: object) -> np.ndarray | None:
    value = _data(value)
    if type(value) is np.matrix:
        value = np.asarray(value)
    if type(value) in (list, tuple):
        if any(issubclass(type(item), torch.Tensor) for item in value):
            value = [_array(item) for item in value]
            if any(item is None for item in value):
                return None
        try:
            value = np.asarray(value)
        except ValueError:  # rows of different lengths
            return None
    elif issubclass(type(value), torch.Tensor):
        if value.is_meta or value.layout is not torch.strided:
            return None
        value = value.detach().cpu()
        value = (value.double() if value.is_floating_point() else value).numpy()
    elif type(value) in (int, float) or issubclass(type(value), np.generic):
        value = np.asarray(value)
    if type(value) is not np.ndarray or value.dtype.kind not in "iuf":
        return None
    return value.astype(float)


def _data(value: object) -> object:
    """A copy of ``value`` if it is data; otherwise ``value`` itself, as a reference."""
    kind = type(value)
    if kind in DATA or issubclass(kind, np.generic):
        return value
    if kind is np.ndarray:
        return value.copy()
    if issubclass(kind, torch.Tensor):
        twin = value.detach().clone().requires_grad_(value.requires_grad)
        if value.is_leaf and value.grad is not None:
            twin.grad = value.grad.detach().clone()
        return twin
    if kind is list:
        return [_data(item) for item in value]
    if issubclass(kind, tuple):
        return tuple(_data(item) for item in value)
    if kind is dict:
        return {key: _data(item) for key, item in value.items()}
    return value


def _student_line(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        library = any(
            part in frame.filename
            for part in ("site-packages", "/course/check/", "/course/door/", "/lib/python")
        )
        if not library:
            return (frame.line or "").strip()
    return ""
