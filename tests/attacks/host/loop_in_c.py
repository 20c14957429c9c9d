"""Compute in C, where no interrupt is looked at."""

# seconds: 1

# %%
sum(range(10**15))
