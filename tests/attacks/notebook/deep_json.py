"""JSON is nested deeper than Python reads: it has a reason and no mark."""

from pathlib import Path

REASON = "nested too deep"


def damage(path: Path) -> None:
    nested = "[" * 100_000 + "]" * 100_000
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('"metadata": {', f'"metadata": {{"a": {nested},', 1), encoding="utf-8"
    )
