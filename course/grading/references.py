"""What a student's object is in a test: a reference, whose every operation is asked for at the candidate.

A reference has the special methods that the object's class has, and a student's class is a class here,
so that `callable`, `isinstance`, `except` and ABCs of `collections` say what they say beside the object.

An answer is believed where a function's would be: data that an attribute, a method, `len` or `str`
gives is compared with what the test expects. It is not believed where the object is shown the expected
value and need only agree with it: an object that equals every number, or whose difference from every
number is 0, would earn points without computing anything. That holds as well of an object that it gives as
its answer to such a question: nothing is believed of it that a test would ask of a number, a table or a list.
"""

import contextlib
import copy
import datetime
import functools
import inspect
import itertools
import math
import operator
import sys
import typing
from collections.abc import Callable
from typing import Any, NoReturn

import numpy as np

from course import door
from course.grading import given, served, specials
from course.grading.job import NOT_GRADED

INSIDE = "_inside"
"""Where a reference keeps who asks for it, and its number."""
BOTH_SIDES = "_both_sides"
"""Where a class keeps the classes that are on both sides and that it derives from."""

LOCAL = {"__class__", "_call", "__copy__", "__deepcopy__", "__array__"}
LOCAL_IN_CLASSES = {"__class__", "__name__", "__copy__", "__deepcopy__"}
LOCAL_IN_ERRORS = {
    *("__traceback__", "__cause__", "__context__", "__suppress_context__", "__notes__"),
    *("add_note", "with_traceback"),
}
"""Attributes that are those of the reference, and not the object's."""

HIDDEN = ("_repr_", "_ipython_", "_render_", "__array", "__torch_", "__cuda_", "__dlpack")
"""How attributes begin by which libraries ask an object to act for them; none does here."""

MOST_ITEMS = 1000
"""Up to which a container is looked through."""

PICKLED = {"__reduce__", "__reduce_ex__"}

STEPS = {"__next__", "__anext__", "send", "asend", "throw", "athrow"}
"""Attributes of iterators that may raise a StopIteration; elsewhere one would end a `zip` or `map` unseen."""

SHOWN = "_shown"
"""True where a reference is the answer to a question that named a value of the test's."""

DIFFERENCES = {"sub", "truediv", "floordiv", "mod", "divmod", "xor", "and"}
"""Operators by which a test sees how far an object is from what it expects."""

DATA: tuple[type, ...] = (int, float, complex, str, list, tuple, dict, set, np.ndarray)
DATA += (datetime.date, datetime.timedelta)
TABLES = ("pandas.Series", "pandas.DataFrame", "torch.Tensor")
OF_OBJECTS = {"data", "grad", "numerator", "denominator"}
"""Attributes that data has, and that many an exercise asks of an object."""


def _inside(reference: Any) -> tuple[Any, int]:
    get = type.__getattribute__ if isinstance(reference, type) else object.__getattribute__
    remote, number = get(reference, INSIDE)
    return remote, number


def number_of(reference: object) -> int:
    """The number by which the candidate knows it."""
    return _inside(reference)[1]


def ask(function: door.Function, reference: object, *others: object) -> Any:
    """What ``function(reference, *others)`` returns at the candidate."""
    __tracebackhide__ = True
    return _inside(reference)[0].apply(function, (reference, *others), {})


def refuse(reference: object, what: str, *_: object) -> NoReturn:
    """Raise a NotCarriedError: the test ``what`` with this reference."""
    __tracebackhide__ = True
    kind = reference if isinstance(reference, type) else type(reference)
    _inside(reference)[0].refuse(f"it {what} the student's class {kind.__name__}")
    raise AssertionError


def _is_shown(reference: object) -> bool:
    shown = not isinstance(reference, type) and object.__getattribute__(reference, SHOWN)
    return bool(shown)


def _show(reference: object) -> None:
    object.__setattr__(reference, SHOWN, True)


def _is_object(answer: object) -> bool:
    """Whether an answer is an object of the student's, and no class, which is true here unasked."""
    return is_reference(answer) and not isinstance(answer, type)


def _believed(reference: object, answer: Any) -> Any:
    """The ``answer`` of an object; of one that was shown what the test expects, only another object."""
    __tracebackhide__ = True
    if _is_shown(reference):
        if not _is_object(answer):
            refuse(reference, SEEN)
        _show(answer)
    return answer


SEEN = "believes what comes of a value of its own and an object of"


@functools.cache
def _of_data(loaded: tuple[str, ...]) -> set[str]:
    """Names of attributes that data has, with the tables of the libraries that are ``loaded``."""
    tables = (name.split(".") for name in loaded)
    kinds = [*DATA, *(getattr(sys.modules[module], kind) for module, kind in tables)]
    names = set().union(*map(dir, kinds)) - OF_OBJECTS
    return {name for name in names if not name.startswith("__")} | {*specials.NAMES}


def is_reference(value: object) -> bool:
    """Whether a value is the student's, and stays with the candidate."""
    return door.is_a(value, door.Reference)


def _call(reference: object, *call: Any) -> door.Reply:
    """`door.Reference._call`."""
    reply: door.Reply = _inside(reference)[0].call(*call)
    return reply


def _attribute(reference: object, name: str) -> object:
    __tracebackhide__ = True
    if name.startswith(HIDDEN):
        raise AttributeError(name)
    if name in PICKLED:
        return functools.partial(refuse, reference, "pickles an object of")
    if _is_shown(reference):
        loaded = tuple(kind for kind in TABLES if kind.partition(".")[0] in sys.modules)
        if name in _of_data(loaded):
            refuse(reference, SEEN)
    if name == "__signature__" and isinstance(reference, type):
        made = inspect.signature(ask(getattr, reference, "__init__"))
        return made.replace(parameters=list(made.parameters.values())[1:])
    value = ask(getattr, reference, name)
    if name in STEPS and is_reference(value):
        _inside(reference)[0].objects.steps.add(number_of(value))
    if name == "__dict__" and is_reference(value):  # of a class
        return ask(dict, value)
    return value


def find_source(thing: Any) -> tuple[list[str], int]:
    """`inspect.findsource`, which finds that of a student's function or class as well."""
    if not is_reference(thing):
        return _find_source(thing)
    lines, _ = ask(inspect.getsourcelines, thing)
    return lines, 0


_find_source = inspect.findsource
_get_type_hints = typing.get_type_hints


@functools.wraps(_get_type_hints)
def get_type_hints(thing: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
    """`typing.get_type_hints`, which reads texts of a student's function or class where that is."""
    __tracebackhide__ = True
    if not is_reference(thing):
        return _get_type_hints(thing, *args, **kwargs)
    hints: dict[str, Any] = _inside(thing)[0].apply(get_type_hints, (thing, *args), kwargs)
    return hints


class RemoteReference(door.Reference):
    """Something that a student defined. Whatever is done with it goes through the channel."""

    def __getattribute__(self, name: str) -> Any:
        __tracebackhide__ = True
        if name in LOCAL or name in LOCAL_IN_ERRORS and isinstance(self, BaseException):
            return object.__getattribute__(self, name)
        return _attribute(self, name)

    def __setattr__(self, name: str, value: object) -> None:
        __tracebackhide__ = True
        if name in LOCAL_IN_ERRORS and isinstance(self, BaseException):
            object.__setattr__(self, name, value)
        else:
            ask(setattr, self, name, value)

    def __delattr__(self, name: str) -> None:
        __tracebackhide__ = True
        ask(delattr, self, name)

    def _call(self, *call: Any) -> door.Reply:
        return _call(self, *call)

    def __copy__(self) -> object:
        return _believed(self, ask(copy.copy, self))

    def __deepcopy__(self, memo: object) -> object:
        return _believed(self, ask(copy.deepcopy, self))

    def __bool__(self) -> bool:
        """As where there is no such method."""
        __tracebackhide__ = True
        if _is_shown(self):
            refuse(self, SEEN)
        mro = type.__getattribute__(type(self), "__mro__")
        sized = any("__len__" in type.__getattribute__(kind, "__dict__") for kind in mro)
        return len(self) > 0 if sized else True

    def __repr__(self) -> str:
        __tracebackhide__ = True
        text: str = ask(repr, self)
        return text

    def __str__(self) -> str:
        __tracebackhide__ = True
        text: str = ask(str, self)
        return text

    def __format__(self, form: str) -> str:
        __tracebackhide__ = True
        text: str = ask(format, self, form)
        return text

    def __dir__(self) -> Any:
        __tracebackhide__ = True
        return ask(dir, self)

    _shown = False

    def __del__(self) -> None:
        remote, number = _inside(self)
        remote.objects.dropped.add(number)


class RemoteError(RemoteReference):
    """An exception of a class that a student defined; once raised, its text and arguments are here."""

    def __getattribute__(self, name: str) -> Any:
        __tracebackhide__ = True
        told = object.__getattribute__(self, "_told")
        if name == "args" and told:
            return told[1]
        return super().__getattribute__(name)

    def __str__(self) -> str:
        __tracebackhide__ = True
        told = object.__getattribute__(self, "_told")
        return told[0] if told else super().__str__()

    _told: tuple[str, tuple[object, ...]] | None = None


def tell(error: RemoteError, text: str, args: tuple[object, ...]) -> None:
    """Let ``error``, which is raised now, have its text and arguments here."""
    object.__setattr__(error, "_told", (text, args))


class RemoteClass(type, door.Reference):
    """A class that a student defined; the references to its instances are its instances here."""

    def __new__(meta, name: str, bases: tuple[type, ...], *_: object, **__: object) -> Any:
        """Refuse to derive a class of the test's."""
        theirs = next(base for base in bases if isinstance(base, RemoteClass))
        refuse(theirs, "derives a class from")

    def mro(cls) -> list[type]:
        """As of any class, and before `object` those on both sides, which are never asked for anything."""
        *own, last = type.mro(cls)
        found = [
            kind
            for base in own
            for ours in type.__getattribute__(base, "__dict__").get(BOTH_SIDES, ())
            for kind in ours.__mro__[:-1]
        ]
        return [*dict.fromkeys([*own, *found]), last]

    def __getattribute__(cls, name: str) -> Any:
        __tracebackhide__ = True
        if name == "_call":
            return functools.partial(_call, cls)
        if name in LOCAL_IN_CLASSES:
            return type.__getattribute__(cls, name)
        return _attribute(cls, name)

    def __setattr__(cls, name: str, value: object) -> None:
        __tracebackhide__ = True
        ask(setattr, cls, name, value)

    def __delattr__(cls, name: str) -> None:
        __tracebackhide__ = True
        ask(delattr, cls, name)

    def __call__(cls, *args: object, **kwargs: object) -> Any:
        __tracebackhide__ = True
        return _inside(cls)[0].apply(cls, args, kwargs)

    def __repr__(cls) -> str:
        __tracebackhide__ = True
        text: str = ask(repr, cls)
        return text

    def __dir__(cls) -> Any:
        __tracebackhide__ = True
        return ask(dir, cls)


Method = Callable[..., Any]


def _asked(function: door.Function) -> Method:
    def method(self: object, *others: object) -> Any:
        __tracebackhide__ = True
        return _believed(self, ask(function, self, *others))

    return method


def _changed(function: door.Function) -> Method:
    """What changes an object, and gives nothing."""

    def change(self: object, *others: object) -> None:
        __tracebackhide__ = True
        ask(function, self, *others)

    return change


def _compared(function: door.Function, harmless: bool | None) -> Method:
    """A comparison; with a value of the test, its answer is believed only if it is ``harmless``."""

    def compare(self: object, other: object) -> Any:
        __tracebackhide__ = True
        answer = ask(function, self, other)
        if is_reference(other) or (answer is harmless is not None):
            return answer
        if _is_object(answer):
            _show(answer)
            return answer
        refuse(self, "compares a value of its own with an object of")

    return compare


def _contains(self: object, item: object) -> Any:
    """Whether it says so; with a value of the test, also whether it has few items and this is one."""
    __tracebackhide__ = True
    items: Any = None
    if not is_reference(item):
        with contextlib.suppress(Exception):  # before it is told what is looked for
            items = ask(list, ask(itertools.islice, self, MOST_ITEMS))
    answer = ask(operator.contains, self, item)
    if is_reference(item) or answer is False:
        return answer
    with contextlib.suppress(Exception):
        if len(items) < MOST_ITEMS and item in items:
            return True
    refuse(self, "asks for a value of its own in an object of")


def _combined(function: door.Function, is_difference: bool, reflected: bool = False) -> Method:
    """An operator; with a value of the test it must give an object again.

    Of a difference from such a value, not even that is believed all that it says.
    """

    def combine(self: object, other: object) -> Any:
        __tracebackhide__ = True
        remote = _inside(self)[0]
        result = remote.apply(function, (other, self) if reflected else (self, other), {})
        parts = result if type(result) is tuple and result else (result,)
        shown = _is_shown(self) or is_reference(other) and _is_shown(other)
        if is_reference(other) and not shown:
            return result
        if all(map(_is_object, parts)):
            for part in parts if shown or is_difference else ():
                _show(part)
            return result
        refuse(self, "makes a number of a value of its own and an object of")

    return combine


def _entered(self: object) -> object:
    __tracebackhide__ = True
    return ask(getattr, self, "__enter__")()


def _exited(self: object, kind: object, error: object, trace: object) -> object:
    __tracebackhide__ = True
    answer = ask(getattr, self, "__exit__")(kind, error, None)
    if isinstance(error, AssertionError) and answer is not None and answer is not False:
        refuse(self, "leaves what it asserts to an object of")
    return answer


def _called(self: object, *args: object, **kwargs: object) -> object:
    __tracebackhide__ = True
    return _inside(self)[0].apply(self, args, kwargs)


def _converted(self: object, *_: object, **__: object) -> NoReturn:
    __tracebackhide__ = True
    refuse(self, "takes for a number or an array, which is not believed, an object of")


def _methods() -> dict[str, Method]:
    """What each special method does."""
    from_builtins = (len, iter, next, reversed, bytes, abs, round, hash)
    found: dict[str, Method] = {f"__{f.__name__}__": _asked(f) for f in from_builtins}
    for module, names in (
        (operator, ("getitem", "neg", "pos", "invert")),
        (math, ("trunc", "floor", "ceil")),
    ):
        found |= {f"__{name}__": _asked(getattr(module, name)) for name in names}
    for name in ("setitem", "delitem"):
        found[f"__{name}__"] = _changed(getattr(operator, name))
    found |= {f"__{name}__": _converted for name in specials.CONVERSIONS}
    found |= {"__call__": _called, "__enter__": _entered, "__exit__": _exited}
    found["__bool__"] = _asked(operator.truth)
    found["__contains__"] = _contains
    found["__eq__"] = _compared(operator.eq, False)
    found["__ne__"] = _compared(operator.ne, True)
    for name in specials.ORDER:
        found[f"__{name}__"] = _compared(getattr(operator, name), None)
    for name in specials.ARITHMETIC:
        word = f"{name}_" if name in ("and", "or") else name
        function = divmod if name == "divmod" else getattr(operator, word)
        is_difference = name in DIFFERENCES
        found[f"__{name}__"] = _combined(function, is_difference)
        found[f"__r{name}__"] = _combined(function, is_difference, reflected=True)
        if name != "divmod":
            found[f"__i{name}__"] = _combined(getattr(operator, f"i{name}"), is_difference)
    return found


METHODS = _methods()
IN_CLASSES = ("__len__", "__iter__", "__getitem__", "__contains__", "__reversed__")
"""Of a metaclass, what its classes have here."""


def _special(bits: int) -> dict[str, Any]:
    """The special methods of a class, given its `specials.mask`."""
    found: dict[str, Any] = {name: METHODS[name] for name in specials.names(bits)}
    if "__eq__" in found:
        found["__ne__"] = METHODS["__ne__"]
    own = METHODS["__hash__"] if bits & specials.HASHED else object.__hash__
    found["__hash__"] = None if bits & specials.UNHASHABLE else own
    return found


def is_usable(base: type) -> bool:
    """Whether the stand-in for a class that derives from ``base`` can do so as well."""
    if issubclass(base, (RemoteReference, BaseException)):
        return True
    return served.base(base.__module__, base.__name__) is base


def _missing(self: object, name: str) -> NoReturn:
    """In place of what a class on both sides does where an attribute is missing."""
    raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")


def metaclass(bits: int) -> type[RemoteClass]:
    """One of a class's whose metaclass has this `specials.mask`; it is called `type`."""
    names = [name for name in specials.names(bits) if name in IN_CLASSES]
    return type("type", (RemoteClass,), {name: METHODS[name] for name in names})


def stand_in(
    meta: type[RemoteClass],
    inside: tuple[object, int],
    name: str,
    module: str,
    bits: int,
    bases: tuple[type, ...],
) -> Any:
    """The class here for one of the student's.

    Args:
        inside: who asks for it, and its number.
        bits: its `specials.mask`.
        bases: stand-ins, exceptions, given classes and those of `served.base` that it derives from.
    """
    theirs = [base for base in bases if issubclass(base, RemoteReference)]
    others = [base for base in bases if not issubclass(base, RemoteReference)]
    errors = [base for base in others if issubclass(base, BaseException)]
    both_sides = tuple(base for base in others if not issubclass(base, BaseException))
    root: type = RemoteReference
    if any(issubclass(base, BaseException) for base in bases):
        root = RemoteError
        name += "_" * (name == NOT_GRADED)  # which only the grader says
    if not any(issubclass(base, root) for base in theirs):
        theirs.append(root)
    namespace = _special(bits) | {INSIDE: inside, "__module__": module}
    namespace |= {BOTH_SIDES: both_sides}
    if any(hasattr(kind, "__getattr__") for kind in both_sides):
        namespace["__getattr__"] = _missing
    if root is RemoteError:
        namespace.pop("__hash__", None)
    if known := served.kind(module, name):
        namespace["__class__"] = property(lambda self: known)
    try:
        return type.__new__(meta, name, (*theirs, *errors), namespace)
    except TypeError:  # these bases do not go together here
        namespace[BOTH_SIDES] = ()
        return type.__new__(RemoteClass, name, (root, *errors[:1]), namespace)


def instance(kind: Any, inside: tuple[object, int]) -> Any:
    """A reference to an instance of the class that ``kind`` stands for."""
    reference = given.solid(kind).__new__(kind)
    object.__setattr__(reference, INSIDE, inside)
    return reference
