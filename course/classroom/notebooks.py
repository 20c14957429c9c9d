"""Build the reference notebooks from their text: `python -m course.classroom.notebooks`.

Each notebook is written as MyST Markdown (`source/NAME.md`), where a change can be reviewed line
by line. The build converts it, runs it, and stores it with its outputs where nbgrader looks for
it (`source/NAME/NAME.ipynb`). Cell ids come from the grade_id, or from the text's name and the
position: building twice gives the same file, and the header brings no id that is there already.

What has not changed since it was built here is left as it is. Whether it has is seen by content, since
a clone has times of its own.
"""

import argparse
import hashlib
import json
import re
from collections.abc import Collection
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode
from tqdm import tqdm

from course.grading import cells, read

SOURCE = Path(__file__).parents[2] / "source"
BUILT = SOURCE.parent / "build" / "notebooks.json"
"""What each notebook was made from, as `made_from` says it."""
PARTS = ("check", "door", "figures", "data.py", "orders.py", "theory.py")
"""Of this package, what runs in a notebook."""
CONTENTS = "course/check/standing/contents.json"
WITHOUT_OUTPUT = "nbval-ignore-output"
"""Tag of a cell that shows something else elsewhere, such as measured seconds, or a live widget."""
WIDGET = "application/vnd.jupyter.widget-view+json"


def assignments() -> list[str]:
    """Names of the four notebooks, in order."""
    return sorted(path.stem for path in SOURCE.glob("0*.md"))


def path(assignment: str) -> Path:
    """Where the reference notebook of ``assignment`` lies."""
    return SOURCE / assignment / f"{assignment}.ipynb"


def convert(text: Path) -> NotebookNode:
    """The notebook written in ``text``, without outputs."""
    notebook = jupytext.read(text)
    graded = []
    for number, cell in enumerate(notebook.cells, start=1):
        cell.id = f"{text.stem}-{number:02}"
        if name := cells.grade_id(cell):
            cell.id = name
            graded.append(name)
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        read.HANDED_OUT: graded,
    }
    return notebook


def objectives(assignment: str) -> dict[str, list[str]]:
    """The objectives of a notebook, each with the exercises that it names."""
    text = (SOURCE / f"{assignment}.md").read_text(encoding="utf-8")
    block = text.split("**After this notebook you can**")[1].split("**You need**")[0]
    found = {}
    for bullet in re.findall(r"^- (.+)$", block, re.MULTILINE):
        goal, names = re.fullmatch(r"(.+) \((`.+`)\)[;.]", bullet).groups()  # type: ignore[union-attr]
        found[goal] = re.findall(r"`(.+?)`", names)
    return found


def contents() -> dict[str, dict[str, object]]:
    """What the last cell of each notebook knows of all of them: see `course.check.standing.contents`."""
    found: dict[str, dict[str, object]] = {}
    for assignment in assignments():
        every = convert(SOURCE / f"{assignment}.md").cells
        text = "\n".join(cell.source for cell in every)
        solutions = (c for c in every if c.cell_type == "code" and cells.is_flagged(c, "solution"))
        found[assignment] = {
            "title": re.findall(r"^# (.+)$", text, re.MULTILINE)[0],
            "check": re.findall(r"^from course\.check import (\w+) as check$", text, re.MULTILINE)[
                0
            ],
            "exercises": [str(cells.grade_id(cell)).replace("-", "_") for cell in solutions],
            "objectives": list(objectives(assignment)),
        }
    return found


def execute(notebook: NotebookNode) -> None:
    """Run all cells of ``notebook`` and keep their outputs, pictures in place of live widgets.

    What this computer is, and how fast, is not kept: learners see that of their own.
    """
    language = dict(notebook.metadata.language_info)
    NotebookClient(
        notebook,
        timeout=120,
        record_timing=False,
        coalesce_streams=True,
        extra_arguments=["--log-level=ERROR"],  # a kernel warns of how it talks to us
    ).execute()
    notebook.metadata.language_info = language
    notebook.metadata.pop("widgets", None)
    for cell in notebook.cells:
        shown = [output.get("data", {}) for output in cell.get("outputs", [])]
        if not any(WIDGET in data for data in shown) and WITHOUT_OUTPUT in cell.metadata.get(
            "tags", []
        ):
            cell.outputs = []
        for data in shown:
            if "text/html" in data:
                data.pop(WIDGET, None)


def made_from(assignment: str) -> str:
    """A digest of all that the notebook of ``assignment`` follows from, and of the notebook."""
    package = SOURCE.parent / "course"
    modules = [
        module
        for part in PARTS
        for module in (package / part, *sorted((package / part).rglob("*")))
        if module.suffix in (".py", ".toml")
    ]
    files = [SOURCE / f"{assignment}.md", path(assignment), Path(__file__), *modules]
    content = hashlib.sha256()
    for file in (*files, SOURCE.parent / "requirements.txt"):
        content.update(file.read_bytes() if file.exists() else b"")
    return content.hexdigest()


def build(chosen: Collection[str] = ()) -> list[str]:
    """Build the ``chosen`` notebooks, or those that have changed, header and contents; name them."""
    nbformat.write(convert(SOURCE / "header.md"), SOURCE / "header.ipynb")
    listed = json.dumps(contents(), indent=1, ensure_ascii=False)
    (SOURCE.parent / CONTENTS).write_text(f"{listed}\n", encoding="utf-8")
    built = json.loads(BUILT.read_text()) if BUILT.exists() else {}
    todo = [name for name in assignments() if built.get(name) != made_from(name)]
    for assignment in tqdm(chosen or todo, unit="notebook"):
        notebook = convert(SOURCE / f"{assignment}.md")
        execute(notebook)
        path(assignment).parent.mkdir(exist_ok=True)
        nbformat.write(notebook, path(assignment))
        built[assignment] = made_from(assignment)
        BUILT.parent.mkdir(exist_ok=True)
        BUILT.write_text(json.dumps(built, indent=1))
    return list(chosen or todo)


def main() -> None:
    """Build the named notebooks, or those of the four that have changed, and the header."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    what = "such as 01-by-hand; those that have changed when left out"
    parser.add_argument("assignment", nargs="*", help=what)
    if not build(parser.parse_args().assignment):
        print("The notebooks are those of their texts and of course/ already.")


if __name__ == "__main__":
    main()
