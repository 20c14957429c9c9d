"""Catch the interrupt, and go on."""

# seconds: 1

# %%
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
