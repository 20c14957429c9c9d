"""The tables of docs/origins.md, and the runs behind them: `python tests/origins.py` draws the picture.

Each run is made again with the numbers as they were rounded then. Before version 2, NumPy made a
64-bit number of a Python number times a 32-bit one, so parameters that began as Python numbers had 64
bits, and predictions, losses and gradients 32. Torch's parameters have 32.
"""

import io
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from matplotlib import rc_context
from matplotlib.figure import Figure
from torch import nn

DOCS = Path(__file__).parents[1] / "docs"
PAGE = (DOCS / "origins.md").read_text(encoding="utf-8")
PICTURE = DOCS / "origins.svg"
CUT = "…"
"""What is missing in the page's tables."""

Table = dict[str, list[str]]
"""Columns as they were printed, by name."""
Run = dict[str, np.ndarray]
"""The same columns computed, a number an epoch, and "f(5)" after each."""

_X = np.arange(1, 5, dtype=np.float32)
_I = np.arange(20)
SHORT, FLAG_FALL = (_X, 2 * _X), (_X, 2 * _X + 3)
LONG = (0.3 * _I).astype(np.float32), (2.2 * _I).astype(np.float32)
"""The learners' rides (x, y), km and €. They stay, whatever becomes of the course's."""
BEN, DANA = (0.064498305, -0.5316187), (-0.27769268, -0.2588077783584595)
"""Where their layers started, (w, b): found among the numbers that `nn.Linear` can draw."""


def _tables(text: str) -> list[list[list[str]]]:
    blocks = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    return [[re.split(r" *\| *", row)[1:-1] for row in block.splitlines()] for block in blocks]


def printed() -> dict[str, Table]:
    """The tables of the page by learner and run, such as "Ben, NumPy"."""
    found: dict[str, Table] = {}
    for section in PAGE.split("\n## ")[1:]:
        learner = section.splitlines()[0]
        for (first, *heads), _, *rows in _tables(section):
            if first == "epoch":
                epochs, *columns = zip(*rows, strict=True)
                for head, column in zip(heads, columns, strict=True):
                    name, run = head.split(", ", 1)
                    table = found.setdefault(f"{learner}, {run}", {"epoch": list(epochs)})
                    table[name] = list(column)
    return found


def settings() -> dict[str, tuple[float, int, str]]:
    """Rate, number of epochs and the f(5) that was printed in the end, of each run."""
    (overview,) = (rows for rows in _tables(PAGE) if rows[0][0] == "run")
    return {run: (float(lr), int(n), fare) for run, _, lr, n, fare in overview[2:]}


def dot(u: np.ndarray, v: np.ndarray, fused: bool) -> np.float32:
    """The sum of the products of two float32 arrays in float32, each product rounded first or not."""
    total = np.float32(0)
    products = np.multiply(u, v, dtype=float) if fused else u * v
    for product in products:
        total = np.float32(float(total) + float(product))
    return total


def sum_for_mean(x: np.ndarray, error: np.ndarray, fused: bool = False) -> tuple:
    """(dw, 0) with a sum for dw."""
    return dot(2 * x, error, fused), 0


def mean(x: np.ndarray, error: np.ndarray) -> tuple:
    """(dw, 0) as it should be."""
    return np.mean(2 * x * error), 0


def mixed(x: np.ndarray, error: np.ndarray) -> tuple:
    """(dw, db) with a sum for dw and a mean for db."""
    return dot(2 * x, error, fused=False), 2 * error.mean()


def by_hand(
    rides: tuple, slopes: Callable, lr: float, n_epochs: int, parameter: type = float
) -> Run:
    """A run in NumPy from w = b = 0; ``parameter`` is np.float32 where NumPy is a later one."""
    x, y = rides
    w = b = parameter(0)
    lines = []
    for _ in range(n_epochs):
        y_pred = w * x + b
        dw, db = slopes(x, y_pred - y)
        w, b = w - parameter(lr * parameter(dw)), b - parameter(lr * parameter(db))
        loss = ((y_pred - y) ** 2).mean()  # the gradient had no need of it
        lines.append((w, b, loss, *y_pred))
    return _run(lines)


def by_autograd(rides: tuple, lr: float, n_epochs: int, bias: bool = False) -> Run:
    """A run with torch's gradient from w = b = 0, updated by hand; b moves with a ``bias``."""
    x, y = map(torch.tensor, rides)
    parameters = [torch.tensor(0.0, requires_grad=True) for _ in range(1 + bias)]
    lines = []
    for _ in range(n_epochs):
        w, b = (*parameters, torch.tensor(0.0))[:2]
        y_pred = w * x + b
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            for parameter in parameters:
                parameter -= lr * parameter.grad
                parameter.grad.zero_()
        lines.append((w.item(), b.item(), loss.item(), *y_pred.tolist()))
    return _run(lines)


def by_optimizer(rides: tuple, lr: float, n_epochs: int, start: tuple = ()) -> Run:
    """A run with `nn.MSELoss` and `torch.optim.SGD`, of `nn.Linear` where it has a ``start``."""
    x, y = (torch.tensor(column).reshape(-1, 1) for column in rides)
    model = nn.Linear(1, 1, bias=bool(start))
    with torch.no_grad():
        for parameter, value in zip(model.parameters(), start or (0.0,), strict=True):
            parameter.fill_(value)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    lines = []
    for _ in range(n_epochs):
        y_pred = model(x)
        loss = nn.MSELoss()(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        b = model.bias.item() if start else 0.0
        lines.append((model.weight.item(), b, loss.item(), *y_pred[:, 0].tolist()))
    return _run(lines)


def _run(lines: list[tuple]) -> Run:
    w, b, loss, *fares = np.array(lines, dtype=float).T
    by_km = {f"{km} km": fare for km, fare in enumerate(fares, start=1)}
    return {"w": w, "b": b, "loss": loss, "f(5)": 5 * w + b, **by_km}


def _later(run: Run, n_epochs: int) -> Run:
    return {name: column[n_epochs:] for name, column in run.items()}


RUNS: dict[str, Callable[[float, int], Run]] = {
    "Ada, NumPy": lambda lr, n: by_hand(SHORT, lambda *at: sum_for_mean(*at, fused=True), lr, n),
    "Ada, NumPy, going on": lambda lr, n: _later(by_hand(SHORT, sum_for_mean, lr, 30 + n), 30),
    "Ada, autograd": lambda lr, n: by_autograd(SHORT, lr, n),
    "Ada, autograd, going on": lambda lr, n: _later(by_autograd(SHORT, lr, 20 + n), 20),
    "Ben, NumPy": lambda lr, n: by_hand(SHORT, mean, lr, n),
    "Ben, optimizer": lambda lr, n: by_optimizer(SHORT, lr, n),
    "Ben, linear": lambda lr, n: by_optimizer(SHORT, lr, n, start=BEN),
    "Chen, NumPy": lambda lr, n: by_hand(FLAG_FALL, mixed, lr, n),
    "Chen, autograd": lambda lr, n: by_autograd(FLAG_FALL, lr, n, bias=True),
    "Dana, NumPy": lambda lr, n: by_hand(SHORT, sum_for_mean, lr, n),
    "Dana, NumPy, 20 epochs": lambda lr, n: by_hand(SHORT, sum_for_mean, lr, n),
    "Dana, autograd": lambda lr, n: by_autograd(SHORT, lr, n),
    "Dana, autograd, 100 epochs": lambda lr, n: by_autograd(SHORT, lr, n),
    "Dana, optimizer": lambda lr, n: by_optimizer(SHORT, lr, n),
    "Dana, linear": lambda lr, n: by_optimizer(SHORT, lr, n, start=DANA),
    "Eli, NumPy": lambda lr, n: by_hand(LONG, sum_for_mean, lr, n),
    "Eli, autograd": lambda lr, n: by_autograd(LONG, lr, n),
}
"""Each run again, given its rate and its number of epochs."""


def computed(run: str) -> Run:
    """A run made again, with the rate and the number of epochs that the page gives."""
    lr, n_epochs, _ = settings()[run]
    return RUNS[run](lr, n_epochs)


STYLES = {"Ada": ("o", "#0072B2", 7), "Ben": ("s", "#BA5200", 4), "Dana": ("^", "#007F5C", 7)}
LINES = {
    "Dana, NumPy, 20 epochs": ("the sum, by hand", (15, 1e-7)),
    "Ben, NumPy": ("the mean, by hand, by autograd, by an optimizer", (50, 1e-5)),
    "Ben, linear": ("nn.Linear, from Ben's start", (70, 4e-4)),
    "Dana, linear": ("nn.Linear, from Dana's start", (108, 4e-2)),
}
"""The lines of the picture, each with its words and where they stand."""


def picture() -> str:
    """The losses of the tables for y = 2x, with the runs behind them, as SVG."""
    style = {"svg.fonttype": "none", "svg.hashsalt": "origins", "font.family": "sans-serif"}
    with rc_context(style):
        figure = Figure(figsize=(8.4, 4.4), layout="constrained", facecolor="white")
        axes = figure.subplots()
        for run, (words, at) in LINES.items():
            losses = computed(run)["loss"]
            axes.plot(np.arange(1, len(losses) + 1), losses, color="#484848", lw=1)
            axes.text(*at, words, color="#222222")
        for learner, (marker, colour, size) in STYLES.items():
            runs = [run for run in printed() if run.startswith(learner)]
            epochs, losses = np.concatenate([dots(run) for run in runs if dots(run)]).T
            axes.plot(epochs, losses, marker, ms=size, mfc="none", color=colour, label=learner)
        axes.set(yscale="log", xlim=(0, 143), ylim=(5e-9, 100))
        axes.set(xlabel="epoch", ylabel="loss [€²]")
        axes.set_title("Who computes the gradient makes no difference. A sum does, and a bias")
        axes.grid(color="#e3e3de")
        axes.spines[["top", "right"]].set_visible(False)
        axes.legend(frameon=False, loc="upper right")
        svg = io.StringIO()
        figure.savefig(svg, format="svg", metadata={"Date": None, "Creator": None})
    return "".join(line.rstrip() + "\n" for line in svg.getvalue().splitlines())


def dots(run: str) -> list[tuple[int, float]]:
    """(epoch, loss) of the lines whose loss is not zero, epochs counted from w = 0."""
    table, before = printed()[run], 20 if run == "Ada, autograd, going on" else 0
    return [
        (before + int(epoch), float(loss))
        for epoch, loss in zip(table["epoch"], table["loss"], strict=True)
        if float(loss) > 0
    ]


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
