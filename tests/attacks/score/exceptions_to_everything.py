"""Whatever is called raises, and what was expected to raise is one case among many."""

# %% channel


# %%
class Thing:
    pass


def fail(*question):
    raise ValueError("never")


candidate.verbs["names"] = lambda wanted: {name: Thing() for name in wanted}
candidate.verbs["call"] = candidate.verbs["apply"] = fail

# %% check 01-by-hand

# %% check 02-autograd

# %% check 03-loss-and-optimizer

# %% check 04-model
