"""Checks of 04-model: the forward pass comes from torch too, on any device."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import product

import numpy as np
import torch

from course import data, door, theory
from course.check import errors, problems, training, values
from course.check.verdict import Misconception, verdict
from course.door import probes, situations

TOLERANCE = 1e-5
"""Relative, for a few operations in float32."""

TRAINED = 2e-4
"""Relative, for a whole training run in float32."""

FAR = 6_000
"""Epochs beyond every answer that `epochs_needed` is asked for."""

PATIENCE = 10.0
"""Seconds after which a function that should have given up is stopped."""


@verdict
def prediction_bias(predicted_b: object) -> None:
    """Any flag fall a taxi could have; a guess counts for being made."""
    values.guess(predicted_b, -5.0, 5.0, "€")


# --- linear_regression ---


@verdict
def linear_regression(LinearRegression: Callable, seed: int | None = None) -> None:
    """`LinearRegression(n_in=1, n_out=1)`; `forward(x)`: (N, n_in) → (N, n_out)."""
    sizes = [(), (1, 1)] if seed is None else [(5, 2), (2, 3), (1, 1)]
    random = np.random.default_rng(seed or 0)
    for size in sizes:
        _judge_registered(LinearRegression, size)
        _judge_forward(LinearRegression, size, random)


def _judge_registered(make: Callable, size: tuple[int, ...]) -> None:
    """Raise a Misconception unless n_in·n_out + n_out trainable numbers are registered."""
    n_in, n_out = size or (1, 1)
    reply = door.call(probes.registered, make, size, situations=(situations.fixed_random(),))
    found = reply.value
    if found is None:
        raise Misconception("not-a-module")
    if not found["shapes"]:
        loose = ", ".join(f"self.{name}" for name in found["loose"])
        raise Misconception("nothing-registered", loose=f" ({loose})" if loose else "")
    if None in found["shapes"]:
        return
    if not all(found["trainable"]):
        raise Misconception("frozen-parameter")
    number, expected = sum(map(np.prod, found["shapes"])), n_in * n_out + n_out
    if number == expected:
        return
    facts = {"n_in": n_in, "n_out": n_out, "number": number, "expected": expected}
    for tag, wrong in (
        ("no-bias", n_in * n_out),
        ("sizes-ignored", 2),
        ("sizes-swapped", n_out * n_in + n_in),
        ("output-size-is-n-in", n_in * n_in + n_in),
    ):
        if number == wrong:
            raise Misconception(tag, **facts)
    raise Misconception("number-of-parameters", **facts)


def _judge_forward(make: Callable, size: tuple[int, ...], random: np.random.Generator) -> None:
    """Raise a Misconception unless the module computes X Wᵀ + b from its parameters.

    Set to numbers that are all different, the parameters tell by the outputs which of them is
    which entry of W or b; the module's own random start and the gradients must then agree.
    """
    n_in, n_out = size or (1, 1)
    n_values = n_in * n_out + n_out
    X = random.uniform(-2, 2, (4, n_in))
    weights = random.uniform(0.5, 1.5, (4, n_out))
    chosen = random.permutation(np.linspace(0.4, 1.9, n_values))
    points = np.vstack([np.zeros(n_in), np.eye(n_in), X, 3 * X])
    seen = door.call(
        probes.module_at_work,
        *(make, size, X, points, chosen, weights),
        situations=(situations.fixed_random(),),
    ).value
    facts = {"n_in": n_in, "n_out": n_out}
    own_out = door.matrix(seen["own_out"])
    if seen["own_out"] is None:
        raise Misconception("returns-none")
    if own_out is None or own_out.shape != weights.shape:
        raise Misconception("output-shape", **facts, got=door.describe(seen["own_out"]))
    if "out" not in seen:
        raise Misconception(
            "number-of-parameters", number=len(seen["own"]), expected=n_values, **facts
        )
    out = door.matrix(seen["out"])
    if not values.near(door.matrix(seen["again"]), out, TOLERANCE):
        raise Misconception("random-forward")
    if seen["changed"]:
        raise Misconception("changed-input", name="x")
    if not values.near(door.matrix(seen["apart"]), out, TOLERANCE):
        raise Misconception("rows-mixed")
    b, W = out[0], (out[1 : 1 + n_in] - out[0]).T
    if not values.near(out, points @ W.T + b, TOLERANCE):
        raise Misconception("not-linear")
    entries = np.concatenate([W.ravel(), b])
    where = np.argmin(np.abs(entries[:, None] - chosen), axis=1)
    if not values.near(np.sort(entries), np.sort(chosen), TOLERANCE):
        raise Misconception("parameter-unused", W=values.shown(W), b=values.shown(b))
    own = door.vector(seen["own"])[where]
    own_W, own_b = own[: n_in * n_out].reshape(n_out, n_in), own[n_in * n_out :]
    if not values.near(own_out, X @ own_W.T + own_b, TOLERANCE):
        raise Misconception("parameter-unused", W=values.shown(own_W), b=values.shown(own_b))
    gradients = door.vector(seen["gradients"])[where]
    expected = np.concatenate([(weights.T @ X).ravel(), weights.sum(axis=0)])
    if not values.near(gradients, expected, TOLERANCE):
        raise Misconception("gradient-stops")
    if seen["other_moved"]:
        raise Misconception("shared-parameters")


# --- pick_device ---


@verdict
def pick_device(pick_device: Callable, seed: int | None = None) -> None:
    """`pick_device()` → torch.device or its name, on computers with and without accelerators.

    Looking for CUDA alone is enough: on another accelerator's computer the CPU is right too.
    """
    computers = [
        # (accelerator that is there, accelerator this torch could drive, message)
        (None, None, "device-hard-coded"),
        (None, "cuda", "device-not-there"),
        ("cuda", "cuda", "accelerator-not-found"),
        ("mps", "mps", "accelerator-not-found"),
    ]
    if seed is not None:
        computers = [*reversed(computers), *computers]
    for present, built_for, tag in computers:
        situation = situations.accelerator(present, built_for)
        name = door.call(probes.device_name, pick_device, situations=(situation,)).value
        expected = present or "cpu"
        if name is None:
            raise Misconception("returns-none")
        if type(name) is not str or not _is_device(name):
            raise Misconception("not-a-device", got=door.describe(name))
        fallback = "cpu" if present == "mps" else expected
        if name not in (expected, f"{expected}:0", fallback):
            raise Misconception(tag, got=name, expected=expected)


def _is_device(name: str) -> bool:
    try:
        torch.device(name)
    except RuntimeError:
        return False
    return True


# --- train_model ---


@verdict
def train_model(train_model: Callable, seed: int | None = None) -> None:
    """`train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu")` → history."""
    x, y = problems.rides(seed, flag_fall=data.FLAG_FALL)
    for kind in probes.MODELS:
        _judge_training(train_model, kind, x, y)
    _judge_devices(train_model, x, y)
    if seed is None:
        _judge_convergence(train_model)
    if torch.cuda.is_available():
        _judge_training(train_model, "nn.Linear", x, y, device="cuda")


def _judge_training(
    train_model: Callable, kind: str, x: np.ndarray, y: np.ndarray, **device: str
) -> None:
    """Raise the Misconception behind a run from a model's start that is not gradient descent."""
    defaults = (training.Run((0.4, -0.3), 0.01, 100),) if kind == "nn.Linear" else ()

    def run(run: training.Run) -> training.Result:
        settings = {} if run in defaults else {"lr": run.lr, "n_epochs": run.n_epochs}
        return _train(train_model, kind, x, y, run, **settings, **device)

    try:
        training.judge(run, x, y, bias=True, tolerance=TRAINED, defaults=defaults)
    except Misconception as wrong:
        for planned in training.runs(x, y, bias=True):
            _judge_length(run(planned), planned, x, y)
        if wrong.tag == "one-step-behind":
            raise Misconception("order-loses-update") from None
        if wrong.tag in ("never-updates", "w0-ignored", "wrong-trajectory"):
            first = training.runs(x, y, bias=True)[0]
            _explain_start(run(first), first, x, y)
        raise


def _train(
    train_model: Callable,
    kind: str,
    x: np.ndarray,
    y: np.ndarray,
    run: training.Run,
    **settings: object,
) -> training.Result:
    """Let the student's function train a model of this kind from where ``run`` starts."""
    theta, history, *after = door.call(
        probes.train_model,
        *(train_model, kind, run.theta0, x, y, settings),
        situations=(situations.fixed_random(),),
    ).value
    given = tuple(v.astype(np.float32) for v in (x, y))
    values.unchanged(given, tuple(door.vector(v) for v in after), ("X", "y"))
    return training.Result(np.array(theta), _history(history))


def _history(value: object) -> np.ndarray:
    """The losses that a training function returned.

    Raises:
        Misconception: something else came back.
    """
    if value is None:
        raise Misconception("returns-none")
    losses = training.read_losses(value)
    if losses is None:
        raise Misconception(
            "wrong-return", expected="a list of losses as history", got=door.describe(value)
        )
    return losses


def _judge_length(result: training.Result, run: training.Run, x: np.ndarray, y: np.ndarray) -> None:
    """Raise a Misconception if the training is right and stopped before its last epoch."""
    used = len(result.history)
    path = theory.trajectory(x, y, run.theta0, run.lr, run.n_epochs)
    if used >= run.n_epochs or values.near(result.theta, path[-1], TRAINED):
        return
    if any(
        values.near(result.theta, theta, TRAINED) for theta in path[max(used - 1, 1) : used + 1]
    ):
        raise Misconception("n-epochs-ignored", used=used, epochs=run.n_epochs)


def _explain_start(
    result: training.Result, run: training.Run, x: np.ndarray, y: np.ndarray
) -> None:
    """Raise a Misconception if another model was trained, or this one from another start."""
    start = np.array(run.theta0)
    untouched = values.near(result.theta, start, TRAINED)
    moving = len(result.history) > 1 and not values.near(
        result.history, np.full(len(result.history), result.history[0]), TRAINED
    )
    if untouched:
        raise Misconception(
            "another-model-trained" if moving else "model-never-updates", epochs=run.n_epochs
        )
    if len(result.history) and values.near(result.history[0], theory.loss(x, y, start), TRAINED):
        return
    best, H = theory.minimum(x, y, bias=True), theory.hessian(x, bias=True)
    shrink = np.linalg.matrix_power(np.eye(2) - run.lr * H, run.n_epochs)
    other = best + np.linalg.solve(shrink, result.theta - best)
    if len(result.history) and np.isclose(
        result.history[0], theory.loss(x, y, other), rtol=1e-2, atol=1e-3
    ):
        raise Misconception("start-changed", start=run, used=training.point(other))


def _judge_convergence(train_model: Callable) -> None:
    """Training with a bias reaches w ≈ 2 and b ≈ 3, and b ≈ 0 where there is no flag fall.

    The last run starts at the minimum, where a loop that stops early would stop.
    """
    for flag_fall, start, n_epochs in (
        (data.FLAG_FALL, (1.2, 2.4), 130),
        (0.0, (1.2, -0.6), 130),
        (data.FLAG_FALL, (data.PRICE, data.FLAG_FALL), 4),
    ):
        x, y = data.taxi(flag_fall)
        run = training.Run(start, 0.11, n_epochs)
        result = _train(train_model, "nn.Linear", x, y, run, lr=run.lr, n_epochs=n_epochs)
        _judge_length(result, run, x, y)
        training.judge_theta([result], (run,), x, y, TRAINED)
        training.judge_history(result, run, x, y, TRAINED)


PARTS = ("model", "X", "y")


def _judge_devices(train_model: Callable, x: np.ndarray, y: np.ndarray) -> None:
    """Raise a Misconception unless model, X and y are moved to the device that is asked for.

    "meta" stands in for an accelerator. What was left behind is found by putting the other two
    there beforehand.
    """

    def works(moved: tuple[str, ...]) -> bool:
        around = (situations.fixed_random(), situations.numbers_from_meta())
        arguments = (train_model, x, y, "meta", moved)
        return door.call(probes.devices_met, *arguments, situations=around).value == ["meta"]

    def is_moved(part: str) -> bool:
        try:
            return works(tuple(other for other in PARTS if other != part))
        except door.StudentError:
            return False

    try:
        if works(()):
            return
        failure = None
    except door.StudentError as error:
        failure = error
    left = [part for part in PARTS if not is_moved(part)]
    if len(left) == len(PARTS):
        works(PARTS)  # an error of another kind speaks for itself
        raise Misconception("device-ignored")
    if left:
        raise Misconception(f"{left[0].lower()}-not-moved")
    raise failure or Misconception("device-ignored")


# --- unscale, hessian, epochs_needed ---


@verdict
def unscale(unscale: Callable, seed: int | None = None) -> None:
    """`unscale(w_s, b_s, mu, sigma)` → (w, b) in the original units."""
    if seed is None:
        x, y = data.taxi(data.FLAG_FALL)
        mu, sigma = x.mean(), x.std()
        cases = [(*theory.minimum((x - mu) / sigma, y, bias=True), mu, sigma)]
    else:
        random = np.random.default_rng(seed)
        drawn = [(*random.uniform(-3, 3, 3), random.uniform(0.2, 0.7)) for _ in range(2)]
        # every sign of w and b, whatever was drawn
        cases = [(sign * w_s, sign * b_s, *scale) for w_s, b_s, *scale in drawn for sign in (1, -1)]
    for w_s, b_s, mu, sigma in cases:
        reply = door.call(unscale, *map(float, (w_s, b_s, mu, sigma)))
        got = values.vector(reply.value, 2, "(w, b), two numbers")
        w = w_s / sigma
        suspects = [
            ("unscale-swapped", (b_s - w * mu, w)),
            ("unscale-b-kept", (w, b_s)),
            ("unscale-nothing", (w_s, b_s)),
            ("unscale-w-times-sigma", (w_s * sigma, b_s - w_s * sigma * mu)),
            ("unscale-w-times-sigma", (w_s * sigma, b_s - w * mu)),
            ("unscale-w-times-sigma", (w_s * sigma, b_s)),
            ("unscale-w-kept", (w_s, b_s - w * mu)),
            ("unscale-w-kept", (w_s, b_s - w_s * mu)),
            ("unscale-b-with-w_s", (w, b_s - w_s * mu)),
            ("unscale-b-sign", (w, b_s + w * mu)),
            ("unscale-b-sign", (w, b_s + w_s * mu)),
            ("unscale-other-sigma", (w_s / sigma**2, b_s - w_s / sigma**2 * mu)),
            ("unscale-other-sigma", (w_s / sigma**0.5, b_s - w_s / sigma**0.5 * mu)),
            ("unscale-mu-for-sigma", (w_s / mu, b_s - w_s / mu * sigma)),
            ("unscale-b-without-price", (w, b_s - mu)),
            ("unscale-b-without-price", (w, b_s - mu / sigma)),
            ("unscale-b-positive", (w, abs(b_s - w * mu))),
            *(("rounded", np.round((w, b_s - w * mu), digits)) for digits in range(5)),
            ("unscale-b-like-x", (w, b_s / sigma)),
            ("unscale-b-like-x", (w, (b_s - w * mu) / sigma)),
            ("unscale-b-like-x", (w, b_s * sigma + mu)),
            ("unscale-b-like-x", (w_s * sigma + mu, b_s * sigma + mu)),
            ("unscale-b-like-x", (w, (b_s - mu) / sigma)),
            ("unscale-b-like-x", ((w_s - mu) / sigma, (b_s - mu) / sigma)),
        ]
        if seed is not None:
            rides, _ = data.taxi()
            taxi = w_s / rides.std()
            suspects += [
                ("other-rides", (data.PRICE, data.FLAG_FALL)),
                ("other-rides", (taxi, b_s - taxi * rides.mean())),
            ]
        values.judge(got, np.array([w, b_s - w * mu]), suspects, TOLERANCE)


@verdict
def hessian(hessian: Callable, seed: int | None = None) -> None:
    """`hessian(x)` → (2, 2), the second derivatives of the loss in (w, b)."""
    x, _ = problems.rides(seed)
    reply = door.call(hessian, x)
    values.unchanged((x,), reply.args, ("x",))
    if reply.value is None:
        raise Misconception("returns-none")
    got = door.matrix(reply.value)
    right, N = theory.hessian(x, bias=True), len(x)
    if got is not None and got.shape == (N, N):
        raise Misconception("hessian-of-rides", n=N)
    if got is None or got.shape != (2, 2):
        expected = "a (2, 2) array"
        raise Misconception("wrong-return", expected=expected, got=door.describe(reply.value))
    suspects = [
        ("hessian-sum", N * right),
        ("hessian-sum", N / 2 * right),
        ("hessian-missing-2", right / 2),
        ("hessian-order", right[::-1, ::-1]),
        ("hessian-diagonal", np.diag(np.diag(right))),
        ("hessian-corner", right * [[1, 1], [1, 1 / 2]]),
        ("hessian-corner", right + [[0, 0], [0, 2 * N - 2]]),
        ("hessian-corner", right - [[0, 0], [0, 2 - 2 / N]]),
        ("hessian-squared-sum", np.array([[N * right[0, 1] ** 2 / 2, right[0, 1]], right[1]])),
        ("hessian-squared-sum", np.array([[right[0, 1] ** 2 / 2, right[0, 1]], right[1]])),
        ("hessian-inverse", np.linalg.inv(right)),
        *(
            ("hessian-covariance", factor * np.cov(x, np.ones_like(x), bias=bias))
            for factor, bias in product((1, 2), (False, True))
        ),
        ("hessian-mixed", right * [[1, 1 / 2], [1 / 2, 1]]),
        ("hessian-mixed", right * [[1, -1], [-1, 1]]),
        ("hessian-mixed", right * [[1, N], [N, 1]]),
        ("hessian-distance-sign", theory.hessian(np.abs(x), bias=True)),
        ("n-minus-1", N / (N - 1) * right),
        ("fixed-n", N / 4 * right),
        ("fixed-n", right * [[N / 4, N / 4], [N / 4, 1]]),
        ("other-rides", theory.hessian(data.taxi()[0], bias=True)),
        ("rounded", np.trunc(np.round(right, 9))),
        *(("rounded", np.round(right, digits)) for digits in range(5)),
    ]
    values.judge(got, right, suspects, TOLERANCE, n=N, n_minus_1=N - 1)


@verdict
def epochs_needed(epochs_needed: Callable, seed: int | None = None) -> None:
    """`epochs_needed(x, theta0, theta_star, lr, tol)` → int; ValueError if never."""
    if seed is None:
        x, _ = data.taxi()
        star = np.array([2.0, 3.0])
        cases = [(np.zeros(2), 0.01, 1e-3), (np.zeros(2), 0.1, 1e-3), (star + 1e-4, 0.1, 1e-3)]
    else:
        x, _ = problems.rides(seed)
        random = np.random.default_rng(seed)
        star = random.uniform(-2, 2, 2)
        largest = np.linalg.eigvalsh(theory.hessian(x, bias=True))[-1]
        offsets = ([0.9, -1.6], [-1.2, 0.5], [-0.02, -0.7], [3e-3, -1e-3])
        rates = (0.31, 1.83, 0.93)
        cases = [
            (star + offset, rate / largest, tol)
            for offset, rate, tol in product(offsets, rates, (0.05, 2e-3))
        ]
    for theta0, lr, tol in cases:
        _judge_epochs(epochs_needed, x, theta0, star, lr, tol)
    largest = np.linalg.eigvalsh(theory.hessian(x, bias=True))[-1]
    for offset in ([0.9, -1.6], [0.0, 0.7], [-0.8, 0.0]):
        _judge_never(epochs_needed, x, star + offset, star, 2.3 / largest)
    # once only: whoever counts up to a limit counts long here
    _judge_never(epochs_needed, x, star + [0.9, -1.6], star, 0.0)


def _judge_epochs(
    function: Callable, x: np.ndarray, theta0: np.ndarray, star: np.ndarray, lr: float, tol: float
) -> None:
    """Raise a Misconception unless ``function`` counts to the first epoch within ``tol``."""
    arguments = (x, theta0, star)
    expected = _first(x, theta0, star, lr, lambda errors: np.abs(errors).max(axis=1) < tol)
    try:
        reply = _patiently(function, *arguments, float(lr), tol)
    except door.StudentError as error:
        if _unexplained(error) and "ValueError" in error.kinds:
            raise Misconception("gives-up-too-soon", expected=expected, lr=lr, tol=tol) from None
        raise
    values.unchanged(arguments, reply.args[:3], ("x", "theta0", "theta_star"))
    got = values.number(reply.value, "a whole number of epochs")
    if got == expected:
        return
    facts = {"got": got, "expected": expected, "lr": lr, "tol": tol}
    if got and got == _first(x, 0 * star, star, lr, lambda e: np.abs(e).max(axis=1) < tol):
        raise Misconception("start-ignored", **facts)
    if expected == 0:
        raise Misconception("already-there", **facts)
    if abs(got - expected) == 1:
        raise Misconception("epochs-off-by-one", **facts)
    for tag, what, wrong in _wrong_counts(x, theta0, star, lr, tol):
        if got == wrong:
            raise Misconception(tag, what=what, **facts)
    for used in (0.01, 0.1):
        if got == _first(x, theta0, star, used, lambda e: np.abs(e).max(axis=1) < tol):
            raise Misconception("lr-ignored", used=used, **facts)
    rides, _ = data.taxi()
    if got == _first(rides, theta0, star, lr, lambda e: np.abs(e).max(axis=1) < tol):
        raise Misconception("other-rides")
    if got == _one_after_the_other(x, theta0 - star, lr, tol):
        raise Misconception("w-before-b")
    raise Misconception("wrong-epochs", **facts)


def _unexplained(error: door.StudentError) -> bool:
    """Whether the student's own code raised it, rather than a library for a known cause."""
    return errors.explain(error)[0] == "error"


def _one_after_the_other(x: np.ndarray, error: np.ndarray, lr: float, tol: float) -> int | None:
    """Epochs until there if b's step already sees the new w."""
    (a, c), (_, d) = theory.hessian(x, bias=True)
    w, b = error
    for n in range(FAR):
        if max(abs(w), abs(b)) < tol:
            return n
        w -= lr * (a * w + c * b)
        b -= lr * (c * w + d * b)
    return None


def _first(
    x: np.ndarray,
    theta0: np.ndarray,
    star: np.ndarray,
    lr: float,
    reached: Callable[[np.ndarray], np.ndarray],
) -> int | None:
    """First epoch whose parameter errors, rows (w, b), are ``reached``; None if none is."""
    with np.errstate(all="ignore"):
        path = theory.trajectory(x, star[0] * x + star[1], theta0, lr, FAR)
        hits = reached(path - star)
    return int(np.argmax(hits)) if hits.any() else None


def _wrong_counts(
    x: np.ndarray, theta0: np.ndarray, star: np.ndarray, lr: float, tol: float
) -> Iterator[tuple[str, str, int | None]]:
    """What other ideas of "there" count: tag, the quantity they watch, the epoch they stop at."""
    H = theory.hessian(x, bias=True)

    def half_curved(e: np.ndarray) -> np.ndarray:
        return np.einsum("ki,ij,kj->k", e, H, e) / 2

    for what, reached in {
        "the loss": lambda e: half_curved(e) < tol,
        "the root of the loss": lambda e: np.sqrt(half_curved(e)) < tol,
        "the error of w alone": lambda e: np.abs(e[:, 0]) < tol,
        "the error of b alone": lambda e: np.abs(e[:, 1]) < tol,
        "the smaller of the two errors": lambda e: np.abs(e).min(axis=1) < tol,
        "the length of the error (w, b)": lambda e: np.linalg.norm(e, axis=1) < tol,
        "the sum of the two errors": lambda e: np.abs(e).sum(axis=1) < tol,
        "the mean of the two errors": lambda e: np.abs(e).mean(axis=1) < tol,
        "the larger signed error": lambda e: e.max(axis=1) < tol,
        "the last step": lambda e: np.abs(np.diff(e, axis=0)).max(axis=1) < tol,
        "the gradient": lambda e: np.abs(e @ H).max(axis=1) < tol,
    }.items():
        yield "another-error", what, _first(x, theta0, star, lr, reached)
    for factor in (len(x), 1 / 2, len(x) / 2, 1 / len(x)):
        count = _first(x, theta0, star, factor * lr, lambda e: np.abs(e).max(axis=1) < tol)
        yield "epochs-hessian", "", count
    slowest = np.max(np.abs(1 - lr * np.linalg.eigvalsh(H)))
    for size in (np.abs(theta0 - star).max(), np.linalg.norm(theta0 - star)):
        count = np.log(tol / size) / np.log(slowest)
        yield "slow-mode-only", "", int(np.ceil(count))
        yield "slow-mode-only", "", int(np.floor(count)) + 1


def _judge_never(
    function: Callable, x: np.ndarray, theta0: np.ndarray, star: np.ndarray, lr: float
) -> None:
    """Raise a Misconception unless ``function`` raises ValueError."""
    try:
        reply = _patiently(function, x, theta0, star, float(lr), 1e-3)
    except door.StudentError as error:
        if "ValueError" in error.kinds:
            return
        if _unexplained(error):
            raise Misconception("another-exception", lr=lr, kind=error.kinds[0]) from None
        raise
    raise Misconception("never-not-raised", lr=lr, got=door.describe(reply.value))


def _patiently(function: Callable, *arguments: object) -> door.Reply:
    limit: AbstractContextManager = situations.time_limit(PATIENCE)
    try:
        return door.call(function, *arguments, situations=(limit,))
    except TimeoutError:
        raise Misconception("never-ends", seconds=PATIENCE, lr=arguments[3]) from None


EXERCISES = (
    linear_regression,
    pick_device,
    train_model,
    prediction_bias,
    hessian,
    epochs_needed,
    unscale,
)
"""In the order of the notebook."""
