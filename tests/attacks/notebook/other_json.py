"""The file is JSON and no notebook: it has a reason and no mark."""

from pathlib import Path

REASON = "not a notebook"


def damage(path: Path) -> None:
    path.write_text('[{"cells": []}, null]', encoding="utf-8")
