"""The version of nbgrader's metadata is old, new, or none: the mark stays, and the batch goes on."""

import itertools

MARK = 11


VERSIONS = (0, 1, 2, 99, -1, "x", None, [], 1e300)


def edit(notebook: dict) -> None:
    known = [cell for cell in notebook["cells"] if "nbgrader" in cell["metadata"]]
    for cell, version in zip(known, itertools.cycle(VERSIONS)):
        cell["metadata"]["nbgrader"]["schema_version"] = version
    del known[-1]["metadata"]["nbgrader"]["schema_version"]
