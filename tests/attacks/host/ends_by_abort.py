"""Abort."""

# seconds: 2

# %%
os.abort()
