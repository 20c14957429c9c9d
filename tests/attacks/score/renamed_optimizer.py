"""torch's optimizer under another name is still torch's."""

# %% solutions 03-loss-and-optimizer

# %%
import torch

torch.optim.SGD.__module__ = "mine"
torch.optim.SGD.__qualname__ = torch.optim.SGD.__name__ = "MySGD"
MySGD = torch.optim.SGD

# %% check 03-loss-and-optimizer my_sgd
