"""nbval compares the numbers that a notebook prints, and not its pictures."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from course.classroom import notebooks

pytestmark = pytest.mark.slow

SANITIZE = Path(__file__).parent / "nbval_sanitize.cfg"
PICTURE = """
from IPython.display import HTML, display
from random import randbytes
from base64 import b64encode
data = b64encode(randbytes(200)).decode()
display(HTML(f'<img src="data:image/png;base64,{data}" alt="The loss falls to 0.0089">'))
"""


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> nbformat.NotebookNode:
    """A notebook that prints a loss, and shows a picture that is another each time."""
    cells = [new_code_cell('print("epoch 26: loss = 0.00887291")'), new_code_cell(PICTURE)]
    notebook = new_notebook(cells=cells, metadata=notebooks.convert(header()).metadata)
    NotebookClient(notebook).execute()
    return notebook


def header() -> Path:
    return notebooks.SOURCE / "header.md"


def nbval(notebook: nbformat.NotebookNode, folder: Path) -> subprocess.CompletedProcess:
    """Run nbval over ``notebook`` with the settings of `make test`."""
    path = folder / "notebook.ipynb"
    nbformat.write(notebook, path)
    options = ["--nbval", "--nbval-current-env", "--nbval-sanitize-with", SANITIZE]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options, "-p", "no:cacheprovider", path],
        cwd=folder,
        capture_output=True,
        text=True,
    )


def test_another_picture_passes(executed: nbformat.NotebookNode, tmp_path: Path) -> None:
    run = nbval(executed, tmp_path)
    assert run.returncode == 0, run.stdout
    assert "2 passed" in run.stdout


@pytest.mark.parametrize(
    ("cell", "now", "then"), [(0, "0.00887291", "0.00887292"), (1, "0.0089", "0.0088")]
)
def test_a_changed_number_fails(
    executed: nbformat.NotebookNode, tmp_path: Path, cell: int, now: str, then: str
) -> None:
    text = nbformat.writes(executed).replace(now, then)
    tampered = nbformat.reads(text, as_version=4)
    tampered.cells[cell].source = executed.cells[cell].source
    run = nbval(tampered, tmp_path)
    assert run.returncode == 1, run.stdout
    assert "1 failed, 1 passed" in run.stdout
    assert "Cell outputs differ" in run.stdout
