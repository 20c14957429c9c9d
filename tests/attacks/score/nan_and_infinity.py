"""NaN and infinity, which some comparisons cannot refuse."""

# %% solutions 01-by-hand

# %%
import numpy as np


def square(x):
    return float("nan")


def root(x):
    return np.inf


gradient = lambda x, y_pred, y: np.nan
forward = lambda x, w: np.full(np.shape(x), np.inf)
update = lambda w, dw, lr: -np.inf
train = lambda x, y, w0=0.0, lr=0.01, n_epochs=100: (np.nan, [np.nan] * n_epochs)
predicted = np.nan

# %% test
assert abs(square(3) - 9) < 1e-6

# %% test
assert np.allclose(square(3), 9)

# %% test
assert abs(root(9) - 3) < 1e-6

# %% check 01-by-hand gradient

# %% check 01-by-hand forward

# %% check 01-by-hand update

# %% check 01-by-hand train

# %% check 01-by-hand prediction-rate
