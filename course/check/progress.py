"""Which exercises stand: what the last cell of each notebook shows, of the notebook and of the course."""

import contextlib
import html
import inspect
import io
import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from course.check import messages
from course.check.standing import notes, page, paths
from course.check.standing.contents import COURSE, assignment_of
from course.check.standing.notes import Note
from course.check.verdict import Misconception


def progress(check: ModuleType, names: dict[str, Any]) -> None:
    """Print a line for each exercise of a notebook, judged as its visible test would now.

    In a learner's own folder this is noted there, and lines about the course's other notebooks follow:
    what was noted when the last cell of each ran. Once all exercises stand, so does a page to keep.

    Args:
        check: the notebook's checks, such as `course.check.by_hand`.
        names: what the notebook has defined: `globals()`.
    """
    tags = {judge: judged(judge, names) for judge in check.EXERCISES}
    standing = [judge.__name__ for judge, tag in tags.items() if tag == "right"]
    print(messages.text("progress", standing=len(standing), all=len(tags)))
    for judge, tag in tags.items():
        kind = tag if tag in ("right", "progress-undone", "progress-missing") else "progress-wrong"
        print(messages.text(kind, exercise=judge.__name__, name=asked(judge), tag=tag))
    assignment = assignment_of(check.__name__)
    if assignment and (folder := notes.own_folder(assignment)):
        note = Note(standing, paths.walked(assignment, names, standing))
        _show_course(folder, assignment, note, names.get("NAME"))


def judged(judge: Callable[..., None], names: dict[str, Any]) -> str:
    """The tag of what ``judge`` finds of the notebook's ``names`` now: "right", or what is the matter."""
    if asked(judge) not in names:
        return "progress-missing"
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            judge(names[asked(judge)])
    except NotImplementedError:
        return "progress-undone"
    except Misconception as wrong:
        return wrong.tag
    return "right"


def asked(judge: Callable[..., None]) -> str:
    """What a learner's answer to an exercise is called: as the check calls it."""
    return next(iter(inspect.signature(judge).parameters))


def _show_course(folder: Path, assignment: str, note: Note, learner: object) -> None:
    """Note what stands in this notebook, and print what is known of all of them."""
    print()
    try:
        notes.write(folder, assignment, note)
    except OSError as error:
        print(messages.text("not-noted", reason=error.strerror or error))
    known = {name: note if name == assignment else notes.read(folder, name) for name in COURSE}
    counts = {name: len(one.standing) for name, one in known.items() if one}
    every = sum(len(one.exercises) for one in COURSE.values())
    standing = sum(counts.values())
    print(messages.text("course-progress", standing=standing, all=every))
    for name in (name for name in COURSE if name != assignment):
        kind = "course-notebook" if name in counts else "course-unknown"
        facts = {"standing": counts.get(name, 0), "all": len(COURSE[name].exercises)}
        print(messages.text(kind, assignment=name, **facts))
    if standing == every:
        _show_page(folder, {name: one for name, one in known.items() if one}, learner)


def _show_page(folder: Path, known: dict[str, Note], learner: object) -> None:
    """Write the page to keep, and show where it is."""
    from IPython.display import display  # here, so that grading does without

    file = folder / page.NAME
    try:
        notes.put(file, page.page(known, learner if isinstance(learner, str) else ""))
    except OSError as error:
        print(messages.text("page-not-written", reason=error.strerror or error))
        return
    where = os.path.relpath(file).replace(os.sep, "/")
    link = f'<a href="{where}">{page.NAME}</a>'
    shown = html.escape(messages.text("page-to-keep", path="\0")).replace("\0", link)
    plain = messages.text("page-to-keep", path=where)
    display({"text/html": f"<p>{shown}</p>", "text/plain": plain}, raw=True)
