"""What of the course a student's code can reach while it is graded: what lies beside it, and no answer."""

import ast
import atexit
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import nbformat
import pytest

from course.classroom import notebooks
from course.grading import beside, workers
from course.grading.job import PACKAGE, Job
from course.grading.workers import Settings
from helpers.boxed import SANDBOXED
from helpers.boxed import needed as boxed
from helpers.cases import Notebook

pytestmark = pytest.mark.slow
atexit.register(workers.close)

IMPORTS = "\n".join(Notebook(name).imports for name in notebooks.assignments())
OLD_IMPORTS = "from course import data, learners, loop, orders, theory"


def is_beside(path: Path) -> bool:
    """Whether a file of the package lies beside a student's code."""
    return path.relative_to(PACKAGE).parts[0] in (*beside.BESIDE, "__init__.py")


HIDDEN = [path for path in PACKAGE.rglob("*.py") if not is_beside(path)]


def strings(path: Path) -> Iterator[str]:
    """What is written in a file that could not stand elsewhere by chance."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) > 40:
            yield node.value


WORDS = {sha256(text.encode()).hexdigest() for path in HIDDEN for text in strings(path)}

TOOLS = """
import gc, json, os, sys, types
from hashlib import sha256
"""

MODULES = """
print(json.dumps([[name, module.__file__] for name, module in sys.modules.items()
                  if name.partition(".")[0] == "course" and getattr(module, "__file__", None)]))
"""

CODE = """
functions = (o for o in gc.get_objects() if type(o) is types.FunctionType)
files = {function.__code__.co_filename for function in functions}
print(json.dumps(sorted(file for file in files if file.startswith(PACKAGE))))
"""

MEMORY = """
def strings(o):
    if type(o) is types.FunctionType:
        return strings(o.__code__)
    if type(o) is types.CodeType:
        return [s for c in o.co_consts for s in ([c] if type(c) is str else strings(c))]
    if type(o) is dict:
        return [s for s in (*o, *o.values()) if type(s) is str]
    return [s for s in o if type(s) is str] if type(o) in (list, tuple, set, frozenset) else []

gc.unfreeze()
found = {s for o in gc.get_objects() for s in strings(o) if len(s) > 40}
digests = {sha256(s.encode(errors="replace")).hexdigest() for s in found}
print(json.dumps([len(found), sorted(digests & WORDS)]))
"""

DISK = """
found = []
for folder, folders, files in os.walk("/"):
    folders[:] = [name for name in folders if folder != "/" or name not in ("proc", "sys")]
    found += [os.path.join(folder, name) for name in files]
print(json.dumps([path for path in found if path.startswith(PACKAGE) or NAMES & set(path.split("/"))
                  or path.endswith((".ipynb", ".toml", ".db")) and "course" in path]))
"""


def told(code: str, imports: str = IMPORTS) -> object:
    """What a student's cell prints, as JSON, in a process that has imported what notebooks import."""
    hidden = {path.name for path in HIDDEN} - {
        path.name for path in Path(ast.__file__).parent.glob("*")
    }
    names = hidden & {"theory.py", "orders.py", "wrong_descents.py", "wrong_formulas.py"}
    given = f"PACKAGE = {str(PACKAGE)!r}\nNAMES = {names!r}\nWORDS = {WORDS!r}"
    cells = [nbformat.v4.new_code_cell(source) for source in (TOOLS, given, code)]
    job = Job(nbformat.writes(nbformat.v4.new_notebook(cells=cells)))
    settings = Settings((imports, IMPORTS), SANDBOXED, hidden=(str(PACKAGE.parent),))
    executed = nbformat.reads(workers.execute(settings, job).notebook, as_version=4)
    outputs = executed.cells[-1].outputs
    printed = "".join(output.text for output in outputs if output.get("name") == "stdout")
    return json.loads(printed or pytest.fail(str(outputs)))


@pytest.mark.parametrize("imports", [IMPORTS, OLD_IMPORTS], ids=["notebooks", "old notebooks"])
def test_no_other_module_is_imported(imports: str) -> None:
    found = dict(told(MODULES, imports))
    assert {"course", "course.data", "course.door.calls"} <= found.keys()
    assert [name for name, file in found.items() if not is_beside(Path(file))] == []


def test_no_other_code_is_in_memory() -> None:
    found = told(CODE)
    assert str(PACKAGE / "grading" / "candidate.py") in found  # which runs it
    assert [file for file in found if not is_beside(Path(file))] == []


def test_no_word_of_the_others_is_in_memory() -> None:
    assert len(WORDS) > 400
    n_strings, words = told(MEMORY)
    assert n_strings > 10_000
    assert words == []
    word = next(strings(PACKAGE / "theory.py"))
    assert told(f"there = [{word!r}]\n{MEMORY}")[1] == [sha256(word.encode()).hexdigest()]


@boxed
def test_no_other_file_is_on_the_disk() -> None:
    found = [Path(path) for path in told(DISK)]
    assert PACKAGE / "data.py" in found
    outside = [path for path in found if not path.is_relative_to(PACKAGE)]
    assert [path for path in outside if "site-packages" not in path.parts] == []
    assert [path for path in outside if "downhill" in str(path).lower()] == []
    inside = [path for path in found if path.is_relative_to(PACKAGE)]
    assert [path for path in inside if not is_beside(path)] == []


class TestInPlaceOfTheOthers:
    """What a learner's own cells find: they run on where they can."""

    def test_a_check_says_nothing(self) -> None:
        code = "from course.check import model\nfrom course.check.progress import progress\n"
        assert (
            told(f"{code}print(json.dumps([model.best_rate(1), progress(model, {{}})]))")
            == [None] * 2
        )

    def test_our_solution_is_not_shown(self) -> None:
        code = (
            "from course.check import by_hand\nby_hand.solution('forward')\nprint(json.dumps('.'))"
        )
        assert told(f"forward = lambda x, w: w * x\n{code}") == "."

    @pytest.mark.parametrize(
        "code",
        [
            "from course.figures import model as figures\nfigures.luck([1.0], ben=2)",
            "from course.figures.linked import linked_figure\nlinked_figure([1.0], [2.0])",
        ],
    )
    def test_a_figure_is_a_line_that_says_so(self, code: str) -> None:
        cells = [nbformat.v4.new_code_cell(code)]
        job = Job(nbformat.writes(nbformat.v4.new_notebook(cells=cells)))
        executed = workers.execute(Settings((IMPORTS, IMPORTS), SANDBOXED), job).notebook
        [output] = nbformat.reads(executed, as_version=4).cells[0].outputs
        assert output.data["text/html"] == f"<p>{beside.NOT_DRAWN}</p>"

    @pytest.mark.parametrize(
        "borrowed",
        [
            "from course import theory; theory.hessian([1.0], True)",
            "from course.theory import trajectory as t; t([1.0], [2.0], [0.0], 0.1, 3)",
            "import course.theory; course.theory.design([1.0], False)",
            "from course import orders; orders.kind('CABDE', [1.0], [2.0])",
            "from course.loop import run; run('CABDE', [1.0], [2.0])",
            "import importlib; importlib.import_module('course.theory').minimum([1.0], [2.0], False)",
            "from course.classroom.notebooks import convert; convert('a')",
        ],
    )
    def test_what_hands_an_answer_over_says_that_it_is_not_there(self, borrowed: str) -> None:
        tried = f"try:\n    {borrowed}\nexcept RuntimeError as e:\n    print(json.dumps(str(e)))"
        assert told(tried).endswith(" is not there while your work is checked")

    def test_an_answer_does_not_lie_in_a_name(self) -> None:
        code = "from course.check import by_hand, autograd\n"
        kinds = "[type(by_hand.FIRST_WRONG_LINE).__name__, type(autograd.CAUSE).__name__]"
        assert told(f"{code}print(json.dumps({kinds}))") == ["function"] * 2

    def test_a_check_tells_the_student_which_line_borrowed(self) -> None:
        line = "return theory.hessian(x, bias=True)"
        answer = f"from course import theory\ndef best_rate(x):\n    {line}"
        test = "from course.check import model as check\ncheck.best_rate(best_rate)"
        cells = [nbformat.v4.new_code_cell(code) for code in (answer, test)]
        cells[1].metadata["nbgrader"] = {"grade_id": "t", "grade": True, "points": 1}
        job = Job(nbformat.writes(nbformat.v4.new_notebook(cells=cells)), asked=("best_rate",))
        executed = workers.execute(Settings((IMPORTS, IMPORTS), SANDBOXED), job).notebook
        [output] = nbformat.reads(executed, as_version=4).cells[1].outputs
        assert output.evalue.startswith(
            "course.theory is not there while your work is checked. "
            f"The line is `{line}`. It hands over what you are asked to find."
        )

    def test_files_of_the_others_do_not_open(self) -> None:
        if not SANDBOXED:
            pytest.skip("without a sandbox the code has the instructor's rights")
        paths = [str(path) for path in (*HIDDEN, *PACKAGE.glob("__pycache__/*.pyc"))]
        looked = "[path for path in PATHS if os.path.lexists(path)]"
        assert told(f"PATHS = {paths!r}\nprint(json.dumps({looked}))") == []
