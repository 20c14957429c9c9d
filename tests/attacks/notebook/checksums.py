"""Checksums and cell types in the metadata are wrong: the mark stays."""

MARK = 11


def edit(notebook: dict) -> None:
    for number, cell in enumerate(notebook["cells"]):
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"]["checksum"] = ("0" * 32, "x", 5, None)[number % 4]
            cell["metadata"]["nbgrader"]["cell_type"] = ("raw", "markdown", 5, None)[number % 4]
