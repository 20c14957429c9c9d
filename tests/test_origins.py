"""The page about the five learners: what they printed comes out again, and what it says is true."""

import re
import warnings
from collections.abc import Callable, Iterator

import numpy as np
import pytest
import torch
from torch import nn

from course import learners, theory
from origins import (
    BEN,
    CUT,
    DANA,
    FLAG_FALL,
    LONG,
    PAGE,
    PICTURE,
    RUNS,
    SHORT,
    Run,
    by_autograd,
    by_hand,
    computed,
    dots,
    mean,
    mixed,
    picture,
    printed,
    settings,
    sum_for_mean,
)

X, Y = (column.astype(float) for column in SHORT)
TABLES = printed()
PROSE = " ".join(re.sub(r"^\|.*$|`[^`]*`|\]\([^)]*\)", " ", PAGE, flags=re.MULTILINE).split())
"""The page without its tables, code and links."""

each_run = pytest.mark.parametrize("run", TABLES)


def agrees(number: str, decimals: int, value: float) -> bool:
    """Whether ``value`` is printed as ``number``, up to a step of float32; or begins so, if cut off."""
    if number.endswith(CUT):
        return f"{value:.8f}".startswith(number.removesuffix(CUT))
    return abs(float(number) - value) <= 0.5 * 10.0**-decimals + 2**-23 * abs(value)


class TestTheTables:
    def test_there_is_a_run_for_each(self) -> None:
        assert list(TABLES) == list(settings()) == list(RUNS)

    @each_run
    def test_every_printed_number_comes_out_again(self, run: str) -> None:
        again = computed(run)
        for name, column in TABLES[run].items():
            if name != "epoch":
                whole = [number for number in column if CUT not in number]
                decimals = max(len(number.partition(".")[2]) for number in whole)
                for epoch, number in zip(TABLES[run]["epoch"], column, strict=True):
                    value = again[name][int(epoch) - 1]
                    assert agrees(number, decimals, value), f"{name}, epoch {epoch}"

    @each_run
    def test_no_line_is_left_out(self, run: str) -> None:
        first, second, *_ = epochs = [int(epoch) for epoch in TABLES[run]["epoch"]]
        whole = list(range(1, settings()[run][1] + 1, second - first))
        assert epochs == whole[: len(epochs)]
        cut_off = {"Chen, NumPy": 13, "Chen, autograd": 8, "Dana, linear": 15}
        assert len(epochs) == cut_off.get(run, len(whole))

    @each_run
    def test_f_of_5_comes_out_again(self, run: str) -> None:
        fare = settings()[run][2]
        assert fare in ("–", f"{computed(run)['f(5)'][-1]:.3f}")

    @each_run
    def test_notebooks_that_were_handed_out_find_the_same(self, run: str) -> None:
        for name, column in learners.printed(run.lower()).items():
            assert list(column) == [float(n) for n in TABLES[run][name][: len(column)]]

    def test_a_changed_digit_is_noticed(self) -> None:
        value = computed("Dana, NumPy")["loss"][5]
        assert agrees("0.00314570", 8, value) and not agrees("0.00314574", 8, value)
        assert agrees("11.90232…", 8, 11.902328) and not agrees("11.90233…", 8, 11.902328)


class TestThePicture:
    def test_it_is_the_one_of_the_tables(self) -> None:
        assert PICTURE.read_text(encoding="utf-8") == picture(), (
            "docs/origins.svg is stale: `.venv/bin/python tests/origins.py`"
        )

    def test_ten_tables_are_on_two_lines_and_two_are_not(self) -> None:
        lines = [theory.loss(X, Y, theory.trajectory(X, Y, [0.0], lr, 200)) for lr in (0.01, 0.04)]
        straight = {}
        for run in TABLES:
            if run.startswith(("Ada", "Ben", "Dana")) and (shown := dots(run)):
                epochs, losses = np.array(shown).T
                off = [np.abs(line[epochs.astype(int) - 1] - losses) for line in lines]
                straight[run] = bool((np.max(off, axis=1) < 1e-5).any())
        assert sum(straight.values()) == 10
        assert [run for run in straight if not straight[run]] == ["Ben, linear", "Dana, linear"]


def signed(number: float, decimals: int) -> str:
    """With a real minus."""
    return f"{number:.{decimals}f}".replace("-", "−")


def first(values: np.ndarray, wanted: str) -> int:
    """Number of the first value that is printed as ``wanted``, counted from 1."""
    decimals = len(wanted.partition(".")[2])
    return next(k for k, value in enumerate(values, 1) if f"{value:.{decimals}f}" == wanted)


def epochs_to(matrix: np.ndarray, lr: float, error: tuple, close: Callable) -> int:
    """Epochs until the error, shrunk by I − lr·matrix in each, is ``close``."""
    n = 0
    while not close(error):
        error, n = error - lr * matrix @ error, n + 1
    return n


def right_to_a_thousandth(error: np.ndarray) -> bool:
    """Whether w and b both are."""
    return np.max(np.abs(error)) < 0.001


def at_rest(run: Run) -> tuple[int, float, float]:
    """Number of updates after which nothing changes any more, and (w, b) there."""
    moves = (np.diff(run["w"]) != 0) | (np.diff(run["b"]) != 0)
    last = int(np.flatnonzero(moves)[-1]) + 1
    return last + 1, run["w"][last], run["b"][last]


def recovered_dana() -> float:
    """Where w was, from b and from the first loss, which is a quadratic in w."""
    b, loss = DANA[1], float(TABLES["Dana, linear"]["loss"][0])
    candidates = 2 + np.roots([np.mean(X**2), 2 * b * np.mean(X), b**2 - loss])
    return min(candidates, key=lambda w: abs(w - DANA[0]))


def recovered_ben() -> np.ndarray:
    """Where (w, b) was, from the losses and from the column of w.

    A loss is the sum of λ/2 (1 − lr·λ)^(2k) c² over both eigenvectors: linear in the squares c². Each
    loss counts by its digits. The column of w decides on the signs.
    """
    epochs, w, losses = (
        np.array(TABLES["Ben, linear"][name], float) for name in ("epoch", "w", "loss")
    )
    values, modes = np.linalg.eigh(theory.hessian(X, bias=True))
    parts = values / 2 * (1 - 0.01 * values) ** (2 * (epochs[:, None] - 1))
    sizes = np.sqrt(np.linalg.lstsq(parts / losses[:, None], np.ones(len(losses)), rcond=None)[0])
    starts = [[2, 0] + modes @ (sizes * signs) for signs in ([1, 1], [1, -1], [-1, 1], [-1, -1])]

    def off(start: np.ndarray) -> float:
        path = theory.trajectory(X, Y, start, 0.01, 100)[:, 0]
        return np.max(np.abs(path[epochs.astype(int)] - w))

    return min(starts, key=off)


def in_the_introduction() -> Iterator[str]:
    loss, w = (TABLES["Ben, NumPy"][name][0] for name in ("loss", "w"))
    yield f"loss {float(loss):.0f} and w {float(w):.1f}"
    yield "a ride of 5 km"


def of_ada() -> Iterator[str]:
    share, hers = (1 - lr * theory.hessian(X, bias=False)[0, 0] for lr in (0.01, 0.04))
    yield f"So the gradient is {len(X)} times too large, which is the same as a rate of {0.01 * 4}."
    yield f"An epoch leaves {hers:.2f} of the error in w instead of {share:.2f}"
    yield f"{np.log(hers) / np.log(share):.2f} times as many epochs"
    by_sum, by_mean = (settings()[f"Ada, {stage}"][2] for stage in ("NumPy", "autograd"))
    yield f"{by_sum} and of {by_mean}."
    yield f"After n epochs 10 · {hers:.2f}ⁿ € are missing, or with autograd 10 · {share:.2f}ⁿ €."
    yield f"After 10 epochs with the sum that is {10 * hers**10:.3f} €"
    yield f"after 20 with the mean {10 * share**20:.3f} €"
    last = TABLES["Ada, autograd"]["w"][-1]
    yield f"before the {by_mean} says w = {last}, which would be a fare of {5 * float(last):.3f} €"
    yield f"it is line {TABLES['Ada, autograd']['epoch'][-1]}, and one more update"
    yield "Then the same cell once more, for 20 epochs"
    yield "And again, for 100 epochs"

    losses = by_hand(SHORT, sum_for_mean, 0.01, 60)["loss"]
    yield f"a loss of {losses[30]:.8f}. Ten epochs would have left {losses[10]:.8f}"
    yield f"it takes at least {first(losses, '0.00000000') - 1}."
    yield f"If number 4 was the second cell too, there had been {10 + 20} epochs before"
    yield f"and {10 + 20 + 20} in all after it, not 20."
    losses = by_autograd(SHORT, 0.01, 120)["loss"]
    yield f"starts at {losses[20]:.8f}, exactly where 20 epochs lead"
    line = first(losses[20:], "0.00000000")
    yield f'from line {line} on, so the "around 52" of her note are {20 + 52} updates'
    yield "counted from w = 0."
    v = torch.tensor(2.0, requires_grad=True)
    y = v**3
    v.data = v.data - 1
    y.backward()
    yield "at v = 2, subtract 1 between"
    yield f"the gradient is {v.grad:.0f}, with no word that it should be {3 * 2**2}"


def of_ben() -> Iterator[str]:
    values, modes = np.linalg.eigh(theory.hessian(X, bias=True))
    slow, fast = 1 - 0.01 * values
    w0, b0 = recovered_ben()
    end = theory.trajectory(X, Y, [w0, b0], 0.01, 100)[-1]
    grid = np.linspace(-1, 1, 201)
    starts = np.stack(np.meshgrid(grid, grid), axis=-1).reshape(-1, 2)
    left = np.linalg.matrix_power(np.eye(2) - 0.01 * theory.hessian(X, bias=True), 100)
    fares = 10 + (starts - [2, 0]) @ left @ [5, 1]
    zeros = 10 + np.array([-2, 0]) @ left @ [5, 1]
    assert np.median(fares) == pytest.approx(zeros)
    yield '"4 steps for back-propagation".'
    his = settings()["Ben, linear"][2]
    yield f"The luck of {his}."
    yield f"which shrink by {fast:.4f} and by {slow:.4f} an epoch"
    yield f"he started at w = {w0:.4f}, b = {signed(b0, 4)}."
    yield f"At the end w was {end[0]:.4f} and b {end[1]:.4f}."
    yield f"only {np.mean(np.abs(fares - 10) <= 10 - float(his)):.1%} come as close to 10 €"
    yield f"Half of them end below {zeros:.2f} €"
    losses = [TABLES[f"Ben, {stage}"]["loss"][3] for stage in ("NumPy", "optimizer")]
    yield f"At epoch {TABLES['Ben, NumPy']['epoch'][3]} his two losses are {' and '.join(losses)}."
    today = by_hand(SHORT, mean, 0.01, 100, parameter=np.float32)["loss"]
    assert f"{today[15]:.8f}" == losses[1]
    yield "In NumPy before version 2"
    yield "times a 32-bit number was a 64-bit number, so his w had 64 bits while his arrays had 32."
    yield "PyTorch's w has 32."


def of_chens_two_rates() -> Iterator[str]:
    hessian = theory.hessian(X, bias=True)
    hers = np.diag([4, 1]) @ hessian
    assert np.allclose(mixed(X, X), [4 * np.mean(2 * X * X), np.mean(2 * X)])
    values, own = np.linalg.eigvalsh(hessian), np.sort(np.linalg.eigvals(hers))
    (slow, steep), (own_slow, own_steep) = values, own
    yield f"is just {len(X)} times the derivative for w"
    yield f"a rate of {0.01 * 4} for w and of {0.01} for b"
    yield f"eigenvalues {own_steep:.3f} and {own_slow:.3f}, with the ratio {own_steep / own_slow:.0f}"
    yield f"has {steep:.3f} and {slow:.3f} with the ratio {steep / slow:.0f}"
    yield f"stable up to a rate of {2 / own_steep:.4f}, not up to {2 / steep:.4f}: at 0.1, where"
    start = np.array([-2, -3])
    counts = [
        epochs_to(matrix, lr, start, right_to_a_thousandth)
        for matrix, lr in (
            (hers, 2 / own.sum()),
            (hessian, 2 / values.sum()),
            (hers, 0.01),
            (hessian, 0.01),
            (hessian, 0.1),
        )
    ]
    best, best_mean, at_one, mean_at_one, at_ten = counts
    yield f"it needs {best} epochs until w and b are right to 0.001, the mean needs {best_mean}"
    yield f"At 0.01 the two are much alike, {at_one} and {mean_at_one}, though b lags behind at"
    b, b_mean = (
        (3 + np.linalg.matrix_power(np.eye(2) - 0.01 * matrix, 100) @ start)[1]
        for matrix in (hers, hessian)
    )
    yield f"after 100 epochs it is {b:.3f} €, with the mean {b_mean:.3f} €."
    yield f"It takes {at_ten} until both are right to 0.001."


def of_chens_notes() -> Iterator[str]:
    then, today = (by_hand(FLAG_FALL, mixed, 0.01, 5000, kind) for kind in (float, np.float32))
    losses = then["loss"]
    assert np.all(np.diff(losses[:1000]) < 0)
    yield '"Converges for sure at 100000".'
    yield f"falls from {losses[0]:.0f} to {losses[9]:.3f} in nine updates and to {losses[99]:.3f}"
    yield f"in 99; after 1000 it is {losses[1000]:.4f}."
    yield "32-bit numbers come to rest long before 100000:"
    n, w, b = at_rest(today)
    yield f"after {n} updates, at w = {w:.7f} and b = {b:.7f}."
    n, w, b = at_rest(then)
    yield f"kept w and b with 64 bits, as Ben's did, and rests after {n} at {w:.7f} and {b:.7f}."
    sixth = TABLES["Chen, NumPy"]["loss"][5]
    yield f"gives it away: {sixth}, where 32 bits would print {str(np.float32(today['loss'][5]))}."
    assert np.all(np.diff(by_hand(FLAG_FALL, mixed, 0.1, 10)["loss"]) > 0)
    run = by_autograd(FLAG_FALL, 0.1, 100, bias=True)
    yield '"Converges at alpha = 0.1".'
    yield f"her 100 epochs end at w = {run['w'][-1]:.3f} and b = {run['b'][-1]:.3f}."


def of_dana() -> Iterator[str]:
    yield "For 20 epochs from the start"
    yield "For 100 epochs, and the same"
    yield f"{settings()['Dana, linear'][1]} epochs, of which"
    yield f"and {settings()['Dana, autograd'][2]} again"
    sixth, hers = (TABLES[f"{who}, NumPy"]["loss"][5] for who in ("Dana", "Ada"))
    yield f"in epoch 6, {sixth} and {hers}, and in epoch 7,"
    yield "gives the same −30, since"
    w0 = recovered_dana()
    assert f"{w0:.4f}" == "-0.2777"
    yield f"{signed(5 * w0 + DANA[1], 3)} before training."
    yield f"A ride of 5 km that pays the passenger: a random start, w = {signed(w0, 4)}"
    yield f"b = {signed(DANA[1], 4)}, and 5w + b is that."
    yield f"gives more of w: {signed(w0, 6)}."
    yield f"her model is at {computed('Dana, linear')['f(5)'][-1]:.3f} €, and he was at {settings()['Ben, linear'][2]} €."
    hessian = theory.hessian(X, bias=True)
    hers, his = (
        epochs_to(hessian, 0.01, np.subtract(start, [2, 0]), lambda e: abs(e @ [5, 1]) < 0.0005)
        for start in (DANA, BEN)
    )
    yield f"would print as 10.000 after {hers} epochs, from his after {his}."


def of_eli() -> Iterator[str]:
    x, y = (column.astype(float) for column in LONG)
    curvature = theory.hessian(x, bias=False)[0, 0]
    total = len(x) * curvature
    yield "He took 0.001 by hand and 0.01 with autograd"
    yield f"so 0.001 works like {0.001 * len(x)}."
    yield f"An epoch leaves {1 - 0.001 * total:.3f} of the error by hand"
    yield f"and {1 - 0.01 * curvature:.3f} with autograd."
    yield f"At 0.01 his NumPy would have run away: the factor is {signed(1 - 0.01 * total, 3)}"
    yield f"and the bound is {2 / total:.4f}."
    yield f"tends to 22/3, which prints as {theory.minimum(x, y, False)[0]:.3f}."


def test_every_number_in_the_prose_is_computed() -> None:
    rest = re.sub(r"[Nn]otebook \d|f\(5\)|a 32-bit number can", "", PROSE)
    people = of_ada, of_ben, of_chens_two_rates, of_chens_notes, of_dana, of_eli
    for claim in (claim for group in (in_the_introduction, *people) for claim in group()):
        assert claim in PROSE, claim
        rest = rest.replace(claim, "")
    assert re.findall(r".{0,30}\d.{0,30}", rest) == []


class TestTheStarts:
    def test_they_are_those_that_the_printed_numbers_lead_to(self) -> None:
        assert recovered_dana() == pytest.approx(DANA[0], abs=1e-7)
        assert recovered_ben() == pytest.approx(BEN, abs=1e-6)

    def test_a_layer_can_draw_them(self) -> None:
        layers = [nn.Linear(1, 1) for _ in range(100)]
        drawn = [parameter.item() for layer in layers for parameter in layer.parameters()]
        for number in (*drawn, *BEN, *DANA):
            assert -1 <= number < 1 and (np.float32(number) * 2.0**23).is_integer()


class TestTheCode:
    """What Python and torch do with the lines that are quoted."""

    def test_the_line_that_ada_left_out_takes_the_same_steps(self) -> None:
        x, y = map(torch.tensor, SHORT)
        w = torch.tensor(0.0, requires_grad=True)
        for expected in by_autograd(SHORT, 0.01, 20)["w"]:
            ((w * x - y) ** 2).mean().backward()
            w.data = w.data - 0.01 * w.grad
            w.grad.zero_()
            assert w.item() == expected

    def test_inside_no_grad_a_change_at_a_wrong_moment_is_noticed(self) -> None:
        v = torch.tensor(2.0, requires_grad=True)
        y = v**3
        with torch.no_grad():
            v -= 1
        with pytest.raises(RuntimeError, match="modified by an inplace operation"):
            y.backward()

    def test_bens_gradient_does_not_take_tensors(self) -> None:
        x, y = map(torch.tensor, SHORT)
        w = torch.tensor(0.0, requires_grad=True)
        with pytest.raises(TypeError):
            np.mean(2 * x * (w * x - y))

    def test_an_optimizer_is_never_false(self) -> None:
        assert (torch.optim.SGD([torch.zeros(1)], lr=0.01) is False) is False

    def test_as_many_outputs_as_columns_are_as_many_fares(self) -> None:
        assert nn.Linear(3, 3)(torch.ones(1, 3)).shape == (1, 3)

    def test_super_with_a_name_needs_that_name(self) -> None:
        code = """
class LinearRegression(nn.Module):
    def __init__(self):
        super(LinearRegression, self).__init__()
"""
        cells = {"nn": nn}
        exec(code, cells)
        kept = cells["LinearRegression"]
        kept()
        exec(code, cells)
        with pytest.raises(TypeError, match="obj must be an instance"):
            kept()

    def test_danas_graph_has_four_nodes_of_which_two_are_made_by_the_square(self) -> None:
        x, y = map(torch.tensor, SHORT)
        w = torch.tensor(0.0, requires_grad=True)
        node, names = ((w * x - y) ** 2).mean().grad_fn, []
        while node is not None:
            names.append(node.name())
            node = next((before for before, _ in node.next_functions if before), None)
        *made, leaf = names
        assert made == ["MeanBackward0", "PowBackward0", "SubBackward0", "MulBackward0"]
        assert leaf.endswith("AccumulateGrad")

    def test_the_way_back_may_run_inside_no_grad(self) -> None:
        x, y = map(torch.tensor, SHORT)
        w = torch.tensor(0.0, requires_grad=True)
        loss = ((w * x - y) ** 2).mean()
        with torch.no_grad():
            loss.backward()
        assert w.grad == -30

    def test_three_ways_to_write_the_update_fail_with_three_errors(self) -> None:
        x, y = map(torch.tensor, SHORT)

        def in_place(w: torch.Tensor) -> torch.Tensor:
            w -= 0.01 * w.grad
            return w

        def anew(w: torch.Tensor) -> torch.Tensor:
            return w - 0.01 * w.grad

        errors = set()
        for update in (in_place, anew, torch.no_grad()(anew)):
            w = torch.tensor(0.0, requires_grad=True)
            with (
                warnings.catch_warnings(action="ignore"),
                pytest.raises((RuntimeError, TypeError)) as error,
            ):
                for _ in range(2):
                    ((w * x - y) ** 2).mean().backward()
                    w = update(w)
            errors.add(str(error.value))
        assert len(errors) == 3

    @pytest.mark.skipif(torch.cuda.is_available(), reason="a CUDA device is here")
    def test_a_tensor_for_a_card_that_is_not_there_is_an_error(self) -> None:
        with pytest.raises((AssertionError, RuntimeError)):
            torch.tensor([1.0], device="cuda")
