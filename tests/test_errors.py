"""What the frameworks raise at learners is explained by its cause; each error here is a real one."""

import textwrap
from pathlib import PureWindowsPath
from unittest import mock

import pytest

from course import door
from course.check import errors, messages
from course.check.errors import explain
from course.door import places
from helpers.cases import run_as_cell

GIVEN = """
import numpy as np
import torch
from torch import nn

X, ROW = torch.ones(4, 1), torch.ones(4)


def leaf():
    return torch.tensor(1.0, requires_grad=True)


def forward(x, w):
    return w * x


"""


def answer(body: str, first: str = "def answer():", name: str = "answer"):
    """A function of a learner's, whose body is this, in a notebook with a few names."""
    space = {"__name__": "__main__"}
    run_as_cell("given", GIVEN, space)
    run_as_cell(
        "answer", f"{first}\n{textwrap.indent(textwrap.dedent(body).strip(), '    ')}\n", space
    )
    return space[name]


def raised(body: str, *args: object, first: str = "def answer():") -> door.StudentError:
    with pytest.raises(door.StudentError) as caught:
        door.call(answer(body, first), *args)
    return caught.value


def told(body: str, exercise: str = "answer", *args: object, first: str = "def answer():") -> str:
    """The tag and the message for what a learner's function raises."""
    tag, facts = explain(raised(body, *args, first=first), exercise)
    return f"[{tag}] {messages.text(tag, **facts)}"


ERRORS = {
    "in-place-on-a-leaf": "w = leaf()\nw -= 0.1",
    "second-backward": "loss = leaf() ** 2\nloss.backward()\nloss.backward()",
    "no-graph": "torch.tensor(1.0).backward()",
    "backward-of-a-vector": "(leaf() * ROW).backward()",
    "numpy-of-a-graph": "np.mean((leaf() * ROW).numpy())",
    "numpy-on-a-tensor": "np.mean(leaf() * ROW)",
    "integer-parameter": "torch.tensor(0, requires_grad=True)",
    "layer-shape": "nn.Linear(1, 1)(ROW)",
    "dtype-mismatch": "nn.Linear(1, 1)(X.double())",
    "two-devices": 'nn.Linear(1, 1).to("meta")(X)',
    "loss-class-called-with-data": "nn.MSELoss(ROW, ROW)",
    "loss-needs-both": "nn.MSELoss()(ROW - ROW)",
    "shape-mismatch": "torch.ones(4) + torch.ones(3)",
    "no-parameters": "torch.optim.SGD([], lr=0.1)",
    "optimizer-of-a-non-leaf": "torch.optim.SGD([leaf() * 2], lr=0.1)",
    "optimizer-needs-a-list": "torch.optim.SGD(leaf(), lr=0.1)",
    "parameters-one-by-one": "torch.optim.SGD(leaf(), leaf(), lr=0.1)",
    "brackets-of-parameters": "torch.optim.SGD(nn.Linear(1, 1).parameters, lr=0.1)",
    "step-takes-nothing": "o = torch.optim.SGD([leaf()], lr=0.1)\no.step(leaf())",
    "requires-grad-of-a-result": "loss = leaf() ** 2\nloss.requires_grad = True",
    "requires-grad-on-a-number": "w = 1.0\nw.requires_grad = True",
    "unknown-function": "torch.averge(ROW)",
    "no-such-method": "leaf().items()",
    "item-of-many": "ROW.item()",
    "caret-for-power": "(leaf() ^ 2).backward()",
    "unknown-name": "y_predicted",
    "not-imported": "F.mse_loss(ROW, ROW)",
    "not-started": "for _ in range(2):\n    total += 1",
    "division-by-zero": "1 / 0",
    "no-whole-number": "int(float('inf'))",
    "module-called": "torch(ROW)",
    "modulo-zero": "n_epochs = 5\n3 % (n_epochs // 10)",
    "sum-of-a-list": "0 + [1, 2]",
    "square-brackets-for-a-call": "[].append[1]",
    "name-taken": "sum = 0\nsum([1])",
    "function-not-called": "ROW.mean / 2",
    "text-for-a-number": "'1' - ROW",
    "one-past-the-end": "x = np.ones(4)\nx[4]",
    "no-grad-without-brackets": "with torch.no_grad:\n    pass",
}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("tag", ERRORS)
def test_an_error_is_explained_by_its_cause(tag: str) -> None:
    assert told(ERRORS[tag]).startswith(f"[{tag}]")


NONE = {
    "append-returns-none": "history = []\nhistory = history.append(1)\nhistory.append(2)",
    "none-from-backward": "loss = leaf() ** 2\nloss = loss.backward()\nreturn loss.item()",
    "none-from-print": "loss = print(1)\nreturn loss + 1",
    "none-from-the-start": "best = None\nreturn 1 - best",
    "grad-of-the-loss": "loss = leaf() ** 2\nloss.backward()\nreturn loss.grad + 1",
    "backward-without-brackets": "w = leaf()\n(w**2).backward\nreturn w.grad + 1",
    "cast-after-requires-grad": (
        "w = torch.tensor(1.0, requires_grad=True).double()\n(w**2).backward()\nreturn w.grad + 1"
    ),
    "grad-of-a-new-tensor": "w = leaf() * 2\n(w**2).backward()\nreturn w.grad.item()",
    "none-used": "def helper():\n    pass\n\ny_pred = helper()\nreturn y_pred - 1",
}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("tag", NONE)
def test_none_is_explained_by_what_gave_it(tag: str) -> None:
    assert told(NONE[tag]).startswith(f"[{tag}]")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "use",
    [
        "w.grad.item()",
        "w.grad.zero_()",
        "float(w.grad)",
        "w - 0.1 * w.grad",
        "abs(w.grad)",
        "update(w, w.grad)",
    ],
)
def test_one_mistake_has_one_explanation_whichever_line_fails(use: str) -> None:
    body = f"w = leaf() * 2\n(w**2).backward()\nreturn {use}"
    first = "def update(w, dw):\n    return w - 0.1 * dw\n\n\ndef answer():"
    assert told(body, first=first).startswith("[grad-of-a-new-tensor]")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("body", "tag"),
    [
        ("loss = leaf() ** 2\nloss.backward()\nreturn loss.grad", "grad-of-the-loss"),
        ("loss = leaf() ** 2\nreturn loss.backward()", "none-from-backward"),
    ],
)
def test_none_that_is_returned_is_explained_by_the_return(body: str, tag: str) -> None:
    explained = errors.explain_none(answer(body), "autograd_gradient")
    assert explained is not None and explained[0] == tag


@pytest.mark.parametrize("body", ["1 + 1", "if 1 > 2:\n    return 3", "return np.array([]).sort()"])
def test_none_whose_return_says_nothing_is_not_explained_by_it(body: str) -> None:
    assert errors.explain_none(answer(body), "forward") is None


def test_a_wrong_call_in_the_body_is_told_from_the_tests_own() -> None:
    inside = told("return forward(1, 2, 3)", "train")
    assert "forward(1, 2, 3)" in inside and "first line (`def …`) back" not in inside
    outside = told("return w * x", "forward", 1, 2, first="def answer(x, w, b):")
    assert outside.startswith("[signature]") and "first line (`def …`) back" in outside


def test_an_unknown_error_is_told_with_its_text_and_its_line() -> None:
    text = told('raise OSError("the disk is full")')
    assert "OSError: the disk is full" in text and 'raise OSError("the disk is full")' in text


def test_what_a_learner_raises_is_not_taken_for_a_mistake_of_that_text() -> None:
    assert told('raise ValueError("not enough values to unpack")').startswith("[error]")


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("total = (1\n         + 1 / 0)", "total = (1 + 1 / 0)"),
        ("for i in range(1 // 0):\n    pass", "for i in range(1 // 0):"),
        ("if 1 / 0: print(1)", "if 1 / 0: print(1)"),
        ("return 1 / 0  # oh", "return 1 / 0  # oh".replace("  ", " ")),
    ],
)
def test_the_whole_statement_is_quoted_in_one_line(body: str, line: str) -> None:
    assert raised(body).line == line


def test_a_line_of_another_function_is_quoted_with_its_name() -> None:
    assert "`return w * x`, in `forward`." in told("return forward([1.0], 2.0)", "train")


def test_a_long_line_and_a_long_text_are_cut() -> None:
    long = " + ".join(["1"] * 200)
    text = told(f'raise OSError({long}, "{"x" * 1000}")')
    assert len(text) < 400


@pytest.mark.parametrize("error", ["ValueError()", "OSError('a\\n\\nb')", "KeyError('{where}')"])
def test_any_text_of_an_error_can_be_told(error: str) -> None:
    assert "\n" not in told(f"raise {error}")


def test_an_object_that_does_not_say_what_it_has_is_no_obstacle() -> None:
    body = "class Odd:\n    def __dir__(self):\n        raise OSError\n\nOdd().x"
    assert raised(body).place.meant == ""


def test_what_may_have_been_meant_is_said() -> None:
    assert "Did you mean `item`?" in told("leaf().items()")


STUB = 'raise NotImplementedError("Still to do: put your code in place of this line.")'


@pytest.mark.parametrize("body", [STUB, f'"""Returns: nothing yet."""\n{STUB}', f"pass\n{STUB}"])
def test_what_was_handed_out_is_still_to_do(body: str) -> None:
    with pytest.raises(NotImplementedError):
        door.call(answer(body))


@pytest.mark.parametrize(
    ("body", "tag"),
    [
        (f"{STUB}\nreturn 1", "raise-left-in-place"),
        (f"x = 1\n{STUB}", "raise-left-in-place"),
        ("class Net(nn.Module):\n    pass\n\nNet()(X)", "module-without-forward"),
        ("x = torch.ones(2, dtype=torch.uint16)\nx + x", "not-implemented-by-torch"),
    ],
)
def test_code_that_is_there_is_not_still_to_do(body: str, tag: str) -> None:
    assert told(body).startswith(f"[{tag}]")


@pytest.mark.parametrize(
    ("filename", "theirs"),
    [
        (r"C:\Users\Ada\AppData\Local\Temp\ipykernel_7\42.py", True),
        (r"C:\Users\Ada\course\mine.py", True),
        (r"c:\python311\lib\site-packages\torch\nn\modules\module.py", False),
        (r"C:\Python311\Lib\copy.py", False),
    ],
)
def test_whose_a_line_is_follows_from_its_folder_on_windows_too(
    filename: str, theirs: bool
) -> None:
    libraries = (PureWindowsPath(r"C:\Python311\Lib"),)
    with mock.patch.multiple(places, Path=PureWindowsPath, LIBRARIES=libraries):
        assert places.is_the_students(filename) is theirs


def test_a_place_is_cut_to_its_lengths_and_nothing_else_is_one() -> None:
    place = door.Place.read(("x" * 10**6,) * len(places.LONGEST))
    assert place is not None
    assert [len(getattr(place, field)) for field in places.LONGEST] == [*places.LONGEST.values()]
    for other in (None, ("",), ("", "", "", "", 1), ["", "", "", "", ""]):
        assert door.Place.read(other) is None


FACTS = {
    "kind": "TypeError",
    "text": "unsupported operand type(s) for *: 'float' and 'NoneType'",
    "where": " The line is `w = w - lr * w.grad`, in `update_`.",
    "part": "lr * w.grad",
    "meant": "",
}


@pytest.mark.parametrize("tag", sorted({cause.tag for cause in messages.CAUSES} | {"error"}))
def test_a_message_for_an_error_is_short_and_asks_one_thing(tag: str) -> None:
    text = messages.text(tag, **FACTS)
    assert len(text.split()) <= 50
    assert text.count("?") <= 1
    assert "{meant}" not in messages.CATALOGUE[tag] or "?" not in text
