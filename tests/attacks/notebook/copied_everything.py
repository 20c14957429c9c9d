"""Every cell is there five times: the mark stays."""

MARK = 11


def edit(notebook: dict) -> None:
    notebook["cells"] = [
        {**cell, "id": f"cell-{number}-{copy}"}
        for number, cell in enumerate(notebook["cells"])
        for copy in range(5)
    ]
