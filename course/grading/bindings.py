"""What the names in a test stand for, and how they follow what the test and the student's code do to them."""

import ast
import builtins
import contextlib
import io
from collections.abc import Iterator, Set
from dataclasses import dataclass
from types import ModuleType
from typing import NamedTuple

from course import door
from course.grading import chance
from course.grading.cells import tree
from course.grading.exchanged import Exchanged
from course.grading.following import Around
from course.grading.identifiers import bound, changed, classes_of, imports, loaded, seeds, stored
from course.grading.job import Job
from course.grading.problem import NotCarriedError
from course.grading.remote import Remote
from course.grading.shared import Shared, is_mutable

MISSING = object()


@dataclass(frozen=True, eq=False)
class Trusted:
    """A source of the instructor's, run in the examiner when a test needs a name that it binds.

    Attributes:
        drawn: `chance.state` when the candidate ran it, as the candidate says.
    """

    source: str
    drawn: object = None


class Told(NamedTuple):
    """What a name stands for; ``content`` is what can change in it, as a frame."""

    value: object
    content: bytes


class Bindings:
    """The namespace ``space`` of the tests of one notebook.

    A name that solutions bind or change is the student's. One that imports, read-only cells or tests bind
    is the instructor's: its value is computed here. Any other is what the candidate has of it.

    Args:
        written: names that the student's code mentions.
    """

    def __init__(
        self, job: Job, remote: Remote, space: dict[str, object], written: set[str]
    ) -> None:
        self.remote = remote
        self.space = space
        self.asked = set(job.asked)
        self.changing = set(job.changing)
        self.written = written
        self.trusted = [Trusted(statement) for statement in job.imports.splitlines()]
        self.tested: list[str] = []  # sources of the tests that ran
        self.ran: set[Trusted] = set()
        self.own = set(space)
        self.theirs: dict[str, object] = {}  # what was looked up for the test
        self.told: dict[str, Told] = {}  # of tests, what the candidate has
        self.watched: set[str] = set()  # names that the test binds and the student's code mentions
        self.missing: set[str] = set()  # that trusted sources were to bind, and did not
        self.classes: set[str] = set()  # that read-only cells define
        self.modules = [
            name.removesuffix(".py").replace("/", ".") for name in job.given if name.endswith(".py")
        ]
        self.seeded = False  # whether the test has set a seed that the student's code does not know
        self.fault = ""  # of ours
        self.exchanged, self.around = Exchanged(remote), Around(remote)
        remote.before_call, remote.after_call = self._tell, self._hear

    def begin(self, test: str) -> None:
        """Give the names of ``test`` their values."""
        for name, value in self.theirs.items():
            if self.space.get(name) is value:
                del self.space[name]
        self.own = set(self.space)
        for source in (test, *(each.source for each in self.trusted)):
            self.exchanged.look_for(source)
            self.around.look_for(source)
        self.theirs = {}
        self._give_classes()
        self._bind(loaded(test))
        self._take_imports(test)
        self.watched = changed(test) & self.written
        self.told |= {name: self._now(name) for name in self.watched}

    @contextlib.contextmanager
    def seeding(self, test: str) -> Iterator[None]:
        """Meanwhile a seed that ``test`` sets is the student's code's, too."""
        with chance.noticed(self._seed) if seeds(test) else contextlib.nullcontext():
            yield
        self.seeded = False

    def _seed(self) -> None:
        self.seeded = True

    def end(self, test: str) -> None:
        """Let the candidate know what ``test`` left, for the cells that follow."""
        self.tested.append(test)
        if not self.remote.gone:
            self._tell()
        self.exchanged.end()
        self.around.end()
        self.watched = set()
        # What is bound to a number is the test's, though the student may have had the very same.
        own = {n for n in stored(test) if n in self.theirs and _is_atom(self.theirs[n])}
        self.theirs = {
            n: v for n, v in self.theirs.items() if self.space.get(n) is v and n not in own
        }

    def _give_classes(self) -> None:
        """Have the classes of read-only cells, and tell the candidate which they are."""
        sources = (each.source for each in self.trusted if each.drawn is not None)
        classes = set().union(*map(classes_of, sources)) - self.asked
        if classes > self.classes or self.modules and not self.tested:
            self.classes = classes
            self._bind(classes)
            self.remote.give(sorted(classes - self.missing), self.modules)

    def _bind(self, more: Set[str]) -> None:
        """Give these names their values, if they have any."""
        wanted = self._wanted(more)
        given = {name for each in self.trusted for name in bound(each.source)} | self.own
        names = wanted & (self.asked | self.missing) | wanted - given - vars(builtins).keys()
        self.theirs |= self.remote.look_up(sorted(names))
        self.space.update(self.theirs)
        missing = self._run_trusted(wanted, names)
        self._take_libraries(names)
        if missing:
            self.missing |= missing
            self.theirs |= self.remote.look_up(sorted(missing))
        self.space.update(self.theirs)

    def _wanted(self, more: Set[str]) -> set[str]:
        """These names, and those mentioned by what binds them."""
        wanted: set[str] = set()
        sources = {each.source for each in self.trusted} | set(self.tested)
        binding = [(bound(source), loaded(source)) for source in sources]
        while more - wanted:
            wanted |= more
            more = set().union(*(needs for binds, needs in binding if binds & wanted - self.asked))
        return wanted

    def _run_trusted(self, wanted: set[str], asked: set[str]) -> set[str]:
        """Run the trusted sources that bind ``wanted`` names and did not run, unseen.

        Returns:
            the names that they were to bind with the help of those ``asked`` of the candidate, and did not.
        """
        missing: set[str] = set()
        for each in self.trusted:
            binds = bound(each.source) - self.asked
            if each in self.ran or not binds & wanted - self.own:
                continue
            self.ran.add(each)
            unseen = io.StringIO()
            with (
                contextlib.redirect_stdout(unseen),
                contextlib.redirect_stderr(unseen),
                contextlib.nullcontext() if each.drawn is None else chance.as_from(each.drawn),
            ):
                for statement in tree(each.source).body:
                    self._run(statement)
            self.own |= binds & self.space.keys()
            if loaded(each.source) & asked:
                missing |= binds & wanted - self.space.keys()
        return missing

    def _run(self, statement: ast.stmt) -> None:
        try:
            code = compile(ast.Module([statement], []), "<the instructor's cell>", "exec")
            exec(code, self.space)
        except ImportError as error:  # not installed where submissions are graded
            self.fault = self.fault or f"{type(error).__name__}: {error}"
        except (Exception, NotCarriedError):  # the test then meets a NameError
            self.remote.uncarried = ""

    def _take_libraries(self, asked: set[str]) -> None:
        """What a solution was to import is our own, if the candidate has the like under that name."""
        for each in self.trusted:
            if each.drawn is None and (names := bound(each.source) & asked):
                ours: dict[str, object] = {}
                with contextlib.suppress(Exception):
                    exec(each.source, ours)
                for name in names & ours.keys():
                    found = self.theirs.get(name)
                    if door.is_a(found, door.Reference) and _is_alike(found, ours[name]):
                        self.theirs[name] = ours[name]

    def _take_imports(self, test: str) -> None:
        """Let the student's code have what the test imports."""
        if bound(statements := imports(test)) & self.written:
            self.remote.do_import(statements)

    def _tell(self) -> None:
        """Before a call: what the test exchanged, bound or deleted since the candidate was last told."""
        self.exchanged.tell()  # first, since a name may be bound to what is found there
        new: dict[str, object] = {}
        changed: dict[str, object] = {}
        gone: list[str] = []
        for name in self.watched:
            before, now = self.told[name], self._now(name)
            if now.value is before.value and now.content == before.content:
                continue
            self.told[name] = now
            if now.value is MISSING:
                gone.append(name)
            elif now.value is before.value:
                changed[name] = now.value
            elif type(now.value) is not ModuleType and self.remote.frame(now.value):
                new[name] = now.value
        if new or changed or gone:
            self.remote.bind(new, changed, gone)
        files = self.remote.folder.changed()
        if files:
            self.remote.hand_over(files)
        if self.seeded:
            self.seeded = False
            self.remote.draw_as(chance.state())
        self.around.tell()  # last, since the files must be there

    def _now(self, name: str) -> Told:
        value = self.space.get(name, MISSING)
        changes = self.remote.given.has(value) or is_mutable(type(value))
        return Told(value, self.remote.frame(value) if changes else b"")

    def _hear(self) -> None:
        """After a call: what it did to names that the student's functions change."""
        names = [n for n in self.changing if n in self.theirs]
        for name in names:
            if self.space.get(name) is not self.theirs[name]:
                return
        if not names:
            return
        for name, value in self.remote.look_up(names).items():
            before = self.theirs[name]
            if type(before) is type(value) and is_mutable(type(value)):
                Shared(self.remote.given).refill(before, value)
            else:
                self.space[name] = self.theirs[name] = value


def _is_alike(found: object, ours: object) -> bool:
    """Whether a reference says that it is what we have of a library, and not of the student's own."""

    def names(thing: object) -> list[object]:
        named = (getattr(thing, name, None) for name in ("__module__", "__qualname__", "__name__"))
        return [name if type(name) is str else None for name in named]

    try:
        return type(found).__name__ == type(ours).__name__ and names(found) == names(ours)
    except Exception:  # of the student's
        return False


def _is_atom(value: object) -> bool:
    """Whether two values of this kind may be one object."""
    return not (door.is_a(value, door.Reference) or is_mutable(type(value)))
