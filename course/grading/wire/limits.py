"""How large a message may be, whatever it holds."""

MAX_FRAME = 64 * 2**20
"""Bytes of the longest frame."""
MAX_STRING = 16 * 2**20
"""Bytes of the longest string, in UTF-8."""
MAX_DEPTH = 50
"""How deep values may be nested; the message itself is at depth 0."""
MAX_NODES = 200_000
"""How many values a message may consist of, besides those of long lists of one type."""
MAX_VALUES = 4_000_000
"""How many values its long lists of one type may hold, all together."""
MAX_NDIM = 16
"""Dimensions of an array or a tensor."""
MAX_INT_BITS = 10**6
"""Bits of the largest integer."""
MAX_ITEMS = 5 * MAX_NODES
"""Elements of the arrays of a header."""
MAX_COLLISIONS = 1000
"""Keys of one dict or set that may have the hash of another."""
MAX_CLASSES = 200
"""Classes of named tuples that a wire makes."""

STACK = 400
"""Calls inside one another that sending and receiving take at most, with values of `MAX_DEPTH`."""


class FormatError(Exception):
    """Bytes that are no message, or an object that no message can hold."""
