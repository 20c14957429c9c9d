"""How other programs than JupyterLab leave a notebook: steps of `helpers.handing_in`."""

import json
from typing import Any

import jupytext
import nbformat

from helpers.handing_in import Draft, Json, Step, dump


def _each(made: Draft, **keys: Any) -> None:
    for number, cell in enumerate(made.cells):
        cell["metadata"] |= {
            name: value.format(number) if isinstance(value, str) else value
            for name, value in keys.items()
        }


def _without(made: Draft, *keys: str) -> None:
    for cell in made.cells:
        for key in keys:
            cell.pop(key, None)


def vs_code(made: Draft) -> None:
    """Text cells have outputs, and each cell has a language."""
    _each(made, vscode={"languageId": "python"})
    for cell in made.cells:
        cell.update(execution_count=None, outputs=[])


def colab(made: Draft) -> None:
    """Ids in the metadata, no outputs, a notebook of format 4.0, and metadata of its own."""
    _without(made, "id", "outputs", "execution_count")
    _each(made, id="x{:03}", colab={"base_uri": "https://localhost:8080/"}, outputId="y{:03}")
    made.notebook.update(nbformat_minor=0)
    made.notebook["metadata"] = {
        "colab": {"provenance": [], "toc_visible": True},
        "kernelspec": {"name": "python3", "display_name": "Python 3"},
        "language_info": {"name": "python"},
        "accelerator": "GPU",
        "widgets": {"application/vnd.jupyter.widget-state+json": {"a1": {"model_name": "x"}}},
    }


def kaggle(made: Draft) -> None:
    """Format 4.4, and what it knows of runs."""
    _without(made, "id")
    _each(made, _uuid="d629ff2d{}", _cell_guid="b1076dfc{}", trusted=True)
    made.notebook.update(nbformat_minor=4)
    made.notebook["metadata"]["kaggle"] = {"accelerator": "none", "dataSources": []}


def deepnote(made: Draft) -> None:
    """Keys of its own in each cell, and a last cell of its own."""
    _without(made, "id")
    _each(made, tags=[], cell_id="00{}-cell", deepnote_cell_type="code", source_hash="b623e53d")
    for cell in made.cells:
        cell.update(block_group="4c5d", outputs_reference=None, content_dependencies=None)
    made.cells.append(
        {"cell_type": "markdown", "source": "<a>Created in Deepnote</a>", "metadata": {}}
    )
    made.notebook.update(nbformat_minor=0)
    made.notebook["metadata"] = {"deepnote": {}, "deepnote_notebook_id": "x", "orig_nbformat": 2}


def databricks(made: Draft) -> None:
    """Text cells are code under a magic of its own."""
    _without(made, "id")
    _each(made, **{"application/vnd.databricks.v1+cell": {"nuid": "x", "inputWidgets": {}}})
    for cell in made.cells:
        if cell["cell_type"] == "markdown":
            cell.update(cell_type="code", source=f"%md\n{cell['source']}", outputs=[])
    made.notebook.update(nbformat_minor=0)


def nteract(made: Draft) -> None:
    """Cells that say whether they are folded."""
    for cell in made.cells:
        cell.update(outputExpanded=False, inputHidden=False)
    _each(made, nteract={"transient": {"deleting": False}})


def pycharm(made: Draft) -> None:
    """The name of each cell with a line break in it."""
    _each(made, pycharm={"name": "#%%\n", "is_executing": True}, collapsed=False)


def through(form: str) -> Step:
    """Kept as text in between, in one of jupytext's forms."""

    def step(made: Draft) -> None:
        given = nbformat.reads(dump(made.notebook), as_version=4)
        back = jupytext.reads(jupytext.writes(given, form), form)
        made.notebook = _plain(back)

    return step


def in_format_3(made: Draft) -> None:
    """Saved in the format of ten years ago."""
    given = nbformat.reads(dump(made.notebook), as_version=4)
    made.encode = lambda _: nbformat.writes(given, version=3).encode()


def in_format_3_with_headings(made: Draft) -> None:
    """The same, whose headings are cells of a type of their own."""
    in_format_3(made)
    whole = made.encode({}).decode()
    cell = '"cell_type": "heading", "level": 1, "metadata": {}, "source": ["Mine"]'
    made.encode = lambda _: whole.replace('"cells": [', f'"cells": [{{{cell}}},', 1).encode()


def _plain(notebook: nbformat.NotebookNode) -> Json:
    made: Json = json.loads(nbformat.writes(notebook))
    for cell in made["cells"]:
        cell["source"] = "".join(cell["source"])
    return made
