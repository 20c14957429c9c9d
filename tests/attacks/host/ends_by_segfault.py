"""Read where nothing is."""

# seconds: 2

# %%
ctypes.string_at(0)
