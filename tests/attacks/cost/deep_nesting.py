"""Metadata is nested fifteen million times: it has a reason and no mark."""

from pathlib import Path

from helpers.submitted import insert

REASON = "nested too deep"


def damage(path: Path) -> None:
    insert(path, '"x": ' + '{"a":' * 1_000_000 + "0" + "}" * 1_000_000)
