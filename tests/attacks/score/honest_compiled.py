"""torch.compile and torch.jit.script: all is right, and nobody is told."""

# %% solutions 02-autograd
# %%
import torch
compiled = torch.compile(forward, backend="eager")
fares = compiled(torch.ones(2), torch.tensor(1.0))
# %% check 02-autograd forward kept
# %% test kept
assert fares[1] == 1.0

# %% solutions 02-autograd
# %%
@torch.jit.script
def mse_loss(y_pred: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return ((y_pred - y) ** 2).mean()
# %% check 02-autograd mse_loss kept
