"""Every test cell is a classifier: it accepts right solutions and names the idea of wrong ones.

Each case is judged four times. In one process: with the data that the test cells draw at home, here,
and with other data, drawn from a key as when it is graded, here once more and in `test_apart`. And
once in candidate and examiner, which must say word for word what one process says (`test_apart`).
"""

import functools
import tomllib
from pathlib import Path

import pytest

from course.check import messages
from course.check.verdict import Misconception
from course.classroom import notebooks
from helpers.cases import Case, Notebook, bank, key

WORDS = tomllib.loads((Path(__file__).parent / "bank" / "words.toml").read_text(encoding="utf-8"))
"""For each tag, words that name its idea and stand in its message alone."""

notebook = functools.cache(Notebook)


@pytest.mark.filterwarnings("ignore")  # some cases use what torch will drop
@pytest.mark.parametrize("case", bank(), ids=lambda case: f"{case.assignment}, {case}")
def test_a_case_gets_its_verdict(case: Case, record_property) -> None:
    record_property("tag", case.tag or "right")
    judge = functools.partial(notebook(case.assignment).judge, case.exercise, case.code)
    if case.tag is None:
        judge()
        return
    with pytest.raises(Misconception) as verdict:
        judge()
    message = str(verdict.value)
    assert verdict.value.tag == case.tag, message
    assert case.tag in WORDS, f"tests/bank/words.toml has no words for {case.tag}: {message}"
    assert WORDS[case.tag] in message, message


def tag_of(case: Case) -> str | None:
    """The misconception a case is told under a secret."""
    try:
        notebook(case.assignment).judge(case.exercise, case.code, key=key(case, "here"))
    except Misconception as wrong:
        return wrong.tag
    return None


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("assignment", notebooks.assignments())
def test_the_verdicts_do_not_depend_on_the_secret(assignment: str) -> None:
    told = {case: tag_of(case) for case in bank() if case.assignment == assignment}
    assert told
    assert {case: tag for case, tag in told.items() if tag != case.tag} == {}


def test_each_message_has_words_of_its_own() -> None:
    assert WORDS.keys() == {case.tag for case in bank()} - {None}
    for tag, words in WORDS.items():
        assert [other for other, text in messages.CATALOGUE.items() if words in text] == [tag]
