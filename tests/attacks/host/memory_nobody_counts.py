"""Memory of the kernel and of nobody: huge pages, shared mappings, memfd, pipes, sockets, AIO."""

# %%
import mmap

breach_if(attempt(mmap.mmap, -1, 1 << 21), "shared anonymous memory")
breach_if(
    attempt(mmap.mmap, -1, 1 << 21, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x40000), "huge pages"
)
breach_if(attempt(mmap.mmap, os.open("/dev/zero", os.O_RDWR), 1 << 21), "shared zeros")
breach_if(attempt(os.memfd_create, "x"), "a file of memory")
for name in ("memfd_secret", "io_setup", "io_uring_setup", "vmsplice", "inotify_init1"):
    breach_if(system_call(name, 64, ctypes.addressof(ctypes.create_string_buffer(64))), name)

# %%
import socket

pairs = []
while (pair := attempt(socket.socketpair)) is not None:
    pairs.append(pair)
    for sock in pair:
        sock.setblocking(False)
        attempt(sock.setsockopt, socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 30)
        while attempt(sock.send, bytes(1 << 16)):
            pass
del pairs

# %%
import fcntl

pipes = []
while (pipe := attempt(os.pipe)) is not None:
    pipes.append(pipe)
    attempt(fcntl.fcntl, pipe[1], 1031, 1 << 20)
    os.set_blocking(pipe[1], False)
    while attempt(os.write, pipe[1], bytes(1 << 16)):
        pass
