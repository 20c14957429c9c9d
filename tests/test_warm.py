"""The warm process: what its forks must not share with it, and what it must not start."""

import os
import subprocess
import sys
from collections.abc import Iterator

import nbformat
import pytest

from course.grading import warm, workers
from course.grading.execute import WarmProcess
from course.grading.job import Job
from course.grading.workers import Settings
from helpers.boxed import SANDBOXED

pytestmark = pytest.mark.slow

WARM = """
import os
from pathlib import Path
from course.grading import warm

shell = warm.begin("candidate")
warm.warm_up(shell, {imports!r}, accelerator=False)
"""


def in_a_warm_process(code: str, imports: str = "import matplotlib.pyplot as plt") -> str:
    """What ``code`` prints in a process that has warmed up."""
    argv = [sys.executable, "-c", WARM.format(imports=imports) + code]
    env = os.environ | warm.ENVIRONMENT
    done = subprocess.run(argv, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_holds_no_file_open_whose_place_forks_would_share() -> None:
    code = """
for descriptor in range(3, 256):
    place = Path(f"/proc/self/fd/{descriptor}")
    if place.exists() and place.resolve().is_file():
        print(place.resolve())
"""
    assert in_a_warm_process(code) == ""


@pytest.mark.parametrize("accelerator", [False, True])
def test_cards_are_hidden_unless_the_course_asks_for_one(
    accelerator: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before torch is imported, which looks once."""
    monkeypatch.setattr(os, "environ", {"CUDA_VISIBLE_DEVICES": "0"})
    found = []
    monkeypatch.setattr(warm, "begin", lambda *_: warm)
    monkeypatch.setattr(warm, "warm_up", lambda *_: found.append(dict(os.environ)))
    monkeypatch.setattr(warm, "serve", lambda *_: None)
    monkeypatch.setattr(warm, "examiner", lambda *_: None)
    monkeypatch.setattr(warm.socket, "socket", lambda **_: None)
    told = {"imports": "", "accelerator": accelerator}
    monkeypatch.setattr(warm, "receive", lambda *_: (told, []))
    monkeypatch.setattr(sys, "argv", ["warm", "0", "examiner"])
    warm.main()
    assert found[0]["CUDA_VISIBLE_DEVICES"] == ("0" if accelerator else "")


@pytest.fixture
def begun() -> Iterator[list[WarmProcess]]:
    """The processes that start before it is known what a course imports."""
    workers.close()
    workers.begin(Settings(sandboxed=False))
    yield list(workers._BEGUN)
    workers.close()


def test_what_has_begun_early_serves_the_course(begun: list[WarmProcess]) -> None:
    workers.start(Settings(("import this_is_not_there", ""), sandboxed=False))
    [executor] = workers._EXECUTORS.values()
    assert {executor.candidates, executor.examiners} == set(begun)
    assert workers._BEGUN == []


def test_a_course_with_other_settings_has_processes_of_its_own(begun: list[WarmProcess]) -> None:
    workers.start(Settings(sandboxed=False, hidden=("/nowhere",)))
    [executor] = workers._EXECUTORS.values()
    assert executor.candidates not in begun


def test_nothing_that_has_begun_is_left_behind(begun: list[WarmProcess]) -> None:
    running = [each.process for each in begun]
    assert len(running) == 2 and all(process.poll() is None for process in running)
    workers.close()
    assert all(process.returncode is not None for process in running)


@pytest.mark.parametrize("given", ["import math", "import numpy as np"])
def test_nothing_large_is_imported_that_the_course_does_not_import(given: str) -> None:
    code = """
import sys
warm.begin("examiner")
print(sorted({"torch", "matplotlib", "pandas"} & sys.modules.keys()))
"""
    assert in_a_warm_process(code, given) == "[]\n"


def test_the_door_does_without_torch() -> None:
    code = "import sys, course.door, course.door.watch; print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "False\n", done.stderr


@pytest.mark.parametrize("imports", ["import torch", "from course.check import by_hand"])
def test_who_has_torch_or_our_checks_finds_what_is_served(imports: str) -> None:
    code = """
import sys
print({"course.door.probes", "course.door.situations"} <= sys.modules.keys())
"""
    assert in_a_warm_process(code, imports) == "True\n"


def test_a_student_may_use_torch_where_the_course_does_not() -> None:
    code = "import torch\ndef total(x):\n    return torch.tensor(x).sum().item()"
    test = nbformat.v4.new_code_cell("assert total([1, 2]) == 3 and total([5]) == 5")
    test.metadata["nbgrader"] = {"grade": True, "locked": True, "points": 1, "grade_id": "test"}
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code), test])
    done = workers.execute(Settings(sandboxed=SANDBOXED), Job(nbformat.writes(notebook)))
    workers.close()
    executed = nbformat.reads(done.notebook, as_version=4)
    assert [output for cell in executed.cells for output in cell.outputs] == []
    assert "downhill" not in executed.metadata  # nothing that a person has to look at
