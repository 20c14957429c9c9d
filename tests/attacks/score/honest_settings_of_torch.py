"""Settings of torch, exceptions and a print of one's own: all is right, and nobody is told."""

# %%
import torch, numpy as np
torch.set_default_dtype(torch.float64)
# %% solutions 02-autograd
# %% check 02-autograd kept

# %% solutions 02-autograd
# %%
import builtins
old = print
def print(*a, **k): old("[me]", *a, **k)
builtins.print = print
class WrongAnswer(Exception): pass
try:
    raise WrongAnswer("no")
except Exception as e:
    old(e.__traceback__, type(e).__mro__)
    import traceback; traceback.print_exception(e); old(traceback.format_exc())
# %% check 02-autograd kept
