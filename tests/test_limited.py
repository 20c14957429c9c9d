"""A warm process that is a fork of this one: it has what this one has imported, and nothing that it holds."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.grading import limited
from course.grading.execute import WarmProcess

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="no such processes here")

IMPORTS = "import json"


@pytest.fixture
def forked() -> Iterator[WarmProcess]:
    limited.start(IMPORTS)
    process = limited.taken(IMPORTS)
    yield process
    process.close()


def here() -> bytes:
    """What only a process finds that has imported these tests."""
    return b"here"


def parent(process: WarmProcess) -> int:
    """Of what `process` forks now."""
    status = limited.ask(process, {}, Path.read_bytes, Path("/proc/self/status"))
    return int(re.search(rb"PPid:\s+(\d+)", status)[1])


def test_it_has_what_this_process_has_imported(forked: WarmProcess) -> None:
    assert limited.ask(forked, {}, here) == b"here"
    assert parent(forked) == forked.process.pid


def test_another_one_starts_in_its_place(forked: WarmProcess) -> None:
    first = forked.process
    first.kill()
    assert first.wait() != 0
    assert parent(forked) == forked.process.pid != first.pid


def test_nothing_is_left_of_it(forked: WarmProcess) -> None:
    process = forked.process
    assert process.poll() is None
    forked.close()
    assert process.poll() is not None
    assert not Path(f"/proc/{process.pid}").exists()


def test_it_keeps_nothing_open_that_this_process_has() -> None:
    end, other = os.pipe()
    os.set_blocking(end, False)
    limited.start(IMPORTS)
    process = limited.taken(IMPORTS)
    assert limited.ask(process, {}, bytes, 1) == b"\0"
    os.close(other)
    assert os.read(end, 1) == b"", "it has come to the end, since nobody else may write"
    process.close()
    os.close(end)
