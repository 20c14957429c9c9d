"""The candidate as the examiner sees it: a channel that may lie, fall silent, or break.

Whatever comes through is decoded into plain data or into references, numbers that the candidate
understands. Nothing it says is ever run here.
"""

import builtins
import contextlib
import inspect
import os
import re
import select
import signal
import socket
import threading
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from secrets import randbits
from time import monotonic  # itself, as tests may exchange what the module has
from typing import Any, NoReturn
from unittest import mock
from urllib.error import URLError

from course import door
from course.door.watch import NETWORK
from course.grading import references
from course.grading.folder import TEMPORARY, Folders
from course.grading.given import EXAMINER, Given
from course.grading.objects import MOST_TEXT, Objects
from course.grading.problem import NotCarriedError
from course.grading.references import RemoteError
from course.grading.sandbox import confine
from course.grading.shared import Shared
from course.grading.wire import FormatError, Wire, require_stack

GRACE = 2.0
"""Seconds that interrupted code has to come to its end before its process is killed."""

MOST_NESTED = 20
"""Callbacks inside one another, each from a call of the student's code in the one before."""
MOST_TOUCHED = 20
PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,80}")

MOST_WRITTEN = 64 << 20
"""Bytes of files of the student's code that its tests may read."""
SMALLEST = 512
"""As how many bytes each of them counts at least, and each folder."""


class CandidateGone(BaseException):
    """The candidate's process is dead; the text says why. No test may catch it by the way."""


class Remote:
    """Talks with one candidate.

    Args:
        channel: connected to the candidate.
        process: a pidfd of it.
        printed: read ends of the pipes that are its file descriptors 1 and 2.
        ended: read end of the pipe on which the warm process tells its wait status.
        why_killed: asks the grader why it killed the candidate; '' if it did not.
        seconds: limit for the whole notebook.
        space: what the instructor's cells bind here.
    """

    def __init__(
        self,
        channel: socket.socket,
        process: int,
        printed: tuple[int, int],
        ended: int,
        why_killed: Callable[[], str],
        seconds: float,
        space: dict[str, object],
    ) -> None:
        self.channel = channel
        self.given = Given(space, EXAMINER)
        self.objects = Objects(self, self.given)
        self.wire = Wire(channel, self.objects.pack, self.objects.unpack)
        self.process = process
        self.printed = dict(zip(printed, ("stdout", "stderr"), strict=True))
        for descriptor in printed:
            os.set_blocking(descriptor, False)  # the other side may read its own pipe empty
        self.ended = ended
        self.why_killed = why_killed
        self.end = monotonic() + seconds
        self.deadline = self.end
        self.interrupted = False
        self.asked_network = False  # by the student's code, in the last cell
        self.gone = ""
        self.touched: set[str] = set()  # by the student's code, and not asked for
        self.killed = False  # from outside, which is not the student's doing
        self.nested = 0  # callbacks that run now
        self.asking = threading.RLock()  # a test may call from several threads
        self.uncarried = ""  # what the last cell asked that is not carried
        self.hear: Callable[[object], None] = lambda event: None
        self.before_call: Callable[[], None] = lambda: None
        self.after_call: Callable[[], None] = lambda: None
        self.folder = Folders(Path.cwd(), Path.cwd().parent / TEMPORARY)
        self.room = MOST_WRITTEN

    @contextlib.contextmanager
    def cell(self, seconds: float, hear: Callable[[object], None]) -> Iterator[None]:
        """For the cell run meanwhile: its time limit, and who hears the events it causes."""
        self.deadline = min(self.end, monotonic() + seconds)
        self.interrupted = self.asked_network = False
        self.uncarried = ""
        self.hear = hear
        yield

    def give(self, names: list[str], modules: list[str]) -> None:
        """Tell which classes are `given.Given`."""
        self.given.know(names, modules)
        self._ask("give", names, modules)
        self.wire.know(self.given.named_tuples())

    def hand_over(self, files: dict[str, bytes | None]) -> None:
        """Put files beside the notebook; None takes one away."""
        self._ask("write", files)

    def bind(self, new: dict[str, object], changed: dict[str, object], gone: list[str]) -> None:
        """Give names of the notebook ``new`` values, change those of some in place, and delete some."""
        self._ask("bind", new, changed, gone)

    def exchange(
        self, news: list[tuple[tuple[str, str], object]], back: list[tuple[str, str]]
    ) -> None:
        """Put something else where modules have functions, each by module and name; put some back."""
        self._ask("exchange", news, back)

    def surround(self, state: dict[str, Any]) -> None:
        """Have the student's code run in what of an `around.state` is not its own."""
        self._ask("surround", state)

    def do_import(self, statements: str) -> None:
        """Run import statements in the notebook, one a line."""
        self._ask("import", statements)

    def chance(self) -> object:
        """`chance.state` there, as the candidate says."""
        return self._ask("chance")

    def draw_as(self, state: object) -> None:
        """Have the student's code draw as from the `chance.state` of a test."""
        self._ask("draw", state)

    def frame(self, value: object) -> bytes:
        """The bytes in which ``value`` is handed over; none if it cannot be."""
        try:
            return self.wire.frame(value)
        except FormatError:
            return b""

    def run(self, source: str, draw: bool, number: int) -> str:
        """`Shell.run`; what the cell puts out is heard. Raises `CandidateGone` or TimeoutError.

        Returns:
            `Shell.fault`.
        """
        fault = self._ask("run", source, draw, number)
        if type(fault) is not str:
            self._broken("a reply was not in the agreed format")
        return fault

    def look_up(self, names: list[str]) -> dict[str, object]:
        """Those of ``names`` that the notebook has, as data or references."""
        found = self._ask("names", names)
        if type(found) is not dict or not found.keys() <= set(names):
            self._broken("it answered names that nobody asked for")
        return found

    @contextlib.contextmanager
    def test(self) -> Iterator[None]:
        """A test leaves the notebook's random numbers as they were."""
        self._receive_files(self._ask("begin"))
        with (
            mock.patch.object(inspect, "findsource", references.find_source),
            mock.patch.object(typing, "get_type_hints", references.get_type_hints),
        ):
            try:
                yield
            finally:
                self.objects.take_back()
        if not self.gone:
            self.deadline = max(self.deadline, monotonic() + GRACE)
            self._note(self._ask("end"))

    def call(
        self,
        function: door.Function,
        args: tuple[object, ...],
        kwargs: dict[str, object],
        situations: door.Situations,
    ) -> door.Reply:
        """`door.call` in the candidate's process."""
        answer = self._ask("call", function, args, kwargs, situations)
        value, args, warned, printed, kwargs, operations = self._items(answer, 6)
        texts = (printed, *(warned if type(warned) is tuple else (None,)))
        kinds = type(args), type(kwargs), type(operations)
        if kinds != (tuple, dict, int) or {type(t) for t in texts} != {str}:
            self._broken("a reply was not in the agreed format")
        return door.Reply(value, args, warned, printed, kwargs, operations)

    def apply(
        self, function: door.Function, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> object:
        """An ordinary call: raises what the student's code raised, changes what it changed."""
        __tracebackhide__ = True
        self.before_call()
        shared = Shared(self.given)
        try:
            living = {number: shared.content(thing) for number, thing in [*shared.things.items()]}
            args = tuple([shared.marked(value) for value in args])
            kwargs = {name: shared.marked(value) for name, value in kwargs.items()}
        except FormatError as error:
            self.refuse(f"it hands the student's code what cannot be handed over ({error})")
        given = dict(shared.things)
        try:
            answer = self._ask("apply", living, function, args, kwargs, shared=shared)
        except (StopIteration, StopAsyncIteration):
            if function is not next and not self.objects.is_step(function):
                self.refuse("it calls a function that ends its caller's loop")
            raise
        value, contents, files = self._items(answer, 3)
        if type(contents) is not dict or contents.keys() != given.keys():
            self._broken("a reply was not in the agreed format")
        for number, thing in given.items():
            shared.refill(thing, contents[number])
        self._receive_files(files)
        self.after_call()
        return value

    def refuse(self, what: str) -> NoReturn:
        """Raise a NotCarriedError, and remember it, whatever the test does then."""
        __tracebackhide__ = True
        self.uncarried = self.uncarried or what
        raise NotCarriedError(what)

    def _receive_files(self, files: object) -> None:
        """Write files that the student's code wrote into the folder of the tests."""
        if type(files) is not dict:
            self._broken("files were not in the agreed format")
        for name, content in files.items():
            if type(name) is not str or type(content) not in (bytes, type(None)):
                self._broken("files were not in the agreed format")
            self.room -= max(len(content or b""), SMALLEST)
            if self.room >= 0:
                with contextlib.suppress(OSError, ValueError):  # such as a file named like a folder
                    self.folder.write({name: content})

    def kill(self) -> None:
        """End the candidate; everything that it started ends with it."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.process, signal.SIGKILL)

    def _ask(self, verb: str, *arguments: object, shared: Shared | None = None) -> object:
        """What the candidate answers; raises what it says that the student's code raised.

        Raises:
            CandidateGone: it cannot answer any more.
            TimeoutError: its code was interrupted at the time limit, or there is no time left to ask.
        """
        __tracebackhide__ = True
        with self.asking:
            return self._ask_alone(verb, arguments, shared)

    def _ask_alone(self, verb: str, arguments: tuple[object, ...], shared: Shared | None) -> object:
        __tracebackhide__ = True
        if self.gone:
            raise CandidateGone(self.gone)
        require_stack()  # an error in the middle would leave an answer without its question
        if monotonic() > self.end:
            self._end("the time limit of the notebook was reached")
        if monotonic() > self.deadline:
            raise TimeoutError("the test was still running at the time limit")
        already_interrupted = self.interrupted
        before, self.objects.shared = self.objects.shared, (shared or Shared(self.given))
        try:
            answer = self._exchange(verb, arguments)
            self.given.keep(self.objects.shared.things)
        finally:
            self.objects.shared = before
        self._drain()
        if self.interrupted and not already_interrupted:
            raise TimeoutError("the code was still running at the time limit")
        return self._unpacked(answer, verb in ("call", "apply"))

    def _exchange(self, verb: str, arguments: tuple[object, ...]) -> list[Any]:
        """Send a question, and return the message that answers it."""
        token = randbits(62)  # so that no answer can be given before its question
        try:
            self.channel.settimeout(self._left())
            self._send([token, verb, self.objects.take_dropped(), *arguments])
            return self._answer(token)
        except TimeoutError:
            self._end("it stopped listening")
        except FormatError as error:
            self._broken(str(error))
        except (EOFError, ConnectionError, ProcessLookupError):
            if not self.gone:
                self.gone = "it hung up"  # until more is known, whatever comes in between
                self.gone = self.why_killed() or self._status()
            self._end(self.gone)
        except OSError as error:  # of this process, such as a descriptor that something closed
            self.killed = True
            self._end(f"the grader itself met an error: {error}")

    def _unpacked(self, answer: list[Any], called: bool) -> object:
        """The value in an answer.

        An exception in it is raised, as nearly as can be told if a test ``called`` what raised it.
        """
        __tracebackhide__ = True
        kind, _, *rest = answer
        if kind == "answer" and len(rest) == 1:
            return rest[0]
        if kind != "raised" or len(rest) != 5:
            self._broken("an answer was not in the agreed format")
        through_the_door, text, kinds, place, itself = rest
        strings = [text, *kinds] if type(kinds) is tuple and kinds else [None]
        where = door.Place.read(place)
        if {type(s) for s in strings} != {str} or where is None:
            self._broken("an exception was not in the agreed format")
        error = door.StudentError(text[:MOST_TEXT], kinds, where)
        raise error if through_the_door is True or not called else _as_raised(error, itself)

    def _answer(self, token: int) -> list[Any]:
        """The message that answers question ``token``; events and callbacks before it are served."""
        while True:
            try:
                kind, *rest = message = self._items(self._receive(), None)
                if type(kind) is not str:
                    self._broken("a message was not in the agreed format")
                if kind == "event" and len(rest) == 1:
                    self.hear(rest[0])
                    continue
                if kind == "touched" and len(rest) == 1:
                    self._note(rest[0])
                    continue
                if not rest or type(rest[0]) is not int or rest[0] != token:
                    self._broken("an answer came without its question")
                if kind != "callback":
                    return message
                self._call_back(*self._items(rest, 4)[1:])
            except TimeoutError:
                if self.gone:  # what was interrupted is our kill
                    self._end(self.gone)
                if self.interrupted:
                    self._end("it was still running at the time limit and ignored the interrupt")
                self.interrupted = True
                self.deadline = monotonic() + GRACE
                signal.pidfd_send_signal(self.process, signal.SIGINT)

    def _note(self, names: object) -> None:
        """Remember what the student's code is seen to touch."""
        if type(names) is not list or not all(type(name) is str for name in names):
            self._broken("a message was not in the agreed format")
        self.asked_network |= NETWORK in names
        names = [name for name in names if name != NETWORK]
        self.touched |= {name for name in names[:MOST_TOUCHED] if PLAIN_NAME.fullmatch(name)}

    def _receive(self) -> object:
        """The next message; what is printed on file descriptors meanwhile is heard."""
        while True:
            waited_for: list[socket.socket | int] = [self.channel, *self.printed]
            readable, _, _ = select.select(waited_for, [], [], self._left())
            for descriptor in readable:
                if isinstance(descriptor, int):
                    self._read(descriptor)
            if self.channel in readable:
                self.channel.settimeout(self._left())
                return self.wire.receive()
            if not readable:
                raise TimeoutError

    def _left(self) -> float:
        left = self.deadline - monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def _read(self, descriptor: int) -> None:
        try:
            printed = os.read(descriptor, 1 << 16)
        except BlockingIOError:
            return
        if not printed:
            del self.printed[descriptor]
        else:
            name = self.printed[descriptor]
            text = printed.decode("utf-8", "replace")
            self.hear({"output_type": "stream", "name": name, "text": text})

    def _drain(self) -> None:
        """Hear what a cell left in the pipes."""
        while readable := select.select([*self.printed], [], [], 0)[0]:
            for descriptor in readable:
                self._read(descriptor)
            if monotonic() > self.deadline:
                break

    def _call_back(self, number: object, args: object, kwargs: object) -> None:
        if type(number) is not int or not 0 <= number < self.objects.count:
            self._broken("it called back what it was not given")
        if type(args) is not tuple or type(kwargs) is not dict:
            self._broken("a callback was not in the agreed format")
        message: list[object]
        self.nested += 1
        try:
            if self.nested > MOST_NESTED:
                raise RecursionError(
                    f"the test's function was called inside itself more than {MOST_NESTED} times"
                )
            if number not in self.objects.lent:
                self.refuse("the student's code calls a function of an earlier test")
            message = ["called", True, self.objects.lent[number](*args, **kwargs)]
        except (Exception, NotCarriedError) as error:
            message = ["called", False, error]
        finally:
            self.nested -= 1
        try:
            self._send(message)
        except NotCarriedError as error:
            self._send(["called", False, error])

    def _send(self, message: list[object]) -> None:
        __tracebackhide__ = True
        try:
            self.wire.send(message)
        except FormatError as error:
            self.refuse(f"it hands the student's code what cannot be handed over ({error})")

    def _items(self, value: object, number: int | None) -> list[Any]:
        if type(value) is not list or not value or number not in (None, len(value)):
            self._broken("a message was not in the agreed format")
        return value

    def _broken(self, why: str) -> NoReturn:
        self._end(f"its answers could not be read ({why})")

    def _end(self, why: str) -> NoReturn:
        self.gone = self.gone or why  # before the kill, which else looked like one from outside
        self.kill()
        raise CandidateGone(self.gone)

    def _status(self) -> str:
        """How the candidate's process ended."""
        readable, _, _ = select.select([self.ended], [], [], GRACE)
        if not readable:
            return "it hung up"
        told = os.read(self.ended, confine.ENDED.size)
        if len(told) != confine.ENDED.size:
            self.killed = True
            return "the process that it was forked from ended"
        status, seconds = confine.ENDED.unpack(told)
        if os.WIFSIGNALED(status):
            if seconds >= confine.Limits.cpu:  # the kernel's kill, at a limit of ours
                return f"more than {confine.Limits.cpu // 60} minutes of processor time were used"
            # Nobody inside can send a SIGKILL to the first process of a pid namespace.
            self.killed = os.WTERMSIG(status) == signal.SIGKILL
            return f"its process was ended by {signal.Signals(os.WTERMSIG(status)).name}"
        return f"its process ended by itself, with status {os.WEXITSTATUS(status)}"


def _as_raised(error: door.StudentError, itself: object) -> BaseException:
    """What the student's code raised, or the built-in exception that is nearest to it."""
    raised = _itself(error, itself) or _nearest(error)
    if error.line and not hasattr(raised, "__notes__"):
        raised.add_note(f"raised in the student's line: {error.line}")
    return raised


def _itself(error: door.StudentError, itself: object) -> BaseException | None:
    if type(itself) is not list or len(itself) != 2 or type(itself[1]) is not tuple:
        return None
    raised, args = itself
    if door.is_a(raised, RemoteError):
        references.tell(raised, str(error), args)
    if isinstance(raised, BaseException):  # else of the test's, which a function of it raised
        return raised
    if references.is_reference(raised) or not isinstance(raised, type):
        return None
    if not issubclass(raised, BaseException):
        return None
    if raised.__module__ == "builtins" or raised is URLError:  # whose text needs its `reason`
        with contextlib.suppress(TypeError):
            return raised(*args)
    return raised.__new__(raised, *args)  # its own code does not run


def _nearest(error: door.StudentError) -> BaseException:
    for name in error.kinds:
        kind = getattr(builtins, name, None)
        if isinstance(kind, type) and issubclass(kind, Exception):
            with contextlib.suppress(TypeError):
                return kind(str(error))
    return error
