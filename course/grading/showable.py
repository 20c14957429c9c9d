"""What of a notebook's outputs is kept to be shown, so that no page made of them costs much.

Whoever reads the notebook after the examiner, nbgrader first of all, parses and copies it many times,
and makes pages of it by code that is quadratic in what it shows. No output is lost without a word.
"""

from nbformat import NotebookNode

from course.grading import tame
from course.grading.cells import is_test

MOST_BYTES = 6 << 20
"""Of all outputs of a notebook, about."""
LINE_BYTES = 50
"""What a line costs beside its characters: each becomes a text of its own where notebooks are written."""
MOST_OUTPUTS = 1_000
"""Of a cell that is no test."""
LONGEST_PRINT = 200_000
"""Characters that a cell prints."""
MOST_VALUES = 10_000
"""In the JSON of all outputs of a notebook."""
LONGEST_TYPE = 200
"""Characters of the name of a type."""

LEFT_OUT = "An output is not shown here: it is too large, or would make this page slow."


class _Left:
    """What there is still room for in a notebook."""

    def __init__(self) -> None:
        self.page = tame.Room()
        self.bytes = MOST_BYTES
        self.values = MOST_VALUES

    def has_room_for(self, n_bytes: int, values: int = 0) -> bool:
        if n_bytes > self.bytes or values > self.values:
            return False
        self.bytes -= n_bytes
        self.values -= values
        return True


def limit(notebook: NotebookNode) -> None:
    """Cut the outputs of ``notebook`` to what can be shown; an error stays one, and so does stderr."""
    left = _Left()
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for cell in sorted(code, key=is_test, reverse=True):  # what a test says has room in any case
        _limit_cell(cell, left)


def _limit_cell(cell: NotebookNode, left: _Left) -> None:
    outputs = cell.outputs
    if len(outputs) > MOST_OUTPUTS and not is_test(cell):  # which gives points by its last ones
        errors = [output for output in outputs[MOST_OUTPUTS:] if output.output_type == "error"]
        cut = NotebookNode(output_type="stream", name="stdout", text=f"{LEFT_OUT}\n")
        outputs = [*outputs[:MOST_OUTPUTS], cut, *errors[:1]]
    printed = LONGEST_PRINT
    for output in outputs:
        if output.output_type == "stream":
            output.text = _printed(output.text, printed, left)
            printed -= min(len(output.text), printed)
        elif output.output_type == "error":
            _limit_error(output, left)
        else:
            _limit_display(output, left)
    cell.outputs = outputs


def _printed(text: str, most: int, left: _Left) -> str:
    """``text``, or as much of it as there is room for."""
    if len(text) > most:
        text = f"{text[:most]}\n… what followed was cut\n"
    text = left.page.printed(text)
    return text if left.has_room_for(_size(text)) else f"{LEFT_OUT}\n"


def _limit_error(error: NotebookNode, left: _Left) -> None:
    for part in ("ename", "evalue"):
        error[part] = _printed(error[part], tame.LONGEST_LINE, left)
    whole = "\n".join(error.traceback)
    shown = _printed(whole, LONGEST_PRINT, left)
    if shown != whole:
        error.traceback = shown.split("\n")


def _limit_display(output: NotebookNode, left: _Left) -> None:
    """Leave out of a display what there is no room for; a text says so where nothing is left."""
    kept = NotebookNode()
    for kind, value in output.data.items():
        text = "".join(value) if _is_texts(value) else value
        if len(kind) > LONGEST_TYPE:
            continue
        if not isinstance(text, str):
            size, values = measured(text)
            if left.has_room_for(size, values):
                kept[kind] = value
        elif kind == "text/plain":
            kept[kind] = _printed(text, LONGEST_PRINT, left)
        elif _fits(kind, text, left):
            kept[kind] = text
    if len(kept) < len(output.data):
        kept.setdefault("text/plain", LEFT_OUT)
    output.data = kept
    size, values = measured(output.metadata)
    if not left.has_room_for(size, values):
        output.metadata = NotebookNode()


def _fits(kind: str, text: str, left: _Left) -> bool:
    """Whether there is room for what is neither JSON nor plain text; if so it is taken."""
    if not left.has_room_for(_size(text)):
        return False
    if kind in ("text/markdown", "text/latex"):  # pages show both as Markdown
        return left.page.markdown(text)
    # A page holds an image as base64.
    return kind.startswith("image/") or left.page.html(text)


def measured(value: object) -> tuple[int, int]:
    """About the bytes, and the number of values, of what is JSON."""
    if isinstance(value, dict):
        value = [*value.keys(), *value.values()]
    if isinstance(value, list):
        parts = [measured(item) for item in value]
        return sum(size for size, _ in parts), 1 + sum(number for _, number in parts)
    return _size(value) if isinstance(value, str) else len(str(value)), 1


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _size(text: str) -> int:
    return len(text.encode(errors="replace")) + LINE_BYTES * text.count("\n")
