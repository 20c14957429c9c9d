"""Every test cell is a classifier: it accepts right solutions and names the idea of wrong ones."""

import functools

import pytest
from cases import Case, Notebook, bank

from course.check.verdict import Misconception

notebook = functools.cache(Notebook)


@pytest.mark.parametrize("case", bank(), ids=str)
def test_a_case_gets_its_verdict(case: Case) -> None:
    judge = functools.partial(notebook(case.assignment).judge, case.exercise, case.code)
    if case.tag is None:
        judge()
        return
    with pytest.raises(Misconception) as verdict:
        judge()
    assert verdict.value.tag == case.tag, str(verdict.value)
