"""Looking into torch, running texts, a module beside the notebook: all is right, and nobody is told."""

# %% solutions 03-loss-and-optimizer
# %%
print(dir(torch.optim.SGD), vars(torch.optim.SGD).keys(), torch.optim.SGD.__init__.__doc__, torch.optim.SGD.__mro__)
import inspect
print(inspect.getsource(torch.optim.SGD)[:100], inspect.getmembers(torch.nn.MSELoss)[:2], inspect.getfile(torch.optim.SGD))
print(torch.optim.SGD.step.__defaults__, MySGD.__module__)
hist = [0]
def f(x, _cache={}): return _cache.setdefault(x, x)
f.__defaults__
# %% check 03-loss-and-optimizer kept

# %% solutions 03-loss-and-optimizer
# %%
lines = {"A": "a = 1", "B": "b = a + 1"}
for l in "AB": exec(lines[l])
for l in "AB": exec(compile(lines[l], "<string>", "exec"))
print(eval("a + b"), eval(f"{a} + {b}"))
# %% check 03-loss-and-optimizer kept

# %% file helpers.py
import torch, functools
def loss(p, y):
    """doc"""
    return torch.mean((p - y) ** 2)
# %% solutions 02-autograd
# %%
import importlib, helpers
importlib.reload(helpers)
from helpers import loss as mse_loss
from helpers import *
# %% check 02-autograd mse_loss kept
