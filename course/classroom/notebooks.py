"""Build the reference notebooks from their text: `python -m course.classroom.notebooks`.

Each notebook is written as MyST Markdown (`source/NAME.md`), where a change can be reviewed line
by line. The build converts it, runs it, and stores it with its outputs where nbgrader looks for
it (`source/NAME/NAME.ipynb`). Cell ids come from the grade_id, or from the text's name and the
position: building twice gives the same file, but for the one figure that measures times, and the
header brings no id that is there already.
"""

import argparse
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode
from tqdm import tqdm

from course.grading import cells, read

SOURCE = Path(__file__).parents[2] / "source"
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


def execute(notebook: NotebookNode) -> None:
    """Run all cells of ``notebook`` and keep their outputs, pictures in place of live widgets."""
    language = dict(notebook.metadata.language_info)
    NotebookClient(notebook, timeout=120, record_timing=False, coalesce_streams=True).execute()
    notebook.metadata.language_info = language
    notebook.metadata.pop("widgets", None)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if "text/html" in output.get("data", {}):
                output.data.pop(WIDGET, None)


def main() -> None:
    """Build the named notebooks, or all four and the header."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("assignment", nargs="*", help="such as 01-by-hand; all when left out")
    chosen = parser.parse_args().assignment
    header = convert(SOURCE / "header.md")
    nbformat.write(header, SOURCE / "header.ipynb")
    for assignment in tqdm(chosen or assignments(), unit="notebook"):
        notebook = convert(SOURCE / f"{assignment}.md")
        execute(notebook)
        path(assignment).parent.mkdir(exist_ok=True)
        nbformat.write(notebook, path(assignment))


if __name__ == "__main__":
    main()
