"""Tensors and arrays of enormous shapes that take no bytes."""

# %% channel

# %%
import numpy as np
import torch


def square(x):
    return [
        torch.empty(2**20, 2**20, device="meta"),
        torch.empty(2**40, 0),
        np.zeros((2**40, 0)),
        torch.zeros(1).expand(2**40),
    ][x]


# %% test
assert torch.equal(square(0), torch.ones(3))

# %% test
assert float(square(0)) == 9

# %% test
assert square(1).sum() == 9

# %% test
assert np.allclose(square(2).sum(), 9)

# %% test
assert square(3).sum() == 9
