"""The process aborts inside a test that expects an exception."""

# %%
import os


def root(x):
    os.abort()


# %% test
import pytest

with pytest.raises(BaseException):
    root(-1)
1.0
