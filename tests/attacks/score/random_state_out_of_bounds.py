"""The state of random numbers before a read-only cell is one that NumPy reads beyond its memory, or no number."""
# %% channel
# %%
import random
import numpy as np
states = []
def state():
    version, numbers, gauss = random.getstate()
    place = 10**9 if not states else 0
    states.append(0)
    return [[version, np.array(numbers), "x"], ["MT19937", np.ones(624, "u4"), place, 0, 0.0], None]
candidate.verbs["chance"] = state
def f(x): return x
# %% given
data = np.random.rand(10)
# %% test kept
assert data.shape == f((10,))
# %% given
normal = random.gauss(0, 1)
# %% test kept
assert type(normal) is float and f(1) == 1
