"""Thirty megabytes of JSON end too early: it has a reason and no mark."""

from pathlib import Path

REASON = "not valid JSON"


def damage(path: Path) -> None:
    path.write_text('{"cells": [' + '"x",' * 4_000_000, encoding="utf-8")
