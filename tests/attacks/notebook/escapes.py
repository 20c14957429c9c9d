"""What could be printed as a reason moves the cursor and has many lines: it is not, and the mark stays."""

MARK = 11


def edit(notebook: dict) -> None:
    notebook["cells"][0]["cell_type"] = "\x1b[2J\r\n25 points\n" * 100
