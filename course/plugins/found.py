"""Which of the files that a student handed in is which notebook of the assignment.

A notebook is known by its folder and its name. Where none lies there, another file is taken for it if
its cells are that notebook's and no other file could be meant. Nothing in `submitted/` is touched.
"""

import fnmatch
import glob
import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook, MissingEntry, Notebook
from nbgrader.coursedir import CourseDirectory

from course.grading import cells, handed_in, opened
from course.grading.own import same
from course.grading.problem import Problem, one_line

ENDING = ".ipynb"
"""Of a notebook. A browser may have put another one after it, such as `.txt`."""
MOST_NAMED = 3
"""Files that a sentence names."""
MOST_READ = 20
"""Notebooks that are looked into where one is missing. Each may take as long as one that is graded."""


@dataclass(frozen=True)
class Found:
    """Where the notebooks of an assignment lie that a student handed in.

    Attributes:
        folder: where they are expected.
        names: of all notebooks of the assignment.
        files: of those that are there, by name.
        reasons: by name, why it cannot be told which file is meant.
        notes: what a person should know of the others, a sentence each.
    """

    folder: Path
    names: tuple[str, ...]
    files: dict[str, Path] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def told(self, name: str, problem: object) -> str:
        """``problem``, which names the notebook that has it where there are several."""
        known = len(self.names) == 1 or f"{name}{ENDING}" in str(problem)
        return str(problem) if known else f"{name}{ENDING}: {problem}"


@dataclass(frozen=True)
class Known:
    """A notebook in the gradebook.

    Attributes:
        every: names of all its cells that have one.
        own: of those that a student fills in, or that give points.
    """

    assignment: str
    name: str
    every: frozenset[str]
    own: frozenset[str]


@dataclass(frozen=True)
class Others:
    """Files that lie where no notebook of the assignment is expected.

    Attributes:
        fitting: those with the cells of a notebook, by its name; some may be several.
        unread: those that cannot be read, with the reason.
        strangers: those with other cells.
        files: what else lies in the folder.
        several: those of ``fitting`` that may be another notebook as well, also of another assignment.
    """

    fitting: dict[str, list[Path]]
    unread: dict[Path, str]
    strangers: list[Path]
    files: list[Path]
    several: set[Path] = field(default_factory=set)


def find(course: CourseDirectory, student: str, assignment: str) -> Found:
    """Where the notebooks lie that ``student`` handed in for ``assignment``.

    Raises:
        Problem: there is none; the folder holds what may not be handed in; the gradebook knows no
            notebook of the assignment.
    """
    place = folder(course, student, assignment)
    if os.path.lexists(place):
        handed_in.check_folder(place)
    with Gradebook(course.db_url, course.course_id) as gradebook:
        found = Found(place, _names(gradebook, assignment))
        in_their_places = {name: place / f"{name}{ENDING}" for name in found.names}
        found.files.update(
            (n, path) for n, path in in_their_places.items() if os.path.lexists(path)
        )
        if len(found.files) < len(found.names) or _has_others(course, place, found.files.values()):
            others = _others(course, gradebook, assignment, place, found.files.values())
            blank = _worked_in_copies(gradebook, assignment, found, others)
            for name in blank:
                del found.files[name]
            _take(found, others, blank)
    if not found.files:
        raise Problem("; ".join(found.reasons.values()))
    return found


def file(course: CourseDirectory, student: str, assignment: str, notebook: str) -> Path:
    """Where one notebook of a submission lies.

    Raises:
        Problem: as of `find`; or it was not handed in.
    """
    place = folder(course, student, assignment)
    path = place / f"{notebook}{ENDING}"
    if os.path.lexists(path) and not _has_others(course, place, [path]):
        return path  # as `find` would say, which asks the gradebook
    found = find(course, student, assignment)
    if notebook not in found.files:
        raise Problem(found.reasons.get(notebook, f"no {notebook}{ENDING} was handed in"))
    return found.files[notebook]


def told_of_another(course: CourseDirectory, assignment: str, name: str, nb: NotebookNode) -> str:
    """That ``nb``, handed in as the notebook ``name``, is another one by its cells; '' if it is not."""
    there = {cells.grade_id(cell) for cell in nb.cells} - {None}
    if not there:
        return ""
    with Gradebook(course.db_url, course.course_id) as gradebook:
        own = [one for one in _known(course, gradebook, assignment) if one.name == name]
        if any(there & one.every for one in own):
            return ""
        assignments = sorted(known.name for known in gradebook.assignments)
        known = [one for each in assignments for one in _known(course, gradebook, each)]
    others = [f"{one.assignment}/{one.name}{ENDING}" for one in known if there & one.own]
    if not others:
        return ""
    return (
        f"{name}{ENDING} has none of its own cells, but those of {' or '.join(others[:MOST_NAMED])}"
    )


def folder(course: CourseDirectory, student: str, assignment: str) -> Path:
    """Where the notebooks of ``student`` for ``assignment`` are expected."""
    return Path(course.format_path(course.submitted_directory, student, assignment))


def folders(course: CourseDirectory, assignment: str) -> list[str]:
    """Whose folder of ``assignment`` lies there, whatever the names."""
    anybody = course.format_path(course.submitted_directory, "*", glob.escape(assignment))
    told = course.format_path(
        course.submitted_directory, "(?P<student>.*)", assignment, escape=True
    )
    # What stands in the name of the course folder is no pattern.
    inside = glob.glob(
        os.path.relpath(anybody, course.root), root_dir=course.root, include_hidden=True
    )
    paths = (os.path.abspath(os.path.join(course.root, folder)) for folder in inside)
    own = (re.fullmatch(told, path, re.DOTALL) for path in paths if os.path.isdir(path))
    return sorted(match["student"] for match in own if match)


def students(course: CourseDirectory, assignment: str, pattern: str = "*") -> list[str]:
    """Whose name is like ``pattern`` and who handed in ``assignment``, in its folder or elsewhere."""
    there = set(fnmatch.filter(folders(course, assignment), pattern))
    if are_apart(course):
        return sorted(there)
    everybody = folder(course, "student", assignment).parent.parent
    if not everybody.is_dir():
        return []
    own = [path for path in everybody.iterdir() if fnmatch.fnmatchcase(path.name, pattern)]
    absent = [path for path in own if path.is_dir() and path.name not in there]
    if absent:
        with Gradebook(course.db_url, course.course_id) as gradebook:
            for path in absent:
                others = _others(course, gradebook, assignment, path / assignment, ())
                if others.fitting or others.unread or others.strangers:
                    there.add(path.name)
    return sorted(there)


def are_apart(course: CourseDirectory) -> bool:
    """Whether the folders that lie side by side are no students', nor what is in them assignments."""
    everybody = folder(course, "student", "assignment").parent.parent
    return folder(course, "another", "assignment") != everybody / "another" / "assignment"


def _others(
    course: CourseDirectory,
    gradebook: Gradebook,
    assignment: str,
    place: Path,
    known_files: Iterable[Path],
) -> Others:
    """What lies in the folder ``place`` of an assignment and is none of ``known_files``.

    Where there is no such folder, it is what lies beside it, and has to have the name or the cells of a
    notebook of the assignment, since it may belong to any.
    """
    missing = not os.path.lexists(place)
    paths = _beside(course, gradebook, place.parent) if missing else _below(course, place)
    files = [path for path in paths if not _is_notebook(path)]
    others = Others(defaultdict(list), {}, [], [] if missing else files)
    paths = [path for path in paths if _is_notebook(path) and path not in known_files]
    if not paths:
        return others
    all_ = {a.name for a in gradebook.assignments} if missing else {assignment}
    known = [notebook for name in sorted(all_) for notebook in _known(course, gradebook, name)]
    expected = {
        unicodedata.normalize("NFC", notebook.name)
        for notebook in known
        if notebook.assignment == assignment
    }
    paths.sort(key=lambda path: _stem(path) not in expected)
    for number, path in enumerate(paths):
        has_the_name = _stem(path) in expected
        try:
            if number >= MOST_READ:
                raise Problem(f"more than {MOST_READ} notebooks lie there")
            owners = _owners(path, known)
        except Problem as problem:
            if has_the_name or not missing:
                others.unread[path] = str(problem)
            continue
        if len(owners) > 1:
            others.several.add(path)
        for owner in owners:
            if owner.assignment == assignment:
                others.fitting[owner.name].append(path)
        if not owners and (has_the_name or not missing):
            others.strangers.append(path)
    return others


def _take(found: Found, others: Others, blank: set[str]) -> None:
    """Take of ``others`` what is certain to be a missing notebook, and say what became of each.

    Args:
        blank: the names of those that are there, with nothing done in them.
    """
    place = found.folder

    def told(paths: Iterable[Path], joined: str = "and") -> str:
        names = sorted(one_line(repr(os.path.relpath(path, place.parent))) for path in paths)
        more = [f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else []
        *first, last = names[:MOST_NAMED] + more
        return f"{', '.join(first)} {joined} {last}" if first else last

    absent = []
    for name in [name for name in found.names if name not in found.files]:
        expected = f"{place.name}/{name}{ENDING}"
        was = "is blank" if name in blank else "was expected"
        match [*others.fitting.get(name, ()), *others.unread]:
            case []:
                absent.append(expected)
            case [path] if path in others.unread:
                problem = f"{told([path])} cannot be read: {others.unread[path]}"
                found.reasons[name] = f"{expected} {was}, and {problem}"
            case [path] if path not in others.several:
                found.files[name] = path
                and_blank = ", which is blank" if name in blank else ""
                found.notes.append(f"{told([path])} was taken for {expected}{and_blank}")
            case paths:
                may_be = f"may be {told(paths, 'or')}; rename the one that is meant"
                found.reasons[name] = f"{expected} {was}, and {may_be}"
    if not absent:
        return
    strangers = ""
    if others.strangers:
        strangers = f"; what lies there, {told(others.strangers)}, has other cells"
    expected = f"{' or '.join(absent)} was expected"
    if found.files:
        zero = f"{' and '.join(absent)} was not handed in, and counts 0 points"
        found.notes.append(zero + strangers)
    elif strangers:
        found.reasons[absent[0]] = f"{expected}{strangers}; if it is meant, rename it"
    elif others.files:
        lying = f"what lies there, {told(others.files)}, is no notebook"
        found.reasons[absent[0]] = f"{expected}; {lying}; ask for it again"
    else:
        found.reasons[absent[0]] = f"nothing handed in; {expected}"


def _has_others(course: CourseDirectory, place: Path, expected: Collection[Path]) -> bool:
    """Whether other notebooks lie in the folder ``place`` than those that are ``expected`` there."""
    return any(_is_notebook(path) and path not in expected for path in _below(course, place))


def _worked_in_copies(
    gradebook: Gradebook, assignment: str, found: Found, others: Others
) -> set[str]:
    """The names of those of ``found.files`` in which nothing was done, but in copies of which something.

    Blank copies are taken from ``others``: there is nothing in them to be graded.
    """
    names = set()
    for notebook in _in_gradebook(gradebook, assignment):
        copies = others.fitting.get(notebook.name, [])
        if (
            notebook.name in found.files
            and copies
            and _is_blank(found.files[notebook.name], notebook)
        ):
            copies[:] = [path for path in copies if not _is_blank(path, notebook)]
            names |= {notebook.name} if copies else set()
    return names


def _is_blank(path: Path, notebook: Notebook) -> bool:
    """Whether the solutions in the file ``path`` are there, and all as they were handed out."""
    solutions = {cell.name for cell in notebook.solution_cells}
    handed_out = {
        cell.name: cell.source for cell in notebook.source_cells if cell.name in solutions
    }
    try:
        there = {cells.grade_id(cell): cell.source for cell in handed_in.notebook(path).cells}
    except Problem:
        return False
    left = (name in there and same(there[name], text) for name, text in handed_out.items())
    return bool(handed_out) and all(left)


def _owners(path: Path, known: Iterable[Known]) -> list[Known]:
    """The notebooks that the file ``path`` can be a copy of, by its cells.

    Where these are several, it is the one whose name its own begins or ends with, as a word: a copy is
    called `NAME-Copy1`, `NAME (1)` or `Copy of NAME`.

    Raises:
        Problem: it cannot be read.
    """
    there = {cells.grade_id(cell) for cell in handed_in.notebook(path).cells} - {None}
    fitting = [one for one in known if there <= one.every and there & one.own]
    fitting = [one for one in fitting if one.assignment in _parts(path)[:-1]] or fitting
    names = {one.name: _word(one.name) for one in fitting}
    stem = _stem(path).casefold()
    named = {
        name
        for name, word in names.items()
        if re.search(rf"^{word}(?!\w)|(?<![^\W_]){word}$", stem)
    }
    # What is a part of another name that fits is not meant.
    named -= {a for a in named for b in named if a != b and re.search(names[a], b.casefold())}
    return [one for one in fitting if one.name in named] if len(named) == 1 else fitting


def _word(name: str) -> str:
    """A pattern of the name of a notebook."""
    return re.escape(unicodedata.normalize("NFC", name).casefold())


def _names(gradebook: Gradebook, assignment: str) -> tuple[str, ...]:
    """Names of the notebooks of ``assignment``, in order.

    Raises:
        Problem: the gradebook knows none.
    """
    names = tuple(sorted(notebook.name for notebook in _in_gradebook(gradebook, assignment)))
    if not names:
        raise Problem(
            f"{assignment} is not in the gradebook; run: nbgrader generate_assignment --force "
            f"{assignment}"
        )
    return names


def _known(course: CourseDirectory, gradebook: Gradebook, assignment: str) -> list[Known]:
    return [
        Known(
            assignment,
            notebook.name,
            frozenset(cell.name for cell in notebook.source_cells)
            | _unused(course, assignment, notebook.name),
            frozenset(
                cell.name
                for kind in (notebook.solution_cells, notebook.grade_cells, notebook.task_cells)
                for cell in kind
            ),
        )
        for notebook in _in_gradebook(gradebook, assignment)
    ]


def _unused(course: CourseDirectory, assignment: str, notebook: str) -> frozenset[str]:
    """Names in the source of cells that were once graded or locked, and are in no gradebook any more."""
    source = Path(course.format_path(course.source_directory, ".", assignment))
    path = source / f"{notebook}{ENDING}"
    if not path.exists():
        return frozenset()
    return frozenset(filter(None, map(cells.grade_id, cells.read(path).cells)))


def _in_gradebook(gradebook: Gradebook, assignment: str) -> list[Notebook]:
    try:
        return list(gradebook.find_assignment(assignment).notebooks)
    except MissingEntry:
        return []


def _below(course: CourseDirectory, place: Path) -> list[Path]:
    """What lies in the folder ``place`` of an assignment, and in those in it."""
    return _lying(course, place, lambda path: True)


def _beside(course: CourseDirectory, gradebook: Gradebook, place: Path) -> list[Path]:
    """What lies in a student's folder ``place``, and in folders there that are no assignment's."""
    assignments = {assignment.name for assignment in gradebook.assignments}
    if place.name in assignments:  # student and assignment are in the wrong order
        return []
    try:
        return _lying(
            course, place, lambda path: len(path.parts) < 3 and path.parts[0] not in assignments
        )
    except Problem:  # a link, or too much: nothing that was handed in here
        return []


def _lying(course: CourseDirectory, place: Path, wanted: Callable[[Path], bool]) -> list[Path]:
    """The files below ``place`` whose path in it is ``wanted``; no hidden ones.

    Raises:
        Problem: as of `opened.names`.
    """
    kept = opened.unlike((*course.ignore, ".*", "timestamp.txt"))
    with opened.folder(place) as folder:
        names = opened.names(folder, lambda path, is_: kept(path, is_) and wanted(Path(path)))
    return [place / name for name in names]


def _is_notebook(path: Path) -> bool:
    return ENDING in path.name.lower()


def _stem(path: Path) -> str:
    """What the file would be called as a notebook, without `ENDING` and what follows it."""
    *_, name = _parts(path)
    return name[: name.lower().index(ENDING)]


def _parts(path: Path) -> list[str]:
    """The file's name, as macOS or Windows would have it where an archive from there was unpacked.

    On Windows a backslash ends the name of a folder; on macOS letters and accents are apart.
    """
    return unicodedata.normalize("NFC", path.name).split("\\")
