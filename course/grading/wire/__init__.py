"""Messages between the candidate and the examiner: plain data in a strict format.

The examiner trusts no byte that it receives. A frame is a prefix of twelve bytes (a mark and two
lengths), a header in JSON, and a body:

- the header is a tree of scalars and arrays. A scalar stands for itself; an array starts with the
  name of a kind (`"list"`, `"array"`, ...) and goes on with what this kind consists of;
- the body holds the bytes of strings, arrays and tensors one after the other, in the order in which
  the header speaks of them.

Nothing is unpickled or evaluated. A frame names a kind of data out of a closed list (`kinds`), never
anything that could be called. `frames` has the bytes, `coder` walks through a message, and each
other module knows some kinds: `plain` what is Python's own, `many` its long lists, `standard` and
`moments` what is in its library, `arrays` NumPy, `tensors` torch, `tables` pandas, `images` Pillow.

Neither torch nor pandas nor Pillow is imported here: their objects are written by the names of
their classes, and whoever reads one imports its library then.
"""

from course.grading.wire.frames import Wire, require_stack
from course.grading.wire.limits import (
    MAX_DEPTH,
    MAX_FRAME,
    MAX_INT_BITS,
    MAX_NDIM,
    MAX_NODES,
    MAX_STRING,
    MAX_VALUES,
    STACK,
    FormatError,
)

__all__ = [
    "MAX_DEPTH",
    "MAX_FRAME",
    "MAX_INT_BITS",
    "MAX_NDIM",
    "MAX_NODES",
    "MAX_STRING",
    "MAX_VALUES",
    "STACK",
    "FormatError",
    "Wire",
    "require_stack",
]
