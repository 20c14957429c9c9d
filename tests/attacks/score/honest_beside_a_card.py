"""No attack: the machine that grades has a card, which the course does not lend to anybody.

The examiner is made to believe that it sees one. Right answers keep their points all the same.
"""

# %% solutions 04-model

# %%
import torch

assert not torch.cuda.is_available()

# %% test kept
import os
import torch

assert os.environ["CUDA_VISIBLE_DEVICES"] == ""
assert not torch.cuda.is_initialized()

# %% test kept
import torch

torch.cuda.is_available = lambda: True
torch.cuda.device_count = lambda: 1
torch.accelerator.is_available = lambda: True

# %% check 04-model train_model kept

# %% check 04-model pick_device kept

# %% check 04-model linear_regression kept
