"""Every message is text in a file, is told somewhere, and gets the facts that it names."""

import builtins
import re
import shutil
import string
import tomllib
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest

from course.check import messages
from course.check.errors import explain
from course.door import StudentError
from helpers.tellings import PACKAGE, Telling, tellings
from helpers.wording import flaws

FOLDER = Path(messages.__file__).parent
UNKNOWN, FACTS = explain(StudentError("", ("Exception",), ""))
EXPLAINED = {tag for _, _, tag in messages.CAUSES} | {UNKNOWN}
TOLD = tellings() + [Telling(tag, frozenset(FACTS), "errors.explain") for tag in EXPLAINED]
"""Every message that is told, each time that it is."""

NUMBERS = {
    *(
        "all",
        "b",
        "beta",
        "bound",
        "d",
        "epochs",
        "error",
        "factor",
        "h",
        "high",
        "index",
        "low",
        "lr",
    ),
    *("max_epochs", "mean", "n", "n_in", "n_minus_1", "n_out", "number", "offset", "once", "run"),
    *("seconds", "several", "standing", "times", "tol", "total", "twice"),
}
"""Facts that are numbers. Others are words, or numbers in words."""

WORDS = {
    "got": "2 and -2.5",
    "expected": "2 and 3",
    "where": " The line is `w -= lr * w.grad`.",
    "text": "forward() takes 2 positional arguments but 3 were given",
    "start": "w = 0.6, b = -0.7",
    "names": "a, b, c",
    "tag": "missing-x",
    "flaw": "'line' is not among them",
    "what": "the sum of the two errors",
}
"""What typical facts read like; one word is enough for any other."""


def filled_in(tag: str) -> str:
    """A message with typical facts."""
    facts = {}
    for _, name, spec, _ in string.Formatter().parse(messages.CATALOGUE[tag]):
        if name is not None:
            number = 0.0206667 if spec not in ("", "d") else 7
            facts[name] = number if spec or name in NUMBERS else WORDS.get(name, "2.5")
    return messages.text(tag, **facts)


def fields(tag: str) -> set[str]:
    """The facts that a message names."""
    try:
        parts = list(string.Formatter().parse(messages.CATALOGUE[tag]))
    except ValueError as error:
        pytest.fail(f"{tag}: {error}; a brace that is to be seen is doubled")
    return {name for _, name, _, _ in parts if name is not None}


def load(folder: Path, **files: str | bytes) -> ModuleType:
    """Import a package of messages that has these files, by name without .toml, and no others."""
    shutil.copy(FOLDER / "__init__.py", folder)
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / f"{name}.toml").write_bytes(data)
    spec = util.spec_from_file_location("messages_elsewhere", folder / "__init__.py")
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_message_that_is_told_is_in_the_catalogue() -> None:
    told = {(telling.tag, telling.place) for telling in TOLD}
    assert {(tag, place) for tag, place in told if tag not in messages.CATALOGUE} == set()


def test_every_message_in_the_catalogue_is_told() -> None:
    assert messages.CATALOGUE.keys() - {telling.tag for telling in TOLD} == set()


def test_every_fact_that_a_message_names_is_given_wherever_it_is_told() -> None:
    lacking = {
        (telling.tag, fact, telling.place)
        for telling in TOLD
        if telling.tag in messages.CATALOGUE
        for fact in fields(telling.tag) - telling.facts
    }
    assert lacking == set()


def test_every_cause_names_an_exception_and_a_pattern() -> None:
    for kind, pattern, tag in messages.CAUSES:
        assert issubclass(getattr(builtins, kind, object), Exception), f"{tag}: {kind}"
        try:
            re.compile(pattern)
        except re.error as error:
            pytest.fail(f"{tag}: {pattern!r}: {error}")


def test_a_line_break_in_a_message_counts_as_a_space(tmp_path: Path) -> None:
    read = load(tmp_path, shared='right = """\nRight,\n  and done.\n"""')
    assert read.CATALOGUE == {"right": "Right, and done."}


def test_the_causes_keep_the_order_of_their_file(tmp_path: Path) -> None:
    tables = (
        '[b]\nTypeError = "x y"\nValueError = "x"\ntext = "B"\n[a]\nTypeError = "x"\ntext = "A"'
    )
    read = load(tmp_path, errors=tables, shared='c = "C"')
    assert read.CATALOGUE == {"b": "B", "a": "A", "c": "C"}
    assert read.CAUSES == (
        ("TypeError", "x y", "b"),
        ("ValueError", "x", "b"),
        ("TypeError", "x", "a"),
    )


@pytest.mark.parametrize(
    "content",
    [
        'right = "Right',
        'right = "Right"\nright = "Quite right"',
        "right = 1",
        'right = ["Right"]',
        '[right]\nTypeError = "x"',
        '[right]\ntext = "Right"\nTypeError = 1',
        'right = "Größer"'.encode("latin-1"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: str | bytes) -> None:
    with pytest.raises(ValueError, match=r"04-model\.toml"):
        load(tmp_path, **{"04-model": content})


def test_a_tag_in_two_files_is_an_error_that_names_both(tmp_path: Path) -> None:
    files = {"shared": 'right = "Right"', "04-model": 'right = "Right"'}
    with pytest.raises(ValueError, match=r"right .*04-model\.toml.*shared\.toml"):
        load(tmp_path, **files)


def test_an_installed_course_has_its_messages() -> None:
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = project["tool"]["setuptools"]["package-data"]["course.check.messages"]
    installed = {path for pattern in patterns for path in FOLDER.glob(pattern)}
    assert installed == set(FOLDER.glob("*.toml"))


def test_what_names_no_cause_is_in_the_catalogue() -> None:
    assert set(messages.CATALOGUE) > messages.GENERAL


@pytest.mark.parametrize("tag", sorted(messages.CATALOGUE))
def test_a_message_is_short_asks_once_and_writes_numbers_as_people_do(tag: str) -> None:
    message = filled_in(tag)
    assert flaws(message) == [], message
