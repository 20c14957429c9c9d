"""Connect to the instructor's abstract and file system sockets, and to common services."""

# %%
import socket

addresses = ["\0" + WORLD["abstract"], WORLD["socket"], f"/proc/1/root{WORLD['socket']}"]
addresses += [
    "/var/run/docker.sock",
    "/run/systemd/private",
    "/run/dbus/system_bus_socket",
    "/dev/log",
    "/tmp/.X11-unix/X0",
    "\0/tmp/.X11-unix/X0",
    "/run/user/0/bus",
    "/run/containerd/containerd.sock",
]
for address in addresses:
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET):
        with socket.socket(socket.AF_UNIX, kind) as sock:
            breach_if(sock.connect_ex(address) == 0, address)
names = Path("/proc/net/unix").read_text()
breach_if(WORLD["abstract"] in names, "the host's sockets are listed")
