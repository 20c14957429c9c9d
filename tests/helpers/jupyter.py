"""A JupyterLab of our own, that knows nothing of the user's settings."""

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

from helpers.loopback import free_ports, wait_for

TOOLS = Path(sys.executable).parent
SETTINGS = {
    # All cells are on the page, whether they can be seen or not.
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}

CONFIG = """
c = get_config()
c.IdentityProvider.token = "{token}"
c.ServerApp.port = {port}
c.ServerApp.port_retries = 0
c.ServerApp.open_browser = False
c.ServerApp.allow_root = True
"""


@dataclass(frozen=True)
class JupyterServer:
    """A running server: where it is, and the token that opens it."""

    url: str
    token: str
    log: Path

    def at(self, path: str) -> str:
        """The address of ``path``, such as ``lab/tree/01-by-hand/01-by-hand.ipynb``."""
        return f"{self.url}/{path}?token={self.token}"

    def end_kernels(self) -> None:
        """Shut down all that run."""
        with urlopen(self.at("api/kernels")) as answer:
            kernels = json.load(answer)
        for kernel in kernels:
            urlopen(Request(self.at(f"api/kernels/{kernel['id']}"), method="DELETE")).close()


def environment(home: Path) -> dict[str, str]:
    """The environment of a user whose home is ``home``, without settings of anybody else."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "IPYTHON"))}
    path = os.pathsep.join((str(TOOLS), os.environ["PATH"]))
    return {**kept, "HOME": str(home), "PATH": path, "JUPYTERLAB_SETTINGS_DIR": f"{home}/settings"}


def settle(home: Path, theme: str = "Light") -> None:
    """Give JupyterLab its settings, whatever its user has chosen since."""
    wanted = {**SETTINGS, "@jupyterlab/apputils-extension/themes": {"theme": f"JupyterLab {theme}"}}
    for name, values in wanted.items():
        file = home / "settings" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))


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
    command = [TOOLS / "jupyter", "lab", f"--ServerApp.root_dir={folder}"]
    with running(home, command, cwd or folder, theme) as server:
        yield server


@contextmanager
def running(
    home: Path, command: list[str | Path], cwd: Path, theme: str = "Light", **known: str
) -> Iterator[JupyterServer]:
    """The JupyterLab that ``command`` starts, until the end of the block.

    Args:
        known: what its environment has besides.
    """
    settle(home, theme)
    [port], token = free_ports(1), secrets.token_hex(16)
    config = home / ".jupyter" / "jupyter_server_config.py"
    config.parent.mkdir(exist_ok=True)
    config.write_text(CONFIG.format(port=port, token=token))
    server = JupyterServer(f"http://127.0.0.1:{port}", token, home / "jupyter.log")
    with open(server.log, "w") as log:
        process = subprocess.Popen(
            command, cwd=cwd, env=environment(home) | known, stdout=log, stderr=log
        )
    try:
        wait_for(server.at("api/status"), process, server.log)
        yield server
    finally:
        process.terminate()
        process.wait()
