"""A warm process: has imported what notebooks import, and forks a process for each of them.

One such process runs inside the sandbox and forks candidates, another one outside forks examiners,
and small ones fork what reads and shows a student's texts within limits.
It takes messages on a socket, each a JSON object: first what to import, then requests, with the file
descriptors that the fork is to have. Until it is told what to import, it imports what it needs itself.
A fork costs milliseconds, where a new kernel would spend seconds on imports.
"""

import argparse
import contextlib
import gc
import importlib
import io
import json
import os
import random
import selectors
import signal
import socket
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from course.grading import IRIS

if TYPE_CHECKING:  # imported by `begin`, in its turn
    from course.grading.shell import Shell

IDLE = 120.0
"""Seconds without a request after which a warm process ends; a new one is started when needed."""

MEMORY = 4 << 30
"""Bytes of data of an examiner: what a test makes of a student's numbers may be large."""

ENVIRONMENT = {"NBGRADER_EXECUTION": "autograde"} | dict.fromkeys(
    ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1"
)
"""One notebook is small; several run at once. And a process with threads cannot be forked."""

NO_CARD = dict.fromkeys(("CUDA_VISIBLE_DEVICES", "HIP_VISIBLE_DEVICES", "ROCR_VISIBLE_DEVICES"), "")
"""Has torch, and what it asks the driver through, see no accelerator and start none."""

Message = dict[str, Any]
"""Plain JSON."""

Fork = Callable[[Message, list[int]], None]
"""What a fork does with its request and its descriptors."""


def main() -> None:
    """Take the role that the command line says."""
    parser = argparse.ArgumentParser()
    parser.add_argument("control", type=int, help="descriptor of the control socket")
    parser.add_argument("role", choices=["candidate", "examiner", "limited"])
    parser.add_argument("--sandboxed", action="store_true")
    arguments = parser.parse_args()
    take_role(socket.socket(fileno=arguments.control), arguments.role, arguments.sandboxed)


def take_role(control: socket.socket, role: str, sandboxed: bool) -> None:
    """Warm up for what is told on ``control``, say "ready" on it, then serve it."""
    os.environ.update(ENVIRONMENT)
    shell = None if role == "limited" else begin(role)
    told, _ = receive(control)
    if told is None:
        return
    imports, accelerator = told["imports"], told["accelerator"]
    os.environ.update({} if accelerator else NO_CARD)
    if shell is None:
        fork = limited(imports)
    elif role == "examiner":
        warm_up(shell, imports, accelerator)
        fork = examiner(shell, accelerator)
    else:
        from course.grading.beside import Absent

        sys.meta_path.insert(0, Absent())
        warm_up(shell, imports, accelerator)
        fork = candidate(shell, sandboxed, accelerator)
    sys.modules.pop(IRIS, None)  # code that we run may have it
    gc.freeze()  # what was made since, too
    serve(control, fork, sandboxed)


def take_role_here(control: socket.socket, complaints: int) -> NoReturn:
    """In a fork of the grader, which has imported much already: be "limited", and never return."""
    from course.grading.sandbox import confine

    def take(_: Message, descriptors: list[int]) -> None:
        os.setsid()  # Ctrl-C is for the grader alone
        confine.close_descriptors(descriptors)
        for standard in (1, 2):
            os.dup2(complaints, standard)
        gc.freeze()  # else it would be looked through once more
        take_role(control, "limited", sandboxed=False)

    become(take, {}, [control.fileno(), complaints])


def begin(role: str) -> "Shell":
    """Import what a candidate or an examiner needs whatever the course; the shell for its cells."""
    importlib.import_module(f"course.grading.{role}")
    from course.grading.shell import Shell

    return Shell()


def warm_up(shell: "Shell", imports: str, accelerator: bool) -> None:
    """Import what a notebook may need and do first what is slow the first time.

    It imports what the statements ask for and nothing else that is large: who has no torch does not
    wait for it.

    Args:
        shell: made before, so that pyplot finds IPython's inline backend.
        imports: statements; those that fail are left for the notebook to fail on.
        accelerator: leave alone whatever asks torch for its accelerator, since a process in which
            CUDA has been started cannot fork others that use it.
    """
    from course.door import SERVED

    for statement in imports.splitlines():
        with contextlib.suppress(Exception):
            exec(statement, {})
    if sys.modules.keys() & {"torch", "course.check"}:  # then the checks ask for what is served
        for name in SERVED:
            importlib.import_module(name)
        importlib.import_module("torch").set_num_threads(1)
    if "torch._dynamo" in sys.modules:
        _train_once(accelerator)
    if "matplotlib.figure" in sys.modules:
        _draw_once(shell)
    gc.collect()
    gc.freeze()  # the forks then share these pages, instead of copying them at the first collection
    threads = len(os.listdir("/proc/self/task"))
    if threads > 1:
        raise RuntimeError(f"{threads} threads after the imports; a fork would lose them")


def _train_once(accelerator: bool) -> None:
    """The first step of an optimizer imports some more, and so do "meta" and func."""
    import torch

    state = torch.get_rng_state()
    torch.nn.Linear(1, 1, device="meta")(torch.zeros(1, 1, device="meta"))
    torch.func.grad(lambda x: x * x)(torch.tensor(1.0))
    if not accelerator:
        model = torch.nn.Linear(2, 2)
        for optimizer in (torch.optim.SGD, torch.optim.Adam):
            step = optimizer(model.parameters(), lr=0.1)
            torch.nn.functional.mse_loss(model(torch.randn(3, 2)), torch.zeros(3, 2)).backward()
            step.step()
    torch.set_rng_state(state)


def _draw_once(shell: "Shell") -> None:
    """The first figure reads fonts."""
    import matplotlib.font_manager
    from matplotlib.figure import Figure
    from matplotlib.mathtext import MathTextParser

    figure = Figure(figsize=(2, 2), layout="constrained")
    axes = figure.add_subplot()
    axes.plot([1, 2], [0.1, 0.2], label="$x^2$")
    axes.legend()
    figure.savefig(io.BytesIO(), format="png")
    assert shell.placeholder
    # Open fonts, whose position forks would share. In a fork a cache that is full lets go of one, and
    # that closes its number, whatever it stands for there.
    MathTextParser._parse_cached.cache_clear()  # type: ignore[attr-defined]
    matplotlib.font_manager._get_font.cache_clear()  # type: ignore[attr-defined]  # private


def serve(control: socket.socket, fork: Fork, own_pid_namespace: bool) -> None:
    """Fork for each request on ``control``, until it is closed or idle for `IDLE` seconds."""
    from course.grading.sandbox import confine

    wake, wakened = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
    signal.set_wakeup_fd(wakened)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the grader's Ctrl-C ends us by closing `control`
    children: dict[int, int | None] = {}  # pid: where to tell how it ended, if anywhere
    with selectors.DefaultSelector() as selector:
        selector.register(control, selectors.EVENT_READ)
        selector.register(wake, selectors.EVENT_READ)
        send(control, {"ready": os.getpid()})
        while True:
            events = selector.select(IDLE)
            if not events and not children:
                return
            for key, _ in events:
                if key.fileobj is not control:
                    os.read(wake, 4096)
                    _reap(children)
                    continue
                request, descriptors = receive(control)
                if request is None:
                    return
                if "imports" in request:
                    exec(request["imports"], {})
                    gc.collect()
                    gc.freeze()
                    continue
                told = descriptors.pop() if request.get("tell") else None
                pid = confine.fork() if own_pid_namespace else os.fork()
                if pid == 0:
                    become(fork, request, descriptors)
                process = os.pidfd_open(pid)
                send(control, {"pid": pid}, [process])
                children[pid] = told
                for descriptor in (process, *descriptors):
                    os.close(descriptor)


def _reap(children: dict[int, int | None]) -> None:
    """Tell how children ended that did."""
    from course.grading.sandbox import confine

    while True:
        try:
            pid, status, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        told = children.pop(pid, None)
        if told is not None:
            with contextlib.suppress(BrokenPipeError):  # nobody waits for it any more
                os.write(told, confine.ENDED.pack(status, usage.ru_utime + usage.ru_stime))
            os.close(told)


def become(fork: Fork, request: Message, descriptors: list[int]) -> NoReturn:
    """In the fork: do its work, and never return."""
    status = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        fork(request, descriptors)
        status = 0
    except BaseException:
        print(traceback.format_exc(), end="", file=sys.__stderr__, flush=True)
    finally:
        os._exit(status)


def _draw_new_random_numbers(accelerator: bool) -> None:
    """Each fork has random numbers of its own, unless the notebook seeds them."""
    random.seed()
    if numpy := sys.modules.get("numpy"):
        numpy.random.seed()
    if torch := sys.modules.get("torch"):
        (torch if accelerator else torch.default_generator).seed()


def _have_temporary_files(folder: Path) -> None:
    """Have temporary files where both sides have them, if this may be; see `course.grading.folder`."""
    from course.grading.folder import TEMPORARY

    place = folder / TEMPORARY
    with contextlib.suppress(OSError):  # in a sandbox there is only /tmp to write in
        place.mkdir(parents=True, exist_ok=True)
        tempfile.tempdir = str(place)


def candidate(shell: "Shell", sandboxed: bool, accelerator: bool) -> Fork:
    """Forks that take [channel, stdout, stderr] and serve as a candidate."""
    from course.door.watch import Watch
    from course.grading.candidate import Candidate
    from course.grading.sandbox import confine

    # CUDA maps terabytes that it does not use.
    limits = confine.Limits(address_space=None) if accelerator else confine.Limits()
    watch = Watch(offline=sandboxed)

    def run(request: Message, descriptors: list[int]) -> None:
        _draw_new_random_numbers(accelerator)
        channel, *printed = descriptors
        for standard, descriptor in zip((1, 2), printed, strict=True):
            os.dup2(descriptor, standard)
        if sandboxed:
            confine.this_process(limits, request["slot"], keep={1, 2, channel})
            if "matplotlib" not in sys.modules:  # else it knows its folder, which is read-only now
                os.environ["MPLCONFIGDIR"] = f"{tempfile.gettempdir()}/matplotlib"
        else:
            os.setsid()
            confine.die_with_parent()
            os.chdir(request["folder"])
            confine.close_descriptors({1, 2, channel})
        _have_temporary_files(Path(request["folder"]).parent)
        sys.path.insert(0, "")  # modules handed in beside the notebook
        Candidate(socket.socket(fileno=channel), shell, watch).serve()

    return run


def examiner(shell: "Shell", accelerator: bool) -> Fork:
    """Forks that take [channel, candidate, stdout, stderr, ended, grader] and examine.

    The grader sends a `Job`, then perhaps why it killed the candidate. It gets what happened to
    the candidate by no fault of the student, '' if nothing did, the notebook, and the names of the tests
    that need a second opinion.
    """
    import resource  # not on every system where this module is imported

    import nbformat

    from course.grading.examiner import Examiner
    from course.grading.remote import Remote
    from course.grading.sandbox import confine

    sys.path[:] = [folder for folder in sys.path if folder]  # no module of a work folder
    nbformat.writes(nbformat.v4.new_notebook())  # the first one is slow: it compiles the format

    def run(request: Message, descriptors: list[int]) -> None:
        _draw_new_random_numbers(accelerator)
        confine.close_descriptors({1, 2, *descriptors})
        confine.die_with_parent()
        confine.close_to_others()
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        channel, process, stdout, stderr, ended, grader = descriptors
        connection = Connection(grader)
        job = connection.recv()
        os.chdir(Path(request["folder"], "examiner"))
        _have_temporary_files(Path(request["folder"]))
        os.environ["GRADING_KEY"] = job.key  # read by tests that draw hidden data

        def why_killed() -> str:
            return connection.recv() if connection.poll(0.1) else ""

        remote = Remote(
            socket.socket(fileno=channel),
            process=process,
            printed=(stdout, stderr),
            ended=ended,
            why_killed=why_killed,
            seconds=job.notebook_seconds,
            space=shell.namespace,
        )
        examiner = Examiner(job, remote, shell, Path(request["folder"], "given"))
        notebook = examiner.execute()
        connection.send_bytes(remote.gone.encode() if remote.killed else b"")
        connection.send_bytes(notebook.encode())
        connection.send_bytes(json.dumps(examiner.unsure).encode())
        connection.close()

    return run


def limited(imports: str) -> Fork:
    """Forks that take [grader], call a function for it within limits, and send it the bytes.

    The request says which "memory" and "seconds" it may have, or nothing: then it has no limits. The
    grader sends the function and its arguments, see `course.grading.limited`.
    """
    import resource

    from course.grading.problem import Problem
    from course.grading.sandbox import confine

    exec(imports, {})
    gc.collect()

    def run(request: Message, descriptors: list[int]) -> None:
        confine.close_descriptors({1, 2, *descriptors})
        confine.die_with_parent()
        confine.close_to_others()
        gc.disable()  # it would look through millions of values again and again, and they all stay
        if request:
            resource.setrlimit(resource.RLIMIT_DATA, (request["memory"],) * 2)
            resource.setrlimit(resource.RLIMIT_CPU, (request["seconds"],) * 2)
        connection = Connection(descriptors[0])
        function, arguments = connection.recv()
        try:
            connection.send_bytes(b"+" + function(*arguments))
        except Problem as problem:
            connection.send_bytes(b"-" + str(problem).encode(errors="replace"))
        except Exception as error:
            told = f"{type(error).__name__}: {error}".encode(errors="replace")
            connection.send_bytes(b"!" + told[:1000])
        connection.close()

    return run


def send(control: socket.socket, message: Message, descriptors: Sequence[int] = ()) -> None:
    """Send one message, with descriptors that the other side gets copies of."""
    socket.send_fds(control, [json.dumps(message).encode()], list(descriptors))


def receive(control: socket.socket) -> tuple[Message | None, list[int]]:
    """The next message and its descriptors; None when the other side is gone."""
    try:
        message, descriptors, _, _ = socket.recv_fds(control, 1 << 16, 16)
    except ConnectionError:
        return None, []
    return (json.loads(message) if message else None), descriptors


if __name__ == "__main__":
    main()
