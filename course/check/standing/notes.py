"""What stands, noted in the learner's own folder, a file a notebook: no account and no server.

It lies above the assignments' folders, so that it is not handed in. Whatever became of a file costs what
it knew, and nothing else.
"""

import json
import math
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from course.check.standing.contents import COURSE

PLACE = ".downhill"
SETTINGS = "nbgrader_config.py"
"""In a folder that has them, learners' notebooks lie in `LEARNERS` only."""
LEARNERS = "work"
MOST_POINTS = 100

Points = list[list[float]]
"""Points of a path: each the epoch, and the parameters after it."""


@dataclass(frozen=True)
class Note:
    """What one notebook's last cell found: the exercises that stand, and paths by what they are of."""

    standing: list[str]
    paths: dict[str, Points] = field(default_factory=dict)


def own_folder(assignment: str) -> Path | None:
    """The learner's own folder, above the one of the notebook that runs here; None if it is not theirs.

    Reference notebooks, releases and submissions are in a course folder, and leave no note there.
    """
    try:
        here = Path.cwd()
    except OSError:  # it was deleted
        return None
    folder = here.parent if here.name == assignment else here
    for above in (folder, *folder.parents):
        inside = folder.relative_to(above).parts[:1]
        if os.path.exists(above / SETTINGS) and inside != (LEARNERS,):
            return None
    return folder


def read(folder: Path, assignment: str) -> Note | None:
    """What is noted of ``assignment``; None if nothing is, or nothing that can be read."""
    try:
        found = json.loads(_file(folder, assignment).read_text(encoding="utf-8"))
        noted = {str(name) for name in list(found["standing"])}
        paths = {str(name): _points(path) for name, path in dict(found["paths"]).items()}
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None
    standing = [name for name in COURSE[assignment].exercises if name in noted]
    return Note(standing, {name: path for name, path in paths.items() if path})


def write(folder: Path, assignment: str, note: Note) -> None:
    """Note what stands. Raises OSError if it cannot be written; what was noted before is then as it was."""
    file = _file(folder, assignment)
    file.parent.mkdir(exist_ok=True)
    put(file, json.dumps(asdict(note)))


def put(file: Path, text: str) -> None:
    """Write ``file`` as a whole, or leave it as it was and raise an OSError."""
    unfinished = file.with_name(f"{file.name}.part")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(file)


def _file(folder: Path, assignment: str) -> Path:
    return folder / PLACE / f"{assignment}.json"


def _points(path: object) -> Points:
    """``path`` if it is one, else []."""
    points = [[float(number) for number in point] for point in list(path)]  # type: ignore[call-overload]
    widths = {len(point) for point in points}
    fine = all(math.isfinite(number) for point in points for number in point)
    return points if fine and widths in ({2}, {3}) and 2 <= len(points) <= MOST_POINTS else []
