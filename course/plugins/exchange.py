"""nbgrader's exchange, where a full disk leaves nothing half done and nobody acts as another.

nbgrader copies to the very place that others read. When its copy breaks off, half a submission is
collected as a whole one, and half an assignment cannot be fetched again. Here it copies to a hidden
folder beside that place, and what is whole is moved there. What goes wrong is said in a sentence.

nbgrader_config.py chooses these classes, as `c.ExchangeFactory.submit` and so on.
"""

import datetime
import glob
import os
import re
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from nbgrader.exchange import default as stock
from nbgrader.utils import notebook_hash
from traitlets import default

from course.grading import opened, read
from course.grading.accompanying import OF_PROGRAMS
from course.grading.problem import Problem
from course.plugins.moments import NoMoment, parse_utc
from course.plugins.submitted import submitted_at

TROUBLE = (OSError, RuntimeError, Problem)
"""Full disks, missing rights, and folders that are refused for what they hold."""

NO_TIME = datetime.datetime.min

MOST_BYTES_OF_SECRET = 1_000


@contextmanager
def whole_in(place: Path) -> Iterator[Path]:
    """A hidden folder in ``place``; what is made in it is moved there if the block ends well."""
    place.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".unfinished-", dir=place) as name:
        folder = Path(name)
        yield folder
        for made in list(folder.iterdir()):
            if (old := place / made.name).exists():
                old.rename(folder / f"{made.name}~")  # goes with the hidden folder
            made.rename(old)


def parts(name: str, assignments: Iterable[str]) -> tuple[str, str, str]:
    """Student, assignment and time of what was handed in as ``name``, STUDENT+ASSIGNMENT+TIME+RANDOM.

    Students' ids and times may hold a "+", names of assignments cannot. What was written at random is
    left with the time. All are '' if it belongs to none of ``assignments``.
    """
    found = [(*name.rpartition(f"+{known}+")[::2], known) for known in assignments]
    student, time, known = min(
        (part for part in found if part[0]), key=lambda part: len(part[1]), default=("", "", "")
    )
    return student, known, time


def reason(error: Exception) -> str:
    """What went wrong, and where, as a person can read it."""
    if isinstance(error, shutil.Error) and isinstance(error.args[0], list):
        _, _, first = error.args[0][0]
        error = first
    return re.sub(r"^\[Errno \d+\] |'.*' -> (?=')", "", str(error))


class Explained(stock.Exchange):
    """Says what went wrong, and what to do.

    Attributes:
        not_found: said where there is no such assignment; {0} is its name, {1} the folder of releases.
        undone: said after an error.
    """

    not_found = "There is no {} here."
    undone = ""

    def start(self) -> object:
        """Do what the class is for.

        Raises:
            ExchangeError: it could not be done; the text, which is also logged, says why.
        """
        try:
            return super().start()
        except TROUBLE as error:
            problem = reason(error)
        return self.fail(f"{problem}. {self.undone}")

    def _assignment_not_found(self, src_path: str, other_path: str) -> None:
        course = self.coursedir
        self.fail(self.not_found.format(course.assignment_id, course.release_directory))


class ReleaseAssignment(Explained, stock.ExchangeReleaseAssignment):
    """The release of an assignment; students find all of it or none."""

    dest_path: str  # where nbgrader copies to

    not_found = "There is no {0} in {1}/; run `nbgrader generate_assignment {0}` first."
    undone = "Nothing was released; what was released before is as it was."

    def copy_files(self) -> None:
        """Copy the assignment to the exchange, in place of one that is there when forced to."""
        if Path(self.dest_path).exists() and not self.force:
            super().copy_files()  # refuses
        with whole_in(Path(self.outbound_path)) as folder:
            self.dest_path = str(folder / self.coursedir.assignment_id)
            super().copy_files()


class FetchAssignment(Explained, stock.ExchangeFetchAssignment):
    """The fetching of an assignment."""

    not_found = "{} has not been released; `nbgrader list` shows what has."
    undone = "Nothing was fetched. Make room, or tell your instructor, and fetch again."

    def do_copy(self, src: str, dest: str) -> None:
        """Copy the assignment, or what is missing of it."""
        if Path(dest).exists():
            super().do_copy(src, dest)
        else:
            with whole_in(Path(dest).parent) as folder:
                super().do_copy(src, str(folder / Path(dest).name))


class Submit(Explained, stock.ExchangeSubmit):
    """The submission of an assignment, complete and under its own name."""

    inbound_path: str | Path  # where nbgrader copies to, and copies to once more
    cache_path: str | Path

    not_found = "There is no folder {} here; go to the one in which you fetched it, often `cd ~`."
    undone = (
        "Nothing was submitted, and your notebook is as it was. "
        "Make room, or tell your instructor, and submit again."
    )

    @default("strict")
    def _all_notebooks(self) -> bool:
        return True

    def copy_files(self) -> None:
        """Copy the submission to the exchange and, to find its feedback later, to the cache."""
        inbound, cache = Path(self.inbound_path), Path(self.cache_path)
        with whole_in(cache) as self.cache_path, whole_in(inbound) as self.inbound_path:
            super().copy_files()


class Collect(Explained, stock.ExchangeCollect):
    """The collection of submissions; one that cannot be had costs nobody else theirs."""

    def _path_to_record(self, path: str) -> dict:
        name = Path(path).name
        student, _, written = parts(name, [self.coursedir.assignment_id])
        record = {"username": student, "filename": name, "timestamp": NO_TIME}
        # What was written at random behind the time, if anything, is no time zone.
        problem = f"{name!r} holds no time"
        for text in filter(None, (written, written.rpartition("+")[0])):
            try:
                return record | {"timestamp": parse_utc(text, self.timezone)}
            except NoMoment as error:
                problem = f"{name!r} holds no time that can be read: {error}"
        return record | {"refusal": problem}

    def _sort_by_timestamp(self, records: list[dict]) -> list[dict]:
        """The newest first; what is not the student's own stands behind nothing that is."""
        newest = super()._sort_by_timestamp(records)
        return [record for record in newest if not self._refusal(record)] or newest

    def copy_files(self) -> None:
        """Copy the chosen submission of each student to the course folder."""
        refused = []
        for record in self.src_records:
            student = record["username"]
            try:
                if refusal := self._refusal(record):
                    raise Problem(refusal)
                self._collect(student, record)
            except TROUBLE as error:
                self.log.error("Not collected: %s: %s.", student, reason(error))
                refused.append(student)
        if not self.src_records:
            self.log.warning("Nobody has submitted %s.", self.coursedir.assignment_id)
        if refused:
            self.fail(
                f"{len(refused)} of {len(self.src_records)} submissions could not be collected. They "
                "are still in the exchange: mend what is named above, and collect again."
            )

    def _refusal(self, record: dict) -> str:
        """Why a submission is not that of the student in its name; '' if it is."""
        if record["timestamp"] == NO_TIME:
            return record["refusal"]
        try:
            status = Path(self.inbound_path, record["filename"]).lstat()
        except FileNotFoundError:
            return f"{record['filename']!r} has been taken away"
        return self._stranger(record, status.st_uid)

    def _stranger(self, record: dict, owner: int) -> str:
        """That a submission belongs to somebody else than the student in its name, or ''."""
        name = _account(owner)
        if self.check_owner and name not in ("", record["username"]):
            return f"{record['filename']!r} was handed in by {name}"
        return ""

    def _collect(self, student: str, record: dict) -> None:
        course, assignment = self.coursedir, self.coursedir.assignment_id
        place = Path(course.format_path(course.submitted_directory, student, assignment))
        new = record["timestamp"]
        if place.exists():
            old = submitted_at(place)
            newer = self.update and (old is None or new > old)
            if not newer and not (self.before_duedate and new != old):
                hint = "nothing newer" if self.update else "use --update to replace it"
                self.log.info("Collected before, %s: %s %s", hint, student, assignment)
                return
        source = Path(self.inbound_path, record["filename"])
        with opened.folder(source) as submission, whole_in(place.parent) as folder:
            owner = os.fstat(submission).st_uid
            if refusal := self._stranger(record, owner):  # another folder than a moment ago
                raise Problem(refusal)
            made = folder / assignment
            most = 1000 * course.max_dir_size
            opened.copy(submission, made, self._wanted_of(owner), most, self._leave_out)
            (made / "timestamp.txt").write_text(f"{new} UTC")
            if course.groupshared:
                _share(made)
        self.log.info("Collected: %s %s, submitted at %s UTC", student, assignment, new)

    def _leave_out(self, problem: Problem) -> None:
        """Go on without a file that is too much; whatever else is wrong costs the submission."""
        if not isinstance(problem, opened.TooMuchError):
            raise problem
        self.log.warning("Left out: %s", problem)

    def _wanted_of(self, owner: int) -> opened.Wanted:
        """What nbgrader would copy of a submission; all of it has to be ``owner``'s.

        A file of somebody else's can have been moved there by who could not read it.
        """
        course = self.coursedir
        not_ignored, not_included = opened.unlike(course.ignore), opened.unlike(course.include)
        not_of_programs = opened.unlike(OF_PROGRAMS)

        def wanted(path: str, status: os.stat_result) -> bool:
            if not not_ignored(path, status):
                return False
            if status.st_uid != owner:
                raise Problem(f"{path!r} does not belong to who handed it in")
            if stat.S_ISDIR(status.st_mode):
                return not_of_programs(path, status)
            if course.max_file_size and status.st_size > 1000 * course.max_file_size:
                self.log.warning("Left out, larger than max_file_size: %r", path)
                return False
            return not not_included(path, status)

        return wanted


class ReleaseFeedback(Explained, stock.ExchangeReleaseFeedback):
    """The release of feedback, to all whose submission came through the exchange."""

    src_path: str  # a pattern

    undone = "Not all feedback was released; mend this, and release it again."

    def copy_files(self) -> None:
        """Copy the feedback of each student to the exchange."""
        folders = sorted(map(Path, glob.glob(self.src_path)))
        if not folders:
            name = self.coursedir.assignment_id
            self.fail(f"There is no feedback on {name}; run `nbgrader generate_feedback {name}`.")
        excluded = self.coursedir.student_id_exclude.split(",")
        refused = []
        for folder in folders:
            student = self._student(folder)
            if student in excluded:
                continue
            try:
                self._release(student, folder)
            except TROUBLE as error:
                self.log.error("Not released: %s: %s.", student, reason(error))
                refused.append(student)
        if refused:
            self.fail(f"The feedback of {len(refused)} students was not released: see above.")

    def _student(self, folder: Path) -> str:
        course = self.coursedir
        pattern = course.format_path(
            course.feedback_directory, "(?P<student>.*)", course.assignment_id, escape=True
        )
        match = re.fullmatch(pattern, str(folder))
        return match["student"] if match else folder.parent.name

    def _release(self, student: str, folder: Path) -> None:
        """Copy one student's pages to names that only they can tell, by the secret they sent."""
        if not (folder / "submission_secret.txt").exists():
            self.log.warning("Not handed in through the exchange: %s", folder)
            return
        content = opened.read(folder / "submission_secret.txt", MOST_BYTES_OF_SECRET)
        secret = content.decode(errors="replace")
        if not secret:
            raise Problem("its submission_secret.txt is empty")
        for page in sorted(folder.glob("*.html")):
            name = notebook_hash(secret=secret, notebook_id=page.stem)
            place = Path(self.dest_path, f"{name}.html")
            unfinished = place.with_name(f"{name}-tmp.html")
            unfinished.unlink(missing_ok=True)
            unfinished.write_bytes(opened.read(page, read.MOST_BYTES))
            unfinished.chmod(0o644)  # the student reads it, whatever the umask is
            unfinished.replace(place)
            self.log.info("Feedback released: %s %s", student, page.stem)


class FetchFeedback(Explained, stock.ExchangeFetchFeedback):
    """The fetching of feedback."""

    not_found = "No feedback has been released yet."
    undone = "Not all feedback was fetched. Make room, or tell your instructor, and fetch again."


def _account(owner: int) -> str:
    """The name of the account with this number; '' if it has none on this machine."""
    import pwd  # there is none on Windows, where this module is imported, too

    try:
        return pwd.getpwuid(owner).pw_name
    except KeyError:
        return ""


def _share(folder: Path) -> None:
    """Let the other instructors of a course write what was collected, as `groupshared` asks."""
    for parent, _, names in os.walk(folder):
        os.chmod(parent, 0o2775)
        for name in names:
            os.chmod(os.path.join(parent, name), 0o664)
