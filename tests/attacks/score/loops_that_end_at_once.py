"""A function raises StopIteration, which ends the loop of its caller as if all were done."""
# %%
def square(x): raise StopIteration
# %% test
assert all(map(lambda i: square(i) == i * i, range(9)))
# %% test
for got, want in zip(map(square, [1, 2, 3]), [1, 4, 9], strict=True):
    assert got == want
# %% test
for got, want in zip(map(square, [1, 2, 3]), [1, 4, 9]):
    assert got == want
