"""What people do to a notebook before they hand it in: small steps, put together in a row.

A step changes a `Draft`: its cells, its other JSON, the bytes of its file, its name, or what lies
beside it. `tests/test_submissions.py` is the table of what comes of them.
"""

import json
import os
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from course.classroom.demo import roster

Json = dict[str, Any]


@dataclass
class Draft:
    """A submission before it is written.

    Attributes:
        notebook: as it stands in the file, but that each source is one text.
        solutions: of the instructor, by the name of the cell.
        path: of the notebook in the submission's folder; None if there is to be none.
        encode: makes the bytes of the file from the notebook.
        beside: content of further files, by their path; None stands for a folder, a number for as
            many bytes.
    """

    notebook: Json
    solutions: dict[str, str]
    path: str | None
    encode: Callable[[Json], bytes] = field(default=lambda notebook: dump(notebook).encode())
    beside: dict[str, bytes | int | None] = field(default_factory=dict)

    @property
    def cells(self) -> list[Json]:
        """The cells, in order."""
        return self.notebook["cells"]

    def index(self, place: str | int) -> int:
        """Where the first cell of this name is, or the cell at this place."""
        if isinstance(place, int):
            return place
        return next(number for number, cell in enumerate(self.cells) if name_of(cell) == place)


Step = Callable[[Draft], object]


def draft(course: Path, assignment: str, *steps: Step) -> Draft:
    """What becomes of the release version of ``assignment`` by ``steps``."""
    name = f"{assignment}/{assignment}.ipynb"
    notebook = json.loads((course / "release" / name).read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
    made = Draft(notebook, roster.solutions(course / "source" / name), f"{assignment}.ipynb")
    for step in steps:
        step(made)
    return made


def write(made: Draft, folder: Path) -> None:
    """Write what is handed in into ``folder``."""
    folder.mkdir(parents=True)
    if made.path is not None:
        made.beside = {made.path: made.encode(made.notebook), **made.beside}
    for name, content in made.beside.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.mkdir()
        else:
            path.write_bytes(b"" if isinstance(content, int) else content)
        if isinstance(content, int):
            os.truncate(path, content)


def dump(notebook: Json, **how: Any) -> str:
    """The text of the file, sources as lists of lines, as Jupyter writes it."""
    listed = deepcopy(notebook)
    cells = listed.get("cells")
    for cell in cells if isinstance(cells, list) else ():
        if isinstance(cell.get("source"), str):
            cell["source"] = cell["source"].splitlines(keepends=True)
    return json.dumps(listed, **({"ensure_ascii": False, "indent": 1} | how)) + "\n"


def name_of(cell: Json) -> str | None:
    """The grade_id, if there is one."""
    return ((cell.get("metadata") or {}).get("nbgrader") or {}).get("grade_id")


def blank(made: Draft) -> None:
    """Nothing was done."""


def right(made: Draft) -> None:
    """All exercises are done, and the written answer is given."""
    for cell in made.cells:
        cell["source"] = made.solutions.get(name_of(cell), cell["source"])


def coded(made: Draft) -> None:
    """All exercises are done, and the written answer is not given."""
    for cell in made.cells:
        if cell["cell_type"] == "code":
            cell["source"] = made.solutions.get(name_of(cell), cell["source"])


# Cells


def code(source: str) -> Json:
    """A new code cell."""
    return {"cell_type": "code", "execution_count": None, "outputs": []} | text(source, "code")


def text(source: str, kind: str = "markdown") -> Json:
    """A new text cell."""
    return {"cell_type": kind, "metadata": {}, "source": source}


def raw(source: str) -> Json:
    """A new raw cell."""
    return text(source, "raw")


def put(name: str | int, source: str) -> Step:
    """Write ``source`` in place of what stands in a cell."""
    return lambda made: made.cells[made.index(name)].update(source=source)


def append(name: str | int, source: str) -> Step:
    """Write ``source`` below what stands in a cell."""

    def step(made: Draft) -> None:
        cell = made.cells[made.index(name)]
        cell["source"] = f"{cell['source']}\n\n{source}"

    return step


def prepend(name: str, source: str) -> Step:
    """Write ``source`` above what stands in a cell."""

    def step(made: Draft) -> None:
        cell = made.cells[made.index(name)]
        cell["source"] = f"{source}\n{cell['source']}"

    return step


def above(name: str, *cells: Json) -> Step:
    """Insert new cells above the named one."""
    return lambda made: _insert(made, made.index(name), cells)


def below(name: str, *cells: Json) -> Step:
    """Insert new cells below the named one."""
    return lambda made: _insert(made, made.index(name) + 1, cells)


def at_the_top(*cells: Json) -> Step:
    """Insert new cells above all."""
    return lambda made: _insert(made, 0, cells)


def at_the_end(*cells: Json) -> Step:
    """Insert new cells below all."""
    return lambda made: _insert(made, len(made.cells), cells)


def _insert(made: Draft, position: int, cells: tuple[Json, ...]) -> None:
    made.cells[position:position] = [
        {**deepcopy(cell), "id": f"new-{len(made.cells)}-{number}"}
        for number, cell in enumerate(cells)
    ]


def copied_above(name: str, source: str | None = None) -> Step:
    """A copy of the cell, with its metadata, above it; what stands in the copy, if it is changed."""
    return lambda made: _copy(made, made.index(name), 0, source)


def copied_below(name: str, source: str | None = None) -> Step:
    """A copy of the cell, with its metadata, below it; what stands in the copy, if it is changed."""
    return lambda made: _copy(made, made.index(name), 1, source)


def copied_to_the_end(name: str, source: str | None = None) -> Step:
    """A copy of the cell, with its metadata, below all; what stands in the copy, if it is changed."""
    return lambda made: _copy(made, made.index(name), len(made.cells) - made.index(name), source)


def _copy(made: Draft, position: int, further: int, source: str | None) -> None:
    copy = deepcopy(made.cells[position])
    if source is not None:
        copy["source"] = source
    _insert(made, position + further, (copy,))


def delete(*names: str | int) -> Step:
    """Delete these cells."""
    return lambda made: [made.cells.pop(made.index(name)) for name in names]


def retype(kind: str, *names: str) -> Step:
    """Turn these cells into ``kind``, as an editor does."""

    def step(made: Draft) -> None:
        for cell in (made.cells[made.index(name)] for name in names):
            cell["cell_type"] = kind
            cell.pop("outputs", None)
            cell.pop("execution_count", None)
            if kind == "code":
                cell.update(outputs=[], execution_count=None)

    return step


def forget(*names: str) -> Step:
    """These cells lose their metadata, as those that are pasted from another program."""

    def step(made: Draft) -> None:
        for cell in [made.cells[made.index(name)] for name in names]:
            cell["metadata"] = {}

    return step


def merge(first: str, second: str) -> Step:
    """Merge two cells, as an editor does: the metadata are those of the first."""

    def step(made: Draft) -> None:
        gone = made.cells.pop(made.index(second))
        made.cells[made.index(first)]["source"] += f"\n\n{gone['source']}"

    return step


def split(name: str, line: int, keep: bool) -> Step:
    """Split a cell before a line; in some editors both halves ``keep`` the metadata."""

    def step(made: Draft) -> None:
        cell = made.cells[made.index(name)]
        lines = cell["source"].splitlines(keepends=True)
        rest = deepcopy(cell) if keep else deepcopy(cell) | {"metadata": {}}
        cell["source"] = "".join(lines[:line]).rstrip("\n")
        _insert(made, made.index(name) + 1, (rest | {"source": "".join(lines[line:])},))

    return step


def swap(first: str, second: str) -> Step:
    """Let two cells change places."""

    def step(made: Draft) -> None:
        a, b = made.index(first), made.index(second)
        made.cells[a], made.cells[b] = made.cells[b], made.cells[a]

    return step


def move_to_the_top(name: str) -> Step:
    """A cell stands above all others."""
    return lambda made: made.cells.insert(0, made.cells.pop(made.index(name)))


def with_picture(name: str) -> Step:
    """A picture is attached to a text cell."""
    pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
    picture = {"p.png": {"image/png": pixel}}
    return lambda made: made.cells[made.index(name)].update(attachments=picture)


def pasted(done: Step, below: bool) -> Step:
    """All cells as they are after ``done``, pasted below or above those that are left as they were."""

    def step(made: Draft) -> None:
        left = deepcopy(made.cells)
        done(made)
        made.notebook["cells"] = left + made.cells if below else made.cells + left

    return step


def copied_all(made: Draft) -> None:
    """All cells are there twice."""
    made.cells.extend(deepcopy(made.cells))


def nothing(made: Draft) -> None:
    """All cells are deleted."""
    made.cells.clear()


def counted_down(made: Draft) -> None:
    """The code cells ran from the last to the first."""
    for number, cell in enumerate(reversed(list(of_type(made, "code"))), start=1):
        cell["execution_count"] = number


def reverse(made: Draft) -> None:
    """The cells stand in the opposite order."""
    made.cells.reverse()


def without_ordinary_cells(made: Draft) -> None:
    """All is deleted that nbgrader does not know."""
    made.notebook["cells"] = [cell for cell in made.cells if name_of(cell)]


# The file


def of_type(made: Draft, *kinds: str) -> Iterator[Json]:
    """The cells of some types."""
    return (cell for cell in made.cells if cell["cell_type"] in kinds)


def each(*kinds: str, **keys: Any) -> Step:
    """Set these keys in each cell of these types."""
    return lambda made: [cell.update(deepcopy(keys)) for cell in of_type(made, *kinds)]


def each_has(*kinds: str, **keys: Any) -> Step:
    """Set these keys in the metadata of each cell of these types."""
    return lambda made: [c["metadata"].update(deepcopy(keys)) for c in of_type(made, *kinds)]


def without(*keys: str) -> Step:
    """No cell has these keys."""
    return lambda made: [cell.pop(key, None) for cell in made.cells for key in keys]


def ordinary(key: str, *value: Any) -> Step:
    """Each cell without a name has ``value`` for ``key``, or no such key."""

    def step(made: Draft) -> None:
        for cell in made.cells:
            if not name_of(cell):
                cell.pop(key, None)
                cell.update(dict.fromkeys([key] if value else [], *value))

    return step


def says(**keys: Any) -> Step:
    """Set these keys of the notebook."""
    return lambda made: made.notebook.update(keys)


def has(**keys: Any) -> Step:
    """Set these keys in the metadata of the notebook."""
    return lambda made: made.notebook["metadata"].update(keys)


def lacks(*keys: str) -> Step:
    """The notebook has no such keys."""
    return lambda made: [made.notebook.pop(key, None) for key in keys]


def shows(**output: Any) -> Step:
    """Each code cell has run, and has this output."""
    return each("code", execution_count=1, outputs=[output])


def encoded(name: str) -> Step:
    """The file is in this encoding."""
    return lambda made: setattr(made, "encode", lambda notebook: dump(notebook).encode(name))


def written(**how: Any) -> Step:
    """The file is written as `json.dumps` does with these arguments."""
    return lambda made: setattr(made, "encode", lambda notebook: dump(notebook, **how).encode())


def as_texts(made: Draft) -> None:
    """Each source is one text in the file."""
    made.encode = lambda notebook: json.dumps(notebook).encode()


def edited(change: Callable[[str], str]) -> Step:
    """The text of the file is changed outside of Jupyter."""
    return lambda made: setattr(made, "encode", lambda nb: change(dump(nb)).encode())


def replaced(old: str, new: str, count: int = -1) -> Step:
    """Something in the text of the file is replaced by something else."""

    def change(content: str) -> str:
        assert old in content, old
        return content.replace(old, new, count)

    return edited(change)


def is_file(content: bytes) -> Step:
    """The file holds something else."""
    return lambda made: setattr(made, "encode", lambda _: content)


def called(path: str | None) -> Step:
    """The notebook lies at another path; None: nowhere."""
    return lambda made: setattr(made, "path", path)


def beside(path: str, content: bytes | int | None = b"") -> Step:
    """There is another file, or a folder, or a file of some size."""
    return lambda made: made.beside.update({path: content})


def with_copy(path: str, *steps: Step) -> Step:
    """A second notebook lies there: the one of now, and ``steps``."""

    def step(made: Draft) -> None:
        other = deepcopy(made)
        for each in steps:
            each(other)
        made.beside[path] = other.encode(other.notebook)

    return step


def at(time: str | bytes) -> Step:
    """What stands in timestamp.txt."""
    return beside("timestamp.txt", time.encode() if isinstance(time, str) else time)
