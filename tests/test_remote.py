"""The examiner's side of the channel: whatever happens there, the reason for an end is the true one."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from course import door
from course.grading import remote, wire
from course.grading.remote import CandidateGone, Remote
from course.grading.sandbox import confine
from course.grading.wire import Wire


class Peer:
    """A process that waits to be killed, and this test, which answers for it."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        self.wire = Wire(theirs, lambda value: ["object", 0, "Thing"], lambda node: node)
        self.channel = theirs
        argv = [sys.executable, "-c", "import time; time.sleep(600)"]
        self.process = subprocess.Popen(argv)
        self.printed = os.pipe(), os.pipe()
        self.ended, self.tell = os.pipe()
        self.reasons: list[str] = []
        self.remote = Remote(
            ours,
            os.pidfd_open(self.process.pid),
            (self.printed[0][0], self.printed[1][0]),
            self.ended,
            lambda: self.reasons.pop() if self.reasons else "",
            seconds=600,
            space={},
        )
        self.remote.deadline = self.remote.end

    def answers(self, answer: Callable[[int, list[Any]], None], times: int = 1) -> None:
        """From now on, in a thread, ``answer`` is called with the token of each question and the rest."""

        def serve() -> None:
            with contextlib.suppress(EOFError, OSError):
                for _ in range(times):
                    token, *question = self.wire.receive()
                    answer(token, question)

        threading.Thread(target=serve, daemon=True).start()

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self.channel.close()
        self.remote.channel.close()
        pipes = {*self.printed[0], *self.printed[1], self.ended, self.tell, self.remote.process}
        for descriptor in pipes:
            with contextlib.suppress(OSError):
                os.close(descriptor)


@pytest.fixture
def peer() -> Iterator[Peer]:
    with contextlib.closing(Peer()) as peer:
        yield peer


def ask(peer: Peer) -> str:
    """Why there is no answer."""
    with pytest.raises(CandidateGone) as caught:
        peer.remote.look_up(["f"])
    return str(caught.value)


INTERRUPTIONS = [RecursionError, KeyboardInterrupt, MemoryError, TimeoutError]


class TestOurOwnKill:
    @pytest.mark.parametrize("error", INTERRUPTIONS)
    def test_is_told_though_an_error_comes_between(
        self, peer: Peer, error: type[BaseException], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The kernel has killed it, and the line after the kill is never reached."""
        kill = peer.remote.kill

        def killed_and_interrupted() -> None:
            kill()
            peer.process.wait()
            os.write(peer.tell, confine.ENDED.pack(signal.SIGKILL, 1.0))
            raise error

        monkeypatch.setattr(peer.remote, "kill", killed_and_interrupted)
        peer.answers(lambda token, _: peer.wire.send(["answer", token + 1, None]))
        with pytest.raises(error):
            peer.remote.look_up(["f"])
        monkeypatch.undo()
        assert "an answer came without its question" in ask(peer)
        assert not peer.remote.killed

    @pytest.mark.parametrize("error", INTERRUPTIONS)
    @pytest.mark.parametrize("step", ["why_killed", "_status"])
    def test_an_end_is_not_forgotten_while_its_reason_is_asked(
        self,
        peer: Peer,
        error: type[BaseException],
        step: str,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        def interrupted() -> str:
            raise error

        monkeypatch.setattr(peer.remote, step, interrupted)
        peer.channel.close()
        with pytest.raises(error):
            peer.remote.look_up(["f"])
        monkeypatch.undo()
        assert ask(peer) == "it hung up"
        assert not peer.remote.killed

    def test_for_its_memory_is_told_by_who_did_it(self, peer: Peer) -> None:
        peer.reasons.append("more than 3 GB of memory were used")
        os.write(peer.tell, confine.ENDED.pack(signal.SIGKILL, 1.0))
        peer.channel.close()
        assert ask(peer) == "more than 3 GB of memory were used"
        assert not peer.remote.killed

    def test_for_its_processor_time_is_told_from_one_from_outside(self, peer: Peer) -> None:
        seconds = confine.Limits.cpu + 0.5
        os.write(peer.tell, confine.ENDED.pack(signal.SIGKILL, seconds))
        peer.channel.close()
        assert ask(peer) == "more than 10 minutes of processor time were used"
        assert not peer.remote.killed

    def test_from_outside_is_nobodys_fault(self, peer: Peer) -> None:
        os.write(peer.tell, confine.ENDED.pack(signal.SIGKILL, 1.0))
        peer.channel.close()
        assert ask(peer) == "its process was ended by SIGKILL"
        assert peer.remote.killed


def test_a_descriptor_of_ours_that_is_closed_is_no_fault_of_the_students(peer: Peer) -> None:
    peer.remote.channel.close()
    assert "the grader itself met an error: [Errno 9]" in ask(peer)
    assert peer.remote.killed


class TestALackOfStack:
    def test_is_noticed_before_anything_is_asked(self, peer: Peer) -> None:
        """Wherever in the stack it ends, the next question gets its own answer."""
        peer.answers(lambda token, question: peer.wire.send(["answer", token, {}]), times=2_000)

        def deeper() -> None:
            peer.remote.look_up(["f"])
            deeper()

        for _ in range(3):
            with pytest.raises(RecursionError):
                deeper()
        assert peer.remote.look_up(["f"]) == {}

    def test_a_nested_message_fits_where_one_is_asked_at_all(self, peer: Peer) -> None:
        nested: object = 1
        for _ in range(wire.MAX_DEPTH - 5):
            nested = [nested]
        peer.answers(
            lambda token, question: peer.wire.send(["answer", token, {"f": nested}]), times=2_000
        )

        def deeper() -> object:
            found = peer.remote.look_up(["f"])
            assert found == {"f": nested}
            return deeper()

        with pytest.raises(RecursionError):
            deeper()
        assert not peer.remote.gone

    def test_callbacks_inside_one_another_are_bounded(self, peer: Peer) -> None:
        """A chain of any length ends in an error that says so, for the student's code to meet."""
        told = []

        def calls_back(token: int, question: list[Any]) -> None:
            peer.wire.send(["callback", token, 0, (), {}])
            message = peer.wire.receive()
            while message[0] != "called":
                calls_back(*message[:1], message[1:])
                message = peer.wire.receive()
            told.append(message[1:])
            peer.wire.send(["answer", token, [None, {}, {}]])

        peer.answers(calls_back)

        def of_the_test() -> object:
            return peer.remote.apply(len, (), {})

        peer.remote.objects.pack(of_the_test)
        assert peer.remote.apply(len, (), {}) is None
        assert len(told) == remote.MOST_NESTED + 1
        fine, (kind, _, module, name, text, _) = told[0]
        assert (fine, kind, module, name) == (False, "error", "builtins", "RecursionError")
        assert f"more than {remote.MOST_NESTED} times" in text
        assert peer.remote.nested == 0


def test_what_the_students_code_raised_is_told_from_what_ours_did(peer: Peer) -> None:
    raised = (False, "no", ("ValueError", "Exception"), ("",) * 5, None)
    peer.answers(lambda token, _: peer.wire.send(["raised", token, *raised]), times=2)
    with pytest.raises(door.StudentError):
        peer.remote.look_up(["f"])
    with pytest.raises(ValueError):
        peer.remote.apply(len, (), {})
