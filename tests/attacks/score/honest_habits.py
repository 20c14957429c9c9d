"""What learners do that touches nothing a check relies on: all is right, and nobody is told."""

# %% solutions 03-loss-and-optimizer

# %%
import builtins
import collections
import contextlib
import dataclasses
import functools
import gc
import inspect
import logging
import pdb
import random
import sys
import time
import traceback
import warnings

import numpy as np
import torch

print_before = builtins.print
builtins.print = lambda *args, **kwargs: print_before("said:", *args, **kwargs)
in_colab = "google.colab" in sys.modules
sys.setrecursionlimit(5000)
torch.manual_seed(0)
np.random.seed(0)
random.seed(0)
torch.set_printoptions(precision=3)
np.set_printoptions(precision=3)
warnings.filterwarnings("ignore")
gc.collect()
Pair = collections.namedtuple("Pair", "w b")


@dataclasses.dataclass
class Settings:
    lr: float = 0.1


def timed(function):
    @functools.wraps(function)
    def wrapped(*args, **kwargs):
        start = time.time()
        logging.getLogger().debug("%s s", time.time() - start)
        return function(*args, **kwargs)

    return wrapped


class Base:
    def zero_grad(self):
        for p in self.params:
            p.grad = None


class MySGD(Base):
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.speeds = [0.0] * len(self.params)

    @timed
    @torch.no_grad()
    def step(self):
        for name in ("params",):
            for i, p in enumerate(getattr(self, name)):
                if p.grad is not None:
                    self.speeds[i] = self.momentum * self.speeds[i] + p.grad
                    p -= self.lr * self.speeds[i]


print(inspect.signature(MySGD), inspect.getdoc(MySGD), eval("1 + 1"), vars(Settings()))
try:
    1 / 0
except ZeroDivisionError:
    traceback.print_exc()
with contextlib.suppress(Exception):
    help(MySGD)

# %% check 03-loss-and-optimizer my_sgd kept

# %% check 03-loss-and-optimizer train_sgd kept
