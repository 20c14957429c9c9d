"""Handing in what a program of `attacks/` makes of a submission."""

import importlib.util
import json
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from course.classroom.demo import roster

NAME = "01-by-hand"
ATTACKER = roster.read(roster.STUDENTS / "boris.py")
EARNED = 11
"""Points of the attacker's own solutions."""


def load(path: Path) -> ModuleType:
    """The module of one attack."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def hand_in(attack: Path, folder: Path) -> None:
    """Hand in the attacker's solutions, damaged, under the name of the attack."""
    roster.hand_in(replace(ATTACKER, name=attack.stem), NAME, folder)
    notebook = folder / "submitted" / attack.stem / NAME / f"{NAME}.ipynb"
    module = load(attack)
    if hasattr(module, "damage"):
        module.damage(notebook)
    else:
        content = json.loads(notebook.read_text(encoding="utf-8"))
        module.edit(content)
        notebook.write_text(json.dumps(content), encoding="utf-8")
