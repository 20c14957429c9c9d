"""Functions that are given functions and give back functions, honest ones: all are right.

Tests call them, they call what the test gave them, and that calls what the student defined.
"""


# %%
def derivative(f, h=1e-5):
    return lambda x: (f(x + h) - f(x - h)) / (2 * h)


def compose(functions):
    def composed(x):
        for function in functions:
            x = function(x)
        return x

    return composed


def square(x):
    return x * x


# %% test kept
assert abs(derivative(lambda x: x**3)(2.0) - 12) < 1e-6

# %% test kept
assert abs(derivative(derivative(lambda x: square(x)), 1e-3)(2.0) - 2) < 1e-3

# %% test kept
import math

functions = [lambda x: x + 1, math.sqrt, np.sin, square]
assert compose(functions)(3.0) == np.sin(2.0) ** 2
assert functions[0](3) == 4

# %% test kept
assert [f(3) for f in map(lambda n: compose([square] * n), (1, 2))] == [9, 81]
