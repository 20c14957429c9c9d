"""Ten thousand cells follow: it has a reason and no mark."""

REASON = "more than 1,000 cells"


def edit(notebook: dict) -> None:
    notebook["cells"] += [
        {"cell_type": "markdown", "metadata": {}, "source": "", "id": f"cell-{number}"}
        for number in range(10_000)
    ]
