"""Every test cell is a classifier: it accepts right solutions and names the idea of wrong ones.

Each case is judged with the data that the test cells draw at home. One of each exercise and cause is also
judged by what is visible of the tests alone, and with the right ones by what is hidden alone, with data drawn
from a key as when they are graded. In candidate and examiner many of them are told word for word the same
(`test_apart`).
"""

import functools
import tomllib
from pathlib import Path

import pytest

from course.check import messages
from course.check.verdict import Misconception
from course.classroom import notebooks
from course.door import situations
from helpers.cases import Case, Notebook, bank, key, representatives
from helpers.wording import flaws

WORDS = tomllib.loads((Path(__file__).parent / "bank" / "words.toml").read_text(encoding="utf-8"))
"""For each tag, words that name its idea and stand in its message alone."""

NOT_ALONE = {
    "visible": {  # wrong with distances that no ride has
        ("01-by-hand", "gradient: absolute-distance, right for positive x"),
    },
    "hidden": {  # wrong with the defaults or on exact fares, which the visible test alone has
        ("01-by-hand", "train: later-steps-differ, no update when the slope is small"),
        ("01-by-hand", "train_wb: n-epochs-ignored, stops early"),
        (
            "03-loss-and-optimizer",
            "train_minibatch: history-length, stops when the loss stands still",
        ),
        ("03-loss-and-optimizer", "train_minibatch: history-of-one-epoch, early stop tol"),
        ("03-loss-and-optimizer", "train_sgd: n-epochs-ignored, stops when it is good enough"),
        ("04-model", "epochs_needed: epochs-float32, float32 tensors"),
        ("04-model", "epochs_needed: epochs-float32, the rides in float32, by autograd"),
        ("04-model", "epochs_needed: gives-up-too-soon, a limit of 1000"),
        ("04-model", "train_model: n-epochs-ignored, stops when the loss is small"),
    },
}
"""Wrong solutions that one part of the tests lets through, and the other refuses."""

notebook = functools.cache(Notebook)


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some cases never end; the others ask for less than a second of work."""
    monkeypatch.setattr(situations, "PATIENCE", 5.0)


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
    assert flaws(message) == [], message


def refused(case: Case, part: str) -> bool:
    """Whether this part of the tests refuses a case, under a secret of its own."""
    try:
        notebook(case.assignment).judge(case.exercise, case.code, key=key(case, "here"), part=part)
    except Misconception:
        return True
    return False


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("assignment", notebooks.assignments())
@pytest.mark.parametrize("part", NOT_ALONE)
def test_what_is_visible_and_what_is_hidden_tell_right_from_wrong_each_alone(
    assignment: str, part: str
) -> None:
    cases = [case for case in representatives() if case.assignment == assignment]
    if part == "visible":  # which the right ones pass at home, where their verdict is the same
        cases = [case for case in cases if case.tag is not None]
    mistaken = {str(case) for case in cases if refused(case, part) != (case.tag is not None)}
    assert cases
    known = {what for name, what in NOT_ALONE[part] if name == assignment}
    assert mistaken == known & set(map(str, cases))


def test_each_message_has_words_of_its_own() -> None:
    assert WORDS.keys() == {case.tag for case in bank()} - {None}
    for tag, words in WORDS.items():
        assert [other for other, text in messages.CATALOGUE.items() if words in text] == [tag]
