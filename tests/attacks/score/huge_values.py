"""Numbers, texts, lists and arrays that are too large to be sent.

Each costs the test that asks for it, and no other.
"""

# %%
import numpy as np

number = 10**5000
text = "9" * 50_000_000
items = list(range(1_000_000))
array = np.zeros((5000, 5000))
wide = np.zeros((1,) * 32)
deep = []
for _ in range(10_000):
    deep = [deep]
circle = []
circle.append(circle)


def square(x):
    return x * x


# %% test
assert number == 9

# %% test
assert text == "9"

# %% test
assert len(items) == 9

# %% test
assert array.sum() == 9

# %% test
assert wide.sum() == 9

# %% test
assert deep == [9]

# %% test
assert circle == [9]

# %% test kept
assert square(3) == 9
