"""Calls through the door: the only place where a check touches what a student wrote.

A check never calls a student's function itself. It says ``door.call(f, x, y)`` and gets back
data: the value, the arguments as the student left them, and what was printed or warned. Every
argument goes in as a fresh copy and every value comes out as one, so nothing a student's code
keeps can change what the check compares with. Anything that needs the student's own objects
(a graph, the identity of a parameter) is done by a function of `probes`, which runs on the
student's side and returns data.

What comes back is only trusted after `number`, `vector` or another function of `forms` has turned it
into floats.

While a learner works, the door is a function call. While a submission is graded, the student's
objects live in another process and are `Reference` objects here; `call` then goes through them.
"""

import contextlib
import copy
import io
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

from course.door import absent, forms, places, tensors
from course.door.forms import is_a
from course.door.places import Place

SERVED = ("course.door.forms", "course.door.probes", "course.door.situations")
"""Modules whose functions run on the student's side of the door, in whichever process that is."""

Function = Callable[..., object]
"""Of the student's, or of a module that is `SERVED`."""
Situations = tuple[AbstractContextManager[None], ...]

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
    operations: int = 0
    """How many operations autograd recorded on the way to the value; see `forms.operations`."""


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
    if function is not forms.data:  # which makes a copy itself, of what can be copied
        args, kwargs = _copied(args, kwargs)
    written = io.StringIO()
    with contextlib.ExitStack() as stack:
        warned = stack.enter_context(warnings.catch_warnings(record=True))
        warnings.simplefilter("always")
        stack.enter_context(contextlib.redirect_stdout(written))
        stack.enter_context(contextlib.redirect_stderr(written))
        stack.enter_context(tensors.recording())
        for situation in situations:
            stack.enter_context(situation)
        stack.enter_context(absent.answering())
        try:
            returned = function(*args, **kwargs)
            value, operations = forms.data(returned), forms.operations(returned)
        except NotImplementedError as error:
            if places.is_stub(error):
                raise
            raise StudentError.of(error) from None
        except (Exception, SystemExit) as error:
            raise StudentError.of(error) from None
    texts = tuple(str(warning.message) for warning in warned)
    return Reply(value, args, texts, written.getvalue(), kwargs, operations)


def _copied(
    args: tuple[object, ...], kwargs: dict[str, object]
) -> tuple[tuple[object, ...], dict[str, object]]:
    """Copies of arguments; functions are passed on, since not all can be copied."""
    given = (*args, *kwargs.values())
    functions = (v for v in given if callable(v) and not tensors.is_model(v))
    return copy.deepcopy((args, kwargs), {id(function): function for function in functions})


def plain(answer: object) -> object:
    """``answer``, which was not called for, as `forms.data` has it, wherever it is.

    Raises:
        StudentError: it cannot be read.
    """
    for reference in _references(answer):
        return reference._call(forms.data, (answer,), {}, ()).value
    try:
        return forms.data(answer)
    except Exception as error:
        raise StudentError.of(error) from None


def _references(answer: object) -> Iterator[Reference]:
    """The references in ``answer``, and among the items of the list or dict that it is."""
    parts = answer if forms.is_list(answer) else ()
    parts = (*answer.keys(), *answer.values()) if type(answer) is dict else parts
    return (part for part in (answer, *parts) if is_a(part, Reference))


def has_blank(answer: object) -> bool:
    """Whether ``answer``, or an item of the list or dict that it is, is still `...`."""
    if type(answer) is dict:
        return any(item is ... for item in answer.values())
    if forms.is_list(answer):
        return any(item is ... for item in answer)
    return answer is ...
