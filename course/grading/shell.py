"""A Jupyter kernel without its sockets: cells run in this very process, outputs leave by a callback.

The kernel is ipykernel's own, down to how it formats results and errors, so that a notebook's
outputs are those that Jupyter would have stored. Instead of its network sockets it is given
`_Publisher`, which reads each message the kernel sends. There are no threads, so the process can be
forked, and no debugger, history file or connection to a widget's front end.
"""

import asyncio
import contextlib
import functools
import inspect
import io
import logging
import os
import pdb
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from unittest import mock

from IPython.core import debugger
from jupyter_client.session import DELIM, Session
from traitlets.config import Config

from course.grading.beside import NOT_DRAWN

if TYPE_CHECKING:  # ipykernel is imported in `_kernel`, without its debugger
    from ipykernel.ipkernel import IPythonKernel
    from IPython.core.interactiveshell import InteractiveShell

FLUSH_SECONDS = 0.2
"""How long printed text may wait for more, as in ipykernel."""
CHUNK = 2**18
"""Characters of the longest text in one event: at most 1 MiB in UTF-8."""

_OUTPUTS = {"display_data", "execute_result", "error", "update_display_data", "clear_output"}


class Shell:
    """Runs cells as a kernel does, and calls ``emit`` with what they output.

    Make it once, before pyplot is imported, which then finds IPython's inline backend; fork; set
    ``emit``; run. An event is a dict of plain JSON data. Its ``output_type`` is that of a notebook's
    output ("stream", "display_data", "execute_result", "error"), "update_display_data" or
    "clear_output", with the fields of the Jupyter message of this name; or "status", with
    ``execution_count``, at the end of a cell.

    Text that is written to the file descriptors 1 and 2, by other processes or from C, does not come
    here, nor does what a process forked from this one prints: that is written to the descriptors.
    """

    def __init__(self) -> None:
        self.emit: Callable[[dict[str, object]], None] = lambda event: None
        self.fault = ""
        """What of ours, and not of the cell, stopped the last one; '' if nothing did."""
        self._process = 0  # the one whose outputs count: a cell may fork
        self._capturing: set[str] = set()  # comms of Output widgets that outputs go to now
        os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
        self._streams = [OutStream("stdout", 1, self), OutStream("stderr", 2, self)]
        sys.stdout, sys.stderr = self._streams
        self._session = Session(key=b"", check_pid=False)
        self._kernel, self._ipython = _kernel(self, self._session)

    @property
    def namespace(self) -> dict[str, object]:
        """The notebook's names."""
        names: dict[str, object] = self._ipython.user_ns
        return names

    def run(self, source: str, draw: bool = True, number: int | None = None) -> bool:
        """Run one cell and return whether it came to its end; an interrupt ends it as in a kernel.

        Blank cells are skipped, uncounted.

        Args:
            number: what the cell has in its brackets, In [number]; the next one by default.
            draw: False puts a placeholder where a figure would be rendered as a PNG to be shown.
                Figures that are saved to a file are drawn all the same.
        """
        if not source.strip():
            return True
        self._process = os.getpid()
        self._capturing.clear()
        number = number or self._kernel.execution_count
        self._ipython.execution_count = number
        fine, self.fault = False, ""
        try:
            with contextlib.nullcontext() if draw or not _may_draw(source) else self._undrawn():
                fine = self._loop.run_until_complete(self._execute(source))
        except BaseException as error:  # not of the cell, whose errors IPython reports by itself
            text = "".join(traceback.format_exception_only(error))
            if isinstance(error, Exception) and not isinstance(error, TimeoutError):
                self.fault = text.strip()  # others end a cell from outside, or by its own will
            fields = {"ename": type(error).__name__, "evalue": "", "traceback": [text]}
            self.publish({"output_type": "error", **fields})
        self.flush()
        self.publish({"output_type": "status", "execution_count": number})
        return fine

    def flush(self) -> None:
        """Emit what was printed and waits for more. Can be called from any thread."""
        for stream in self._streams:
            stream.flush()

    def publish(self, event: dict[str, object]) -> None:
        """Emit ``event``, unless it is of another process or goes to an Output widget."""
        captured = self._capturing and event["output_type"] not in ("status", "update_display_data")
        if self.is_current and not captured:
            self.emit(event)

    def capture(self, widget: str, on: bool) -> None:
        """From now on outputs go to this Output widget, or no longer."""
        (self._capturing.add if on else self._capturing.discard)(widget)

    @functools.cached_property
    def placeholder(self) -> bytes:
        """A PNG that says that a figure was not drawn."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        figure = Figure(figsize=(6.2, 0.6), dpi=72, facecolor="#eeeeee")
        figure.text(0.5, 0.5, NOT_DRAWN, ha="center", va="center")
        png = io.BytesIO()
        FigureCanvasAgg(figure).print_png(png, metadata={"Software": None})  # type: ignore[no-untyped-call]
        return png.getvalue()

    @property
    def is_current(self) -> bool:
        """Whether this process is the one that runs the cells, not one it came from or forked."""
        return os.getpid() == self._process

    @functools.cached_property
    def _loop(self) -> asyncio.AbstractEventLoop:
        return asyncio.new_event_loop()  # at the first cell: forks must not share its descriptors

    async def _execute(self, source: str) -> bool:
        kernel = self._kernel
        loop = SimpleNamespace(add_callback=self._loop.call_soon_threadsafe)
        kernel.io_loop = loop  # all of a loop that it asks for
        kernel.set_parent([], self._session.msg("execute_request"))
        kernel.pre_handler_hook()
        try:
            reply = await kernel.do_execute(source, silent=False, allow_stdin=False)
            fine: bool = reply["status"] == "ok"
            return fine
        finally:
            kernel.post_handler_hook()

    @contextlib.contextmanager
    def _undrawn(self) -> Iterator[None]:
        from matplotlib.backend_bases import FigureCanvasBase

        print_figure = FigureCanvasBase.print_figure

        def leave_out(canvas: FigureCanvasBase, file: Any, *args: Any, **kwargs: Any) -> Any:
            kind = kwargs.get("format") or canvas.get_default_filetype()
            if not isinstance(file, io.BytesIO) or kind != "png":
                return print_figure(canvas, file, *args, **kwargs)
            file.write(self.placeholder)
            return None

        with (
            mock.patch.object(FigureCanvasBase, "print_figure", leave_out),
            # pyplot draws after each cell, unseen
            mock.patch.object(FigureCanvasBase, "draw_idle", lambda *_, **__: None),
        ):
            yield


class OutStream(io.TextIOBase):
    """``sys.stdout`` or ``sys.stderr`` of the cells; has the name of the class it stands for."""

    encoding = "UTF-8"

    def __init__(self, name: str, descriptor: int, shell: Shell) -> None:
        self.name = name
        self._descriptor = descriptor
        self._shell = shell
        self._lock = threading.RLock()
        self._texts: list[str] = []
        self._first = 0.0  # when the first of the texts was written

    def fileno(self) -> int:
        return self._descriptor

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        if not self._shell.is_current:
            os.write(self._descriptor, text.encode(errors="replace"))
            return len(text)
        with self._lock:
            if not self._texts:
                self._first = time.monotonic()
            self._texts.append(text)
            if time.monotonic() > self._first + FLUSH_SECONDS:
                self.flush()
        return len(text)

    def flush(self) -> None:
        if not self._shell.is_current:
            return  # a lock that was held during the fork would never be released
        with self._lock:
            text = "".join(self._texts)
            self._texts.clear()
            for start in range(0, len(text), CHUNK):
                chunk = text[start : start + CHUNK]
                self._shell.publish({"output_type": "stream", "name": self.name, "text": chunk})


class _Publisher:
    """Stands for the socket on which a kernel publishes: makes events of its messages."""

    def __init__(self, session: Session, shell: Shell) -> None:
        self._session = session
        self._shell = shell

    def send_multipart(self, parts: list[bytes], **_: object) -> None:
        start = parts.index(DELIM)
        kind = self._session.unpack(parts[start + 2])["msg_type"]
        content = self._session.unpack(parts[start + 5])
        if kind in _OUTPUTS:
            self._shell.publish({"output_type": kind, **content})
        match kind, content:
            case "comm_msg", {"comm_id": widget, "data": {"state": {"msg_id": request}}}:
                self._shell.capture(widget, bool(request))


def _kernel(shell: Shell, session: Session) -> "tuple[IPythonKernel, InteractiveShell]":
    """An ipykernel that publishes through ``shell``, and what of IPython it runs cells in."""
    # ipykernel then does without its debugger, which has threads.
    sys.modules["debugpy"] = None  # type: ignore[assignment]  # Python's way to say: not here
    import ipykernel.compiler
    import ipykernel.debugger
    from ipykernel.eventloops import enable_gui
    from ipykernel.ipkernel import IPythonKernel

    del sys.modules["debugpy"]
    kernel = IPythonKernel.instance(
        log=logging.Logger("kernel", logging.CRITICAL),
        session=session,
        iopub_socket=_Publisher(session, shell),
        shell_channel_thread=SimpleNamespace(parent_thread=threading.main_thread()),
        config=Config(HistoryManager={"enabled": False}),
    )
    ipython = kernel.shell
    assert ipython is not None  # every kernel makes one
    _rehearse(ipython)
    ipython.enable_gui = functools.partial(enable_gui, kernel=kernel)  # else asks the app
    ipython.ask_exit = lambda: None  # `exit` would end the kernel, and with it the marking
    ipython.extension_manager.load_extension("storemagic")
    ipython.user_ns_hidden.update(ipython.user_ns)
    ipython.compile.cache = _of_no_module(ipython.compile.cache)
    # Temporary files may get another place, with others' code in it; the names of cells are in none.
    place = tempfile.gettempdir()
    ipykernel.compiler.get_tmp_directory = lambda: f"{place}/ipykernel_{os.getpid()}"
    launcher = Path(ipykernel.__file__).parent.parent / "ipykernel_launcher.py"
    sys.argv = [str(launcher), "-f", "kernel.json"]
    # As ipykernel's application does.
    pdb.Pdb = debugger.Pdb = debugger.InterruptiblePdb  # type: ignore[misc,assignment]  # replaced
    pdb.set_trace = debugger.set_trace
    sys.breakpointhook = lambda *_, **__: None  # as where nobody debugs a kernel
    return kernel, ipython


def _of_no_module(cache: Callable[..., str]) -> Callable[..., str]:
    """``cache``, which keeps a cell as a file, such that no module is taken for that file's.

    `inspect` else looks through thousands of modules for each line of a traceback, which takes a
    minute after a function that calls itself without end.
    """

    def cache_of_no_module(*cell: Any, **named: Any) -> str:
        name = cache(*cell, **named)
        inspect.modulesbyfile[os.path.normcase(os.path.abspath(name))] = ""
        return name

    return cache_of_no_module


def _may_draw(source: str) -> bool:
    """Whether a cell may draw with matplotlib, which is not imported to find out."""
    return "matplotlib" in sys.modules or "matplotlib" in source


def _rehearse(shell: "InteractiveShell") -> None:
    """Show one result and one error to nobody: the first ones import much."""
    assert shell.display_formatter is not None  # every shell makes one
    shell.display_formatter.format(0)
    try:
        raise ValueError
    except ValueError:
        shell.InteractiveTB.structured_traceback(*sys.exc_info())
