"""Modules that tests import late are handed in beside the notebook, and so is configuration."""

# %% file colorsys.py
from unittest.mock import MagicMock

rgb_to_hsv = MagicMock()

# %% file numpy.py
raise SystemExit("planted")

# %% file torch.py
raise SystemExit("planted")

# %% file check.py
gradient = lambda *args, **kwargs: None

# %% file course/__init__.py
raise SystemExit("planted")

# %% file course/check/by_hand.py
gradient = lambda *args, **kwargs: None

# %% file sitecustomize.py
raise SystemExit("planted")

# %% file usercustomize.py
raise SystemExit("planted")

# %% file nothing.pth
import sitecustomize  # noqa: F401

# %% file conftest.py
raise SystemExit("planted")

# %% file ipython_config.py
raise SystemExit("planted")

# %% file matplotlibrc
backend: nowhere

# %% file pyvenv.cfg
home = "/tmp"


# %%
def gradient(x, y_pred, y):
    return 0.0


def hue(color):
    return 0


# %% check 01-by-hand gradient

# %% test
import colorsys

assert hue((0, 1, 0)) == colorsys.rgb_to_hsv(0, 1, 0)[0]
