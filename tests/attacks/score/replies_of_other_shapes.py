"""A reply through the door that has not the agreed form."""

# %% solutions 01-by-hand

# %% channel

# %%
candidate.verbs["call"] = lambda *question: [0.0, None, "warned", 3, []]

# %% check 01-by-hand gradient
