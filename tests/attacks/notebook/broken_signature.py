"""What says that a notebook was graded is a list: it is graded."""

MARK = 11


def edit(notebook: dict) -> None:
    notebook["metadata"]["downhill"] = ["graded"]
