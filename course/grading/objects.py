"""The student's objects as the examiner knows them, and what a test lent to the student's code."""

import contextlib
from typing import Any
from weakref import WeakValueDictionary

from course import door
from course.grading import references, served, specials
from course.grading.given import CANDIDATE, NODES, Given
from course.grading.references import RemoteClass, RemoteReference
from course.grading.shared import Numbered, Same, Shared, view
from course.grading.wire import FormatError

MOST_OBJECTS = 20_000
"""Of the student's, that are not data, and that a test holds at once."""

MOST_CLASSES = 2_000
LONGEST_NAME = 80
NOWHERE = -1
"""In place of the number of a class that the candidate was never asked for."""

MOST_TEXT = 10_000
"""Characters of the text of an error."""


class Objects:
    """Makes of what the candidate names what a test sees, and the other way round."""

    def __init__(self, remote: Any, given: Given) -> None:  # of a `Remote`, which has this
        self.remote = remote
        self.given = given
        self.classes: dict[int, type] = {}
        self.kinds: dict[type, Any] = {}  # of references to instances of what is no stand-in
        self.metaclasses: dict[int, type[RemoteClass]] = {}
        self.references: WeakValueDictionary[int, RemoteReference] = WeakValueDictionary()
        self.dropped: set[int] = set()  # numbers that no test holds any more
        self.served: dict[tuple[str, str], object] = {}
        self.lent: dict[int, Any] = {}
        self.numbers: dict[int, int] = {}  # of what is lent, by id
        self.count = 0  # of all that was ever lent
        self.steps: set[int] = set()  # numbers of what was asked for as a step of an iterator
        self.shared = Shared(given)  # of the call whose message is read or written now

    def is_step(self, function: object) -> bool:
        """Whether ``function`` was asked for as what takes a step of an iterator."""
        return references.is_reference(function) and references.number_of(function) in self.steps

    def take_back(self) -> None:
        """From now on, what was lent is nothing to the student's code."""
        self.lent.clear()
        self.numbers.clear()

    def take_dropped(self) -> list[int]:
        """The numbers of objects that the candidate may forget."""
        dropped, self.dropped = self.dropped, set()
        return sorted(dropped)

    def pack(self, value: Any) -> list[object] | None:
        """How a value that is not data is named to the candidate; None if it cannot be."""
        kind = type(value)
        if kind is Numbered:
            return ["shared", value.number, value.value]
        if kind is Same:
            return ["same", value.number]
        if id(value) in served.SINGLE_NAMES:
            return ["single", served.SINGLE_NAMES[id(value)]]
        if references.is_reference(value):
            number = references.number_of(value)
            return None if number == NOWHERE else ["object", number]
        if packed := self.given.pack(value):
            return packed
        if kind is contextlib._GeneratorContextManager:
            function, arguments = value.func, (list(value.args), value.kwds)
            if function.__module__ in door.SERVED:
                return ["situation", function.__module__, function.__name__, *arguments]
        if getattr(value, "__module__", None) in door.SERVED and hasattr(value, "__name__"):
            self.served[value.__module__, value.__name__] = value
            return ["served", value.__module__, value.__name__]
        if isinstance(value, BaseException):
            args = value.args if all(type(a) in (str, int, float) for a in value.args) else ()
            known = served.name_of(kind) or ("", kind.__name__)
            return ["error", self._lend(value), *known, str(value)[:MOST_TEXT], args]
        if not callable(value):
            return None
        name = served.name_of(value)
        if name:
            self.served[name] = value
            return ["served", *name]
        return ["callback", self._lend(value), getattr(value, "__name__", kind.__name__)]

    def _lend(self, value: object) -> int:
        number = self.numbers.get(id(value))
        if number is None:
            number = self.numbers[id(value)] = self.count
            self.lent[number] = value
            self.count += 1
        return number

    def unpack(self, node: list[Any]) -> Any:
        """What a test sees of something that the candidate names.

        Raises:
            FormatError: there is no such thing.
            NotCarriedError: it is of an earlier test.
        """
        if node and node[0] in NODES:
            return self.given.unpack(node)
        if any(type(part) is bool for part in node):
            raise FormatError("not a reference")
        match node:
            case ["object", int(number), kind] if isinstance(kind, type):
                return self._object(number, kind)
            case ["class", int(number), *described]:
                return self._class(number, described)
            case ["type", str(name)] if name in served.TYPES:
                return served.TYPES[name]
            case ["single", str(name)] if name in served.SINGLE:
                return served.SINGLE[name]
            case ["lent", int(number)] if number in self.lent:
                return self.lent[number]
            case ["lent", int(number)] if 0 <= number < self.count:
                self.remote.refuse("it meets a function of an earlier test")
            case ["served", str(module), str(name)] if (module, name) in self.served:
                return self.served[module, name]
            case ["shared", int(number), value]:
                if number % 2 != CANDIDATE:
                    raise FormatError("not a number of the student's")
                self.shared.meet(number, value)
                return value
            case ["same", int(number)] if number in self.shared.things:
                return self.shared.things[number]
            case ["view", int(number), int(offset), list(strides), value] if (
                number in self.shared.things and {int}.issuperset(map(type, strides))
            ):
                return view(self.shared.things[number], offset, tuple(strides), value)
        raise FormatError("not a reference")

    def _object(self, number: int, kind: type) -> RemoteReference:
        if number < 0:
            raise FormatError("not a reference")
        self.dropped.discard(number)
        found = self.references.get(number)
        if found is None:
            if len(self.references) >= MOST_OBJECTS:
                raise FormatError(f"more than {MOST_OBJECTS} objects that are not data")
            found = references.instance(self._kind(kind), (self.remote, number))
            self.references[number] = found
        return found

    def _class(self, number: int, described: list[Any]) -> type:
        """The class of this number, which is described the first time."""
        if number < 0:
            raise FormatError("not a reference")
        if not described and number in self.classes:
            return self.classes[number]
        self._check(described)
        if number not in self.classes:
            if len(self.classes) == MOST_CLASSES:
                raise FormatError(f"more than {MOST_CLASSES} classes")
            name, module, *_ = described
            known = served.exception(module, name) or served.base(module, name)
            self.classes[number] = known or self._stand_in(number, *described)
        return self.classes[number]

    def _check(self, described: list[Any]) -> None:
        if [type(part) for part in described] != [str, str, int, int, list]:
            raise FormatError("a class was not described")
        name, module, bits, more_bits, bases = described
        if not name.isidentifier() or max(len(name), len(module)) > LONGEST_NAME:
            raise FormatError("a class without a name")
        if not (0 <= bits < specials.LIMIT and 0 <= more_bits < specials.LIMIT):
            raise FormatError("a class with methods that there are not")
        if not all(isinstance(base, type) for base in bases):
            raise FormatError("a class that derives from no class")

    def _stand_in(
        self, number: int, name: str, module: str, bits: int, more_bits: int, bases: list[type]
    ) -> Any:
        if more_bits not in self.metaclasses:
            self.metaclasses[more_bits] = references.metaclass(more_bits)
        usable = (b for b in bases if references.is_usable(b) or self.given.home(b))
        meta, inside = self.metaclasses[more_bits], (self.remote, number)
        return references.stand_in(meta, inside, name, module, bits, tuple(dict.fromkeys(usable)))

    def _kind(self, kind: type) -> Any:
        """The class of references to instances of ``kind``, which may be the same on both sides."""
        if isinstance(kind, RemoteClass):
            return kind
        if kind not in self.kinds:
            number = next((n for n, known in self.classes.items() if known is kind), NOWHERE)
            described = kind.__name__, kind.__module__, specials.mask(kind), 0
            self.kinds[kind] = self._stand_in(number, *described, [kind])
        return self.kinds[kind]
