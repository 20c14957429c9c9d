"""Test cells claim to be solutions, and pass: the real tests are run."""

MARK = 11


def edit(notebook: dict) -> None:
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade"):
            cell["metadata"]["nbgrader"] |= {"solution": True, "locked": False}
            cell["source"] = "assert True"
