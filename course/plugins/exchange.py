"""nbgrader's exchange, where a full disk leaves nothing half done and nobody acts as another.

nbgrader copies to the very place that others read. When its copy breaks off, half a submission is
collected as a whole one, and half an assignment cannot be fetched again. Here it copies to a hidden
folder beside that place, and what is whole is moved there. What goes wrong is said in a sentence.

nbgrader_config.py chooses these classes, as `c.ExchangeFactory.submit` and so on.
"""

import datetime
import glob
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from nbgrader.exchange import default as stock
from traitlets import default

from course.grading import handed_in
from course.grading.problem import Problem

TROUBLE = (OSError, RuntimeError, Problem)
"""Full disks, missing rights, and folders that are refused for what they hold."""

NO_TIME = datetime.datetime.min


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


def reason(error: Exception) -> str:
    """What went wrong, and where, as a person can read it."""
    if isinstance(error, shutil.Error) and isinstance(error.args[0], list):
        _, _, first = error.args[0][0]
        error = first
    return re.sub(r"^\[Errno \d+\] |'.*' -> (?=')", "", str(error))


class Explained(stock.Exchange):
    """Says what went wrong, and what to do.

    Attributes:
        not_found: said where there is no such assignment; {} is its name.
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
        self.fail(self.not_found.format(self.coursedir.assignment_id))


class ReleaseAssignment(Explained, stock.ExchangeReleaseAssignment):
    """The release of an assignment; students find all of it or none."""

    dest_path: str  # where nbgrader copies to

    not_found = "There is no {0} in release/; run `nbgrader generate_assignment {0}` first."
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
        try:
            return super()._path_to_record(path)
        except (ValueError, OverflowError):  # no time in its name
            name = Path(path).name
            username = name.rsplit("+", 3)[0]
            return {"username": username, "filename": name, "timestamp": NO_TIME}

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
            return f"{record['filename']!r} holds no time"
        owner = _owner(Path(self.inbound_path, record["filename"]))
        if self.check_owner and owner not in ("", record["username"]):
            return f"{record['filename']!r} was handed in by {owner}"
        return ""

    def _collect(self, student: str, record: dict) -> None:
        course, assignment = self.coursedir, self.coursedir.assignment_id
        place = Path(course.format_path(course.submitted_directory, student, assignment))
        new = record["timestamp"]
        if place.exists():
            old = course.get_existing_timestamp(str(place))
            newer = self.update and (old is None or new > old)
            if not newer and not (self.before_duedate and new != old):
                hint = "nothing newer" if self.update else "use --update to replace it"
                self.log.info("Collected before, %s: %s %s", hint, student, assignment)
                return
        source = Path(self.inbound_path, record["filename"])
        handed_in.check_folder(source)  # nbgrader would copy what links point at
        with whole_in(place.parent) as folder:
            self.do_copy(str(source), str(folder / assignment))
            (folder / assignment / "timestamp.txt").write_text(f"{new} UTC")
        self.log.info("Collected: %s %s, submitted at %s UTC", student, assignment, new)


class ReleaseFeedback(Explained, stock.ExchangeReleaseFeedback):
    """The release of feedback, to all whose submission came through the exchange."""

    src_path: str  # what nbgrader copies; a pattern at first

    undone = "Not all feedback was released; mend this, and release it again."

    def copy_files(self) -> None:
        """Copy the feedback of each student to the exchange."""
        folders = sorted(glob.glob(self.src_path))
        if not folders:
            name = self.coursedir.assignment_id
            self.fail(f"There is no feedback on {name}; run `nbgrader generate_feedback {name}`.")
        for self.src_path in folders:
            if Path(self.src_path, "submission_secret.txt").exists():
                super().copy_files()
            else:
                self.log.warning("Not handed in through the exchange: %s", self.src_path)


class FetchFeedback(Explained, stock.ExchangeFetchFeedback):
    """The fetching of feedback."""

    not_found = "No feedback has been released yet."
    undone = "Not all feedback was fetched. Make room, or tell your instructor, and fetch again."


def _owner(path: Path) -> str:
    """The account that ``path``, be it a link, belongs to; '' if it has no name on this machine."""
    import pwd  # there is none on Windows, where this module is imported, too

    try:
        return pwd.getpwuid(path.lstat().st_uid).pw_name
    except KeyError:
        return ""
