"""A JupyterLab of our own, that knows nothing of the user's settings."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TOOLS = Path(sys.executable).parent
START = 120.0
"""Seconds in which a server answers, on a busy machine too."""

SETTINGS = {
    # All cells are on the page, whether they can be seen or not.
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}


@dataclass(frozen=True)
class JupyterServer:
    """A running server: where it is, and the token that opens it."""

    url: str
    token: str
    log: Path

    def at(self, path: str) -> str:
        """The address of ``path``, such as ``lab/tree/01-by-hand/01-by-hand.ipynb``."""
        return f"{self.url}/{path}?token={self.token}"


def environment(home: Path, settings: Path) -> dict[str, str]:
    """The environment of a user whose home is ``home``, without settings of anybody else."""
    home.mkdir(parents=True, exist_ok=True)
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "IPYTHON"))}
    path = os.pathsep.join((str(TOOLS), os.environ["PATH"]))
    return {**kept, "HOME": str(home), "PATH": path, "JUPYTERLAB_SETTINGS_DIR": str(settings)}


@contextmanager
def serving(
    home: Path, folder: Path, theme: str = "Light", cwd: Path | None = None
) -> Iterator[JupyterServer]:
    """JupyterLab on the files in ``folder``.

    Args:
        home: the home of its user, made if it is not there.
        theme: Light or Dark.
        cwd: where nbgrader looks for its settings; ``folder`` when left out.
    """
    settings = home / "settings"
    wanted = {**SETTINGS, "@jupyterlab/apputils-extension/themes": {"theme": f"JupyterLab {theme}"}}
    for name, values in wanted.items():
        file = settings / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = JupyterServer(f"http://127.0.0.1:{port}", secrets.token_hex(16), home / "jupyter.log")
    command = [TOOLS / "jupyter", "lab", "--no-browser", "--allow-root", f"--port={port}"]
    command += ["--ServerApp.port_retries=0", f"--IdentityProvider.token={server.token}"]
    command += [f"--ServerApp.root_dir={folder}"]
    env = environment(home, settings)
    with open(server.log, "w") as log:
        process = subprocess.Popen(command, cwd=cwd or folder, env=env, stdout=log, stderr=log)
    try:
        _wait_for(server, process)
        yield server
    finally:
        process.terminate()
        process.wait()


def _wait_for(server: JupyterServer, process: subprocess.Popen) -> None:
    end = time.monotonic() + START
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(server.at("api/status")).close()
            return
        except urllib.error.URLError:
            time.sleep(0.2)
    raise RuntimeError(f"JupyterLab does not answer:\n{server.log.read_text()}")
