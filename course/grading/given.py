"""Classes that the course gives: both sides have them, and their instances cross as what is in them.

They are defined by read-only cells and by the instructor's modules. A class that a solution binds or
changes is the student's, and none of these.
"""

import contextlib
import enum
import importlib
import io
import itertools
import sys
from collections.abc import Collection, Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from types import MemberDescriptorType
from typing import Any
from weakref import WeakValueDictionary

from course.grading.wire import FormatError

Home = tuple[str, str]
"""Module and name of a class."""
HERE = "__main__"
"""The module of what a notebook's cells define."""
EXAMINER, CANDIDATE = 0, 1
NODES = ("given", "class given", "declared", "filled")
"""Names of what crosses, see `Given.pack`."""
ARGS = ""
"""Where the state of an exception has its arguments, that of a tuple its items, of a member its name."""


@dataclass(frozen=True)
class Instance:
    """An instance on its way.

    Attributes:
        home: of its class.
        state: the values of its attributes; of a member of an `Enum`, none but its name at `ARGS`.
    """

    home: Home
    state: dict[str, Any]


@dataclass(frozen=True)
class Declared:
    """An instance before anything is in it."""

    home: Home


@dataclass(frozen=True)
class Filled:
    """An instance that was `Declared`, or named by a number: in what fills it, it may stand itself."""

    value: object
    state: dict[str, Any]


class Given:
    """The given classes of one side.

    Args:
        space: what the notebook's cells bind there.
        side: `EXAMINER` or `CANDIDATE`.
    """

    def __init__(self, space: Mapping[str, object], side: int) -> None:
        self._space = space
        self._names: Collection[str] = ()
        self._modules: Collection[str] = ()
        self._numbers = itertools.count(side, 2)
        self._living: MutableMapping[int, object] = {} if side else WeakValueDictionary()

    def know(self, names: Collection[str], modules: Collection[str]) -> None:
        """From now on, the classes of these ``names`` are given, and those of these ``modules``."""
        self._names, self._modules = names, modules

    def named_tuples(self) -> list[Any]:
        """Those classes of the notebook that are made by `namedtuple`, or like it."""
        kinds = [self._space.get(name) for name in self._names]
        return [kind for kind in kinds if isinstance(kind, type) and _is_named_tuple(kind)]

    def home(self, kind: type) -> Home | None:
        """Where ``kind`` is, None if it is none of the given classes."""
        if not self._names and not self._modules:
            return None
        module, name = (_get(kind, part) for part in ("__module__", "__name__"))
        if type(module) is not str or type(name) is not str:
            return None
        return (module, name) if self.find((module, name)) is kind else None

    def find(self, home: Home) -> type | None:
        """The given class that is there."""
        module, name = home
        space: Mapping[str, object] = {}
        if module == HERE and name in self._names:
            space = self._space
        elif module in self._modules:
            space = vars(_imported(module))
        found = space.get(name)
        # A module may have imported others, whose instances do more than what is in them.
        if isinstance(found, type) and _get(found, "__module__") == module:
            return found
        return None

    def next_number(self) -> int:
        """One that neither side has given to a thing."""
        return next(self._numbers)

    def living(self) -> dict[int, object]:
        """The instances that both sides have, by number."""
        return dict(self._living)

    def keep(self, things: Mapping[int, object]) -> None:
        """Both sides have met these; of the instances among them they know as long as a test holds them."""
        for number, value in things.items():
            if self.can_be_declared(value) and hasattr(value, "__weakref__"):
                self._living[number] = value

    def can_be_declared(self, value: object) -> bool:
        """Whether ``value`` is an instance that is its attributes and nothing else."""
        kind = type(value)
        return (
            self.home(kind) is not None
            and solid(kind) is object
            and _is_made_of_its_state(kind)
            and not isinstance(value, enum.Enum)
        )

    def forget_but(self, numbers: Iterable[int]) -> None:
        """A test holds no others any more."""
        for number in self._living.keys() - set(numbers):
            del self._living[number]

    def has(self, value: object) -> bool:
        """Whether ``value`` is an instance of a given class that can cross."""
        kind: Any = type(value)
        if self.home(kind) is None:
            return False
        if isinstance(value, enum.Enum):  # and not several flags in one
            return kind.__members__.get(value.name) is value
        return _is_made_of_its_state(kind)

    def pack(self, value: Any) -> list[object] | None:
        """How to name a class, an instance or an `Instance` to the other side; None if it is not given."""
        if isinstance(value, type):
            home = self.home(value)
            return home and ["class given", *home]
        if type(value) is Declared:
            return ["declared", *value.home]
        if type(value) is Filled:
            return ["filled", value.value, list(value.state), *value.state.values()]
        if type(value) is not Instance:
            if not self.has(value):
                return None
            value = self.taken_apart(value)
        return ["given", *value.home, list(value.state), *value.state.values()]

    def unpack(self, node: list[Any]) -> Any:
        """What the other side names so.

        Raises:
            FormatError: there is no such class, or it cannot have such an instance.
        """
        match node:
            case ["class given", str(module), str(name)] if found := self.find((module, name)):
                return found
            case ["declared", str(module), str(name)] if found := self.find((module, name)):
                return _made(found, {})
            case ["filled", value, list(names), *values] if self.can_be_declared(value) and {
                str
            }.issuperset(map(type, names)):
                fill(value, dict(zip(names, values, strict=True)))
                return value
            case ["given", str(module), str(name), list(names), *values] if (
                found := self.find((module, name))
            ) and {str}.issuperset(map(type, names)):
                return _made(found, dict(zip(names, values, strict=True)))
        raise FormatError("no class that is given")

    def taken_apart(self, value: Any) -> Instance:
        """How a value crosses that `has` is true of."""
        return Instance((type(value).__module__, type(value).__name__), state_of(value))


def _imported(module: str) -> object:
    """A module of the instructor's; only a solution may have imported it so far."""
    if module not in sys.modules:
        unseen = io.StringIO()
        with contextlib.redirect_stdout(unseen), contextlib.redirect_stderr(unseen):
            importlib.import_module(module)
    return sys.modules[module]


def _made(kind: Any, state: dict[str, Any]) -> object:
    args = state.pop(ARGS, ())
    if type(args) is tuple and issubclass(kind, enum.Enum):
        return kind.__members__[args[0]]
    if not _is_made_of_its_state(kind) or type(args) is not tuple:
        raise FormatError("this is not what is in an object")
    if issubclass(kind, tuple):
        if len(args) != len(kind._fields):
            raise FormatError("this is not what is in a tuple")
        return tuple.__new__(kind, args)
    value = solid(kind).__new__(kind, *args)
    fill(value, state)
    return value


def state_of(value: Any) -> dict[str, object]:
    """What is in an instance, by name; no code of its class is run."""
    if isinstance(value, enum.Enum):
        return {ARGS: (value.name,)}
    slots = _slots(type(value))
    found = {name: slot.__get__(value) for name, slot in slots.items() if _is_set(slot, value)}
    found |= getattr(value, "__dict__", {})
    if isinstance(value, BaseException):
        found[ARGS] = value.args
    elif isinstance(value, tuple):
        found[ARGS] = tuple(value)
    return found


def fill(value: Any, state: Mapping[str, object]) -> None:
    """Have in an instance what is in ``state``, and nothing else; no code of its class is run.

    Raises:
        FormatError: its class has a method of that name.
    """
    kind = type(value)
    slots = _slots(kind)
    if any(callable(getattr(kind, name, None)) for name in state.keys() - slots.keys()):
        raise FormatError("in place of a method is something else")
    for name, slot in slots.items():
        if name in state:
            slot.__set__(value, state[name])
        elif _is_set(slot, value):
            slot.__delete__(value)
    inside = getattr(value, "__dict__", None)
    if inside is not None:
        inside.clear()
        inside.update({name: v for name, v in state.items() if name not in slots and name != ARGS})


def _slots(kind: type) -> dict[str, Any]:
    every: dict[str, object] = {}
    for base in reversed(kind.__mro__[:-1]):
        if not issubclass(BaseException, base):  # whose own are no part of what an error says
            every |= vars(base)
    return {name: slot for name, slot in every.items() if type(slot) is MemberDescriptorType}


def _is_set(slot: Any, value: object) -> bool:
    try:
        slot.__get__(value)
    except AttributeError:
        return False
    return True


def _is_made_of_its_state(kind: Any) -> bool:
    """Whether an instance is its attributes (and arguments, or items) and nothing else."""
    if hasattr(kind, "__del__"):  # which a copy would run at its end
        return False
    if solid(kind) is object or issubclass(kind, BaseException):
        return True
    return _is_named_tuple(kind)


def solid(kind: type) -> Any:
    """The nearest of its bases that is no class of Python code."""
    return next(base for base in _get(kind, "__mro__") if not _get(base, "__flags__") & HEAP_TYPE)


def _is_named_tuple(kind: type) -> bool:
    return issubclass(kind, tuple) and type(vars(kind).get("_fields")) is tuple


_get = type.__getattribute__  # which asks nobody, as the metaclass of a reference would
HEAP_TYPE = 1 << 9
"""`Py_TPFLAGS_HEAPTYPE`: of a class that a class statement made."""
