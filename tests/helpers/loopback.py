"""Servers on the loopback interface: ports for them, and the wait until they answer."""

import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

START = 120.0
"""Seconds in which a server answers, on a busy machine too."""


def free_ports(number: int) -> list[int]:
    """Ports that nobody listens on."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def wait_for(url: str, process: subprocess.Popen, log: Path) -> None:
    """Wait until the server that ``process`` is answers at ``url``.

    Raises:
        RuntimeError: it has ended, or takes longer than `START`; the text is its ``log``.
    """
    end = time.monotonic() + START
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(url).close()
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise RuntimeError(f"no answer from {url.partition('?')[0]}:\n{log.read_text()}")
