"""What a candidate uses while it runs, seen from outside: its memory, and its threads."""

import contextlib
import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path

CROWD = 10
"""Threads of a candidate and all that it starts that are too many to run on every core."""


def pid_of(pidfd: int) -> int:
    """The process id, as this process sees it.

    Raises:
        ProcessLookupError: it has ended.
    """
    information = Path(f"/proc/self/fdinfo/{pidfd}").read_text()
    found = re.search(r"^Pid:\s*(-?\d+)", information, re.MULTILINE)
    assert found  # every pidfd has this line
    pid = int(found[1])
    if pid <= 0:
        raise ProcessLookupError(f"the process of descriptor {pidfd} has ended")
    return pid


def memory_used(pid: int) -> int:
    """Bytes of memory of a process and all its descendants; 0 when it has ended.

    What the warm process had before the fork is counted too, and for each socket what could wait
    in it. Files in `WRITABLE` are not counted, unless they are mapped.
    """
    tree = list(_threads(pid))
    # Children share most of it with their parent. To count each page once takes longer.
    count = _resident if len(tree) == 1 else _share_of_resident
    return _in_sockets(pid) + sum(map(count, tree))


def keep_to_one_core(pid: int) -> None:
    """Let a process and its descendants run on one core, the same for all, if they are a crowd.

    Else a crowd would take most of every core, and others their time. It cannot leave that core.
    """
    threads = [thread for process in _threads(pid) for thread in process]
    if len(threads) >= CROWD:
        core = min(os.sched_getaffinity(0))
        for thread in threads:
            with contextlib.suppress(ProcessLookupError):
                os.sched_setaffinity(thread, {core})


def _threads(pid: int) -> Iterator[list[int]]:
    """The threads of the process, of its children, of theirs, and so on."""
    with contextlib.suppress(OSError):  # it has ended
        threads = list(map(int, os.listdir(f"/proc/{pid}/task")))
        yield threads
        for thread in threads:
            for child in Path(f"/proc/{pid}/task/{thread}/children").read_text().split():
                yield from _threads(int(child))


def _in_sockets(pid: int) -> int:
    """Bytes that could wait in the sockets of the process's network namespace, as many as it has."""
    with contextlib.suppress(OSError):
        sockets = Path(f"/proc/{pid}/net/unix").read_text().count("\n") - 1
        return sockets * int(Path("/proc/sys/net/core/wmem_default").read_text())
    return 0


def _resident(threads: list[int]) -> int:
    return _sum_of_fields(threads, "status", ("RssAnon", "RssShmem", "VmSwap"))


def _share_of_resident(threads: list[int]) -> int:
    try:
        return _sum_of_fields(threads, "smaps_rollup", ("Pss_Anon", "Pss_Shmem", "SwapPss"))
    except PermissionError:
        return _resident(threads)


def _sum_of_fields(threads: list[int], file: str, names: Collection[str]) -> int:
    """Bytes, from lines such as "RssAnon:  1024 kB"; 0 when the process has ended."""
    for thread in threads:  # one that has ended says nothing, be it the first, while others run
        total = 0
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            for line in Path(f"/proc/{thread}/{file}").read_text().splitlines():
                name, _, value = line.partition(":")
                if name in names:
                    total += int(value.split()[0])
        if total:
            return total << 10
    return 0
