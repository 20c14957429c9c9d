"""Bytes that are no frame, in place of an answer."""

# %% channel


# %%
def square(x):
    channel.sendall(b"GET / HTTP/1.1\r\n\r\n" * 100)
    return 9


# %% test
assert square(3) == 9

# %% test
assert square(3) == 9
