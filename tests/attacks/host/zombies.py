"""Fill the table of processes with dead children that nobody waits for."""

# %%
for _ in range(1000):
    if attempt(os.fork) == 0:
        os._exit(0)
