"""The names of all solutions are data: a number, a text, NaN, a dict, an array."""

# %% channel

# %%
import itertools

import numpy as np

values = itertools.cycle([0, "right", float("nan"), {}, np.zeros(2), [None], (0, 0), True])
candidate.verbs["names"] = lambda wanted: {name: next(values) for name in wanted}

# %% check 01-by-hand gradient

# %% check 01-by-hand bug-hunt

# %% check 02-autograd

# %% check 03-loss-and-optimizer order

# %% check 03-loss-and-optimizer order_matters

# %% check 03-loss-and-optimizer my_sgd

# %% check 04-model linear_regression

# %% check 04-model train_model
