"""What is printed as a reason moves the cursor and has many lines: the reason is one line."""

REASON = "not a notebook"


def edit(notebook: dict) -> None:
    notebook["cells"][0]["cell_type"] = "\x1b[2J\r\n25 points\n" * 100
