"""What a student's code touches beside its own: the door, torch's or NumPy's functions, frames.

It runs beside that code, so it could be told to keep silent; but whoever does so has to touch
something first, and that is told before it is done. Honest code touches none of it.
"""

import inspect
import logging
import os
import socket
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import FunctionType
from typing import Any

OURS = "course."
MODULES = {
    *("builtins", "contextlib", "copy", "gc", "importlib", "inspect", "json", "math", "operator"),
    *("socket", "sys", "threading", "unittest.mock", "numpy", "numpy.linalg", "numpy.random"),
    *("torch", "torch._tensor", "torch.accelerator", "torch.cuda", "torch.func", "torch.mps"),
    *("torch.autograd", "torch.autograd.forward_ad", "torch.autograd.graph", "torch.overrides"),
    *("torch.backends.cuda", "torch.backends.mps", "torch.nn", "torch.nn.functional"),
    *("torch.nn.modules.linear", "torch.nn.modules.loss", "torch.nn.modules.module"),
}
"""What a check relies on, besides our own: functions and classes of these stay what they were."""

CLASSES = {
    "socket": ("socket",),
    "torch": ("Tensor",),
    "torch.autograd": ("Function",),
    "torch.nn": ("Parameter", "Module", "Linear", "Sequential", "MSELoss"),
}
"""By module: the classes whose methods a check relies on."""

FREE = {
    *(f"builtins.{name}" for name in ("print", "input", "open", "help", "display", "breakpoint")),
    *("numpy.bool", "numpy.long"),  # older code asks NumPy for Python's own types
    "torch.Storage",  # which follows torch.set_default_dtype
    # what torch.compile exchanges when it is first used
    *("torch.manual_seed", "torch.nn.modules.module.Module.__init__"),
    "torch.nn.modules.module.Module.__setstate__",
}
"""What learners do exchange."""

AT_IMPORT = {"inspect.getfile"}
"""What torch exchanges when it is imported."""

SHOWS = "__repr__"
"""The method that says how a tensor or a model is printed; no check relies on it."""

HEARD = {
    *("ctypes", "exec"),
    *("gc.get_objects", "gc.get_referrers", "gc.get_referents", "code.__new__", "function.__new__"),
    "marshal.loads",
    *("sys._getframe", "sys._current_frames", "sys.settrace", "sys.setprofile"),
}
ATTRIBUTES = {"__code__", "f_code", "tb_frame", "gi_frame", "cr_frame", "ag_frame"}
READ = "object.__getattr__"
EVENTS = {READ, "object.__setattr__", "object.__delattr__"}
"""Of Python's audit hooks: https://docs.python.org/3/library/audit_events.html."""

DEFAULTS = {"__defaults__", "__kwdefaults__"}
"""What a function has for arguments that it is not given."""

NETWORK = "network"
"""What is told, once a question, where code asks the network: held against nobody, but it explains a failure."""
ASKING = {"socket.__new__", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
"""The events at which it does."""

LIBRARIES = (sys.prefix, sys.base_prefix, str(Path(__file__).parents[1]), "<frozen ")
"""Where code lies that is not the student's."""

LOOK = "course.look"
"""The audit event at which a `Watch` looks: with True at all it knows, else at what serves answers."""

SERVING = (f"{OURS}door", f"{OURS}grading")
"""Our own modules whose data must stay what it was as well, not their functions alone."""

GIVERS = {"currentframe", "stack", "walk_stack", "<lambda>"}
"""Functions of `inspect`, `traceback` and `logging` that hand a frame to whoever calls them."""

EXCHANGED = "functions.exchanged"
"""What is told at once; which they are, is told at the end of the test."""

Names = Mapping[str, object]


class Watch:
    """Knows what functions there are, and says which of them are others now.

    It watches modules that have been imported when it is made; a course without torch has none of torch's.
    It is made once, before the forks that it watches: to go through all modules in each of them would copy
    their memory.

    Args:
        offline: whether to tell that code asks the network, which there is none of.
    """

    def __init__(self, offline: bool) -> None:
        self.asking = ASKING if offline else set()
        free = FREE if "torch" in sys.modules else FREE | AT_IMPORT
        self.known: list[tuple[str, Names, str, object, tuple[object, ...]]] = [
            (name, names, key, thing, _content(thing) if name.startswith(SERVING) else ())
            for name, names in _namespaces()
            for key, thing in list(names.items())
            if (callable(thing) or name.startswith(SERVING) and not key.startswith("__"))
            and f"{name}.{key}" not in free
            and (key != SHOWS or name.startswith(OURS))
        ]
        self.known += [  # where `tensors` finds them
            ("sys.modules", sys.modules, name, sys.modules[name], ())
            for name in ("torch", "torch.nn")
            if name in sys.modules
        ]
        # dicts are modules, whose names honest code may add to; torch adds some to its own classes
        self.classes = [
            (name, names, {*names, "__annotations__"})
            for name, names in _namespaces()
            if not isinstance(names, dict) and not name.startswith("torch")
        ]
        self.everything: Known = [(names.get, key, thing) for _, names, key, thing, _ in self.known]
        self.serving: Known = [
            (names.get, key, thing)
            for name, names, key, thing, _ in self.known
            if name.startswith(SERVING)
        ]
        self.serving.append((vars(sys).get, "audit", sys.audit))
        self.sizes, self.files = _sizes(), _files()
        self.set: list[str] = []  # those of `DEFAULTS` that somebody has set, of whichever function

    def begin(
        self,
        channel: socket.socket,
        frame: Callable[[object], bytes],
        tables: Iterable[dict[str, Any]],
    ) -> None:
        """From now on, tell on ``channel`` what a student's code reaches for, before it has it.

        What looks and tells is held by Python's interpreter alone, and looks up no name that could
        be exchanged: who wants to silence it has to reach for what it tells first.

        Args:
            frame: makes the bytes of a message.
            tables: by name, what serves the examiner; beside their numbers they stay as they are.
        """
        self.tables = [(table, dict(table)) for table in tables]
        told: set[str] = set()
        tell = _teller(channel, frame, told)
        look = _looker(
            tell,
            told.discard,
            self.everything,
            [
                *self.serving,
                *(
                    (table.get, key, thing)
                    for table, before in self.tables
                    for key, thing in before.items()
                    if type(thing) not in (int, bytearray)
                ),
            ],
            [*self.sizes, *((table.__len__, len(table)) for table, _ in self.tables)],
        )
        sys.addaudithook(_hook(tell, look, self.asking, self.files, self.set.append))

    def changed(self) -> list[str]:
        """The full names of functions that are others than before, and of tables with other data."""
        found = {
            f"{name}.{key}"
            for name, names, key, thing, content in self.known
            if names.get(key) is not thing
            # To ask thousands of functions takes long, as each question is an audit event.
            or (content and (self.set or type(thing) is not FunctionType))
            and _content(thing) != content
        }
        for name, names, own in self.classes:
            found |= {f"{name}.{key}" for key in names.keys() - own}
        for table, before in self.tables:
            keys = (k for k in {*table, *before} if type(table.get(k)) not in (int, bytearray))
            found |= {f"grader.{key}" for key in keys if table.get(key) is not before.get(key)}
        if sys.gettrace():
            found.add("sys.settrace")
        if sys.getprofile():
            found.add("sys.setprofile")
        return sorted(found)


Known = list[tuple[Callable[[str], object], str, object]]
"""How to look something up, its name, and what it was."""

# What follows makes functions that hold all they need, and look up no name when they are called.


def _teller(
    channel: socket.socket, frame: Callable[[object], bytes], told: set[str]
) -> Callable[[str], None]:
    """What tells each name that is not ``told`` on ``channel``, in messages that ``frame`` makes now."""
    names = {*HEARD, *ATTRIBUTES, "import.again", EXCHANGED, NETWORK}
    frames = {name: frame(["touched", [name]]) for name in names}
    send, descriptor, fstat, leave = channel.sendall, channel.fileno(), os.fstat, os._exit
    there = fstat(descriptor).st_ino

    def tell(name: str) -> None:
        if name not in told:
            if fstat(descriptor).st_ino != there:
                leave(1)  # somebody else would hear it
            send(frames[name])
            told.add(name)

    return tell


def _looker(
    tell: Callable[[str], None],
    forget: Callable[[str], None],
    everything: Known,
    serving: Known,
    sizes: list[tuple[Callable[[], int], int]],
) -> Callable[[object], None]:
    """What tells whether something is another thing than before."""
    exchanged, network = EXCHANGED, NETWORK

    def look(at_all: object) -> None:
        forget(network)
        for get, key, thing in everything if at_all else serving:
            if get(key) is not thing:
                tell(exchanged)
        for size, before in sizes:
            if size() != before:
                tell(exchanged)

    return look


def _hook(
    tell: Callable[[str], None],
    look: Callable[[object], None],
    asking: set[str],
    files: set[str | None],
    note: Callable[[str], None],
) -> Callable[[str, tuple[Any, ...]], None]:
    """The audit hook."""
    getframe, thread = sys._getframe, threading.get_ident
    starts, contains = str.startswith, str.__contains__
    libraries, attributes, looking = LIBRARIES, ATTRIBUTES, LOOK
    heard, network = {*HEARD, *ATTRIBUTES, *asking}, NETWORK
    opening, internet = (
        "socket.__new__",
        int(socket.AF_INET),
    )  # requests tries AF_INET6 when imported
    accesses, reading, defaults, givers = EVENTS, READ, DEFAULTS, GIVERS
    giving = tuple(module.__file__ for module in (inspect, traceback, logging))
    busy: set[int] = set()

    def is_library(file: str) -> bool:
        return starts(file, libraries) and not contains(file, "/..")

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == looking:
            look(arguments[0])
            return
        if event in accesses:
            if event != reading and arguments[1] in defaults:
                note(arguments[1])
            event = arguments[1] if arguments[1] in attributes else ""
        elif starts(event, "ctypes."):
            event = "ctypes"
        here = thread()
        if here in busy or event not in heard:
            return
        busy.add(here)
        try:
            if event in asking:
                if event != opening or arguments[1] == internet:
                    tell(network)
                return
            frame = getframe(1)
            code = frame.f_code
            if event == "exec":
                file = arguments[0].co_filename
                if file in files and arguments[0].co_name == "<module>":
                    tell("import.again")
                elif not is_library(file) or is_library(code.co_filename):
                    return  # code that does not say it is a library's
            elif event == "sys._getframe" and code.co_filename in giving and code.co_name in givers:
                frame = frame.f_back or frame  # it looks for the frame of its caller
            if not is_library(frame.f_code.co_filename):
                tell(event)
        finally:
            busy.discard(here)

    _leave_to_python(hook, is_library, tell, look)
    return hook


def _files() -> set[str | None]:
    """Those of the modules that nobody has to import once more, with functions of their own."""
    return {
        getattr(module, "__file__", None)
        for name, module in list(sys.modules.items())
        if name in MODULES or name.startswith((*SERVING, "torch.optim."))
    }


def _leave_to_python(*functions: Any) -> None:
    """Keep torch.compile from compiling them; they would be asked about that, for ever."""
    if "torch" not in sys.modules:
        return
    frames: Any = sys.modules["torch"]._C._dynamo.eval_frame
    skip = frames._FrameExecStrategy(*[frames._FrameAction.SKIP] * 2)
    for function in functions:
        frames.set_code_exec_strategy(function.__code__, skip)


def _namespaces() -> Iterator[tuple[str, Names]]:
    """The modules that are watched, the classes that they define, and some more."""
    kinds = {
        getattr(sys.modules[module], name)
        for module, names in CLASSES.items()
        if module in sys.modules
        for name in names
    }
    for name, module in list(sys.modules.items()):
        if name in MODULES or name.startswith(OURS):
            yield name, vars(module)
            defined = (kind for kind in vars(module).values() if isinstance(kind, type))
            if not name.startswith(("builtins", "torch", "numpy")):  # which have thousands
                kinds |= {kind for kind in defined if kind.__module__ == name}
    for kind in kinds:
        yield f"{kind.__module__}.{kind.__qualname__}", vars(kind)


def _sizes() -> list[tuple[Callable[[], int], int]]:
    """How to count the names of each of our modules and classes, and how many there are.

    One more could hide a built-in function of that name.
    """
    every = [names for name, names in _namespaces() if name.startswith(SERVING)]
    modules = [names for names in every if isinstance(names, dict) and "__path__" not in names]
    for names in modules:
        names.setdefault("__warningregistry__", {})  # made by the first warning
    classes = [names for names in every if not isinstance(names, dict)]
    return [(names.__len__, len(names)) for names in (*modules, *classes)]


def _content(thing: object) -> tuple[object, ...]:
    """What is in a table of data, or a function's `DEFAULTS`."""
    if isinstance(thing, FunctionType):  # other code is heard
        return id(thing.__defaults__), id(thing.__kwdefaults__)
    if isinstance(thing, dict):
        return tuple((key, id(value)) for key, value in thing.items())
    return tuple(map(id, thing)) if isinstance(thing, set | list) else ()
