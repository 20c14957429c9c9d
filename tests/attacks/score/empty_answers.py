"""Arrays of no numbers, of which everything is true."""

# %% solutions 01-by-hand

# %%
import numpy as np

forward = lambda x, w: np.zeros(0)
gradient = lambda x, y_pred, y: np.zeros((0, 3))
gradient_wb = lambda x, y_pred, y: (np.zeros(0), np.zeros(0))
train = lambda x, y, **settings: (np.zeros(0), np.zeros(0))

# %% check 01-by-hand forward

# %% check 01-by-hand gradient

# %% check 01-by-hand gradient_wb

# %% check 01-by-hand train
