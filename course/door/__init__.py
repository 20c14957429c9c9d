"""The door: all of ours that lies beside a student's code, and nothing that must stay secret or true.

A check never touches what a student wrote. It says ``door.call(f, x, y)`` and gets back data
(`calls`), whatever form the student gave it (`forms`). What needs the student's own objects, a graph or
the identity of a parameter, is done by a function of `probes`, which runs on the student's side and
returns data; a `witness` notes what a loop does meanwhile. `situations` are what a check pretends around
a call: no optimizer to borrow, an accelerator that is not there. `places` tells where an error happened.

Torch is imported by `probes`, `situations` and `witness` alone, which are not imported where a course
has no torch; all others do with `tensors`.

While a learner works, all of this is in their kernel. While a submission is graded, the student's
code runs in a sandbox, and this folder is what of the checks is served into it. `absent` keeps from
an answer at home what does not lie beside it there.
"""

from course.door.calls import (
    SERVED,
    Function,
    Reference,
    Reply,
    Situations,
    StudentError,
    call,
    has_blank,
    plain,
)
from course.door.forms import (
    array,
    describe,
    is_a,
    is_function,
    is_iterator,
    is_list,
    is_watched,
    matrix,
    number,
    numbers,
    vector,
)
from course.door.places import Place
from course.door.tensors import is_tensor

__all__ = [
    "SERVED",
    "Function",
    "Place",
    "Reference",
    "Reply",
    "Situations",
    "StudentError",
    "array",
    "call",
    "describe",
    "has_blank",
    "is_a",
    "is_function",
    "is_iterator",
    "is_list",
    "is_tensor",
    "is_watched",
    "matrix",
    "number",
    "numbers",
    "plain",
    "vector",
]
