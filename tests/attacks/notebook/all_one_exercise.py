"""Every cell claims to be the test of one exercise: its real test is run."""

from helpers.submitted import cell

AT_MOST = 11


def edit(notebook: dict) -> None:
    test = cell(notebook, "test-train")["metadata"]
    for each in notebook["cells"]:
        each["metadata"] = test
