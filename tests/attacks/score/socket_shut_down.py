"""The channel is shut down in one direction, then in the other."""

# %% channel

# %%
import socket


def square(x):
    candidate._send(["answer", candidate.token, [0, [], {}]])
    channel.shutdown(socket.SHUT_WR)
    channel.shutdown(socket.SHUT_RD)
    return 9


# %% test
assert square(3) == 9
