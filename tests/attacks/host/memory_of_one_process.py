"""Take memory until there is no more."""

# %%
hoard = []
while True:
    try:
        hoard.append(bytearray(os.urandom(1) * (16 << 20)))
    except MemoryError:
        pass
