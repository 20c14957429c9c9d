"""A Dask cluster on this machine, as an instructor starts one."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator

from distributed import Client


@contextlib.contextmanager
def cluster(size: int) -> Iterator[tuple[str, list[subprocess.Popen]]]:
    """The address of a scheduler, and its ``size`` workers, each in a process group of its own."""
    command = [sys.executable, "-m", "dask"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
    with contextlib.ExitStack() as stack:

        def start(*arguments: str, **how: object) -> subprocess.Popen:
            process = subprocess.Popen([*command, *arguments], **quiet | how)
            stack.enter_context(process)
            stack.callback(kill, process)
            return process

        told = {"stderr": subprocess.PIPE, "text": True}
        scheduler = start(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", **told
        )
        address = next(line.split()[-1] for line in scheduler.stderr if "Scheduler at:" in line)
        workers = [
            start("worker", address, "--nthreads", "1", "--no-dashboard") for _ in range(size)
        ]
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(size)
        yield address, workers


def kill(process: subprocess.Popen) -> None:
    """Kill a process with all of its group."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
