"""A file of answers, as teachers collect them from their class.

It is written like the tests' bank, with the exercise in place of a verdict:

    # %% 01-by-hand/gradient: dot already sums
    def gradient(x, y_pred, y):
        return np.dot(2 * x, y_pred - y).mean()

Or it is JSON, a list of objects or one a line, each with "exercise", "label" and "code", and with
"assignment" if the exercise's name does not say it.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from course.classroom.cases import HEAD
from course.grading.problem import Problem, one_line

WRITE = "`# %% 01-by-hand/gradient: label`"
KEYS = {"exercise", "label", "code"}


@dataclass(frozen=True)
class Answer:
    """One answer.

    Attributes:
        exercise: its name, after a slash that of its assignment if that was given.
        label: what is special about it.
        code: what stands in the cell.
    """

    exercise: str
    label: str
    code: str


def read(path: Path) -> list[Answer]:
    """All answers in the file ``path``.

    Raises:
        Problem: it holds none, or is written in another way.
        OSError: it cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Problem(f"{path} is not a text in UTF-8; save it as one.") from None
    is_json = text.lstrip().startswith(("[", "{"))
    answers = _from_json(text, path) if is_json else _from_text(text, path)
    if not answers:
        raise Problem(f"{path} holds no answer; each begins with a line like {WRITE}.")
    return answers


def _from_text(text: str, path: Path) -> list[Answer]:
    for line in re.findall(r"^# *%%.*$", text, re.MULTILINE):
        head = HEAD.fullmatch(line)
        if head is None or head[1]:
            raise Problem(f"{path}: the line `{one_line(line)}` should be like {WRITE}.")
    before, *parts = HEAD.split(text)
    if before.strip():
        raise Problem(f"{path}: above its first answer there should be a line like {WRITE}.")
    return [
        Answer(exercise, label, code.strip())
        for _, exercise, label, code in zip(*[iter(parts)] * 4, strict=True)
    ]


def _from_json(text: str, path: Path) -> list[Answer]:
    parts = [text] if text.lstrip().startswith("[") else filter(str.strip, text.split("\n"))
    try:
        values = [json.loads(part) for part in parts]
    except (ValueError, RecursionError) as error:
        why = one_line(str(error))
        raise Problem(f"{path} is neither a list in JSON nor an object a line: {why}.") from None
    if text.lstrip().startswith("["):
        [values] = values
    return [_answer(value, f"{path}, answer {n}") for n, value in enumerate(values, start=1)]


def _answer(value: object, where: str) -> Answer:
    given = value if isinstance(value, dict) else {}
    # Half a character, which JSON can hold, cannot be written to a notebook.
    found = {
        key: text.encode(errors="replace").decode()
        for key, text in given.items()
        if isinstance(text, str)
    }
    if not found.keys() >= KEYS:
        raise Problem(f'{where} should be like {{"exercise": "…", "label": "…", "code": "…"}}.')
    exercise = "/".join(filter(None, [found.get("assignment"), found["exercise"]]))
    return Answer(exercise, found["label"], found["code"])
