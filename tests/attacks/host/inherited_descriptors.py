"""Find a descriptor that was left open, other than one's own output and the channel."""

# %%
import socket

kinds = {fd: attempt(os.readlink, f"/proc/self/fd/{fd}") for fd in range(1024)}
kinds = {fd: kind for fd, kind in kinds.items() if kind}
sockets = [fd for fd, kind in kinds.items() if kind.startswith("socket:")]
strange = {
    fd: kind
    for fd, kind in kinds.items()
    if fd > 2
    and not kind.startswith(("socket:", "anon_inode:[eventpoll]", "pipe:", "/proc/", "/dev/null"))
}
breach_if(strange, "descriptors")
for fd in sockets:
    sock = socket.socket(fileno=os.dup(fd))
    breach_if(sock.type == socket.SOCK_SEQPACKET, "the socket that the warm process listens on")
    sock.close()
breach_if(kinds[0] != "/dev/null", "its input")
