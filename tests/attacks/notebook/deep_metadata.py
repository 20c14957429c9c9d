"""Metadata is nested as deep as Python just reads: it has a reason or its mark."""

import json

AT_MOST = 11


def edit(notebook: dict) -> None:
    notebook["metadata"]["a"] = json.loads("[" * 400 + "]" * 400)
    for cell in notebook["cells"]:
        cell["metadata"]["nbgrader"] = json.loads('{"a":' * 300 + "1" + "}" * 300)
