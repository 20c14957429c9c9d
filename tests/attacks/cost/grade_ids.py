"""Each of nine hundred cells claims a name of 10,000 characters: the mark stays."""

from helpers.submitted import run

MARK = 11


def edit(notebook: dict) -> None:
    for number in range(900):
        run(notebook, "")
        notebook["cells"][-1]["metadata"] = {"nbgrader": {"grade_id": f"{number}" + "x" * 10_000}}
