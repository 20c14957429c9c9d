# %% right: two means
def gradient_wb(x, y_pred, y):
    e = y_pred - y
    return (2 * x * e).mean(), 2 * e.mean()


# %% right: matrix form
def gradient_wb(x, y_pred, y):
    X = np.column_stack([x, np.ones_like(x)])
    return tuple(2 / len(y) * X.T @ (y_pred - y))


# %% right: an array of two
def gradient_wb(x, y_pred, y):
    X = np.stack([x, np.ones(len(x))])
    return 2 * X @ (y_pred - y) / len(x)


# %% right: a list
def gradient_wb(x, y_pred, y):
    return [-2 * np.mean(x * (y - y_pred)), -2 * np.mean(y - y_pred)]


# %% right: with the function from before
def gradient_wb(x, y_pred, y):
    return gradient(x, y_pred, y), gradient(np.ones_like(x), y_pred, y)


# %% right: a loop
def gradient_wb(x, y_pred, y):
    dw = db = 0.0
    for xi, pi, yi in zip(x, y_pred, y):
        dw += 2 * xi * (pi - yi) / len(x)
        db += 2 * (pi - yi) / len(x)
    return dw, db


# %% wrong mixed-sum-mean: Chen's
def gradient_wb(x, y_pred, y):
    return np.dot(2 * x, y_pred - y).mean(), (2 * (y_pred - y)).mean()


# %% wrong mixed-sum-mean: the other way round
def gradient_wb(x, y_pred, y):
    return (2 * x * (y_pred - y)).mean(), (2 * (y_pred - y)).sum()


# %% wrong sum-for-mean: both summed
def gradient_wb(x, y_pred, y):
    return np.sum(2 * x * (y_pred - y)), np.sum(2 * (y_pred - y))


# %% wrong flipped-sign: both uphill
def gradient_wb(x, y_pred, y):
    return np.mean(2 * x * (y - y_pred)), np.mean(2 * (y - y_pred))


# %% wrong missing-factor-2: both halved
def gradient_wb(x, y_pred, y):
    return np.mean(x * (y_pred - y)), np.mean(y_pred - y)


# %% wrong dw-is-db: swapped
def gradient_wb(x, y_pred, y):
    return np.mean(2 * (y_pred - y)), np.mean(2 * x * (y_pred - y))


# %% wrong missing-minus-of-b: one sign
def gradient_wb(x, y_pred, y):
    return np.mean(2 * x * (y_pred - y)), np.mean(2 * (y - y_pred))


# %% wrong missing-x: the same twice
def gradient_wb(x, y_pred, y):
    db = np.mean(2 * (y_pred - y))
    return db, db


# %% wrong derivative-copied: x in both
def gradient_wb(x, y_pred, y):
    dw = np.mean(2 * x * (y_pred - y))
    return dw, dw


# %% wrong db-without-errors: b forgotten
def gradient_wb(x, y_pred, y):
    return np.mean(2 * x * (y_pred - y)), 0.0


# %% wrong half-for-one: no factor 2 for b
def gradient_wb(x, y_pred, y):
    return np.mean(2 * x * (y_pred - y)), np.mean(y_pred - y)


# %% wrong return-alone: only one
def gradient_wb(x, y_pred, y):
    return np.mean(2 * x * (y_pred - y))


# %% wrong one-value-per-ride: one value a ride
def gradient_wb(x, y_pred, y):
    return 2 * x * (y_pred - y), 2 * (y_pred - y)


# %% wrong returns-none: no return
def gradient_wb(x, y_pred, y):
    dw, db = np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y))


# %% wrong y-for-x: y for x and half of it
def gradient_wb(x, y_pred, y):
    return np.mean(y * (y_pred - y)), np.mean(2 * (y_pred - y))


# %% right: named tuple
from typing import NamedTuple


class Grads(NamedTuple):
    dw: float
    db: float


def gradient_wb(x, y_pred, y) -> Grads:
    r = y - y_pred
    return Grads(dw=-2 * np.mean(x * r), db=-2 * np.mean(r))


# %% right: torch vjp
import torch


def gradient_wb(x, y_pred, y):
    X, P, Y = (torch.as_tensor(np.array(a), dtype=torch.float64) for a in (x, y_pred, y))
    f = lambda w, b: ((P + w * X + b - Y) ** 2).mean()
    zero = torch.zeros((), dtype=torch.float64)
    dw, db = torch.func.grad(f, argnums=(0, 1))(zero, zero)
    return dw.item(), db.item()


# %% right: central differences, exact
def gradient_wb(x, y_pred, y):
    def slope(direction):
        return (mse_loss(y_pred + direction, y) - mse_loss(y_pred - direction, y)) / 2

    return slope(x), slope(1.0)


# %% wrong mixed-sum-mean: sum for db
def gradient_wb(x, y_pred, y):
    e = y_pred - y
    return np.mean(2 * x * e), np.sum(2 * e)


# %% wrong one-value-per-ride: no mean
def gradient_wb(x, y_pred, y):
    e = y_pred - y
    return 2 * x * e, 2 * e


# %% wrong db-without-errors: db is 1
def gradient_wb(x, y_pred, y):
    return np.mean(2 * x * (y_pred - y)), 1.0


# %% wrong returns-a-dict: dict
def gradient_wb(x, y_pred, y):
    e = y_pred - y
    return {"dw": np.mean(2 * x * e), "db": np.mean(2 * e)}


# %% wrong changed-input: y_pred changed
def gradient_wb(x, y_pred, y):
    y_pred -= y
    return np.mean(2 * x * y_pred), np.mean(2 * y_pred)


# %% wrong last-ride-only: last ride only
def gradient_wb(x, y_pred, y):
    for i in range(len(x)):
        dw = 2 * x[i] * (y_pred[i] - y[i])
        db = 2 * (y_pred[i] - y[i])
    return dw / len(x), db / len(x)


# %% wrong size-of-the-error: sizes for b
def gradient_wb(x, y_pred, y):
    e = y_pred - y
    return np.mean(2 * x * e), np.mean(2 * np.abs(e))


# %% wrong one-value-per-ride: no mean for db
def gradient_wb(x, y_pred, y):
    return gradient(x, y_pred, y), 2 * (y_pred - y)


# %% wrong divided-in-the-loop: divided for each ride
def gradient_wb(x, y_pred, y):
    m = x.shape[0]
    dj_dw = dj_db = 0
    for i in range(m):
        dj_dw += 2 * (y_pred[i] - y[i]) * x[i]
        dj_db += 2 * (y_pred[i] - y[i])
        dj_dw /= m
        dj_db /= m
    return dj_dw, dj_db


# %% wrong sum-without-2: dot and sum, no 2
def gradient_wb(x, y_pred, y):
    return np.dot(x, y_pred - y), (y_pred - y).sum()


# %% wrong mean-too-early: x times the mean
def gradient_wb(x, y_pred, y):
    d = 2 * (y_pred - y).mean()
    return x * d, d


# %% wrong missing-minus-of-w: w uphill
def gradient_wb(x, y_pred, y):
    return np.mean(2 * x * (y - y_pred)), np.mean(2 * (y_pred - y))


# %% right: both of shape (1,)
def gradient_wb(x, y_pred, y):
    g = (2 * (y_pred - y) / len(y)).reshape(-1, 1)
    return (x @ g), g.sum(axis=0)


# %% right: grad_output with axes, dw (1, 1) and db (1,)
def gradient_wb(x, y_pred, y):
    g = (2 * (y_pred - y) / len(y)).reshape(-1, 1)
    return np.dot(x.reshape(1, -1), g), np.sum(g, axis=0)


# %% right: a column of two
def gradient_wb(x, y_pred, y):
    X = np.column_stack([x, np.ones(len(x))])
    return 2 / len(x) * X.T @ (y_pred - y).reshape(-1, 1)


# %% right: a named tuple of tensors with an axis
import torch
from collections import namedtuple

Slopes = namedtuple("Slopes", "dw db")


def gradient_wb(x, y_pred, y):
    error = torch.tensor(y_pred - y)
    return Slopes((2 * torch.tensor(x) * error).mean().reshape(1), 2 * error.mean(0, keepdim=True))


# %% right: fractions
from fractions import Fraction


def gradient_wb(x, y_pred, y):
    x, errors = list(map(Fraction, x)), [Fraction(a) - Fraction(b) for a, b in zip(y_pred, y)]
    return 2 * sum(a * e for a, e in zip(x, errors)) / len(x), 2 * sum(errors) / len(x)


# %% wrong returns-a-generator: in round brackets
def gradient_wb(x, y_pred, y):
    return (2 * np.mean(factor * (y_pred - y)) for factor in (x, 1))


# %% wrong returns-a-set: in curly brackets
def gradient_wb(x, y_pred, y):
    error = y_pred - y
    return {2 * np.mean(x * error), 2 * np.mean(error)}


# %% wrong returns-a-text: printed numbers
def gradient_wb(x, y_pred, y):
    error = y_pred - y
    return f"{2 * np.mean(x * error)}, {2 * np.mean(error)}"


# %% wrong returns-none-inside: one of them printed
def gradient_wb(x, y_pred, y):
    error = y_pred - y
    dw = 2 * np.mean(x * error)
    db = print(2 * np.mean(error))
    return dw, db


# %% wrong returns-more: the loss as well
def gradient_wb(x, y_pred, y):
    error = y_pred - y
    return 2 * np.mean(x * error), 2 * np.mean(error), np.mean(error**2)


# %% wrong db-without-errors: db the derivative by 1
def gradient_wb(x, y_pred, y):
    e = y_pred - y
    return np.mean(2 * x * e), 1.0


# %% wrong loss-not-slope: db the loss
def gradient_wb(x, y_pred, y):
    e = y_pred - y
    return np.mean(2 * x * e), np.mean(e**2)


# %% wrong size-of-the-error: db mean abs
def gradient_wb(x, y_pred, y):
    e = y_pred - y
    return np.mean(2 * x * e), 2 * np.mean(np.abs(e))


# %% wrong last-ride-only: last only in db
def gradient_wb(x, y_pred, y):
    e = y_pred - y
    return np.mean(2 * x * e), 2 * e[-1]


# %% wrong mean-divided-again: db over N again
def gradient_wb(x, y_pred, y):
    e = y_pred - y
    return np.mean(2 * x * e), 2 * np.mean(e) / len(x)


# %% wrong clipped: by norm
def gradient_wb(x, y_pred, y):
    e = y_pred - y
    g = np.array([np.mean(2 * x * e), np.mean(2 * e)])
    return g / max(1.0, np.linalg.norm(g))


# %% wrong error-squared: squares left
def gradient_wb(x, y_pred, y):
    e = (y_pred - y) ** 2
    return np.mean(2 * x * e), np.mean(2 * e)


# %% wrong bracket-too-late: no brackets in both
def gradient_wb(x, y_pred, y):
    return np.mean(2 * x * y_pred - y), np.mean(2 * y_pred - y)


# %% wrong wrong-dw: root of the distances
def gradient_wb(x, y_pred, y):
    e = y_pred - y
    return np.mean(2 * np.sqrt(np.abs(x)) * e), np.mean(2 * e)


# %% wrong error-squared: db by x squared mean
def gradient_wb(x, y_pred, y):
    e = y_pred - y
    return np.mean(2 * x * x * e), np.mean(2 * x * e)


# %% wrong returns-the-step: the steps
def gradient_wb(x, y_pred, y):
    e = y_pred - y
    lr = 0.1
    return lr * np.mean(2 * x * e), lr * np.mean(2 * e)


# %% right: a list
def gradient_wb(x, y_pred, y):
    e = y_pred - y
    return [2 * (x @ e) / len(x), 2 * e.mean()]


# %% right: design matrix
def gradient_wb(x, y_pred, y):
    X = np.column_stack([x, np.ones_like(x)])
    return 2 / len(x) * X.T @ (y_pred - y)


# %% right: loop
def gradient_wb(x, y_pred, y):
    dw = db = 0
    for i in range(len(x)):
        d = 2 * (y_pred[i] - y[i]) / len(x)
        dw += d * x[i]
        db += d
    return dw, db


# %% wrong wrong-db: fares in db
def gradient_wb(x, y_pred, y):
    e = y_pred - y
    return np.mean(2 * x * e), np.mean(2 * y * e)


# %% wrong number-unpacked: unpacks gradient
def gradient_wb(x, y_pred, y):
    error = y_pred - y
    dw, db = gradient(x, y_pred, y)
    return dw, db


# %% wrong shape-mismatch: X from x by hstack
def gradient_wb(x, y_pred, y):
    error = y_pred - y
    X = np.hstack([x, np.ones(len(x))])
    g = 2 / len(x) * X.T @ error
    return g[0], g[1]


# %% wrong not-callable: np.ones of two
def gradient_wb(x, y_pred, y):
    error = y_pred - y
    X = np.c_(x, np.ones(len(x)))
    g = 2 / len(x) * X.T @ error
    return g[0], g[1]


# %% wrong fixed-n: db over 4
def gradient_wb(x, y_pred, y):
    e = y_pred - y
    dw = 2 * np.dot(x, e) / len(x)
    db = 2 * np.sum(e) / 4
    return dw, db


# %% wrong one-start-for-two: two names and one 0
def gradient_wb(x, y_pred, y):
    dw, db = 0
    for i in range(len(x)):
        dw += 2 * (y_pred[i] - y[i]) * x[i] / len(x)
        db += 2 * (y_pred[i] - y[i]) / len(x)
    return dw, db
