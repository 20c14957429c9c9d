"""Layers by their full names, hooks, properties and torch.func: all is right, and nobody is told."""

# %% solutions 04-model
# %%
from torch import nn
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.layer = torch.nn.modules.linear.Linear(n_in, n_out)
        self.register_forward_hook(lambda m, i, o: None)
    @property
    def weight(self): return self.layer.weight
    def forward(self, x): return self.layer(x)
for m in LinearRegression().modules(): print(m)
# %% check 04-model linear_regression kept

# %% solutions 04-model
# %%
def best_rate(x):
    x = torch.tensor(x)
    f = lambda t: ((t[0] * x + t[1]) ** 2).mean()
    flat, steep = torch.linalg.eigvalsh(torch.func.hessian(f)(torch.zeros(2, dtype=torch.float64)))
    return 2 / (flat + steep), (steep - flat) / (steep + flat)
# %% check 04-model best_rate kept
