"""Answers that have not the agreed form, where the test expects an exception from the function."""

# %% channel


# %%
def square(x):
    candidate._send(["answer", candidate.token])


# %% test
try:
    square(3)
except Exception:
    pass
