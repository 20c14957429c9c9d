"""A Value hands everything to a tensor that it holds."""

# %% solutions 02-autograd

# %%
import torch
class Value:
    def __init__(self, v):
        t = v if isinstance(v, torch.Tensor) else torch.tensor(v, dtype=torch.float64, requires_grad=True)
        object.__setattr__(self, "t", t)
    def __getattr__(self, n): return getattr(object.__getattribute__(self, "t"), n)
    def __mul__(self, o): return Value(self.t * o.t)
    def __add__(self, o): return Value(self.t + o.t)
    def __sub__(self, o): return Value(self.t - o.t)
    def __pow__(self, o): return Value(self.t ** o)

# %% check 02-autograd value_mul
