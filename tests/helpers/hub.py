"""A JupyterHub with three people on it, set up as docs/hub.md says, gradebook on PostgreSQL."""

import re
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page

from course.classroom import notebooks
from helpers import accounts
from helpers.accounts import Machine
from helpers.loopback import free_ports, wait_for
from helpers.postgresql import PostgreSQL

ROOT = notebooks.SOURCE.parent
PAGE = ROOT / "docs" / "hub.md"
NPM = ROOT / "build" / "npm"
PROXY = "configurable-http-proxy"

FOR_TESTS = """
load_subconfig("jupyterhub_config.py", path="/srv/hub")
c = get_config()
c.JupyterHub.bind_url = "http://127.0.0.1:{0}"
c.JupyterHub.hub_port = {1}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{2}"
c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = "{password}"
c.Spawner.start_timeout = c.Spawner.http_timeout = 120
"""
"""Other ports than on a server, and one password in place of those of real accounts."""


@dataclass(frozen=True)
class Hub:
    """A running hub, and the machine and the database below it."""

    url: str
    password: str
    machine: Machine
    database: PostgreSQL

    def enter(self, page: Page, name: str, path: str, password: str | None = None) -> None:
        """Go to ``path`` of one's own server, through the login page."""
        page.goto(f"{self.url}/hub/user-redirect/{path}")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill(password or self.password)
        page.get_by_role("button", name="Sign in").click()

    def server(self, name: str) -> "Server":
        """The JupyterLab of ``name``."""
        return Server(f"{self.url}/user/{name}")

    def run(self, account: str, *argv: str, cwd: str = "") -> str:
        """What ``argv`` says in a terminal of ``account``'s server."""
        known = ["JUPYTER_CONFIG_PATH=/srv/hub/jupyter"]
        if account == "instructor":
            known.append(f"DOWNHILL_GRADEBOOK={self.database.url()}")
        return self.machine.run(account, "env", *known, *argv, cwd=cwd).stdout


@dataclass(frozen=True)
class Server:
    """One person's server on the hub, whose door the browser has opened."""

    url: str

    def at(self, path: str) -> str:
        """The address of ``path``, such as ``lab``."""
        return f"{self.url}/{path}"


@contextmanager
def running(log: Path, database: PostgreSQL) -> Iterator[Hub]:
    """A hub on a machine of its own, that writes to ``log``; for root only."""
    proxy = NPM / "node_modules" / ".bin" / PROXY
    if not shutil.which(PROXY) and not proxy.exists():
        pytest.skip(f"no {PROXY}: npm install --prefix build/npm {PROXY}")
    password, ports = secrets.token_hex(), free_ports(3)
    visible = [path for path in (ROOT / "docs" / "hub", NPM) if path.exists()]
    with accounts.machine(*visible) as machine:
        for command in re.findall(
            r"^root:\S+\$ (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
        ):
            done = machine.run("root", "sh", "-c", command, cwd=str(ROOT))
            assert done.returncode == 0, done.stdout
        config = machine.path("/srv/hub/state/config.py")
        config.write_text(FOR_TESTS.format(*ports, password=password))
        known = [f"PATH={accounts.PATH}:{proxy.parent}", f"DOWNHILL_GRADEBOOK={database.url()}"]
        start = ["env", *known, "jupyterhub", "--config=config.py"]
        with open(log, "w") as file:
            command = machine.command("root", *start, cwd="/srv/hub/state")
            process = subprocess.Popen(command, stdout=file, stderr=file)
        try:
            hub = Hub(f"http://127.0.0.1:{ports[0]}", password, machine, database)
            wait_for(f"{hub.url}/hub/api", process, log)
            yield hub
        finally:
            process.terminate()  # the hub ends everybody's servers and the proxy
            process.wait()
