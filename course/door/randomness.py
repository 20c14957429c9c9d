"""The state of random numbers: of Python's, NumPy's, and torch's where torch has been imported."""

import contextlib
import random
from collections.abc import Iterator

import numpy as np

from course.door import tensors


@contextlib.contextmanager
def random_state_kept() -> Iterator[None]:
    """Whatever is drawn meanwhile, in Python, NumPy or torch, the next draw is as it was before."""
    python, numpy = random.getstate(), np.random.get_state()
    try:
        with tensors.random_state_kept():
            yield
    finally:
        random.setstate(python)
        np.random.set_state(numpy)
