"""How a warm process in bubblewrap confines each of its forks, before a student's code runs in it.

With root's rights each fork becomes a user of its own; an ordinary user's forks get a user
namespace each, in which limits are counted apart.
"""

import os
import re
import signal
import struct
import sys
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

if sys.platform == "linux":  # `command` says elsewhere that there is no sandbox
    import resource

    from course.grading.sandbox import kernel, seccomp

WORK = "/home/student"
"""The work folder and home of the student's code."""

WRITABLE = (WORK, "/dev/shm", "/tmp")
"""What each fork has of its own, and may write to."""

FIRST_UID = 60_000
SLOTS = 5_000
"""Forks of root become users FIRST_UID to FIRST_UID + SLOTS - 1, which Linux keeps for services."""

ENDED = struct.Struct("<Id")
"""What is told of a fork that has ended: its wait status, and its seconds of processor time."""

UID = 1000
"""What an ordinary user's forks see as their user."""


@dataclass(frozen=True)
class Limits:
    """What a fork, with all that it starts, may use.

    Attributes:
        address_space: bytes that each process may map beyond what the warm process had; None
            for CUDA, which maps terabytes. It bounds a process; `memory_used` tells of them all.
        cpu: seconds of processor time of each process.
        processes: processes and threads.
        open_files: descriptors of each process.
        file_size: bytes of each file.
        disk: bytes in all of `WRITABLE` together, which are held in memory.
        files: files and folders in all of `WRITABLE` together.
    """

    address_space: int | None = 3 << 30
    cpu: int = 600
    processes: int = 64
    open_files: int = 256
    file_size: int = 128 << 20
    disk: int = 512 << 20
    files: int = 20_000


def fork() -> int:
    """`os.fork`, where the child is the first process of a pid namespace of its own.

    It sees no other process but those it starts, and they are killed when it ends. For the warm
    process, which must have one thread only.
    """
    here = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    try:
        kernel.unshare(kernel.CLONE_NEWPID)
        pid = -1
        try:
            pid = os.fork()
        finally:
            if pid != 0:
                kernel.setns(here, kernel.CLONE_NEWPID)
    finally:
        os.close(here)
    return pid


def this_process(limits: Limits, slot: int, keep: Collection[int]) -> None:
    """Confine this process, a `fork`, before it runs a student's code.

    Args:
        slot: a number below `SLOTS` that no other fork has at the same time.
        keep: the descriptors that stay open. 0, 1 and 2 lead to /dev/null unless they are named.

    Raises:
        OSError: a step failed; the process must end at once.
        ValueError: there is no such slot.
    """
    if not 0 <= slot < SLOTS:
        raise ValueError(f"slot {slot} is not below {SLOTS}")
    uid = FIRST_UID + slot
    many_users = _knows_user(uid)
    # Below, /proc becomes read-only, lest a student's code takes this very line back.
    me = os.open("/proc/self", os.O_PATH | os.O_DIRECTORY)
    _write(me, "oom_score_adj", "1000")
    os.setsid()
    kernel.unshare(
        kernel.CLONE_NEWNS | kernel.CLONE_NEWIPC | kernel.CLONE_NEWUTS | kernel.CLONE_NEWNET
    )
    _remount(limits, owner=uid if many_users else 0)
    if many_users:
        _become_user(uid)
    else:
        _enter_user_namespace(me)
    kernel.prctl(kernel.PR_SET_DUMPABLE, 1)  # else its own /proc/self belongs to root
    os.chdir(WORK)
    close_descriptors(keep)
    _limit(limits)
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    kernel.drop_capabilities()
    die_with_parent()
    seccomp.install()


def die_with_parent() -> None:
    """Have this process killed when the thread that forked it ends."""
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)


def close_to_others() -> None:
    """Let no other process of this user look into the memory of this one."""
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)


def close_descriptors(keep: Collection[int]) -> None:
    """Close all descriptors but those to keep; their numbers, and 0, 1 and 2, lead to /dev/null.

    A number that were free would be given to the next file or socket. Whatever of the process before
    the fork still holds it would some day close that one.
    """
    null = os.open("/dev/null", os.O_RDWR)
    inherited = {*map(int, os.listdir("/proc/self/fd")), 0, 1, 2}
    for descriptor in inherited.difference(keep, {null}):
        os.dup2(null, descriptor, inheritable=descriptor <= 2)
    os.set_inheritable(null, null <= 2)


def confine_a_fork() -> NoReturn:
    """What `command.probe` runs inside bubblewrap; exits with 0 when all went well."""
    pid = fork()
    if pid == 0:
        status = 1
        try:
            this_process(Limits(), 0, keep={2})
            for folder in (sys.prefix, sys.base_prefix, Path(__file__).parent):
                os.listdir(folder)  # which root may, and the fork's user perhaps may not
            status = 0
        except OSError as error:
            os.write(2, str(error).encode())
        finally:
            os._exit(status)
    sys.exit(os.waitpid(pid, 0)[1] != 0)


def _knows_user(uid: int) -> bool:
    """Whether there is such a user here; an ordinary user's namespace knows one user only."""
    for line in Path("/proc/self/uid_map").read_text().splitlines():
        first, _, count = map(int, line.split())
        if first <= uid < first + count:
            return True
    return False


def _write(folder: int, name: str, text: str) -> None:
    descriptor = os.open(name, os.O_WRONLY, dir_fd=folder)
    try:
        os.write(descriptor, text.encode())
    finally:
        os.close(descriptor)


def _remount(limits: Limits, owner: int) -> None:
    """Everything read-only, and new: /proc, terminals, and the folders to write to."""
    mounts = _mounts()
    kernel.make_read_only("/")
    inert = kernel.MS_NOSUID | kernel.MS_NODEV
    kernel.mount("proc", "/proc", "proc", inert | kernel.MS_NOEXEC | kernel.MS_RDONLY)
    options = "newinstance,ptmxmode=0666,mode=0620,max=16"
    kernel.mount("devpts", "/dev/pts", "devpts", kernel.MS_NOSUID | kernel.MS_NOEXEC, options)
    inside = [path for path in mounts if path.startswith(tuple(f"{top}/" for top in WRITABLE))]
    outermost = [path for path in inside if not any(path.startswith(f"{p}/") for p in inside)]
    copies = [(path, kernel.copy_mount(path), os.path.isdir(path)) for path in outermost]
    # One file system for all three, so that one size bounds them. /tmp is last: it covers the root.
    kernel.mount(
        "tmpfs", "/tmp", "tmpfs", inert, f"size={limits.disk},nr_inodes={limits.files},mode=755"
    )
    for target, mode in zip(WRITABLE, (0o755, 0o1777, 0o1777), strict=True):
        source = f"/tmp/{os.path.basename(target)}"
        os.mkdir(source)
        os.chmod(source, mode)
        os.chown(source, owner, owner)
        kernel.mount(source, target, None, kernel.MS_BIND)
    for path, copy, is_folder in copies:  # such as a Python environment in /tmp
        os.makedirs(path if is_folder else os.path.dirname(path), exist_ok=True)
        if not is_folder:
            Path(path).touch()
        kernel.place_mount(copy, path)
        os.close(copy)


def _mounts() -> list[str]:
    """Where something is mounted."""
    lines = Path("/proc/self/mountinfo").read_text().splitlines()
    places = [line.split(" ")[4] for line in lines]
    return [re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), place) for place in places]


def _become_user(uid: int) -> None:
    kernel.drop_bounding_capabilities()
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)


def _enter_user_namespace(me: int) -> None:
    kernel.unshare(kernel.CLONE_NEWUSER)
    _write(me, "setgroups", "deny")
    _write(me, "uid_map", f"{UID} 0 1")
    _write(me, "gid_map", f"{UID} 0 1")
    kernel.drop_bounding_capabilities()


def _limit(limits: Limits) -> None:
    wanted = {
        resource.RLIMIT_CPU: limits.cpu,
        resource.RLIMIT_NPROC: limits.processes,
        resource.RLIMIT_NOFILE: limits.open_files,
        resource.RLIMIT_FSIZE: limits.file_size,
        resource.RLIMIT_CORE: 1,  # 0 would still feed a core dump to a program that collects them
        resource.RLIMIT_MEMLOCK: 64 << 10,
        resource.RLIMIT_MSGQUEUE: 0,
        resource.RLIMIT_SIGPENDING: 256,
        resource.RLIMIT_RTPRIO: 0,
        resource.RLIMIT_NICE: 0,
    }
    if limits.address_space is not None:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        wanted[resource.RLIMIT_AS] = pages * resource.getpagesize() + limits.address_space
    for kind, value in wanted.items():
        _, hard = resource.getrlimit(kind)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (value, value))
