"""Become another program."""

# seconds: 2

# %%
os.execvp("sleep", ["sleep", "1000"])
