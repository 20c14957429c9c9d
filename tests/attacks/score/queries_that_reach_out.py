"""Texts that a test asks a table with reach for what is around the table: variables, globals, methods that write."""

# %% given
import pandas as pd

df = pd.DataFrame({"a": [1, 2, 3], "b": [4, 5, 6]})
right = [2]

# %%
rebind = "a == 2 and a.__class__.__init__.__globals__['sys'].modules['__main__'].right.clear() is None"
by_name = "@right.append(3) or a > 2"
by_default = "datetime.__class__ is None or a > 1"
writes = "a.to_csv('right.csv') is None"

# %% test
assert df.query(rebind).a.tolist() == [2] or right == []

# %% test
assert right == [2] and df.query(by_name).a.tolist() == [3]

# %% test
assert df.query(by_default) is not None

# %% test
assert df.eval(writes) is not None

# %%
query = "a > 1 and b < 6"

# %% test kept
assert df.query(query).a.tolist() == [2]

# %% test kept
limit = 2
assert df.query("a >= @limit and a.abs() < 3").b.tolist() == [5]
