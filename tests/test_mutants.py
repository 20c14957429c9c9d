"""The checks notice every small change of a reference solution that makes it wrong."""

import tomllib
from pathlib import Path

import pytest

from course.classroom import notebooks
from course.door import situations
from helpers.cases import Notebook
from helpers.mutants import mutants

pytestmark = pytest.mark.slow

EQUIVALENT = tomllib.loads(
    (Path(__file__).parent / "equivalent_mutants.toml").read_text(encoding="utf-8")
)
NOTEBOOKS = {name: Notebook(name) for name in notebooks.assignments()}
EXERCISES = [(name, exercise) for name, book in NOTEBOOKS.items() for exercise in book.tests]


def survives(book: Notebook, exercise: str, code: str) -> bool:
    """Whether the cell runs and its test cells accept it."""
    try:
        book.judge(exercise, code)
    except Exception:
        return False
    return True


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("assignment", "exercise"), EXERCISES)
def test_only_equivalent_mutants_survive(
    assignment: str, exercise: str, record_property, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(situations, "PATIENCE", 2.0)  # many mutants never end
    book = NOTEBOOKS[assignment]
    all_mutants = mutants(book.solutions[exercise])
    survivors = [what for what, code in all_mutants if survives(book, exercise, code)]
    record_property("mutants", len(all_mutants))
    record_property("killed", len(all_mutants) - len(survivors))
    assert all_mutants
    assert set(survivors) == set(EQUIVALENT.get(assignment, {}).get(exercise, {}))


def test_a_mutant_changes_one_thing_inside_the_region() -> None:
    code = 'def f(x, w):\n    """2 + 3"""\n    y = 1\n    ### BEGIN SOLUTION\n    return w * x\n    ### END SOLUTION\n'
    assert sorted(what for what, _ in mutants(code)) == [
        "return w * x → pass",
        "return w * x → return w",
        "return w * x → return w * w",
        "return w * x → return w / x",
        "return w * x → return x",
        "return w * x → return x * x",
    ]
