"""What annotations are made of: `list[int]`, `Optional[str]`, `int | None`, by name from a closed list."""

import collections.abc
import functools
import operator
import types
import typing
from typing import Any

from course.grading.wire.coder import Decoder, Encoder, Node, Read, Write, only, refuse_unless

_BUILTINS = (list, dict, set, frozenset, tuple, type, collections.deque, collections.defaultdict)
_OF_ABC = (
    *("Callable", "Collection", "Container", "Generator", "Hashable", "Iterable", "Iterator"),
    *("Mapping", "MutableMapping", "MutableSequence", "Sequence", "Sized"),
)
_OF_TYPING = (
    *("List", "Dict", "Set", "FrozenSet", "Tuple", "Type", "Deque", "DefaultDict"),
    *("Any", "Callable", "Generator", "Iterable", "Iterator", "Mapping", "MutableMapping"),
    *("MutableSequence", "Sequence", "Collection", "Union"),
)

FORMS: dict[str, Any] = {
    **{kind.__name__: kind for kind in _BUILTINS},
    **{f"abc.{name}": getattr(collections.abc, name) for name in _OF_ABC},
    **{f"typing.{name}": getattr(typing, name) for name in _OF_TYPING},
}
EITHER = "|"
"""The name of a union that is written so."""

MOST_PARTS = 50
"""Arguments of a form, or of its arguments together."""

ANY_NUMBER = "..."
"""In place of an Ellipsis among arguments."""

_OF_CLASSES = types.GenericAlias, type(collections.abc.Callable[[int], int])
_ALIASES: tuple[Any, ...] = (
    *_OF_CLASSES,
    *(types.UnionType, type(typing.List[int]), type(typing.Optional[int])),  # noqa: UP006, UP045
    *(type(typing.Callable[[int], int]), type(typing.List), type(typing.Any)),  # noqa: UP006
    *(type(typing.Callable), type(typing.Tuple)),  # noqa: UP006
)

_NAMES = {id(form): name for name, form in FORMS.items()}


def _name(value: Any) -> str | None:
    """The name of a form, with or without arguments."""
    if id(value) in _NAMES:
        return _NAMES[id(value)]
    if type(value) is types.UnionType:
        return EITHER
    origin = value.__origin__ if hasattr(value, "__origin__") else None
    if type(value) in _OF_CLASSES or origin is typing.Union:
        return _NAMES.get(id(origin))
    name = f"typing.{getattr(value, '_name', None)}"
    return name if name in FORMS else None


def _can_be_named(value: Any) -> bool:
    if value is ...:
        return True
    if type(value) not in _ALIASES:
        return isinstance(value, type)
    parts = getattr(value, "__args__", ())
    return _name(value) is not None and len(parts) <= MOST_PARTS and all(map(_can_be_named, parts))


def _write(encoder: Encoder, value: Any, depth: int) -> Node | None:
    if not _can_be_named(value):
        return None
    name = _name(value)
    if id(value) in _NAMES:
        return ["annotation", name]
    parts = (ANY_NUMBER if part is ... else part for part in value.__args__)
    return ["annotation", name, *encoder.nodes_of(parts, depth)]


def _read(decoder: Decoder, items: list[Any], depth: int) -> Any:
    name, *nodes = items
    refuse_unless(name in FORMS or name == EITHER and len(nodes) > 1)
    refuse_unless(len(nodes) <= MOST_PARTS)
    if not nodes:
        return FORMS[name]
    parts = tuple(
        ... if type(part) is str and part == ANY_NUMBER else _only_a_type(part)
        for part in decoder.nodes_of(nodes, depth)
    )
    refuse_unless(sum(len(getattr(part, "__args__", ())) for part in parts) <= MOST_PARTS)
    if name == EITHER:
        return functools.reduce(operator.or_, parts)
    if only(str, name).endswith("Callable"):
        *taken, given = parts
        return FORMS[name][... if taken == [...] else taken, given]
    return FORMS[name][parts]


def _only_a_type(part: Any) -> Any:
    refuse_unless(isinstance(part, type) or type(part) in _ALIASES)
    return part


WRITERS: dict[type, Write] = dict.fromkeys(_ALIASES, _write)
READERS: dict[str, Read] = {"annotation": _read}
SHARED: frozenset[str] = frozenset()
