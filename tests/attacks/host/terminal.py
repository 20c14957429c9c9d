"""Type into the instructor's terminal, and load drivers for one's own."""

# %%
import fcntl

for path in (
    WORLD["terminal"],
    "/dev/tty",
    "/dev/console",
    "/dev/tty1",
    "/dev/ttyS0",
    "/dev/pts/0",
    "/dev/pts/1",
):
    terminal = attempt(os.open, path, os.O_RDWR | os.O_NOCTTY)
    breach_if(terminal, path)
for fd in (0, 1, 2):
    breach_if(attempt(fcntl.ioctl, fd, 0x5412, b"x") is not None, "typed")

# %%
control, terminal = os.openpty()
os.setsid() if os.getsid(0) != os.getpid() else None
attempt(fcntl.ioctl, terminal, 0x540E, 0)
breach_if(attempt(fcntl.ioctl, terminal, 0x5412, b"x") is not None, "typed")
for discipline in range(1, 31):
    value = discipline.to_bytes(4, "little")
    breach_if(attempt(fcntl.ioctl, terminal, 0x5423, value) is not None, f"driver {discipline}")
