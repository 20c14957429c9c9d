"""Events are sent without an end and nothing is ever received again."""


# %%
def root(x):
    return x**0.5


# %% test kept
assert root(9) == 3

# %% channel


# %%
def square(x):
    while True:
        candidate._send(["event", {"output_type": "stream", "name": "stdout", "text": ""}])


# %% test
assert square(3) == 9
