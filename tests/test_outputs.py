"""Cells run in a fork leave the outputs that a kernel under nbclient leaves.

Run as a program, this file is the process that forks: it warms up, forks, and the fork runs the
cells that it is given.
"""

import base64
import hashlib
import io
import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook
from PIL import Image

from course.grading.outputs import Outputs
from helpers.outputs_cells import CELLS

HERE = Path(__file__)
LIMIT = 20_000_000
DIFFERENCES = {
    "write what is no text": "the traceback shows our write(), not ipykernel's; the error is the same",
    "the streams' class": "the streams are ours: ipykernel's need a thread and a socket",
    "deep recursion": "fewer frames of the kernel leave more to the cell; the error is the same",
    "print_stack": "shows the frames that called the cell, which are ours",
    "%history -l": "the last inputs are looked up in a database, and we keep none",
    "the cell after the task": "a kernel's client drops what a task prints after its cell; we show it",
    "what an Output widget holds": "the front end writes this back to the kernel, and there is none",
    "a lone surrogate": "a kernel loses the text and complains; we show a question mark for it",
}
"""Cells whose outputs are not a kernel's, and why that is as it should be."""

VARYING = {
    r"0x[0-9a-f]{6,}": "ADDRESS",
    r"/tmp/ipykernel_\d+/\d+\.py": "/tmp/ipykernel_PID/CELL.py",
    r"-f \S+\.json( --HistoryManager\S+)?": "-f CONNECTION.json",
    r"\b[0-9a-f]{32}\b": "UUID",
    r"(CPU times|Wall time): .*": "TIME",
    r"\d[\d.]* (ns|us|μs|ms|s)\b": "TIME",
    r"\bThread-\d+": "Thread-N",
    r"<dc:date>.*?</dc:date>": "<dc:date/>",
}
"""Patterns of what is another in each process, and what is compared in its place."""


def in_a_kernel(cells: dict[str, str], folder: Path) -> dict[str, NotebookNode]:
    """``cells`` with the outputs that nbclient stores.

    A kernel that sees pytest in its environment does not read the descriptors 1 and 2.
    """
    notebook = new_notebook(cells=[new_code_cell(source) for source in cells.values()])
    environment = {name: os.environ[name] for name in os.environ if name != "PYTEST_CURRENT_TEST"}
    client = NotebookClient(notebook, allow_errors=True, timeout=60)
    client.execute(cwd=with_script(folder), env=environment)
    return dict(zip(cells, notebook.cells, strict=True))


def in_a_fork(cells: dict[str, str], folder: Path, draw: bool = True) -> dict[str, NotebookNode]:
    """``cells`` with the outputs that `Shell` and `Outputs` store."""
    run = subprocess.run(
        [sys.executable, HERE, "draw" if draw else "leave out"],
        input=json.dumps(list(cells.values())),
        stdout=subprocess.PIPE,
        cwd=with_script(folder),
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        text=True,
        check=True,
    )
    outputs = Outputs(LIMIT)
    executed = {name: new_code_cell(source) for name, source in cells.items()}
    for cell, line in zip(executed.values(), run.stdout.splitlines(), strict=True):
        outputs.begin(cell)
        for event in json.loads(line):
            outputs.add(event)
    return executed


def with_script(folder: Path) -> Path:
    """``folder``, made, with the script that a cell runs."""
    folder.mkdir()
    (folder / "script.py").write_text("print('from a script')\nfrom_script = 7\n")
    return folder


def comparable(cell: NotebookNode) -> list:
    """What ``cell`` holds after its run, without what is another in each process."""
    outputs = json.loads(json.dumps(cell.outputs), object_hook=_without_what_varies)
    return [cell.execution_count, *merged(outputs)]


def merged(outputs: list[dict]) -> list[dict]:
    """``outputs`` where consecutive texts of one stream are one: how often it is flushed varies."""
    result = []
    for output in outputs:
        if (
            result
            and output["output_type"] == result[-1]["output_type"] == "stream"
            and output["name"] == result[-1]["name"]
        ):
            result[-1] = {**output, "text": result[-1]["text"] + output["text"]}
        else:
            result.append(output)
    return result


def _without_what_varies(node: dict) -> dict:
    for key, value in node.items():
        if key == "image/png" and isinstance(value, str):
            node[key] = picture(value)
        elif isinstance(value, str):
            node[key] = _steady(value)
        elif isinstance(value, list):
            node[key] = [_steady(item) if isinstance(item, str) else item for item in value]
    return node


def _steady(text: str) -> str:
    for pattern, replacement in VARYING.items():
        text = re.sub(pattern, replacement, text)
    return text


def picture(png: str) -> str:
    """The size and the pixels, as a digest, of a PNG in base 64."""
    with Image.open(io.BytesIO(base64.b64decode(png))) as image:
        return f"{image.size} {hashlib.sha256(image.tobytes()).hexdigest()}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder, away from what a person has configured for IPython."""
    folder = tmp_path_factory.mktemp("outputs")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IPYTHONDIR", str(folder / "ipython"))
        yield folder


@pytest.fixture(scope="module")
def runs(folder: Path) -> tuple[dict, dict]:
    """The cells as a kernel and as a fork ran them."""
    return in_a_kernel(CELLS, folder / "kernel"), in_a_fork(CELLS, folder / "fork")


@pytest.mark.slow
@pytest.mark.parametrize("name", CELLS)
def test_same_as_in_a_kernel(runs: tuple[dict, dict], name: str) -> None:
    kernel, fork = (comparable(run[name]) for run in runs)
    if name in DIFFERENCES:
        assert fork != kernel, "no difference any more: take it off the list"
    else:
        assert fork == kernel


def test_the_listed_differences_are_of_cells() -> None:
    assert set(DIFFERENCES) <= set(CELLS)


ALONE = {
    "drawn by pyplot": "import matplotlib.pyplot as plt\nplt.plot([1, 2])",
    "of the course": (
        "from course.figures import style\nfigure, _ = style.canvas()\nstyle.show(figure, 'empty')"
    ),
    "in a file": "figure.savefig('figure.png')\nopen('figure.png', 'rb').read() > b''",
    "in an open file": "with open('open.png', 'wb') as file: figure.savefig(file)",
    "that cannot be drawn": "plt.title('$bad{$');",
    "as SVG": "%config InlineBackend.figure_formats = ['svg']\nplt.plot([1, 2]);",
    "a stopped loop": (
        "import asyncio\nasyncio.get_running_loop().stop()\nawait asyncio.sleep(0.01)"
    ),
    "after the stopped loop": "print('goes on')",
    "an exit in a callback": (
        "def leave(): raise SystemExit\n"
        "asyncio.get_running_loop().call_soon(leave)\nawait asyncio.sleep(0.01)"
    ),
    "after the exit in a callback": "print('goes on')",
    "exit": "exit",
    "after exit": "import time\ntime.sleep(0.2)\nawait asyncio.sleep(0.01)\nprint('goes on')",
}
"""Cells that are not compared with a kernel: they run without figures, or end a kernel."""


@pytest.fixture(scope="module")
def alone(folder: Path) -> dict[str, NotebookNode]:
    return in_a_fork(ALONE, folder / "alone", draw=False)


@pytest.mark.slow
def test_a_figure_that_is_not_drawn_shows_a_placeholder(alone: dict) -> None:
    result, shown = alone["drawn by pyplot"].outputs
    assert "Line2D" in result.data["text/plain"]
    with Image.open(io.BytesIO(base64.b64decode(shown.data["image/png"]))) as image:
        assert image.size == (446, 43)
    assert shown.data["image/png"] in alone["of the course"].outputs[0].data["text/html"]


@pytest.mark.slow
def test_figures_in_files_and_in_other_formats_are_drawn(alone: dict, folder: Path) -> None:
    for name in ("figure.png", "open.png"):
        with Image.open(folder / "alone" / name) as image:
            assert image.size == (620, 320)
    assert "<svg" in alone["as SVG"].outputs[0].data["image/svg+xml"]


@pytest.mark.slow
def test_a_figure_that_could_not_be_drawn_is_no_error(alone: dict) -> None:
    kinds = [output.output_type for output in alone["that cannot be drawn"].outputs]
    assert kinds == ["display_data"]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a stopped loop", "an exit in a callback"])
def test_what_breaks_the_kernel_is_an_error(alone: dict, name: str) -> None:
    assert [output.output_type for output in alone[name].outputs] == ["error"]


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in ALONE if name.startswith("after")])
def test_the_next_cell_runs(alone: dict, name: str) -> None:
    assert text("goes on\n") in alone[name].outputs


def text(text: str, name: str = "stdout") -> dict:
    return {"output_type": "stream", "name": name, "text": text}


def shown(value: str, display_id: str | None = None, kind: str = "display_data") -> dict:
    transient = {"display_id": display_id} if display_id else {}
    data = {"data": {"text/plain": value}, "metadata": {}, "transient": transient}
    return {"output_type": kind, **data} | (
        {"execution_count": 1} if kind == "execute_result" else {}
    )


def fold(*events: Any, limit: int = LIMIT) -> tuple[NotebookNode, Outputs]:
    """A cell after ``events``, and what collected them."""
    outputs, cell = Outputs(limit), new_code_cell()
    outputs.begin(cell)
    for event in events:
        outputs.add(event)
    return cell, outputs


@pytest.mark.parametrize("seed", range(200))
def test_folding_is_that_of_nbclient(seed: int) -> None:
    draw = random.Random(seed)
    client = NotebookClient(new_notebook(cells=[new_code_cell() for _ in range(3)]))
    outputs, ours = Outputs(LIMIT), [new_code_cell() for _ in range(3)]
    for index, cell in enumerate(ours):
        outputs.begin(cell)
        client.clear_before_next_output = False
        for number in range(draw.randrange(12)):
            event = draw.choice(
                [
                    text(f"{number}\n", draw.choice(["stdout", "stderr"])),
                    shown(f"{number}"),
                    shown(f"{number}", draw.choice("ab")),
                    shown(f"{number}", draw.choice("ab"), "update_display_data"),
                    shown(f"{number}", draw.choice("ab"), "execute_result"),
                    {"output_type": "clear_output", "wait": draw.random() < 0.5},
                    {
                        "output_type": "error",
                        "ename": "E",
                        "evalue": "",
                        "traceback": [f"{number}"],
                    },
                ]
            )
            outputs.add(event)
            kind, content = event["output_type"], json.loads(json.dumps(event))
            header = {"msg_type": kind}
            message = {"msg_type": kind, "header": header, "parent_header": {}, "content": content}
            client.process_message(message, client.nb.cells[index], index)
    for cell, theirs in zip(ours, client.nb.cells, strict=True):
        assert cell.outputs == merged(theirs.outputs)
        assert cell.execution_count == theirs.execution_count


HOSTILE = [
    None,
    "stream",
    [],
    {},
    {"output_type": ["stream"]},
    {"output_type": "stream"},
    {"output_type": "stream", "name": "stdout", "text": 3},
    {"output_type": "stream", "name": "stdin", "text": "a"},
    {"output_type": "stream", "name": ["stdout"], "text": "a"},
    {"output_type": "error", "ename": "E", "evalue": "e", "traceback": "line"},
    {"output_type": "error", "ename": "E", "evalue": None, "traceback": []},
    {"output_type": "display_data", "data": "text"},
    {"output_type": "display_data", "data": {1: "one"}},
    {"output_type": "display_data", "data": {"application/json": object()}},
    {"output_type": "display_data", "data": {"application/json": 2**5000}},
    {"output_type": "display_data", "data": {}, "metadata": [1]},
    {"output_type": "update_display_data", "data": {}, "transient": "id"},
    {"output_type": "comm_open"},
]


@pytest.mark.parametrize("event", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_not_an_event_leaves_no_trace(event: object) -> None:
    cell, outputs = fold(text("before"), event)
    assert cell.outputs == [text("before")]
    assert not outputs.full


def test_json_that_is_too_deep_leaves_no_trace() -> None:
    deep = []
    for _ in range(100_000):
        deep = [deep]
    assert (
        fold({"output_type": "display_data", "data": {"application/json": deep}})[0].outputs == []
    )


@pytest.mark.parametrize("count", [-1, 2**5000, True, 1.0, "1", None])
@pytest.mark.parametrize("kind", ["status", "execute_result"])
def test_an_execution_count_is_a_small_number(kind: str, count: object) -> None:
    cell, _ = fold({"output_type": kind, "execution_count": count, "data": {}})
    assert cell.execution_count is None
    assert all(output.execution_count is None for output in cell.outputs)


def test_what_is_kept_of_hostile_outputs_can_be_written_and_read(tmp_path: Path) -> None:
    odd = "a\ud800b\0c\udfff"
    cell, _ = fold(
        text(odd),
        {"output_type": "error", "ename": odd, "evalue": odd, "traceback": [odd]},
        {
            "output_type": "display_data",
            "data": {odd: odd, "application/json": {odd: [odd, float("nan")]}, "text/html": 5},
            "metadata": {"application/json": 7, "text/plain": {"width": 1}},
            "transient": {"display_id": "x" * 10_000},
        },
    )
    path = tmp_path / "n.ipynb"
    nbformat.write(new_notebook(cells=[cell]), path)
    stored = nbformat.read(path, as_version=4).cells[0].outputs
    nbformat.validate(nbformat.read(path, as_version=4))
    clean = "a?b\0c?"
    assert stored[0].text == stored[1].ename == clean
    assert stored[2].data == {clean: clean, "application/json": {clean: [clean, "nan"]}}
    assert stored[2].metadata == {"text/plain": {"width": 1}}


def written(cell: NotebookNode) -> int:
    """Bytes of a notebook with this cell."""
    return len(nbformat.writes(new_notebook(cells=[cell])).encode())


MANY = {
    "long text": [text("a" * 1000)] * 1000,
    "short texts": [text("a")] * 100_000,
    "line ends": [text("\n\r\v\u2028" * 100)] * 1000,
    "control characters": [text("\x01" * 100)] * 1000,
    "wide characters": [text("🎉" * 100)] * 1000,
    "alternating streams": [text("a"), text("b", "stderr")] * 5000,
    "displays": [shown("a")] * 10_000,
    "updates": [*[shown("a", "id")] * 100, shown("a" * 10_000, "id", "update_display_data")],
    "empty displays": [{"output_type": "display_data", "data": {}}] * 10_000,
    "lists": [{"output_type": "display_data", "data": {"application/json": [0] * 10_000}}] * 10,
    "dicts": [{"output_type": "display_data", "data": {}, "metadata": {"a": {"b": {}}}}] * 10_000,
    "errors": [{"output_type": "error", "ename": "", "evalue": "", "traceback": [""] * 100}] * 100,
}


@pytest.mark.parametrize("kind", MANY)
def test_outputs_end_at_the_limit(kind: str) -> None:
    cell, outputs = fold(*MANY[kind], text("after"), limit=50_000)
    assert outputs.full
    assert written(cell) < 60_000
    assert cell.outputs[-1].name == "stderr"
    assert (
        cell.outputs[-1].text
        == "Output was cut here: this notebook wrote more than 50,000 bytes.\n"
    )
    last = new_code_cell()
    outputs.begin(last)
    outputs.add(text("more"))
    outputs.add({"output_type": "status", "execution_count": 4})
    assert (last.outputs, last.execution_count) == ([], 4)


@pytest.mark.parametrize("wait", [False, True])
def test_what_was_cleared_does_not_count(wait: bool) -> None:
    clear = {"output_type": "clear_output", "wait": wait}
    steps = [text("a" * 1000), text("b" * 1000), shown("c" * 1000, "id"), clear] * 1000
    _, outputs = fold(*steps, text("last"), limit=10_000)
    assert not outputs.full


def test_what_was_replaced_does_not_count() -> None:
    update = shown("b" * 1000, "id", "update_display_data")
    cell, outputs = fold(shown("a", "id"), *[update] * 1000, limit=10_000)
    assert not outputs.full
    assert cell.outputs[0].data == {"text/plain": "b" * 1000}


def fork_and_run(draw: bool) -> None:
    """Warm up and fork; the fork prints a line for each cell of stdin, its events in JSON."""
    from course.grading.shell import Shell

    report = os.fdopen(os.dup(1), "w")
    shell = Shell()
    import matplotlib.pyplot  # noqa: F401
    import torch

    torch.set_num_threads(1)
    assert len(os.listdir("/proc/self/task")) == 1
    cells = json.load(sys.stdin)
    if pid := os.fork():
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
    sys.path.insert(0, "")
    printed = {name: _pipe_to(descriptor) for descriptor, name in ((1, "stdout"), (2, "stderr"))}
    events = []

    def emit(event: dict) -> None:
        for name, pipe in printed.items():
            if data := pipe.read():
                events.append(text(data.decode(), name))
        events.append(event)

    shell.emit = emit
    for source in cells:
        shell.run(source, draw)
        print(json.dumps(events), file=report, flush=True)
        events.clear()
    os._exit(0)


def _pipe_to(descriptor: int) -> io.FileIO:
    """What is written to ``descriptor`` from now on can be read from the result."""
    source, sink = os.pipe()
    os.dup2(sink, descriptor)
    os.set_blocking(source, False)
    return os.fdopen(source, "rb", buffering=0)


if __name__ == "__main__":
    fork_and_run(draw=sys.argv[1] == "draw")
