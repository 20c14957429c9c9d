"""The notebook says that it was graded already: it is graded."""

MARK = 11


def edit(notebook: dict) -> None:
    notebook["metadata"]["downhill"] = {"graded": "0" * 64}
