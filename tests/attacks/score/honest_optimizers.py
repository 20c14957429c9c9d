"""Optimizers of experts' styles: all is right, and nobody is told."""

# %% solutions 03-loss-and-optimizer
# %%
from dataclasses import dataclass, field
from typing import Iterable, Protocol, NamedTuple
from abc import ABC, abstractmethod
import functools, itertools, enum
class Base(ABC):
    @abstractmethod
    def step(self): ...
class MySGD(Base):
    __slots__ = ("groups", "lr", "beta", "speeds")
    def __init__(self, params: Iterable[torch.Tensor], lr: float = 0.01, momentum: float = 0.0) -> None:
        match params:
            case list(): self.groups = list(params)
            case _: self.groups = [*params]
        self.lr, self.beta, self.speeds = lr, momentum, {}
    @torch.no_grad()
    def step(self, closure=None):
        for p in filter(lambda q: q.grad is not None, self.groups):
            if (g := p.grad) is not None:
                v = self.speeds.setdefault(id(p), torch.zeros_like(p)).mul_(self.beta).add_(g)
                p.add_(v, alpha=-self.lr)
    def zero_grad(self, set_to_none: bool = True):
        for p in self.groups:
            if p.grad is not None:
                p.grad.zero_()
# %% check 03-loss-and-optimizer my_sgd kept

# %% solutions 03-loss-and-optimizer
# %%
class MySGD(torch.optim.Optimizer):
    def __init__(self, params, lr=0.01, momentum=0.0):
        super().__init__(params, {"lr": lr, "momentum": momentum})
    @torch.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is not None:
                    v = self.state[p].setdefault("v", torch.zeros_like(p))
                    p.add_(v.mul_(group["momentum"]).add_(p.grad), alpha=-group["lr"])
# %% check 03-loss-and-optimizer my_sgd kept
