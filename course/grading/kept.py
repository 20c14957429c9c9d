"""The student's objects that a test holds, by number, and what a test lent to the student's code.

It lies beside the student's code, in the candidate.
"""

from collections.abc import Callable
from typing import Any

from course.grading import served, specials
from course.grading.given import NODES, Given
from course.grading.shared import Numbered, Same, Shared, View
from course.grading.wire import FormatError

MOST_OBJECTS = 20_000

CallBack = Callable[[int, tuple[object, ...], dict[str, object]], object]


class Kept:
    """Names to the examiner what is not data, and finds what it names."""

    def __init__(self, call_back: CallBack, given: Given) -> None:
        self.call_back = call_back
        self.given = given
        self.objects: dict[int, object] = {}
        self.numbers: dict[int, int] = {}  # by id
        self.count = self.first = 0  # of all objects, and when the message was begun
        self.described: set[int] = set()  # classes that the examiner knows
        self.fresh: set[int] = set()  # and those that the message describes which is written now
        self.lent: dict[int, object] = {}
        self.lent_numbers: dict[int, int] = {}
        self.served: dict[int, tuple[object, str, str]] = {}
        self.met: dict[int, object] = {}  # mutable data of the question that is read now, if new

    def taken(self) -> Shared:
        """The mutable data of the question that was read last."""
        met = dict(self.met)
        self.met.clear()  # and is no other, which would be told
        self.given.keep(met)
        return Shared(self.given, met)

    def drop(self, numbers: list[int]) -> None:
        """Forget objects that no test holds any more."""
        for number in numbers:
            value = self.objects.pop(number, self)
            if value is not self:
                self.numbers.pop(id(value))

    def begin(self) -> None:
        """A message is written now."""
        self.fresh.clear()
        self.first = self.count

    def sent(self) -> None:
        """It has been sent."""
        self.described.update(self.fresh)

    def unsent(self) -> None:
        """It could not be sent: nobody has heard of what was new in it."""
        self.drop(list(range(self.first, self.count)))

    def pack(self, value: Any) -> list[object]:
        """A name for ``value``, which stays here."""
        kind = type(value)
        if kind is Numbered:
            return ["shared", value.number, value.value]
        if kind is Same:
            return ["same", value.number]
        if kind is View:
            return ["view", value.number, value.offset, list(value.value.strides), value.value]
        if id(value) in served.SINGLE_NAMES:
            return ["single", served.SINGLE_NAMES[id(value)]]
        if self.is_lent(value):
            return ["lent", self.lent_numbers[id(value)]]
        if id(value) in self.served:
            return ["served", *self.served[id(value)][1:]]
        if packed := self.given.pack(value):
            return packed
        if isinstance(value, type):
            return self._class(value)
        return ["object", self._number(value), kind]

    def is_lent(self, value: object) -> bool:
        """Whether it is a function or an error of the test's."""
        return id(value) in self.lent_numbers

    def _number(self, value: object) -> int:
        number = self.numbers.get(id(value))
        if number is None:
            if len(self.objects) >= MOST_OBJECTS:
                raise FormatError(f"more than {MOST_OBJECTS} objects that are not data")
            number = self.numbers[id(value)] = self.count
            self.objects[number] = value
            self.count += 1
        return number

    def _class(self, kind: type) -> list[object]:
        name, module = kind.__name__, kind.__module__
        if served.TYPES.get(name) is kind:
            return ["type", name]
        number = self._number(kind)
        if number in self.described or number in self.fresh:
            return ["class", number]
        self.fresh.add(number)
        name = name if name.isidentifier() and len(name) <= 80 else "object"
        module = module if type(module) is str and len(module) <= 80 else ""
        bases = [base for base in kind.__bases__ if served.TYPES.get(base.__name__) is not base]
        bits = specials.mask(kind), specials.mask(type(kind), type)
        return ["class", number, name, module, *bits, bases]

    def unpack(self, node: list[Any]) -> Any:
        """What the examiner names."""
        kind, *rest = node
        if kind in NODES:
            return self.given.unpack(node)
        if kind == "shared":
            number, value = rest
            self.met[number] = value
            return value
        if kind == "same":
            number = rest[0]
            return self.met[number] if number in self.met else self.given.living()[number]
        if kind == "single":
            return served.SINGLE[rest[0]]
        if kind == "object":
            return self.objects[rest[0]]
        if kind in ("callback", "error"):
            return self._lent(kind, *rest)
        module, name, *arguments = rest
        found = served.find(module, name)
        if kind == "situation":
            return found(*arguments[0], **arguments[1])
        self.served[id(found)] = found, module, name
        return found

    def _lent(self, kind: str, number: int, *described: Any) -> object:
        if number not in self.lent:
            error = kind == "error"
            value = _error(*described) if error else self._function(number, *described)
            self.lent[number] = value
            self.lent_numbers[id(value)] = number
        return self.lent[number]

    def _function(self, number: int, name: str) -> Callable[..., object]:
        def function(*args: object, **kwargs: object) -> object:
            return self.call_back(number, args, kwargs)

        function.__name__ = function.__qualname__ = name
        return function


def _error(module: str, name: str, text: str, args: tuple[object, ...]) -> BaseException:
    """An exception of the test's, as a function of the test raised it."""
    try:
        kind = served.find(module, name)
        if issubclass(kind, Exception):
            error: Exception = kind(*(args or ([text] if text else [])))
            return error
    except Exception:  # its class is not to be had, or takes something else
        pass
    return RuntimeError(f"{name}: {text}")
