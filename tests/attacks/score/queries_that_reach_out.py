"""Texts that a test asks a table with reach for what is around the table: variables, globals, methods that write."""

# %% given
import os

import pandas as pd

df = pd.DataFrame({"a": [1, 2, 3], "b": [4, 5, 6]})

# %%
by_name = "a == @right.clear()"
by_globals = "a == a.__class__.__init__.__globals__['sys'].modules['__main__'].right.clear()"
in_backticks = "a == a.`values`.`ctypes`.`_ctypes`.`_sys`.`modules`.`get`('\\x5f_main\\x5f_').`right`.`clear`()"
calls = "clear (1)"
writes = "a.to_csv('done.csv') == a"
query = "a > 1 and b < 6"

# %% test
right = [2]
assert df.query(by_name).a.tolist() == right

# %% test
right = [2]
assert df.query(by_globals).a.tolist() == right

# %% test
right = [2]
assert df.query(in_backticks).a.tolist() == right

# %% test
right = [2]


def clear(_):
    right.clear()
    return 1


assert pd.eval(calls) == 1
assert right == []

# %% test
df.query(writes)
assert os.path.exists("done.csv")

# %% test kept
assert df.query(query).a.tolist() == [2]

# %% test kept
limit = 2
assert df.query("a >= @limit and a.abs() < 3").b.tolist() == [5]
