"""Open files, pipes, sockets, terminals and event queues until no more are had."""

# %%
import select
import socket

kept = []
makers = (
    os.openpty,
    os.pipe,
    socket.socketpair,
    select.epoll,
    lambda: open("/dev/null"),
    lambda: os.dup(0),
)
for maker in makers:
    while (made := attempt(maker)) is not None:
        kept.append(made)
breach_if(len(kept) > 5000, "descriptors")


def more():
    while attempt(os.dup, 0) is not None:
        pass
    import time

    time.sleep(1000)


for _ in range(20):
    in_a_child(more)
del kept
