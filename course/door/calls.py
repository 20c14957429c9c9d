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
import warnings
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from types import EllipsisType, NoneType
from typing import Any, TypeGuard, TypeVar

import numpy as np
import torch

from course.door import absent, places
from course.door.places import Place

DATA = (NoneType, EllipsisType, bool, int, float, complex, str)

SERVED = ("course.door.probes", "course.door.situations")
"""Modules whose functions run on the student's side of the door, in whichever process that is."""

Function = Callable[..., object]
"""Of the student's, or of a module that is `SERVED`."""
Situations = tuple[AbstractContextManager[None], ...]

T = TypeVar("T")

NOWHERE = Place()


class Reference:
    """Something of the student's that is not data and lives in another process.

    Whoever opens a door to that process derives from it; ``_call`` has the arguments of `call`.
    """

    def _call(
        self,
        function: Function,
        args: tuple[object, ...],
        kwargs: dict[str, object],
        situations: Situations,
    ) -> "Reply":
        raise NotImplementedError


@dataclass(frozen=True)
class Reply:
    """What came back through the door."""

    value: Any
    """What the function returned: data, or a reference to what is not data."""
    args: tuple[Any, ...]
    """The positional arguments, as the function left them."""
    warnings: tuple[str, ...]
    """The text of each warning, in order."""
    printed: str
    """What was written to stdout and stderr."""
    kwargs: dict[str, Any] = field(default_factory=dict)
    """The named arguments, as the function left them."""


class StudentError(Exception):
    """The student's code raised an exception.

    Attributes:
        kinds: names of the exception's class and its bases, nearest first.
        place: where in the student's code it was raised.
    """

    def __init__(self, text: str, kinds: tuple[str, ...], place: Place = NOWHERE) -> None:
        super().__init__(text)
        self.kinds = kinds
        self.place = place

    @classmethod
    def of(cls, error: BaseException) -> "StudentError":
        """What ``error`` says, without the object itself."""
        kinds = tuple(kind.__name__ for kind in type(error).__mro__)
        return cls(str(error), kinds, places.find(error))

    @property
    def line(self) -> str:
        """The student's line that raised it, without indentation; '' if unknown."""
        return self.place.line


def call(function: Function, *args: object, situations: Situations = (), **kwargs: object) -> Reply:
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
        if is_a(value, Reference):
            return value._call(function, args, kwargs, situations)
    given = (*args, *kwargs.values())
    functions = (v for v in given if callable(v) and not is_a(v, torch.nn.Module))
    # functions are passed on; not all can be copied
    args, kwargs = copy.deepcopy((args, kwargs), {id(function): function for function in functions})
    written = io.StringIO()
    with contextlib.ExitStack() as stack:
        warned = stack.enter_context(warnings.catch_warnings(record=True))
        warnings.simplefilter("always")
        stack.enter_context(contextlib.redirect_stdout(written))
        stack.enter_context(contextlib.redirect_stderr(written))
        stack.enter_context(torch.enable_grad())  # whatever code that ran before has switched off
        for situation in situations:
            stack.enter_context(situation)
        stack.enter_context(absent.answering())
        try:
            value = function(*args, **kwargs)
        except NotImplementedError as error:
            if places.is_stub(error):
                raise
            raise StudentError.of(error) from None
        except (Exception, SystemExit) as error:
            raise StudentError.of(error) from None
    texts = tuple(str(warning.message) for warning in warned)
    return Reply(_data(value), args, texts, written.getvalue(), kwargs)


def is_a(value: object, kind: type[T]) -> TypeGuard[T]:
    """`isinstance` by the class that ``value`` has, whatever it says of itself in ``__class__``."""
    return issubclass(type(value), kind)


def has_blank(answer: object) -> bool:
    """Whether ``answer``, or an item of the list or dict that it is, is still `...`."""
    if type(answer) is dict:
        return any(item is ... for item in answer.values())
    if type(answer) is list or type(answer) is tuple:
        return any(item is ... for item in answer)
    return answer is ...


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
    if type(value) is tuple or type(value) is list:
        inside = ", ".join(describe(item) for item in value[:4])
        return f"a {kind.__name__} of {len(value)} ({inside}{', …' if len(value) > 4 else ''})"
    if type(value) is np.ndarray:
        return f"an array of shape {value.shape}"
    if is_a(value, torch.Tensor):
        return f"a tensor of shape {tuple(value.shape)}"
    if issubclass(kind, np.generic):
        return repr(np.asarray(value).item())[:60]
    if kind in DATA:
        return repr(value)[:60]
    return f"a {kind.__name__}"


def _array(value: object) -> np.ndarray | None:
    value = _data(value)
    if type(value) is np.matrix:
        value = np.asarray(value)
    elif type(value) is list or type(value) is tuple:
        value = _stacked(value)
    elif is_a(value, torch.Tensor):
        value = _in_memory(value)
    elif type(value) is int or type(value) is float or issubclass(type(value), np.generic):
        value = np.asarray(value)
    if type(value) is not np.ndarray or value.dtype.kind not in "iuf":
        return None
    return value.astype(float)


def _stacked(items: list[object] | tuple[object, ...]) -> np.ndarray | None:
    if any(is_a(item, torch.Tensor) for item in items):
        items = [_array(item) for item in items]
        if any(item is None for item in items):
            return None
    try:
        return np.asarray(items)
    except ValueError:  # rows of different lengths
        return None


def _in_memory(tensor: torch.Tensor) -> np.ndarray | None:
    if tensor.is_meta or tensor.layout is not torch.strided:
        return None
    tensor = tensor.detach().cpu()
    return (tensor.double() if tensor.is_floating_point() else tensor).numpy()


def _data(value: object) -> object:
    """A copy of ``value`` if it is data; otherwise ``value`` itself, as a reference."""
    if type(value) in DATA or issubclass(type(value), np.generic):
        return value
    if type(value) is np.ndarray:
        return value.copy()
    if is_a(value, torch.Tensor):
        twin = value.detach().clone().requires_grad_(value.requires_grad)
        if value.is_leaf and value.grad is not None:
            twin.grad = value.grad.detach().clone()
        return twin
    if type(value) is list:
        return [_data(item) for item in value]
    if is_a(value, tuple):
        return tuple(_data(item) for item in value)
    if type(value) is dict:
        return {key: _data(item) for key, item in value.items()}
    return value
