"""Functions of the test are called that no test has handed over."""

# %% channel


# %%
def square(x):
    candidate._send(["callback", candidate.token, 99, (), {}])
    return candidate.wire.receive()


# %% test
try:
    square(3)
except Exception:
    pass
