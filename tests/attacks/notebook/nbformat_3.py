"""The notebook is in the format of ten years ago: it keeps its mark."""

from pathlib import Path

import nbformat

MARK = 11


def damage(path: Path) -> None:
    nbformat.write(nbformat.read(path, as_version=3), path)
