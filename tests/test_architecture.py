"""Who may import whom: no arrow points up, and none goes round in a circle."""

import ast
import graphlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.classroom import notebooks
from course.grading import job

PACKAGE = job.PACKAGE
MAY_IMPORT = {
    "data": set(),
    "svg": set(),
    "theory": {"door"},
    "orders": {"theory", "door"},
    "figures": {"theory", "orders", "check.stopped"},
    "door": set(),
    "check": {"door", "data", "theory", "orders", "svg"},
    "grading": {"door"},
    "plugins": {"grading", "check.messages"},
    "classroom": {"plugins", "grading", "check.messages", "figures.style", "svg"},
}
"""By part of the package: the other parts, or their modules, that it may import."""

NOTEBOOKS_MAY_IMPORT = {"data", "figures", "check"}

OLD_NAMES = {"learners", "loop", "classroom.exchange", "classroom.validate"}
"""Modules under names of before, see test_old_names."""

ONLY = {
    "nbgrader": {"plugins", "classroom"},
    "distributed": {"classroom.cluster"},
    "jinja2": {"classroom.report.page", "plugins.browser", "plugins.pages"},
}
"""Libraries that only these may import, so that the others start fast and serve other courses."""


def modules() -> dict[str, Path]:
    """Every module of the package by its name in it; students' answers are not modules."""
    paths = (path for path in PACKAGE.rglob("*.py") if "students" not in path.parts)
    named = {".".join(path.relative_to(PACKAGE).with_suffix("").parts): path for path in paths}
    return {name.removesuffix("__init__").removesuffix("."): path for name, path in named.items()}


def imports(path: Path) -> Iterator[str]:
    """Whatever a module imports, at its top or in a function: dotted names, without "course."."""
    yield from imports_in(path.read_text(encoding="utf-8"))


def imports_in(code: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (alias.name.removeprefix("course.") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.module == "course":
                yield from (alias.name for alias in node.names)
            elif node.module.startswith("course."):
                module = node.module.removeprefix("course.")
                for alias in node.names:
                    deeper = f"{module}.{alias.name}"
                    yield deeper if deeper in MODULES else module
            else:
                yield node.module


MODULES = modules()
OURS = {name: {i for i in imports(path) if i in MODULES} for name, path in MODULES.items()}


def part(module: str) -> str:
    return module.partition(".")[0]


def test_the_modules_and_their_imports_are_found() -> None:
    assert "grading.sandbox.confine" in OURS["grading.sandbox.command"]
    assert {"door", "door.situations"} <= OURS["check.model"]


@pytest.mark.parametrize("module", sorted(MODULES.keys() - OLD_NAMES - {""}))
def test_no_arrow_points_up(module: str) -> None:
    allowed = MAY_IMPORT[part(module)]
    for other in OURS[module] - {""}:
        same = part(other) == part(module)
        assert same or part(other) in allowed or other in allowed, f"{module} imports {other}"


@pytest.mark.parametrize("assignment", notebooks.assignments())
def test_notebooks_import_what_is_made_for_them(assignment: str) -> None:
    text = notebooks.convert(notebooks.SOURCE / f"{assignment}.md")
    code = [cell.source for cell in text.cells if cell.cell_type == "code"]
    found = {part(name) for source in code for name in imports_in(source) if name in MODULES}
    assert {"data", "check"} <= found <= NOTEBOOKS_MAY_IMPORT


def test_no_arrow_goes_round_in_a_circle() -> None:
    list(graphlib.TopologicalSorter(OURS).static_order())  # raises CycleError, which names it


@pytest.mark.parametrize("library", ONLY)
def test_a_library_is_imported_only_where_it_is_at_home(library: str) -> None:
    users = {
        name
        for name, path in MODULES.items()
        if any(imported.partition(".")[0] == library for imported in imports(path))
    }
    strangers = {u for u in users if u not in ONLY[library] and part(u) not in ONLY[library]}
    assert users and not strangers


def test_what_decides_a_mark_imports_only_what_is_graded_again() -> None:
    decides = {Path(name).with_suffix("").as_posix().replace("/", ".") for name in job.DECIDING}

    def is_covered(module: str) -> bool:
        return module == "" or any(f"{module}.".startswith(f"{name}.") for name in decides)

    assert all(name in MODULES for name in decides)
    for module in filter(is_covered, MODULES):
        if module.startswith("check.standing."):  # what the last cell shows decides no mark
            continue
        assert all(map(is_covered, OURS[module])), (module, OURS[module])
