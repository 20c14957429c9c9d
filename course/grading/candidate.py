"""The candidate: runs a student's cells, and calls what they define when the examiner asks.

Nothing here is relied on for a verdict. From its first cell on, a student's code can change all of
it, and answer what it likes.
"""

import contextlib
import importlib
import signal
import socket
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import astuple
from pathlib import Path
from typing import Any

from course import door
from course.door import randomness
from course.door.watch import LOOK, Watch
from course.grading import around, chance, served
from course.grading.folder import Folders
from course.grading.given import CANDIDATE, Given
from course.grading.kept import Kept
from course.grading.shared import Shared
from course.grading.shell import Shell
from course.grading.wire import FormatError, Wire, require_stack


class Candidate:
    """Serves one examiner at the other end of ``channel``, with one notebook in ``shell``."""

    def __init__(self, channel: socket.socket, shell: Shell, watch: Watch) -> None:
        self.channel = channel
        self.given = Given(shell.namespace, CANDIDATE)
        self.kept = Kept(self._call_back, self.given)
        self.wire = Wire(channel, self.kept.pack, self.kept.unpack)
        self.sending = threading.Lock()  # cells may print from threads
        self.calling_back = threading.RLock()
        self.shell = shell
        self.shell.emit = lambda event: self._send(["event", event])
        self.token = 0
        self.test = contextlib.ExitStack()
        self.verbs: dict[str, Callable[..., object]] = {
            "write": self._write,
            "bind": self._bind,
            "exchange": self._exchange,
            "surround": self._surround,
            "import": self._import,
            "give": self._give,
            "chance": chance.state,
            "draw": chance.take,
            "run": self._run,
            "names": self._names,
            "call": self._call,
            "apply": self._apply,
            "begin": self._begin,
            "end": self._end,
        }
        self.watch = watch
        self.exchanged: dict[tuple[str, str], object] = {}  # what was where a test has something
        self.own: around.State = {}  # what is around the student's code when a test sets up nothing
        self.folder = Folders(Path.cwd(), Path(tempfile.gettempdir()))

    def serve(self) -> None:
        """Answer until the examiner hangs up."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        tables = vars(self), vars(self.kept), vars(self.wire), self.verbs
        self.watch.begin(self.channel, self.wire.frame, tables)
        look, answer = sys.audit, self._answer
        while True:
            try:
                question = self.wire.receive()
            except EOFError:
                return
            look(LOOK, False)
            answer(*question)

    def _answer(self, token: int, verb: str, dropped: list[int], *arguments: object) -> None:
        look = sys.audit
        before, self.token = self.token, token
        handler = signal.getsignal(signal.SIGINT)
        try:
            try:
                signal.signal(signal.SIGINT, signal.default_int_handler)
                self.kept.drop(dropped)
                answer = ["answer", token, self.verbs[verb](*arguments)]
            finally:
                signal.signal(signal.SIGINT, handler)  # a late one is meant for no one
        except BaseException as error:
            answer = [
                "raised",
                token,
                *_described(error),
                self._raised(error, verb),
            ]
        look(LOOK, verb in ("run", "end"))
        try:
            self._send(answer)
        except FormatError as error:
            self._send(["raised", token, *_described(ValueError(str(error))), None])
        self.token = before

    def _begin(self) -> dict[str, bytes | None]:
        """Begin a test, and say which files are not what they were."""
        self.test.enter_context(randomness.random_state_kept())
        return self._new_files()

    def _raised(self, error: BaseException, verb: str) -> list[object] | None:
        """What of an error is raised again in a test: itself, or its library's class, and arguments."""
        if verb != "apply":
            return None
        error.__traceback__ = None  # or it would keep what its frames hold
        kinds = type(error).__mro__
        if self.kept.is_lent(error) or not served.is_library(kinds[0].__module__):
            return [error, error.args]
        return [next(kind for kind in kinds if not kind.__name__.startswith("_")), error.args]

    def _end(self) -> list[str]:
        """End a test, and say what is not what it was before the notebook."""
        self.test.close()
        return self.watch.changed()

    def _write(self, files: dict[str, bytes | None]) -> None:
        self.folder.write(files)

    def _bind(self, new: dict[str, object], changed: dict[str, object], gone: list[str]) -> None:
        """What a test binds, changes in place, and deletes."""
        self.shell.namespace.update(new)
        for name, content in changed.items():
            Shared(self.given).refill(self.shell.namespace.get(name), content)
        for name in gone:
            self.shell.namespace.pop(name, None)

    def _exchange(
        self, news: list[tuple[tuple[str, str], object]], back: list[tuple[str, str]]
    ) -> None:
        """What a test puts in place of functions of modules, and where it no longer does."""
        for place, value in news:
            module, name = importlib.import_module(place[0]), place[1]
            self.exchanged.setdefault(place, getattr(module, name))
            setattr(module, name, value)
        for place in back:
            if place in self.exchanged:
                setattr(importlib.import_module(place[0]), place[1], self.exchanged.pop(place))

    def _surround(self, told: around.State) -> None:
        """What a test sets up."""
        root = self.folder.work.root
        if not self.own:
            self.own.update(around.state(root))
        around.take(self.own | told, root)
        if not told:
            self.own.clear()

    def _import(self, statements: str) -> None:
        for statement in statements.splitlines():
            with contextlib.suppress(Exception):  # the student's code then meets a NameError
                exec(statement, self.shell.namespace)

    def _give(self, names: list[str], modules: list[str]) -> None:
        self.given.know(names, modules)
        self.wire.know(self.given.named_tuples())

    def _run(self, source: str, draw: bool, number: int) -> str:
        self.shell.run(source, draw, number)
        return self.shell.fault

    def _names(self, wanted: list[str]) -> dict[str, object]:
        space, shared = self.shell.namespace, Shared(self.given)
        told = {name: shared.marked(space[name]) for name in wanted if name in space}
        self.given.keep(shared.things)
        return told

    def _call(
        self,
        function: door.Function,
        args: tuple[object, ...],
        kwargs: dict[str, Any],
        around: door.Situations,
    ) -> list[object]:
        reply = door.call(function, *args, situations=around, **kwargs)
        parts = reply.value, reply.args, reply.warnings, reply.printed, reply.kwargs
        return [*parts, reply.operations]

    def _apply(
        self,
        living: dict[int, object],
        function: door.Function,
        args: tuple[object, ...],
        kwargs: dict[str, object],
    ) -> list[object]:
        self.given.forget_but(living.keys() | self.kept.met.keys())
        shared = self.kept.taken()
        given = dict(shared.things)
        for number, content in living.items():
            shared.refill(given[number], content)
        try:
            value = function(*args, **kwargs)
            told = shared.marked(value)  # first, as it is read
            contents = {number: shared.content(thing) for number, thing in given.items()}
            self.given.keep(shared.things)
            return [told, contents, self._new_files()]
        finally:
            self.shell.flush()

    def _new_files(self) -> dict[str, bytes | None]:
        try:
            return self.folder.changed()
        except OSError:  # the folder is not what it was
            return {}

    def _call_back(
        self, number: int, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> object:
        require_stack()
        with self.calling_back:  # one thread after the other
            return self._called_back(number, args, kwargs)

    def _called_back(
        self, number: int, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> object:
        with _uninterrupted():
            self._send(["callback", self.token, number, args, kwargs])
            message = self.wire.receive()
        while message[0] != "called":  # what is called there may itself call what is defined here
            self._answer(*message)
            with _uninterrupted():
                message = self.wire.receive()
        _, fine, told = message
        if not fine:
            raise told
        return told

    def _send(self, message: list[object]) -> None:
        with _uninterrupted(), self.sending:
            self.kept.begin()
            try:
                self.wire.send(message)
            except FormatError:
                self.kept.unsent()
                raise
            self.kept.sent()


def _described(error: BaseException) -> tuple[bool, str, tuple[str, ...], tuple[str, ...]]:
    """Whether it came through the door as the student's error; text, classes and place."""
    through_the_door = isinstance(error, door.StudentError)
    try:
        told = error if isinstance(error, door.StudentError) else door.StudentError.of(error)
    except Exception:  # its text cannot be had
        told = door.StudentError("", (type(error).__name__, "Exception"))
    return through_the_door, str(told), told.kinds, astuple(told.place)


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """An interrupt in the middle of a frame would garble the rest of the talk."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
