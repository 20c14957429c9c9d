"""File descriptors, credentials and urgent bytes are sent along with the frames."""

# %% channel

# %%
import array
import os
import socket


def square(x):
    for _ in range(200):
        rights = array.array("i", [os.open("/dev/null", os.O_RDONLY) for _ in range(10)])
        ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)]
        channel.sendmsg([b"w"], ancillary)
    return 9


def root(x):
    for byte in (b"x", b"y"):
        channel.send(byte, socket.MSG_OOB)
    return 0


# %% test
assert root(9) == 3

# %% test
assert square(3) == 9
