"""What a cell's run leaves in the notebook, folded from events as nbclient folds a kernel's messages.

The events come from a process that is not trusted: whatever is not an event of the right types is
ignored, and what the notebook would take on disk is counted as it arrives.
"""

import json
import math
from collections import defaultdict
from typing import Any, TypeVar

from nbformat import NotebookNode

MAX_DEPTH = 50
"""How deep JSON in an output may be nested."""
MAX_INT_BITS = 4096
MAX_DISPLAY_ID = 1000
"""Characters of a longer name of a display, which is then none."""
_LINE_BYTES = 16
"""What the file spends on a line, or on a value of a list, beside its characters."""
_OUTPUT_BYTES = 200
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


T = TypeVar("T")


class _InvalidError(ValueError):
    """Not an event, or a value that a notebook cannot hold."""


class Outputs:
    """Collects the outputs of a notebook's cells, one cell after the other.

    Args:
        limit: bytes that the outputs of the whole notebook may take on disk. What comes after that
            is dropped, and a text on stderr says so once.
    """

    def __init__(self, limit: float) -> None:
        self.full = False
        self._limit = limit
        self._bytes = 0
        self._cell = NotebookNode(outputs=[])  # none of the notebook's, until there is one
        self._clear_at_next = False
        self._displays: dict[str, list[NotebookNode]] = defaultdict(list)

    def begin(self, cell: NotebookNode) -> None:
        """From now on outputs are those of ``cell``, which starts without any."""
        cell.outputs = []
        self._cell = cell
        self._clear_at_next = False

    def add(self, event: object) -> None:
        """Take in one event, see `course.grading.shell.Shell`; never raises."""
        try:
            self._fold(event)
        except _InvalidError:
            return

    def _fold(self, received: object) -> None:
        event = _typed(received, dict)
        kind = _typed(event.get("output_type"), str)
        if kind in ("status", "execute_result") and _count(event) is not None:
            self._cell.execution_count = _count(event)
        if self.full:
            return
        if kind == "clear_output":
            if event.get("wait") is True:
                self._clear_at_next = True
            else:
                self._clear()
        elif kind == "update_display_data":
            self._update(_output({**event, "output_type": "display_data"}), _display_id(event))
        elif kind != "status":
            output, display_id = _output(event), _display_id(event)
            self._update(output, display_id)
            if self._clear_at_next:
                self._clear()
            self._append(output, display_id)

    def _append(self, output: NotebookNode, display_id: str | None) -> None:
        last = self._cell.outputs[-1] if self._cell.outputs else NotebookNode()
        if output.output_type == "stream" and last.get("name") == output.name:
            if self._afford(_bytes_of_text(output.text)):
                last.text += output.text
        elif self._afford(_bytes_of(output)):
            self._cell.outputs.append(output)
            if display_id:
                self._displays[display_id].append(output)

    def _update(self, output: NotebookNode, display_id: str | None) -> None:
        shown = self._displays.get(display_id, []) if display_id else []
        freed = sum(_bytes_of(old) for old in shown)
        if shown and self._afford(len(shown) * _bytes_of(output) - freed):
            for old in shown:
                old.data, old.metadata = output.data, output.metadata

    def _clear(self) -> None:
        self._bytes -= sum(_bytes_of(output) for output in self._cell.outputs)
        gone = {id(output) for output in self._cell.outputs}
        self._cell.outputs = []
        self._clear_at_next = False
        for display_id, shown in list(self._displays.items()):
            self._displays[display_id] = [old for old in shown if id(old) not in gone]
            if not self._displays[display_id]:
                del self._displays[display_id]

    def _afford(self, n_bytes: int) -> bool:
        """Whether there is room for ``n_bytes`` more; if so they are taken."""
        if self.full:
            return False
        if self._bytes + n_bytes > self._limit:
            self.full = True
            text = f"Output was cut here: this notebook wrote more than {self._limit:,} bytes.\n"
            note = {"output_type": "stream", "name": "stderr", "text": text}
            self._cell.outputs.append(NotebookNode(note))
            return False
        self._bytes += n_bytes
        return True


def _output(event: dict[Any, Any]) -> NotebookNode:
    """The notebook's output that ``event`` describes."""
    kind = event.get("output_type")
    fields: dict[str, object]
    if kind == "stream":
        name = _text(event.get("name"))
        if name not in ("stdout", "stderr"):
            raise _InvalidError
        fields = {"name": name, "text": _text(event.get("text"))}
    elif kind == "error":
        fields = {name: _text(event.get(name)) for name in ("ename", "evalue")}
        fields["traceback"] = [_text(line) for line in _typed(event.get("traceback"), list)]
    elif kind in ("display_data", "execute_result"):
        data = _bundle(_typed(event.get("data"), dict))
        given = event.get("metadata")
        metadata = _node({} if given is None else _typed(given, dict))
        for mime in data:
            if type(metadata.get(mime, {})) is not NotebookNode:  # what pages are made with asks it
                metadata.pop(mime, None)
        fields = {"data": data, "metadata": metadata}
        if kind == "execute_result":
            fields["execution_count"] = _count(event)
    else:
        raise _InvalidError
    return NotebookNode(output_type=kind, **fields)


def _count(event: dict[Any, Any]) -> int | None:
    count = event.get("execution_count")
    return count if type(count) is int and 0 <= count < 2**31 else None


def _display_id(event: dict[Any, Any]) -> str | None:
    transient = event.get("transient")
    display_id = transient.get("display_id") if type(transient) is dict else None
    if type(display_id) is str and len(display_id) <= MAX_DISPLAY_ID:
        return display_id
    return None


def _bundle(data: dict[Any, Any]) -> NotebookNode:
    """A MIME bundle: text under each type, JSON under types of JSON; others are left out."""
    bundle = NotebookNode()
    for mime, value in data.items():
        mime, value = _text(mime), _json(value)
        is_text = type(value) is str or type(value) is list and all(type(v) is str for v in value)
        if is_text or mime == "application/json" or mime.endswith("+json"):
            bundle[mime] = value
    return bundle


def _json(value: object, depth: int = 0) -> object:
    """A copy of ``value``, which is checked to be JSON; what is not finite becomes text."""
    if depth > MAX_DEPTH:
        raise _InvalidError
    if value is None or type(value) is bool:
        return value
    if type(value) is int and value.bit_length() <= MAX_INT_BITS:
        return value
    if type(value) is float:
        return value if math.isfinite(value) else repr(value)
    if type(value) is list:
        return [_json(item, depth + 1) for item in value]
    if type(value) is dict:
        return _node(value, depth)
    return _text(value)


def _node(value: dict[Any, Any], depth: int = 0) -> NotebookNode:
    """A copy of a dict, which is checked to be JSON."""
    return NotebookNode({_text(key): _json(item, depth + 1) for key, item in value.items()})


def _text(value: object) -> str:
    """``value`` as it can be written in UTF-8: a lone surrogate becomes a question mark."""
    return _typed(value, str).encode(errors="replace").decode()


def _typed(value: object, kind: type[T]) -> T:
    if type(value) is not kind:
        raise _InvalidError
    return value


def _bytes_of(output: NotebookNode) -> int:
    """About what ``output`` takes in the notebook's file."""
    return _OUTPUT_BYTES + _bytes_of_value(output)


def _bytes_of_value(value: object) -> int:
    if isinstance(value, str):
        return _LINE_BYTES + _bytes_of_text(value)
    if isinstance(value, dict):
        return sum(_bytes_of_value(key) + _bytes_of_value(item) for key, item in value.items())
    if isinstance(value, list):
        return sum(_LINE_BYTES + _bytes_of_value(item) for item in value)
    return len(str(value))


def _bytes_of_text(text: str) -> int:
    """What ``text`` adds to a text before it: its characters, and what each line costs."""
    characters = len(json.dumps(text, ensure_ascii=False).encode()) - len('""')
    return characters + _LINE_BYTES * sum(text.count(end) for end in _LINE_ENDS)
