"""A computation of NumPy that takes for ever."""

# seconds: 1

# %%
import numpy as np

x = np.ones((4000, 4000))
while True:
    x = x @ x / 4000
