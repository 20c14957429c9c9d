"""The warm process: what its forks must not share with it, and what it must not start."""

import os
import subprocess
import sys

import pytest

from course.grading import warm

pytestmark = pytest.mark.slow

WARM = """
import os
from pathlib import Path
from course.grading import warm

shell = warm.begin("candidate")
warm.warm_up(shell, "import matplotlib.pyplot as plt", accelerator=False)
"""


def in_a_warm_process(code: str, **environment: str) -> str:
    """What ``code`` prints in a process that has warmed up."""
    argv = [sys.executable, "-c", WARM + code]
    env = os.environ | warm.ENVIRONMENT | environment
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
