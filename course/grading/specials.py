"""The special methods that a student's class may define, as one number that crosses the wire.

A closed list: whatever a class calls its methods, a reference gets none that is not in it.
"""

ARITHMETIC = (
    *("add", "sub", "mul", "truediv", "floordiv", "mod", "divmod", "pow", "matmul"),
    *("and", "or", "xor", "lshift", "rshift"),
)
ORDER = ("lt", "le", "gt", "ge")
CONVERSIONS = ("float", "int", "complex", "index", "array")

NAMES = tuple(
    f"__{name}__"
    for name in (
        *("call", "len", "iter", "next", "reversed", "contains"),
        *("getitem", "setitem", "delitem", "enter", "exit", "bytes"),
        *("eq", "ne", *ORDER, "bool", *CONVERSIONS),
        *("neg", "pos", "abs", "invert", "round", "trunc", "floor", "ceil"),
        *ARITHMETIC,
        *(f"r{name}" for name in ARITHMETIC),
        *(f"i{name}" for name in ARITHMETIC if name != "divmod"),
    )
)
"""In the order of their bits."""

HASHED, UNHASHABLE = 1 << len(NAMES), 2 << len(NAMES)
"""Bits for a `__hash__` of its own, and for None in its place."""

LIMIT = 4 << len(NAMES)


def mask(kind: type, beyond: type = object) -> int:
    """A bit for each of `NAMES` that ``kind`` defines and ``beyond`` does not."""
    found: dict[str, object] = {}
    for base in reversed(kind.__mro__):
        if base not in beyond.__mro__:
            found.update(vars(base))
    bits = sum(1 << bit for bit, name in enumerate(NAMES) if found.get(name) is not None)
    if "__hash__" in found:
        own = found["__hash__"] not in (None, object.__hash__)
        bits |= HASHED if own else UNHASHABLE if found["__hash__"] is None else 0
    return bits


def names(bits: int) -> list[str]:
    """The special methods whose bits are set."""
    return [name for bit, name in enumerate(NAMES) if bits >> bit & 1]
