"""Why a test may say something else apart from the student's code than beside it, as far as its text tells."""

import ast

from course.grading.cells import parsed

REASONS: tuple[tuple[set[str], str], ...] = (
    (
        {"patch", "mock", "Mock", "MagicMock", "monkeypatch", "builtins", "setattr"},
        "it exchanges what the student's code looks up in a process of its own",
    ),
    (
        {"getpid", "getppid", "getrefcount", "get_ident", "current_thread", "tracemalloc", "id"},
        "it looks at its process, and the student's code runs in another one",
    ),
    (
        {
            "catch_warnings",
            "simplefilter",
            "errstate",
            "seterr",
            "getLogger",
            "logging",
            "warnings",
        },
        "it asks a library to warn, or hears warnings, in its own process alone",
    ),
    (
        {"tempfile", "TemporaryDirectory", "NamedTemporaryFile", "mkdtemp", "mkstemp"},
        "it uses files that lie elsewhere than beside the notebook",
    ),
    (
        {"environ", "getenv", "putenv", "chdir", "getcwd", "sys"},
        "it looks at the settings of its process, and the student's code runs in another one",
    ),
)
"""By names in a test, what such a test does, the most telling first."""

UNKNOWN = "Why is not known."


def reason(test: str) -> str:
    """A sentence on why the source of a ``test`` may say something else apart than beside."""
    names: set[str] = set()
    for node in ast.walk(parsed(test)):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name):
                names.add(name)
            case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
                names |= {part for alias in aliases for part in alias.name.split(".")}
    found = next((why for telling, why in REASONS if names & telling), "")
    return f"A likely reason: {found}." if found else UNKNOWN
