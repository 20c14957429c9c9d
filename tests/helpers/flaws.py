"""A small notebook that is right, and how editors, assistants and disks leave such a one: a line a flaw."""

import codecs
import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat

Json = dict[str, Any]
CODE, TEXT = "def double(x):\n    return 2 * x\n", "Doubling is *für* mich linear: $2x$."


def cell(name: str, kind: str, source: str, **flags: object) -> Json:
    """A cell that nbgrader knows."""
    usual = {"grade": False, "solution": False, "locked": False, "task": False}
    own = {"schema_version": 3, "grade_id": name} | usual | flags
    made: Json = {"id": name, "cell_type": kind, "metadata": {"nbgrader": own}, "source": source}
    return made | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def notebook(cells: list[Json]) -> Json:
    spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kernelspec": spec, "language_info": {"name": "python"}}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}


SETUP = cell("setup", "code", "import numpy as np", locked=True)
TEST = cell(
    "test-double",
    "code",
    "assert np.array_equal(double(np.arange(3)), [0, 2, 4])",
    grade=True,
    locked=True,
    points=3,
)
SOURCE = [
    {"id": "title", "cell_type": "markdown", "metadata": {}, "source": "# Doubling"},
    SETUP,
    cell("double", "code", f"### BEGIN SOLUTION\n{CODE}### END SOLUTION", solution=True),
    TEST,
    cell("answer", "markdown", "", solution=True, grade=True, points=2),
]


def solved(release: Json) -> Json:
    """The release version with the solution and the answer in it."""
    made = copy.deepcopy(release)
    for each in made["cells"]:
        each["source"] = "".join(each["source"])
    of(made, "double")["source"] = CODE
    of(made, "answer")["source"] = TEXT
    return made


def of(made: Json, name: str) -> Json:
    return next(c for c in made["cells"] if own(c).get("grade_id") == name)


def own(cell: Json) -> Json:
    return cell["metadata"].get("nbgrader", {})


# What happens to a notebook: it is changed, or what is returned stands in its file.

Flaw = Callable[[Json], Json | list | str | bytes | None]


def each(change: Callable[[Json], object], kind: str = "") -> Flaw:
    """All cells, or those of a type, are changed."""

    def flaw(made: Json) -> None:
        for cell in made["cells"]:
            if kind in cell["cell_type"]:
                change(cell)

    return flaw


def both(*flaws: Flaw) -> Flaw:
    """One after the other; the last may say what the file holds."""

    def flaw(made: Json) -> Json | list | str | bytes | None:
        return [each(made) for each in flaws][-1]

    return flaw


def cells(**keys: object) -> Flaw:
    """Each cell has these keys."""
    return each(lambda cell: cell.update(keys))


def without(*keys: str) -> Flaw:
    """No cell has these keys."""
    return each(lambda cell: [cell.pop(key, None) for key in keys])


def metadata(**keys: object) -> Flaw:
    """The metadata of each cell has these keys."""
    return each(lambda cell: cell["metadata"].update(keys))


def flags(**keys: object) -> Flaw:
    """The metadata of nbgrader in each cell has these keys."""
    return each(lambda cell: own(cell).update(keys))


def outputs(*given: object) -> Flaw:
    """The code cells have these outputs."""
    return each(lambda cell: cell.update(outputs=list(given)), "code")


def sources(change: Callable[[str], object]) -> Flaw:
    """The source of each cell is changed."""
    return each(lambda cell: cell.update(source=change(cell["source"])))


def one(name: str, **keys: object) -> Flaw:
    """The cell of this name has these keys."""
    return lambda made: of(made, name).update(keys)


def title(**keys: object) -> Flaw:
    """The first cell, which nbgrader does not know, has these keys."""
    return lambda made: made["cells"][0].update(keys)


def first(other: object) -> Flaw:
    """Something else stands before the first cell."""
    return lambda made: made["cells"].insert(0, other)


def has(**keys: object) -> Flaw:
    """The notebook has these keys."""
    return lambda made: made.update(keys)


def says(**keys: object) -> Flaw:
    """The notebook's metadata has these keys."""
    return lambda made: made["metadata"].update(keys)


def only(*keys: str) -> Flaw:
    """The notebook has no other keys."""
    return lambda made: {key: made[key] for key in keys}


def file(change: Callable[[str], str | bytes]) -> Flaw:
    """The text of the file is changed."""
    return lambda made: change(json.dumps(made, indent=1, ensure_ascii=False))


def sheets(made: Json) -> Json:
    """In format 3, as nbformat writes it."""
    return json.loads(nbformat.writes(nbformat.from_dict(made), version=3))


def format_1(made: Json) -> Json:
    """As the first format had it."""
    kinds = {"code": "code", "markdown": "text", "raw": "text"}
    old = [
        {"cell_type": kinds[c["cell_type"]], kinds[c["cell_type"]]: c["source"]}
        | {"metadata": c["metadata"]}
        for c in made["cells"]
    ]
    return {"nbformat": 1, "worksheets": [{"cells": old}]}


def shouted(cell: Json) -> None:
    """Its type is written as no format has it."""
    cell["cell_type"] = {"code": " Code\n", "markdown": "MARKDOWN"}[cell["cell_type"]]


READ: dict[str, Flaw] = {
    # What is missing.
    "as it was": lambda made: None,
    "no execution_count": without("execution_count"),
    "no outputs": without("outputs"),
    "no outputs and no execution_count": without("outputs", "execution_count"),
    "no ids": without("id"),
    "no metadata in another cell": first({"cell_type": "raw", "source": "a"}),
    "metadata null in another cell": title(metadata=None),
    "metadata a list in another cell": title(metadata=[]),
    "no metadata of the notebook": only("cells", "nbformat", "nbformat_minor"),
    "metadata of the notebook null": has(metadata=None),
    "metadata of the notebook a list": has(metadata=[1]),
    "no nbformat_minor": only("cells", "metadata", "nbformat"),
    "no nbformat": only("cells", "metadata", "nbformat_minor"),
    "cells alone": only("cells"),
    "no kernelspec": has(metadata={"language_info": {"name": "python"}}),
    "no source in another cell": first({"cell_type": "markdown", "metadata": {}}),
    "source null": first({"cell_type": "code", "metadata": {}, "source": None}),
    "no types": without("cell_type"),
    # Versions.
    **{f"format 4.{minor}": has(nbformat_minor=minor) for minor in (0, 3, 4, 6, 7)},
    "format 4.99": has(nbformat_minor=99),
    "format as text": has(nbformat="4", nbformat_minor="5"),
    "format as one number": has(nbformat=4.5, nbformat_minor=None),
    "format null": has(nbformat=None, nbformat_minor=[]),
    "format 3": sheets,
    "format 3 that says 4": lambda made: sheets(made) | {"nbformat": 4, "nbformat_minor": 5},
    "format 4 that says 3": has(nbformat=3, nbformat_minor=0),
    "format 3 with empty cells": lambda made: sheets(made) | {"cells": []},
    "format 4 with worksheets": has(worksheets=[{"cells": [], "metadata": {}}]),
    "format 2": lambda made: sheets(made) | {"nbformat": 2},
    "format 1": format_1,
    # Cells.
    "ids twice": cells(id="a"),
    "ids with blanks": cells(id="a b/ü"),
    "ids of other types": cells(id=None),
    "ids that are long": cells(id="x" * 1000),
    "ids in format 4.4": has(nbformat_minor=4),
    "outputs in text": cells(outputs=[], execution_count=None),
    "attachments in code": cells(attachments={}),
    "extra keys": cells(x=1, block_group="y", source_hash=None),
    "extra keys of the notebook": has(x=[{}], orig_nbformat=4),
    "execution_count as text": cells(execution_count="*"),
    "collapsed as text": metadata(collapsed="false", scrolled=None),
    "types written otherwise": each(shouted),
    "a null cell": first(None),
    "a text for a cell": first("just a line"),
    "an empty cell": first({}),
    "a cell of an unknown type": first({"cell_type": "sql", "source": "select 1", "metadata": {}}),
    "a list of other values": first({"cell_type": "raw", "source": ["a", 5, None, {"b": 1}]}),
    "a number for a source": first({"cell_type": "markdown", "source": 5}),
    "a source that is an object": first({"cell_type": "markdown", "source": {"text": "a"}}),
    "the exercise of an unknown type": one("double", cell_type="python"),
    "the answer of an unknown type": one("answer", cell_type="text/markdown"),
    "tags twice": metadata(tags=["a", "a"]),
    "tags no list": metadata(tags="a"),
    # The notebook's metadata.
    "kernelspec empty": says(kernelspec={}),
    "kernelspec null": says(kernelspec=None),
    "kernelspec of nowhere": says(kernelspec={"name": "nowhere", "display_name": "No"}),
    "kernelspec of R": says(kernelspec={"name": "ir"}, language_info={"name": "R"}),
    "language_info empty": says(language_info={}),
    "language_info a list": says(language_info=["python"]),
    "authors that are none": says(authors="me", title=5),
    # Outputs.
    "output of no type": outputs({}),
    "output null": outputs(None),
    "outputs null": cells(outputs=None),
    "outputs an object": cells(outputs={"0": []}),
    "stream without a name": outputs({"output_type": "stream", "text": "a"}),
    "error without a traceback": outputs({"output_type": "error", "ename": "E"}),
    "pictures of no data": outputs({"output_type": "display_data", "data": None}),
    "output of format 3": outputs({"output_type": "pyout", "text": "1", "prompt_number": 1}),
    # nbgrader's metadata.
    **{f"schema {version}": flags(schema_version=version) for version in (0, 1, 2, 4, "3")},
    "no schema": each(lambda cell: own(cell).pop("schema_version", None)),
    "points as text": each(lambda cell: own(cell).update(points=str(own(cell).get("points")))),
    "extra keys of nbgrader": flags(remark="x", solution_for=[]),
    # Sources.
    "source as lists": sources(lambda text: text.splitlines(keepends=True)),
    "lists of characters": sources(list),
    "lines without ends": sources(str.splitlines),
    "CRLF": sources(lambda text: text.replace("\n", "\r\n")),
    "CRLF in lists": sources(lambda text: text.replace("\n", "\r\n").splitlines(keepends=True)),
    "lone CR": sources(lambda text: text.replace("\n", "\r")),
    "CR twice": sources(lambda text: text.replace("\n", "\r\r\n")),
    "half a character": first({"cell_type": "raw", "source": "\ud83d", "metadata": {}}),
    "a null character": first({"cell_type": "markdown", "source": "a\0b", "metadata": {}}),
    "null code": first({"cell_type": "code", "source": "a = '\0'", "metadata": {}}),
    "a large picture in a text": first(
        {"cell_type": "markdown", "source": f"![a](data:image/png;base64,{'iVBO' * 200_000})"}
    ),
    # The file.
    "byte order mark": file(lambda text: text.encode("utf-8-sig")),
    "two byte order marks": file(lambda text: codecs.BOM_UTF8 + text.encode("utf-8-sig")),
    "UTF-16": file(lambda text: text.encode("utf-16")),
    "UTF-16 LE": file(lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le")),
    "UTF-16 BE": file(lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be")),
    "UTF-32": file(lambda text: text.encode("utf-32")),
    "of Windows": file(lambda text: text.encode("cp1252", "replace")),
    "escaped": json.dumps,
    "on one line": lambda made: json.dumps(made, separators=(",", ":")),
    "CRLF in the file": file(lambda text: text.replace("\n", "\r\n")),
    "CR in the file": file(lambda text: text.replace("\n", "\r")),
    "blanks around": file(lambda text: "\n \t\r\n" + text + "\n\n   \r\n\t"),
    "zeros after the end": file(lambda text: text + "\n" + "\0" * 512),
    "NaN": lambda made: json.dumps(made | {"x": [float("nan"), float("inf"), -float("inf")]}),
    "numbers of any size": file(lambda text: text.replace("{", '{"x": 1e999, "y": -0.5E-7,', 1)),
    "a key twice": file(lambda text: text.replace('"cells"', '"cells": null, "cells"', 1)),
    "tabs in a text": lambda made: json.dumps(made | {"x": "a\tb\nc"}).replace("\\t", "\t"),
    # Other programs.
    "VS Code": both(
        cells(outputs=[], execution_count=None), metadata(vscode={"languageId": "powershell"})
    ),
    "Colab": both(
        without("id", "outputs", "execution_count"),
        metadata(id="x", colab={"base_uri": "y"}),
        has(nbformat_minor=0, metadata={"colab": {"provenance": []}}),
    ),
    "Kaggle": both(without("id"), metadata(_uuid="d6", trusted=True), has(nbformat_minor=4)),
    "Deepnote": both(
        without("id", "outputs"),
        cells(block_group="4", outputs_reference=None),
        has(nbformat_minor=0, metadata={"deepnote": {}}),
    ),
    "Databricks": metadata(**{"application/vnd.databricks.v1+cell": {"nuid": "1"}}),
    "jupytext": says(jupytext={"formats": "ipynb,py:percent", "main_language": None}),
}
"""By name, what became of the notebook, which has full marks all the same."""

LFS = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
SCRIPT = "#!/usr/bin/env python\n# coding: utf-8\n\n# In[1]:\n\n\nimport numpy as np\n"
CONFLICT = '{"cells": [\n<<<<<<< HEAD\n {}\n=======\n {"a": 1}\n>>>>>>> theirs\n]}'

REFUSED: dict[str, tuple[Flaw, str]] = {
    "empty": (lambda made: "", "it is empty; hand in a copy that JupyterLab opens"),
    "blank": (lambda made: "\n \n", "it is empty; hand in a copy"),
    "a mark alone": (lambda made: codecs.BOM_UTF8, "it is empty; hand in a copy"),
    "zeros": (lambda made: b"\0" * 4096, "it holds nothing but zeros; hand in a copy"),
    "cut off": (file(lambda text: text[:-200]), "it was cut off in line "),
    "cut off in UTF-16": (file(lambda t: t.encode("utf-16")[:-201]), "it was cut off in line "),
    "cut off in a word": (lambda made: '{"cells": [], "x": tru', "it was cut off in line "),
    "cut off in a text": (lambda made: '{"cells": ["abc', "it was cut off in line 1; hand in a"),
    "cut off in an escape": (lambda made: '{"cells": ["ab\\u00', "it was cut off in line 1; hand"),
    "a comma too many": (
        lambda made: '{"cells": [\n{},\n]}',
        "it was changed outside Jupyter in line 3, column 1; hand in a copy",
    ),
    "two in one file": (file(lambda text: text + "\n" + text), "changed outside Jupyter in line"),
    "zeros within": (file(lambda text: text.replace("\n", "\0\n")), "in line 1, column 2"),
    "merge conflict": (lambda made: CONFLICT, "a merge conflict stands in line 2; settle it"),
    "Git LFS": (lambda made: LFS, "it is a Git LFS pointer; run git lfs pull"),
    "ZIP": (lambda made: b"PK\3\4 and so on", "it is a ZIP archive or a document; if"),
    "gzip": (lambda made: b"\x1f\x8b\x08\0", "it is a compressed file; unpack it"),
    "PDF": (lambda made: b"%PDF-1.7\n%\xe2\xe3", "it is a PDF; hand in the notebook itself"),
    "RTF": (lambda made: "{\\rtf1\\ansi {}}", "it is a document of a word processor; hand in"),
    "picture": (lambda made: b"\x89PNG\r\n\x1a\n\0\0", "it is a picture; hand in the notebook"),
    "HTML": (lambda made: "<!DOCTYPE html>\n<html>", "it is a web page; hand in the notebook"),
    "script": (lambda made: SCRIPT, "it is a script; hand in the notebook itself, whose name"),
    "jupytext's script": (lambda made: "# %%\nx = 1\n", "it is a script; hand in the notebook"),
    "Markdown": (lambda made: "---\njupyter: a\n---\n\nText\n", "it is some other text; hand in"),
    "JSON in a text": (lambda made: json.dumps(json.dumps(made)), "there are no cells in it"),
    "another JSON": (
        lambda made: '{"name": "a"}',
        "there are no cells in it; hand in the notebook",
    ),
    "a list": (lambda made: [made], "there are no cells in it"),
    "cells an object": (has(cells={}), "there are no cells in it"),
    "cells null": (has(cells=None), "there are no cells in it"),
    "format 5": (has(nbformat=5), "it says that it is of format 5; hand in a copy that JupyterLab"),
    "format 99 as text": (has(nbformat="99"), "it says that it is of format 99"),
    "nested": (
        lambda made: '{"x": ' + "[" * 100_000,
        "its JSON is nested too deep; hand in a copy",
    ),
    "1,001 cells": (
        lambda made: made["cells"].extend([{"cell_type": "raw"}] * 1_000),
        "more than 1,000 cells; delete those that are not needed",
    ),
    "300,001 characters": (
        first({"cell_type": "raw", "source": "x" * 300_000}),
        "more than 300,000 characters, counted up to cell 2; put data into files beside it",
    ),
    "5,000,001 values": (
        lambda made: '{"x": [' + "0," * 5_000_000 + "0]}",
        "more than 5,000,000 values; open it in JupyterLab, clear its outputs, save",
    ),
}
"""By name, what became of the notebook, and words of what is said of it."""


def write(path: Path, flaw: Flaw, release: Json) -> None:
    """Hand in at ``path`` what becomes of the solved notebook."""
    made = solved(release)
    changed = flaw(made)
    content = made if changed is None else changed
    if isinstance(content, dict | list):
        content = json.dumps(content, indent=1)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
