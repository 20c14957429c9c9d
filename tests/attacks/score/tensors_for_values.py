"""A function that makes tensors stands for Value."""

# %% solutions 02-autograd

# %%
import torch

Value = lambda data: torch.tensor(data, dtype=torch.float64, requires_grad=True)

# %% check 02-autograd value_mul
