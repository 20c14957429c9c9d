"""Open raw, packet, netlink and other families of sockets, which also load kernel modules."""

# %%
import socket

for family in range(64):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
        for protocol in (0, 1, 16):
            if family != socket.AF_UNIX:
                breach_if(attempt(socket.socket, family, kind, protocol), f"family {family}")
                breach_if(attempt(socket.socketpair, family, kind, protocol), f"family {family}")
