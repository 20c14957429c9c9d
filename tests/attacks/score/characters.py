"""Texts of characters that no file can hold, in an answer, an error and what is printed."""

# %%
odd = "\ud800\udfff\udc80\x00\x1b]0;\x07\r\u2028\u202e"


def square(x):
    return odd


def root(x):
    raise ValueError(odd)


def cube(x):
    print(odd)
    return x**3


def double(x):
    raise type(odd[4:].strip() or "E", (Exception,), {})(odd)


print(odd)

# %% test
assert square(3) == 9, square(3)

# %% test
print(square(3))
assert {square(3): 1} == {9: 1}

# %% test
assert root(9) == 3

# %% test kept
assert cube(2) == 8

# %% test
assert double(3) == 6

# %% test
raise KeyError(square(3))
