"""Cells have no id, each the same, or no proper one: it has a reason or its mark."""

AT_MOST = 11


def edit(notebook: dict) -> None:
    for number, cell in enumerate(notebook["cells"]):
        cell["id"] = ("same", "../" * 1000, "", "\0")[number % 4]
    del notebook["cells"][0]["id"]
