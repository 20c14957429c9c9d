"""Metadata of the kernel and the language have megabytes: the mark stays."""

MARK = 11


def edit(notebook: dict) -> None:
    notebook["metadata"]["kernelspec"] = {f"{n}": "x" * 100 for n in range(100_000)}
    notebook["metadata"]["language_info"] = {"name": "x" * 10_000_000}
    notebook["metadata"]["orig_nbformat"] = [[]] * 100_000
