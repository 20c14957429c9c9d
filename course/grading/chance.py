"""The state of all random numbers that a notebook draws without a generator of its own."""

import contextlib
import random
import sys
from collections.abc import Callable, Iterator
from typing import Any
from unittest import mock

import numpy as np


def state() -> list[Any]:
    """What is drawn next, in Python, NumPy and torch, as data."""
    version, numbers, gauss = random.getstate()
    torch = sys.modules.get("torch")
    drawn_by_torch = None if torch is None else torch.get_rng_state().numpy()
    return [[version, np.array(numbers), gauss], list(np.random.get_state()), drawn_by_torch]


@contextlib.contextmanager
def as_from(told: Any) -> Iterator[None]:
    """Meanwhile what is drawn is what is drawn from `state` ``told``, as far as that is one."""
    before = state()
    with contextlib.suppress(Exception):  # whatever was told
        take(told)
    try:
        yield
    finally:
        take(before)


@contextlib.contextmanager
def noticed(seeded: Callable[[], None]) -> Iterator[None]:
    """Meanwhile ``seeded`` is called after each seed that somebody sets, in Python, NumPy or torch."""

    def noticing(seed: Callable[..., object]) -> Callable[..., object]:
        def seed_and_tell(*args: object, **kwargs: object) -> object:
            done = seed(*args, **kwargs)
            seeded()
            return done

        return seed_and_tell

    places: list[tuple[Any, str]] = [(random, "seed"), (np.random, "seed")]
    if "torch" in sys.modules:
        places.append((sys.modules["torch"], "manual_seed"))
    with contextlib.ExitStack() as stack:
        for place, name in places:
            seed = noticing(getattr(place, name))
            stack.enter_context(mock.patch.object(place, name, seed))
        yield


def take(told: Any) -> None:
    """Draw from now on as from `state` ``told``.

    Raises:
        Exception: of whichever kind, if it is none.
    """
    (version, numbers, gauss), drawn_by_numpy, drawn_by_torch = told
    if not (gauss is None or type(gauss) is float):  # Python draws whatever stands there
        raise ValueError(gauss)
    name, keys, place, *normal = drawn_by_numpy
    if not (type(place) is int and 0 <= place <= len(keys)):  # NumPy reads there without looking
        raise ValueError(place)
    if not np.any(
        keys[1:]
    ):  # it would draw nothing but zeros, and wait for another number without end
        raise ValueError(keys)
    random.setstate((version, tuple(numbers.tolist()), gauss))
    np.random.set_state((name, keys, place, *normal))
    if drawn_by_torch is not None and (torch := sys.modules.get("torch")) is not None:
        torch.set_rng_state(torch.from_numpy(drawn_by_torch.copy()))
