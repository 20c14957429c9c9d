"""What the test cells of the notebook call."""

import numpy as np


def test_root(solver, function, a, b, expected, tolerance=1e-8):
    root = solver(function, a, b)
    assert abs(root - expected) < tolerance, f"{root} is not {expected}"
    print("Test passed.")


def test_quadrature(rule):
    assert np.isclose(rule(lambda x: x, 0, 1, 10), 0.5)
    assert np.isclose(rule(np.sin, 0, np.pi, 1000), 2, atol=1e-5)
    print("Test passed.")


def order_of(rule, function, exact, a, b):
    coarse = abs(rule(function, a, b, 20) - exact)
    fine = abs(rule(function, a, b, 40) - exact)
    return np.log2(coarse / fine)
