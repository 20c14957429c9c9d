"""Loop without end."""

# seconds: 1

# %%
while True:
    pass
