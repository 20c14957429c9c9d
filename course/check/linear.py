"""The check of `linear_regression`: what a module registers, and what it makes of its parameters."""

import difflib
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import Any, NoReturn

import numpy as np
import torch

from course import door
from course.check import problems, values
from course.check.values import TOLERANCE
from course.check.verdict import Misconception, verdict
from course.check.wrong_layers import activation
from course.door import probes, situations

N = 4
"""Rows of the input; no size that is asked for is as large."""

OTHER = (3, 2)
"""Sizes in which a module is made once more, to see whether it asks for its sizes."""


@verdict
def linear_regression(LinearRegression: Callable, seed: int | None = None) -> None:
    """`LinearRegression(n_in=1, n_out=1)`; `forward(x)`: (N, n_in) → (N, n_out)."""
    at_home: dict[int | None, list[tuple[int, ...]]] = {
        None: [(), (1, 1)],
        problems.SECOND: [(3, 2), (4, 3)],
    }
    asked = at_home.get(seed, [(5, 2), (2, 3), ()])
    random = problems.generator(seed)
    for sizes in asked:
        module = _new(LinearRegression, sizes)
        shapes = _judge_registered(module, sizes, LinearRegression)
        try:
            _judge_forward(module, _new(LinearRegression, sizes), sizes, random)
        except door.StudentError as error:
            if "RuntimeError" in error.kinds and {len(shape or ()) for shape in shapes} == {1}:
                raise Misconception("weight-flat", text=error) from None
            raise


def _new(make: Callable, sizes: tuple[int, ...]) -> Any:
    """A new module, kept on the student's side."""
    around = (situations.fixed_random(),)
    return door.call(probes.keep, make, *sizes, situations=around).value


def _judge_registered(
    module: Any, sizes: tuple[int, ...], make: Callable
) -> list[tuple[int, ...] | None]:
    """The shapes of the parameters, None for what a lazy layer has not made yet.

    Raises:
        Misconception: not n_in·n_out + n_out trainable numbers are registered.

    Args:
        sizes: (n_in, n_out), or () for the defaults.
        make: the class.
    """
    found: Any = door.call(probes.registered, module).value
    if found is None:
        raise Misconception("not-a-module")
    if not found["forward"]:
        _explain_no_forward(found["class"])
    if not found["shapes"]:
        _explain_nothing(found)
    if None in found["shapes"]:
        return found["shapes"]
    if not all(found["trainable"]):
        raise Misconception("frozen-parameter")
    n_in, n_out = sizes or (1, 1)
    if sum(map(np.prod, found["shapes"])) != n_in * n_out + n_out:
        _explain_number(found, (n_in, n_out), make)
    return found["shapes"]


def _explain_no_forward(written: dict[str, list[str]]) -> NoReturn:
    """Raise why a class does not say how to predict."""
    if "forward" in written["inside"]:
        raise Misconception("forward-inside-init")
    names = {name.lower().strip("_"): name for name in written["methods"]}
    for near in difflib.get_close_matches("forward", names, n=1, cutoff=0.75):
        raise Misconception("forward-misspelt", name=names[near])
    raise Misconception("no-forward")


def _explain_nothing(found: dict[str, Any]) -> NoReturn:
    """Raise why a module has no parameters."""
    written = found["class"]
    for name in written["methods"]:
        bare = name.strip("_").lower()
        if name != "__init__" and difflib.get_close_matches(bare, ["init"], cutoff=0.75):
            raise Misconception("init-misspelt", name=name)
    _explain_loose(found)
    if written["layers"]:
        raise Misconception("layer-of-the-class", name=written["layers"][0])
    if {"Linear", "Parameter"} & {*written["predict"]}:
        raise Misconception("layer-made-in-forward")
    if {"Linear", "Parameter"} & {*written["init"]}:
        raise Misconception("layer-not-kept")
    raise Misconception("nothing-registered")


def _explain_loose(found: dict[str, Any]) -> None:
    """Raise where numbers are kept that an optimizer does not see, if there are any."""
    for name, kind in found["loose"].items():
        if kind in ("list", "tuple", "dict"):
            raise Misconception("layer-in-a-list", name=name, kind=kind)
        raise Misconception("plain-tensor", name=name)
    if found["buffers"]:
        raise Misconception("buffer-not-trained")


def _explain_number(found: dict[str, Any], sizes: tuple[int, int], make: Callable) -> NoReturn:
    """Raise why a module has another number of parameters than n_in·n_out + n_out."""
    n_in, n_out = sizes
    number, expected = sum(map(np.prod, found["shapes"])), n_in * n_out + n_out
    facts = {"n_in": n_in, "n_out": n_out, "number": number, "expected": expected}
    if number < expected:
        _explain_loose(found)
    other: Any = door.call(probes.registered, _new(make, OTHER)).value
    if sizes == OTHER:
        other = door.call(probes.registered, _new(make, (1, 1))).value
    if number > 1 and None not in other["shapes"] and other["shapes"] == found["shapes"]:
        raise Misconception("sizes-ignored", **facts)
    if (n_out, n_out) in found["shapes"] and n_in != n_out:
        raise Misconception("input-size-is-n-out", **facts)
    if sum(len(shape) > 1 and shape != (N, n_out) for shape in found["shapes"]) > 1:
        raise Misconception("more-than-one-layer", **facts)
    for tag, suspect in (
        ("no-bias", n_in * n_out),
        ("sizes-ignored", 2),
        ("sizes-swapped", n_out * n_in + n_in),
        ("output-size-is-n-in", n_in * n_in + n_in),
        ("one-size-missing", n_in + 1),
        ("one-size-missing", n_out + n_out),
        ("bias-too-many", expected + n_out),
        ("bias-of-each-ride", n_in * n_out + N * n_out),
        ("weights-without-outputs", n_in + n_out),
    ):
        if number == suspect:
            raise Misconception(tag, **facts)
    raise Misconception("number-of-parameters", **facts)


def _judge_forward(
    module: Any, other: Any, sizes: tuple[int, ...], random: np.random.Generator
) -> None:
    """Raise a Misconception unless the module computes X Wᵀ + b from its parameters.

    Set to numbers that are all different, the parameters tell by the outputs which of them is
    which entry of W or b; the module's own random start and the gradients must then agree.

    Args:
        other: a second module, which has nothing to do with the first.
    """
    n_in, n_out = sizes or (1, 1)
    X = random.uniform(-2, 2, (N, n_in))
    start = situations.fixed_random  # a lazy layer draws its start now
    own_out = _called(module, X, start())
    _judge_own_output(own_out, X, n_out)
    _called(other, X, start())
    params, others = (door.call(probes.parameters, each).value for each in (module, other))
    own, before = numbers_of(params), numbers_of(others)
    if len(own) != n_in * n_out + n_out:
        facts = {"n_in": n_in, "n_out": n_out, "expected": n_in * n_out + n_out}
        raise Misconception("number-of-parameters", number=len(own), **facts)
    chosen = random.permutation(np.linspace(0.4, 1.9, n_in * n_out + n_out))
    door.call(probes.set_values, chosen, *params)
    W, b = _judge_linear(module, X, n_in)
    which = _which_parameters(W, b, chosen)
    own_W, own_b = _parted(own[which], n_in, n_out)
    if not values.near(door.matrix(own_out), X @ own_W.T + own_b, TOLERANCE):
        raise Misconception("parameter-unused", W=values.shown(own_W), b=values.shown(own_b))
    weights = random.uniform(0.5, 1.5, (N, n_out))
    if not values.near(
        _gradients(module, params, X, weights)[which],
        np.concatenate(
            # d/dW and d/db of Σ weights·(X Wᵀ + b)
            [(weights.T @ X).ravel(), weights.sum(axis=0)]
        ),
        TOLERANCE,
    ):
        raise Misconception("gradient-stops")
    if not np.array_equal(before, numbers_of(others)):
        raise Misconception("shared-parameters")


def _called(module: Any, X: np.ndarray, *around: AbstractContextManager[None]) -> object:
    """What came back from ``module`` for (N, n_in) inputs.

    Raises:
        Misconception: it wrote into them.
    """
    given = torch.tensor(X, dtype=torch.float32)
    reply = door.call(probes.answer, module, given, situations=around)
    values.unchanged((given,), reply.args[1:], ("x",))
    return reply.value


def numbers_of(params: Iterable) -> np.ndarray:
    """All numbers of parameters in a row, (P,)."""
    return np.concatenate([np.ravel(value) for value, _ in door.call(probes.read, *params).value])


def _gradients(module: Any, params: Iterable, X: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Those of Σ weights·module(X), in a row, (P,); NaN where there is none."""
    out = door.call(probes.keep, module, torch.tensor(X, dtype=torch.float32)).value
    door.call(probes.pull, (weights,), out)
    found: Any = door.call(probes.read, *params).value
    return np.concatenate([np.ravel(value * np.nan if g is None else g) for value, g in found])


def _judge_own_output(out: object, X: np.ndarray, n_out: int) -> None:
    """Raise a Misconception unless a new module gives a tensor (N, n_out)."""
    n_in = X.shape[1]
    facts = {"n_in": n_in, "n_out": n_out, "got": door.describe(out)}
    if out is None:
        raise Misconception("returns-none")
    if values.can_be_called(out):
        raise Misconception("layer-not-called")
    if door.is_list(out):
        raise Misconception("forward-returns-several", **facts)
    shape = getattr(out, "shape", None)
    if shape == (N, n_out):
        if door.matrix(out) is None:
            raise Misconception("output-shape", **facts)
        return
    for tag, wrong in (
        ("output-flat", (N * n_out,)),
        ("output-flat", (N,)),
        ("output-turned", (n_out, N)),
        ("output-one-number", ()),
        ("output-one-ride", (n_out,)),
        ("output-one-ride", (1, n_out)),
        ("output-added-up", (N, 1)),
    ):
        if shape == wrong:
            raise Misconception(tag, **facts)
    raise Misconception("output-shape", **facts)


def _judge_linear(module: Any, X: np.ndarray, n_in: int) -> tuple[np.ndarray, np.ndarray]:
    """W (n_out, n_in) and b (n_out,), as the outputs show them.

    Raises:
        Misconception: the outputs are not those of one W and b, whatever was called before.
    """
    # b comes out at the origin, W at the unit vectors; the others tell whether that is all
    points = np.vstack([np.zeros(n_in), np.eye(n_in), X, 3 * X])
    out = values.matrix(_called(module, points), "a prediction for each row of x")
    for _ in range(4):  # a few dropped inputs may be the same ones twice
        if not values.near(door.matrix(_called(module, points)), out, TOLERANCE):
            raise Misconception("random-forward")
    for part, together in ((points[:2], out[:2]), (points[2:], out[2:])):
        if values.near(door.matrix(_called(module, part)), together, TOLERANCE):
            continue
        raise Misconception("rows-mixed")
    b, W = out[0], (out[1 : 1 + n_in] - out[0]).T
    if values.near(out, points, TOLERANCE):
        raise Misconception("forward-returns-x")
    if (name := activation(points, out)) is not None:
        raise Misconception("model-activation", name=name)
    if not values.near(out, points @ W.T + b, TOLERANCE):
        raise Misconception("not-linear")
    return W, b


def _which_parameters(W: np.ndarray, b: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    """For each entry of W, row by row, and of b, which of the ``chosen`` parameters it is.

    Raises:
        Misconception: the entries are other numbers than the chosen ones.
    """
    entries = np.concatenate([W.ravel(), b])
    if values.near(np.sort(entries), np.sort(chosen), TOLERANCE):
        return np.argmin(np.abs(entries[:, None] - chosen), axis=1)
    if all(np.abs(entry - chosen).min() < TOLERANCE for entry in W.ravel()):
        left = [value for value in chosen if np.abs(W - value).min() > TOLERANCE]
        for tag, times in (("bias-not-in-model", 0), ("bias-subtracted", -1), ("bias-twice", 2)):
            if values.near(np.sort(b), np.sort(times * np.array(left)), TOLERANCE):
                raise Misconception(tag)
    raise Misconception("parameter-unused", W=values.shown(W), b=values.shown(b))


def _parted(entries: np.ndarray, n_in: int, n_out: int) -> tuple[np.ndarray, np.ndarray]:
    """W and b out of their entries in a row."""
    return entries[: n_in * n_out].reshape(n_out, n_in), entries[n_in * n_out :]
