"""Modules and settings are handed in that Python would read first: they run in the sandbox only."""

from pathlib import Path

from helpers.submitted import CANARY

MARK = 11


NAMES = (
    "numpy",
    "course",
    "json",
    "nbformat",
    "sitecustomize",
    "usercustomize",
    "IPython",
    "torch",
)


def damage(path: Path) -> None:
    code = f"open({CANARY!r}, 'w')\nraise SystemExit"
    for name in NAMES:
        (path.parent / f"{name}.py").write_text(code, encoding="utf-8")
    for folder in ("check", "encodings", "matplotlib"):
        (path.parent / folder).mkdir()
        (path.parent / folder / "__init__.py").write_text(code, encoding="utf-8")
    (path.parent / "matplotlibrc").write_text("backend: module://numpy", encoding="utf-8")
    (path.parent / "nbgrader_config.py").write_text(code, encoding="utf-8")
    (path.parent / "x.pth").write_text(f"import os; {code}", encoding="utf-8")
