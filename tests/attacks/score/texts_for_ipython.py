"""Texts of the student's reach IPython's own ways to run one: `ev`, `ex`, and braces in the line of a magic."""

# %%
code = "right.clear()"
line = "{right.clear()}"

# %% test
right = [2]
get_ipython().ev(code)
assert right == []

# %% test
right = [2]
get_ipython().ex(code)
assert right == []

# %% test
right = [2]
get_ipython().var_expand(line)
assert right == []

# %% test
right = [2]
get_ipython().run_line_magic("time", line)
assert right == []
