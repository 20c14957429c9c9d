"""Connect to the instructor's server by TCP and UDP, on IPv4 and IPv6, and to the world."""

# %%
import socket

for family in (socket.AF_INET, socket.AF_INET6):
    for host in (
        "127.0.0.1",
        "::1",
        "0.0.0.0",
        "localhost",
        "1.1.1.1",
        "169.254.169.254",
        "10.0.2.2",
    ):
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
            connection = attempt(socket.socket, family, kind)
            breach_if(connection, f"a socket for {host}")
            if connection:
                attempt(connection.connect, (host, WORLD["port"]))
                attempt(connection.send, b"BREACH")
breach_if(attempt(socket.create_connection, ("127.0.0.1", WORLD["port"]), 1), "a connection")
breach_if(attempt(socket.getaddrinfo, "example.org", 80), "a name was resolved")

# %%
import subprocess
import urllib.request

breach_if(attempt(urllib.request.urlopen, f"http://127.0.0.1:{WORLD['port']}", timeout=1), "a page")
for command in (
    "curl -m 1 http://127.0.0.1:PORT",
    "wget -t 1 -T 1 http://127.0.0.1:PORT",
    "ping -c 1 127.0.0.1",
    "echo x > /dev/tcp/127.0.0.1/PORT",
    "ip link set lo up",
    "nc -w 1 127.0.0.1 PORT",
    "echo x > /dev/udp/127.0.0.1/PORT",
):
    command = command.replace("PORT", str(WORLD["port"]))
    done = subprocess.run(["bash", "-c", command], capture_output=True)
    breach_if(done.returncode == 0 and command, "it was done")
