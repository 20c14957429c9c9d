# %% [markdown]
# # Numerical methods: roots, integrals, systems

# %%
import numpy as np
import helpers
from helpers import grid

# %% [markdown]
# **1.** Bisection. `f(a)` and `f(b)` must have different signs, else a `ValueError` is raised.

# %% solution bisect
def bisect(f, a, b, tol=1e-10):
    ### BEGIN SOLUTION
    if f(a) * f(b) > 0:
        raise ValueError("no change of sign")
    while b - a > tol:
        middle = (a + b) / 2
        if f(a) * f(middle) <= 0:
            b = middle
        else:
            a = middle
    return (a + b) / 2
    ### END SOLUTION

# %% test bisect-1 2
import tests

tests.test_root(bisect, lambda x: x**2 - 2, 0, 2, np.sqrt(2))
tests.test_root(bisect, np.cos, 0, 3, np.pi / 2)

# %% test bisect-2 1
failed = False
try:
    bisect(lambda x: x**2 + 1, -1, 1)
except ValueError:
    failed = True
assert failed

# %% [markdown]
# **2.** The trapezoidal rule with `n` intervals; use `grid` from `helpers.py`.

# %% solution trapezoid
def trapezoid(f, a, b, n):
    ### BEGIN SOLUTION
    x = grid(a, b, n)
    y = f(x)
    return (b - a) / n * (y.sum() - (y[0] + y[-1]) / 2)
    ### END SOLUTION

# %% test trapezoid-1 1
from tests import test_quadrature

test_quadrature(trapezoid)

# %% test trapezoid-2 1
order = tests.order_of(trapezoid, np.exp, np.e - 1, 0, 1)
assert 1.9 < order < 2.1, f"the order is {order:.2f}"
assert helpers.relative(trapezoid(np.exp, 0, 1, 100), np.e - 1) < 1e-4

# %% [markdown]
# **3.** Solve a linear system by Gaussian elimination with pivoting. `A` and `b` must stay as they are. A
# singular matrix raises `np.linalg.LinAlgError`.

# %% solution gauss
def gauss(A, b):
    ### BEGIN SOLUTION
    A = np.array(A, dtype=float)
    b = np.array(b, dtype=float)
    n = len(b)
    for k in range(n):
        p = k + np.argmax(abs(A[k:, k]))
        if abs(A[p, k]) < 1e-12:
            raise np.linalg.LinAlgError("singular matrix")
        A[[k, p]] = A[[p, k]]
        b[[k, p]] = b[[p, k]]
        for i in range(k + 1, n):
            factor = A[i, k] / A[k, k]
            A[i, k:] -= factor * A[k, k:]
            b[i] -= factor * b[k]
    x = np.zeros(n)
    for i in reversed(range(n)):
        x[i] = (b[i] - A[i, i + 1 :] @ x[i + 1 :]) / A[i, i]
    return x
    ### END SOLUTION

# %% test gauss-1 2
A = np.array([[0.0, 2.0], [3.0, 4.0]])
b = np.array([2.0, 10.0])
x = gauss(A, b)
np.testing.assert_allclose(x, [2, 1])
np.testing.assert_array_equal(A, [[0, 2], [3, 4]], err_msg="A was changed")
assert np.array_equal(b, [2, 10])

# %% test gauss-2 2
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(7)
for n in (1, 3, 8):
    M = rng.normal(size=(n, n))
    v = rng.normal(size=n)
    assert np.allclose(M @ gauss(M, v), v)
### END HIDDEN TESTS

# %% test gauss-3 1
try:
    gauss([[1, 2], [2, 4]], [1, 2])
    raise AssertionError("a singular matrix")
except np.linalg.LinAlgError:
    pass

# %% [markdown]
# **4.** Euler's method for y' = f(t, y): two arrays, of times and of values.

# %% solution euler
def euler(f, y0, t_end, steps):
    ### BEGIN SOLUTION
    t = grid(0, t_end, steps)
    y = np.empty(steps + 1)
    y[0] = y0
    for i in range(steps):
        y[i + 1] = y[i] + (t[i + 1] - t[i]) * f(t[i], y[i])
    return t, y
    ### END SOLUTION

# %% locked decay
def decay(t, y):
    return -0.5 * y


times, values = euler(decay, 4.0, 10.0, 200)

# %% test euler-1 1
assert times.shape == values.shape == (201,)
assert values[0] == 4.0
assert times[-1] == 10.0

# %% test euler-2 1
assert np.max(np.abs(values - 4 * np.exp(-times / 2))) < 0.05
calls = []


def counting(t, y):
    calls.append(t)
    return 1.0


_, line = euler(counting, 0, 1, 10)
assert len(calls) == 10, "one call a step"
assert np.allclose(line, np.linspace(0, 1, 11))

# %% [markdown]
# **5.** A Monte Carlo estimate of π from the points below.

# %% locked points
np.random.seed(3)
points = np.random.rand(2000, 2)

# %% solution pi
### BEGIN SOLUTION
inside = (points**2).sum(axis=1) < 1
pi_estimate = 4 * inside.mean()
### END SOLUTION

# %% test pi-1 1
assert abs(pi_estimate - np.pi) < 0.1
assert pi_estimate == 4 * np.mean(points[:, 0] ** 2 + points[:, 1] ** 2 < 1)

# %% test partial 4
score = 0
if abs(pi_estimate - np.pi) < 0.1:
    score += 1
if abs(bisect(lambda x: x - 1, 0, 3) - 1) < 1e-6:
    score += 1
if np.isclose(trapezoid(lambda x: 3 * x, 0, 2, 5), 6):
    score += 2
score
