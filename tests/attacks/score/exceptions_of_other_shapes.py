"""An exception that is described by something else than texts."""

# %% channel


# %%
def square(x):
    candidate._send(["raised", candidate.token, True, 3, [None], {}, 9])


# %% test
try:
    square(-3)
except Exception:
    pass
