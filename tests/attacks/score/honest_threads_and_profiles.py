"""Threads, profiles, data loaders: all is right, and nobody is told."""

# %% solutions 02-autograd
# %%
import threading, concurrent.futures, multiprocessing, time, asyncio
t = threading.Thread(target=lambda: time.sleep(0.01)); t.start(); t.join()
with concurrent.futures.ThreadPoolExecutor(2) as p: list(p.map(abs, [1, 2]))
async def go(): await asyncio.sleep(0); return 1
await go()
import random, timeit, cProfile, tracemalloc
timeit.timeit(lambda: 1, number=3)
# %% check 02-autograd kept

# %% solutions 03-loss-and-optimizer
# %%
with torch.profiler.profile() as prof:
    torch.ones(3).sum()
p = torch.nn.Parameter(torch.ones(1)); p.register_hook(lambda g: g); (p * 2).sum().backward()
h = torch.nn.modules.module.register_module_forward_hook(lambda m, i, o: None)
torch.nn.functional.mse_loss(torch.ones(1), torch.ones(1))
from torch.optim import lr_scheduler, swa_utils
import torch.optim.lr_scheduler as S
from torch.utils.data import DataLoader, TensorDataset
for b in DataLoader(TensorDataset(torch.ones(3)), batch_size=2): print(b)
# %% check 03-loss-and-optimizer kept
