"""The number of a function to call is negative, True, or a text."""

# %% channel


# %%
def square(f, number):
    candidate._send(["callback", candidate.token, number, (), {}])
    candidate.wire.receive()
    return 9


# %% test
assert square(lambda: 9, -1) == 9

# %% test
assert square(lambda: 9, True) == 9
