"""A PostgreSQL server of our own, that can be stopped and started again."""

import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

from helpers.loopback import free_ports

ACCOUNT = "nobody"
"""PostgreSQL refuses to run as root."""

FAST = "-c fsync=off -c max_wal_size=64MB"


@dataclass(frozen=True)
class PostgreSQL:
    """A server on the loopback interface; who wants to enter needs its password."""

    programs: Path
    folder: Path
    port: int
    password: str = field(default_factory=secrets.token_hex)

    def url(self, database: str = "postgres") -> str:
        """Where ``database`` is, as SQLAlchemy and nbgrader want it."""
        place = f"127.0.0.1:{self.port}/{database}?connect_timeout=10"
        return f"postgresql+psycopg://grader:{self.password}@{place}"

    def connect(self, database: str = "postgres") -> psycopg.Connection:
        """A connection of our own to ``database``."""
        url = self.url(database).replace("+psycopg", "")
        return psycopg.connect(url, autocommit=True)

    def create(self, database: str, template: str = "template1") -> str:
        """Make ``database``, a copy of ``template``; its URL."""
        with self.connect() as connection:
            connection.execute(f"CREATE DATABASE {database} TEMPLATE {template}")
        return self.url(database)

    def initialise(self) -> None:
        """Make the server's files."""
        secret = self.folder / "password"
        secret.write_text(self.password)
        if os.geteuid() == 0:
            for path in (self.folder, secret):
                shutil.chown(path, ACCOUNT)
        self._run("initdb", "--auth=scram-sha-256", "--username=grader", f"--pwfile={secret}")

    def start(self) -> None:
        """Start it; it answers when this returns."""
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= {FAST}"
        self._run(
            "pg_ctl", "start", "--wait", f"--log={self.folder / 'log'}", f"--options={options}"
        )

    def stop(self, how: str = "fast") -> None:
        """End it, whoever is connected: "fast", or "immediate" as in a power cut."""
        self._run("pg_ctl", "stop", "--wait", f"--mode={how}")

    def _run(self, program: str, *arguments: str) -> None:
        command = [self.programs / program, f"--pgdata={self.folder / 'data'}", *arguments]
        who = pwd.getpwnam(ACCOUNT)
        as_account = {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}
        how = as_account if os.geteuid() == 0 else {}
        # The server inherits what it prints to, so a pipe would stay open as long as it runs.
        with open(self.folder / f"{program}.log", "a+") as log:
            done = subprocess.run(command, cwd=self.folder, stdout=log, stderr=log, **how)
            log.seek(0)
            assert done.returncode == 0, log.read()


@contextmanager
def running() -> Iterator[PostgreSQL]:
    """A started server, whose files are removed at the end."""
    found = shutil.which("pg_ctl")
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    if not found and not folders:
        pytest.skip("no PostgreSQL: install postgresql, or put pg_ctl and initdb on the PATH")
    programs = Path(found or folders[-1]).parent
    [port] = free_ports(1)
    # Not below pytest's own folders, which only their owner can enter.
    with tempfile.TemporaryDirectory(prefix="postgresql-") as folder:
        server = PostgreSQL(programs, Path(folder), port)
        server.initialise()
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")
