"""Every way to end Python politely, in a cell; what was defined before and after stays graded."""


# %%
def square(x):
    return x * x


raise SystemExit(0)

# %% test kept
assert square(3) == 9

# %%
import sys

sys.exit(1)

# %%
exit()

# %%
quit()


# %%
def root(x):
    return x**0.5


exit

# %% test kept
assert root(9) == 3


# %%
def cube(x):
    return 0


exit(keep_kernel=True)

# %% test
assert cube(2) == 8
