"""What is there at home, and not for an answer that is checked: functions that would hand it over.

While a submission is graded, no such function lies beside the student's code. So that a check says the
same at home, `not_for_answers` keeps them there from whatever a check calls.
"""

import contextlib
import functools
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_answering = ContextVar("answering", default=False)


class AbsentError(RuntimeError):
    """An answer called a function of ``module``, which is not there while it is checked."""

    def __init__(self, module: str) -> None:
        super().__init__(f"{module} is not there while your work is checked")


@contextlib.contextmanager
def answering() -> Iterator[None]:
    """Meanwhile an answer is called, and what is `not_for_answers` is absent."""
    token = _answering.set(True)
    try:
        yield
    finally:
        _answering.reset(token)


def not_for_answers(function: Callable[P, T]) -> Callable[P, T]:
    """``function``, which raises an `AbsentError` when an answer calls it."""

    @functools.wraps(function)
    def ours(*args: P.args, **kwargs: P.kwargs) -> T:
        if _answering.get():
            raise AbsentError(function.__module__)
        return function(*args, **kwargs)

    return ours
