"""`course verify`: which tests give other points than stock nbgrader, why, and what helps."""

import json
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from course.classroom import mutants, notebooks
from course.classroom.course import Course
from course.classroom.verify import (
    differences,
    likely,
    marking,
    page,
    runs,
    sources,
    table,
    unsteady,
)
from course.classroom.verify.differences import Difference, Graded, Unsteady, Verified
from course.classroom.verify.runs import Result, Run, Way
from course.classroom.verify.sources import Code, Source
from course.grading.cells import BESIDE
from course.grading.job import NOT_GRADED, Job
from course.grading.problem import Problem
from helpers import boxed, foreign, small_courses, tiny
from test_crashes import end, shown

CONFIDED = [] if boxed.SANDBOXED else ["--no-sandbox"]


def course_verify(folder: Path, *arguments: object) -> subprocess.CompletedProcess:
    code = "from course.classroom.command import main; main()"
    command = [sys.executable, "-c", code, "verify", *CONFIDED, *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


@pytest.mark.slow
class TestACourseOfSomebodyElses:
    @pytest.fixture(scope="class")
    @classmethod
    def folder(cls, tmp_path_factory: pytest.TempPathFactory) -> Path:
        return foreign.make(tmp_path_factory.mktemp("foreign") / "course", **foreign.COURSE)

    @pytest.fixture(scope="class")
    @classmethod
    def done(cls, folder: Path) -> subprocess.CompletedProcess:
        return course_verify(folder, "--html", "verify.html")

    def test_says_which_cells_differ_and_why(self, done: subprocess.CompletedProcess) -> None:
        assert done.returncode == 1, done.stderr
        assert done.stdout.startswith(
            "Of 4 test cells 1 is graded otherwise than by stock nbgrader and 1 is graded otherwise "
            "from run to run.\nOf the 7 points of the source's solutions 3 would wait for a person.\n"
        )
        assert re.search(
            r"^process/test-number +3 +not graded +3 +--mark +the source's solutions\n"
            r"    It passes beside, and apart it stops with AssertionError",
            done.stdout,
            re.MULTILINE,
        )

    def test_names_what_differs_from_run_to_run(self, done: subprocess.CompletedProcess) -> None:
        assert re.search(r"^  dice/test-half: 0\.\d+ and then 0\.\d+ points in ", done.stdout, re.M)
        cause = "random.random draws something else in each run; call random.seed(0) above it."
        assert f"\n  dice/test-half: {cause}\n" in done.stdout

    def test_lists_the_mutants_that_no_test_notices(
        self, done: subprocess.CompletedProcess
    ) -> None:
        assert "\n  ticket/price, line 3: if age < 6: → if age <= 6:\n" in done.stdout
        assert "ticket/price, line 4" not in done.stdout
        assert "dice/half" not in done.stdout.partition("No test notices")[2]

    def test_changes_nothing_unless_asked_to(
        self, folder: Path, done: subprocess.CompletedProcess
    ) -> None:
        there = {path.name for path in folder.iterdir()}
        assert there == {"nbgrader_config.py", "source", "verify.html"}
        for name, notebook in foreign.COURSE.items():
            text = (folder / "source" / name / f"{name}.ipynb").read_text(encoding="utf-8")
            assert text == nbformat.writes(notebook) + "\n"

    def test_writes_a_page(self, folder: Path, done: subprocess.CompletedProcess) -> None:
        text = (folder / "verify.html").read_text(encoding="utf-8")
        assert "<code>process/test-number</code>" in text
        assert "<code>if age &lt; 6: → if age &lt;= 6:</code>" in text
        assert "<script" not in text

    def test_a_marked_cell_is_graded_beside_the_students_code(
        self, folder: Path, done: subprocess.CompletedProcess, tmp_path: Path
    ) -> None:
        copy = shutil.copytree(folder, tmp_path / "course")
        path = copy / "source" / "process" / "process.ipynb"
        before = path.read_text(encoding="utf-8")
        marked = course_verify(copy, "process", "--mark")
        assert marked.returncode == 0, marked.stdout
        assert "1 is marked in source/ now." in marked.stdout
        assert "would wait for a person" not in marked.stdout
        assert "process/test-number" in marked.stdout
        after = path.read_text(encoding="utf-8")
        assert after.replace(',\n    "tags": [\n     "beside"\n    ]', "") == before != after
        again = course_verify(copy, "process")
        assert again.returncode == 0, again.stdout
        assert again.stdout.startswith(f"{table.NO_DIFFERENCE} 1 is run beside the student's code")

    def test_the_page_of_the_documentation_shows_what_is_printed(
        self, done: subprocess.CompletedProcess
    ) -> None:
        page = (notebooks.SOURCE.parent / "docs" / "verify.md").read_text(encoding="utf-8")
        [shown] = re.findall(r"^```text\n(.+?)^```", page, re.MULTILINE | re.DOTALL)
        assert _without_measured(shown) == _without_measured(done.stdout)


def _without_measured(said: str) -> list[str]:
    """Lines without seconds, memory and what was drawn, and without the widths of their columns."""
    lines = [re.sub(r" +[\d.]+(?= |$)", "", line) for line in said.splitlines()]
    return [re.sub(" +", " ", line) for line in lines]


@pytest.mark.slow
def test_several_notebooks_of_an_assignment_are_all_verified(tmp_path: Path) -> None:
    course = small_courses.make(tmp_path / "course")
    done = course_verify(course.folder, "twin")
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith(f"{table.NO_DIFFERENCE}\n")
    assert re.findall(r"^twin\S*", done.stdout, re.MULTILINE) == ["twin", "twin/two"]


@pytest.mark.slow
def test_ctrl_c_ends_all_that_was_started(tmp_path: Path) -> None:
    endless = tiny.cell("code", "x", "while True:\n    pass", solution=True)
    test = tiny.cell("code", "test-x", "assert x", points=1.0, **tiny.TEST)
    folder = foreign.make(tmp_path / "course", endless=tiny.notebook(endless, test))
    with (folder / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write("c.Execute.timeout = 1\n")  # of the first run; those after it have a minute
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from course.classroom.command import main; main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, "verify", *CONFIDED, "--mark", "-j", "1"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        shown(process, b"1/")
        end(process, signal.SIGINT)
        assert process.returncode == 1
        assert process.stderr.read().endswith(b"course verify: stopped. Nothing was changed.\n")
        assert process.stdout.read() == b""


class TestWhatIsGraded:
    @pytest.fixture(scope="class")
    @classmethod
    def source(cls, tmp_path_factory: pytest.TempPathFactory) -> Source:
        folder = tiny.make(tmp_path_factory.mktemp("tiny") / "course").folder
        [source] = sources.read(Course(folder), [])
        return source

    def test_the_solutions_and_the_blank_release_have_all_tests(self, source: Source) -> None:
        for code in (source.solved, source.blank):
            tests = {c.metadata.nbgrader.grade_id: c.source for c in code.notebook.cells}
            for name, hidden in tiny.HIDDEN.items():
                assert hidden in tests[name]
        assert list(source.tests) == ["test-double", "test-mean"]

    def test_the_release_is_that_of_the_courses_settings(self, source: Source) -> None:
        solved, blank = (c.notebook.cells[0].source for c in (source.solved, source.blank))
        assert tiny.SOLUTIONS["double"] in solved
        assert "Still to do" in blank and tiny.SOLUTIONS["double"] not in blank

    def test_a_mutant_stands_in_its_cell_alone(self, source: Source) -> None:
        assert {code.cell for code in source.mutants} == {"double", "mean"}
        for code in source.mutants:
            changed = [
                cell.metadata.nbgrader.grade_id
                for cell, right in zip(
                    code.notebook.cells, source.solved.notebook.cells, strict=True
                )
                if cell.source != right.source
            ]
            assert changed == [code.cell]


class TestAMutant:
    CODE = (
        "def f(a, b):\n"
        '    """2 + 3"""\n'
        "    total = 0\n"
        "    for i in range(a):\n"
        "        if i > b:\n"
        "            total += i\n"
        "    return total\n"
    )
    EVERY = (
        (3, "total = 0 → pass"),
        (3, "total = 0 → total = 1"),
        (3, "total = 0 → total = -1"),
        (4, "for i in range(a): … → pass"),
        (4, "for i in range(a): → for i in range(a + 1):"),
        (4, "for i in range(a): → for i in range(a - 1):"),
        (5, "if i > b: … → pass"),
        (5, "if i > b: → if not i > b:"),
        (5, "if i > b: → if i >= b:"),
        (6, "total += i → pass"),
        (6, "total += i → total -= i"),
        (7, "return total → return None"),
        (7, "return total → return 0"),
        (7, "return total → return a"),
    )

    def test_is_one_small_change(self) -> None:
        found = mutants.mutants(self.CODE, range(1, 8), 99)
        assert [(mutant.line, mutant.what) for mutant in found] == [*self.EVERY]

    def test_is_on_a_line_that_may_be_changed(self) -> None:
        found = mutants.mutants(self.CODE, {5, 6}, 99)
        assert {mutant.line for mutant in found} == {5, 6}

    def test_is_one_of_a_few_that_are_spread_over_the_cell(self) -> None:
        found = mutants.mutants(self.CODE, range(1, 8), 5)
        assert found == mutants.mutants(self.CODE, range(1, 8), 5)
        assert [mutant.line for mutant in found] == [3, 3, 4, 5, 7]

    def test_is_on_a_line_of_the_cell_as_it_is_written(self) -> None:
        found = mutants.mutants("\n\n%time y = 1\nx = y + z\n!ls", range(1, 6), 99)
        assert {mutant.line for mutant in found} == {4}

    @pytest.mark.parametrize("code", ["", "def f(", "%%bash\nls", '"""Only a text."""', "pass"])
    def test_is_of_python_alone(self, code: str) -> None:
        assert mutants.mutants(code, range(99), 99) == []

    @pytest.mark.parametrize(
        ("code", "what"),
        [
            ("x = f(1 < y, y)", "x = f(1 < y, y) → x = f(y, 1 < y)"),
            ("x = True", "x = True → x = False"),
            ("x = a and not b", "x = a and (not b) → x = a and b"),
            ("x = a if b else c", "x = a if b else c → x = a if not b else c"),
            ("x = y in z", "x = y in z → x = y not in z"),
            ("for i in range(2, n): pass", "range(2, n): → for i in range(2, n + 1):"),
        ],
    )
    def test_of_each_kind(self, code: str, what: str) -> None:
        found = [mutant.what for mutant in mutants.mutants(code, {1}, 99)]
        assert any(what in each for each in found)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import random\nrandom.random()", "random.random draws something else in each run; call"),
        ("import numpy as np\nnp.random.rand(3)", "numpy.random.rand draws"),
        (
            "from numpy.random import default_rng as d\nd()",
            "numpy.random.default_rng() has no seed",
        ),
        ("import torch\ntorch.randn(3)", "call torch.manual_seed(0) above it"),
        ("import uuid\nuuid.uuid4()", "uuid.uuid4 gives something else"),
        ("from time import time\ntime()", "time.time looks at the clock"),
        ("from datetime import datetime\ndatetime.now()", "datetime.datetime.now looks at the clo"),
        ("import datetime as dt\ndt.date.today()", "datetime.date.today looks at the clock"),
        ("import requests\nrequests.get(x)", "requests.get asks the network"),
        ("import urllib.request\nurllib.request.urlopen(x)", "urllib.request.urlopen asks the net"),
        ("import pandas as pd\npd.read_csv('https://x.org/y')", "pandas.read_csv asks the network"),
        ("!pip install nothing", "pip asks the network"),
        ("assert link() == 'https://x.org', str('https://x.org')", ""),
        ("import random\nrandom.seed(1)\nrandom.random()", ""),
        ("import numpy as np\nnp.random.seed(1); np.random.rand(3)", ""),
        ("import numpy as np\nr = np.random.default_rng(3)\nr.random()", ""),
        ("import random\nrandom.Random(3)", ""),
        ("import time\ntime.sleep(1)", ""),
        ("random.random()\ntime()", ""),
        ("x = 'https://x.org'\n!ls", ""),
    ],
)
def test_what_makes_marks_differ_is_found_in_the_source(code: str, words: str) -> None:
    named = tiny.cell("code", "draw", code)
    found = unsteady.causes(tiny.notebook(nbformat.v4.new_markdown_cell("x"), named))
    assert [name for name, _ in found] == ["draw"] * bool(words)
    assert all(words in sentence for _, sentence in found)


def test_a_seed_counts_from_its_cell_on_and_a_cell_without_a_name_has_its_number() -> None:
    draw = nbformat.v4.new_code_cell("import random\nrandom.random()")
    seed = nbformat.v4.new_code_cell("random.seed(1)")
    again = nbformat.v4.new_code_cell(draw.source)
    names = [name for name, _ in unsteady.causes(tiny.notebook(draw, seed, again))]
    assert names == ["cell 1"]


ROLL = "import random\ndef roll(): return random.randint(1, 6)"


@pytest.mark.parametrize(
    ("codes", "tests", "named"),
    [
        ([ROLL], ["random.seed(1)\nassert roll() == 2"], []),
        ([ROLL], ["import random\nrandom.seed(1)\nassert roll() == 2", "roll()"], ["cell 1"]),
        ([ROLL], ["assert roll() < 7"], ["cell 1"]),
        ([ROLL], [], []),
        ([ROLL, "x = roll()"], [], ["cell 1"]),
        ([ROLL, "random.seed(1)\nx = roll()"], [], []),
        ([ROLL, "def two(): return roll() + roll()"], ["random.seed(1)\ntwo()"], []),
        ([ROLL, "def two(): return roll() + roll()"], ["two()"], ["cell 1"]),
        ([ROLL, "class Die:\n    def up(self): return roll()"], ["Die().up()"], ["cell 1"]),
        ([ROLL, "def two(): return roll()\ntwo()"], ["random.seed(1)\ntwo()"], ["cell 1"]),
        (
            ["import numpy as np\ndef noise(): return np.random.rand()"],
            ["import random\nrandom.seed(1)\nnoise()"],
            ["cell 1"],
        ),
        (
            ["import time\ndef now(): return time.time()"],
            ["import random\nrandom.seed(1)\nnow()"],
            ["cell 1"],
        ),
    ],
)
def test_what_a_function_draws_counts_where_it_is_called(
    codes: list[str], tests: list[str], named: list[str]
) -> None:
    solutions = map(nbformat.v4.new_code_cell, codes)
    asked = [
        tiny.cell("code", f"test-{number}", source, points=1.0, **tiny.TEST)
        for number, source in enumerate(tests)
    ]
    found = unsteady.causes(tiny.notebook(*solutions, *asked))
    assert [name for name, _ in found] == named


def test_a_seed_of_a_test_is_no_seed_of_what_follows() -> None:
    test = tiny.cell("code", "test", "import random\nrandom.seed(1)", points=1.0, **tiny.TEST)
    draw = nbformat.v4.new_code_cell("x = random.random()")
    assert [name for name, _ in unsteady.causes(tiny.notebook(test, draw))] == ["cell 2"]


@pytest.mark.parametrize(
    ("test", "words"),
    [
        ("from unittest.mock import patch\nwith patch('random.random'): f()", "it exchanges what"),
        ("import builtins\nbuiltins.input = g\nf()", "it exchanges what"),
        ("assert pid == os.getpid()", "it looks at its process"),
        ("import warnings\nf()", "hears warnings"),
        ("with tempfile.TemporaryDirectory() as t: f(t)", "elsewhere than beside the notebook"),
        ("os.environ['A'] = '1'\nf()", "the settings of its process"),
        ("assert f(3) == 6", likely.UNKNOWN),
    ],
)
def test_a_likely_reason_is_read_off_the_test(test: str, words: str) -> None:
    assert words in likely.reason(test)


class TestMarking:
    ADDED = ',\n    "tags": [\n     "beside"\n    ]'

    @pytest.mark.parametrize("ends", ["\n", "\r\n"])
    def test_changes_nothing_else(self, ends: str) -> None:
        text = nbformat.writes(tiny.source()).replace("\n", ends)
        marked = marking.tagged(text, {"test-mean"})
        assert marked.replace(self.ADDED.replace("\n", ends), "") == text != marked
        assert tagged_cells(marked) == ["test-mean"]

    @pytest.mark.parametrize("style", [{"separators": (",", ":")}, {"indent": 4}, {}])
    def test_keeps_to_the_style_of_the_file(self, style: dict) -> None:
        text = json.dumps(tiny.source(), **style)
        marked = marking.tagged(text, {"test-double", "test-mean"})
        assert tagged_cells(marked) == ["test-double", "test-mean"]
        assert len(marked.splitlines()) == len(text.splitlines()) + (6 if "indent" in style else 0)

    @pytest.mark.parametrize(
        ("tags", "after"),
        [([], [BESIDE]), (["slow"], ["slow", BESIDE]), ([BESIDE], [BESIDE])],
    )
    @pytest.mark.parametrize("indent", [1, None])
    def test_keeps_other_tags(self, tags: list[str], after: list[str], indent: int | None) -> None:
        source = tiny.source()
        source.cells[2].metadata["tags"] = tags
        text = json.dumps(source, indent=indent)
        marked = json.loads(marking.tagged(text, {"test-double"}))
        assert marked["cells"][2]["metadata"].pop("tags") == after
        source.cells[2].metadata.pop("tags")
        assert marked == source

    def test_again_changes_nothing(self) -> None:
        marked = marking.tagged(nbformat.writes(tiny.source()), {"test-mean"})
        assert marking.tagged(marked, {"test-mean"}) == marked

    def test_keeps_the_files_mode(self, tmp_path: Path) -> None:
        path = tmp_path / "x.ipynb"
        nbformat.write(tiny.source(), path)
        path.chmod(0o640)
        marking.mark(path, {"test-mean"})
        assert path.stat().st_mode & 0o777 == 0o640
        assert [each.name for each in tmp_path.iterdir()] == ["x.ipynb"]

    @pytest.mark.parametrize("text", ["", "[1", "[]", "{}", '{"cells": [1]}', "\udcff"])
    def test_what_is_no_notebook_stays_as_it_is(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "x.ipynb"
        path.write_text(text, encoding="utf-8", errors="surrogateescape")
        before = path.read_bytes()
        with pytest.raises(Problem, match="cannot mark cells of .*x.ipynb; is it a notebook"):
            marking.mark(path, {"test-mean"})
        assert path.read_bytes() == before


def tagged_cells(text: str) -> list[str]:
    return [
        cell["metadata"]["nbgrader"]["grade_id"]
        for cell in json.loads(text)["cells"]
        if BESIDE in cell["metadata"].get("tags", [])
    ]


FULL, NONE, LOST = Result(2.0), Result(0.0, "NameError: x"), Result(None, "No list is carried")
HALF = Result(1.0)


class TestComparing:
    @pytest.fixture
    def source(self) -> Source:
        return made_up(tiny.source())

    @pytest.mark.parametrize(
        ("stock", "beside", "apart", "here", "curable", "why"),
        [
            (
                FULL,
                FULL,
                NONE,
                None,
                True,
                "It passes beside, and apart it stops with NameError: x. Why is not known.",
            ),
            (
                NONE,
                NONE,
                FULL,
                None,
                True,
                "It passes apart, and beside it stops with NameError: x.",
            ),
            (FULL, FULL, LOST, None, True, "No list is carried."),
            (HALF, HALF, FULL, None, True, "It gives 2 points apart, and 1 beside."),
            (FULL, NONE, NONE, 0.0, False, "It passes in stock nbgrader, and apart it stops with"),
            (LOST, FULL, FULL, 2.0, False, "No list is carried."),
        ],
    )
    def test_says_what_differs(
        self,
        source: Source,
        stock: Result,
        beside: Result,
        apart: Result,
        here: float | None,
        curable: bool,
        why: str,
    ) -> None:
        found = compared(source, source.solved, stock=[stock], beside=[beside], apart=[apart])
        assert isinstance(found, Difference)
        assert (found.stock, found.here, found.curable) == (stock.points, here, curable)
        assert found.why.startswith(why)

    def test_says_nothing_where_all_give_the_same(self, source: Source) -> None:
        for one in (FULL, HALF, NONE):
            other = Result(one.points, "SomethingElse: for the same points")
            assert compared(source, source.blank, stock=[one], beside=[other], apart=[one]) is None

    def test_says_what_differs_from_run_to_run(self, source: Source) -> None:
        found = compared(
            source, source.solved, stock=[FULL, FULL], beside=[FULL, NONE], apart=[NONE, NONE]
        )
        assert isinstance(found, Unsteady)
        assert (found.way, found.points) == (Way.BESIDE, (2.0, 0.0))

    def test_asks_beside_alone_for_a_cell_that_is_marked(self, source: Source) -> None:
        source.tests["test-double"].metadata["tags"] = [BESIDE]
        assert compared(source, source.solved, stock=[FULL], beside=[FULL], apart=[LOST]) is None

    def test_asks_apart_alone_for_one_that_only_calls_checks(self, source: Source) -> None:
        sure = "from course.check import by_hand as check\n\ncheck.double(double)"
        source.tests["test-double"].source = sure
        assert compared(source, source.solved, stock=[FULL], beside=[NONE], apart=[FULL]) is None
        found = compared(source, source.solved, stock=[FULL], beside=[FULL], apart=[NONE])
        assert isinstance(found, Difference) and not found.curable

    def test_takes_beside_for_stock_where_a_mutant_is_graded(self, source: Source) -> None:
        [mutant, *_] = source.mutants
        assert compared(source, mutant, beside=[FULL], apart=[FULL]) is None
        assert compared(source, mutant, beside=[NONE], apart=[FULL]).stock == 0.0
        assert compared(source, mutant, beside=[NONE, FULL], apart=[FULL, FULL]) is None
        endless = Result(0.0, "CellTimeoutError", stopped=True)
        assert compared(source, mutant, beside=[endless], apart=[FULL]) is None

    def test_a_mutant_is_noticed_by_fewer_points(self, source: Source) -> None:
        [mutant, *_] = source.mutants
        solved = graded(source, source.solved, beside=[FULL], apart=[FULL])
        assert not differences.is_noticed(graded(source, mutant, beside=[FULL]), solved)
        assert differences.is_noticed(graded(source, mutant, beside=[HALF]), solved)
        stopped = Result(0.0, stopped=True)
        assert differences.is_noticed(graded(source, mutant, beside=[stopped]), solved)


def made_up(notebook: nbformat.NotebookNode) -> Source:
    """A source notebook that is nowhere, with one test cell."""
    test = notebook.cells[2]
    mutant = mutants.Mutant(1, "return 2 * x → return <b>", "")
    return Source(
        "tiny",
        "tiny",
        Path("nowhere.ipynb"),
        Code("the source's solutions", notebook),
        Code("the blank release", notebook),
        {"test-double": test},
        [Code("a mutant", notebook, "double", mutant)],
        [],
        Job(""),
    )


def graded(source: Source, code: Code, **ways: list[Result]) -> Graded:
    made = {
        Way(way): [Run({"test-double": result}, 1.0) for result in results]
        for way, results in ways.items()
    }
    return Graded(source, code, made)


def compared(source: Source, code: Code, **ways: list[Result]) -> Difference | Unsteady | None:
    return differences.compare(graded(source, code, **ways), "test-double")


@pytest.mark.parametrize(
    ("outputs", "result"),
    [
        ([], Result(3.0)),
        ([{"data": {"text/plain": "1.5"}}], Result(1.5)),
        (
            [{"data": {"text/plain": "7"}}],
            "its result is no mark (partial credit cannot be greater",
        ),
        ([{"ename": "NameError", "evalue": "x\ny"}], Result(0.0, "NameError: x y")),
        ([{"ename": "AssertionError", "evalue": ""}], Result(0.0, "AssertionError")),
        ([{"ename": "NotRun", "evalue": "late"}], Result(0.0, "NotRun: late", stopped=True)),
        ([{"ename": NOT_GRADED, "evalue": "lost"}], Result(None, "lost")),
        ([{"name": "stderr", "text": "hm\n"}], Result(0.0, "it writes to stderr: hm")),
        ([{"name": "stderr", "text": "building the font cache"}], Result(3.0)),
        ([{"name": "stdout", "text": "hm\n"}], Result(3.0)),
    ],
)
def test_a_result_is_what_nbgrader_counts(outputs: list[dict], result: Result | str) -> None:
    kinds = {"data": "execute_result", "ename": "error", "name": "stream"}
    notebook = tiny.source()
    notebook.cells[2].outputs = [
        nbformat.v4.new_output(kinds[next(iter(output))], **output) for output in outputs
    ]
    config = Course(notebooks.SOURCE.parent).config
    found = runs.results(config, notebook)["test-double"]
    assert found.error.startswith(result) if isinstance(result, str) else found == result


def test_what_notebooks_hold_is_data_on_the_page() -> None:
    source = made_up(tiny.source())
    hostile = Difference(source, "<i>", source.solved, None, 1.0, "<script>x</script>", True, 2)
    one = Verified(
        source, {Way.STOCK: 1.0}, 5 << 20, [hostile], [], source.mutants, ["<u>"], ["<s>"]
    )
    text = page.page("<course>", [one], [])
    assert not re.search(r"<(script|i|b|u|s|course)>", text)
    assert "&lt;script&gt;x&lt;/script&gt;" in text and "return &lt;b&gt;" in text


class TestWrongInput:
    @pytest.mark.parametrize(
        ("assignments", "files", "words"),
        [
            (["twelve"], {}, "there is no twelve in source/, which has ticket."),
            (["a\nb"], {}, "there is no a b in source/, which has ticket."),
            (
                [],
                {"other/other.ipynb": "no JSON"},
                "cannot read .*other.ipynb; take an earlier copy.",
            ),
            ([], {"other/other.ipynb": "[]"}, "cannot read .*other.ipynb; take an earlier copy."),
            ([], {"ticket/ticket.ipynb": None}, "there is no notebook in source/."),
        ],
    )
    def test_is_told_in_a_line(
        self, tmp_path: Path, assignments: list[str], files: dict[str, str | None], words: str
    ) -> None:
        folder = foreign.make(tmp_path / "course", ticket=foreign.TICKET)
        for name, text in files.items():
            path = folder / "source" / name
            path.parent.mkdir(exist_ok=True)
            path.unlink(missing_ok=True) if text is None else path.write_text(text)
        told(folder, assignments, words)

    def test_a_release_that_nbgrader_cannot_make_is_told(self, tmp_path: Path) -> None:
        broken = tiny.notebook(tiny.cell("code", "x", "### BEGIN SOLUTION\nx = 1", solution=True))
        folder = foreign.make(tmp_path / "course", broken=broken)
        told(folder, [], r"broken.ipynb: nbgrader stopped: RuntimeError: no end solution statement")

    def test_a_course_without_tests_is_told(self, tmp_path: Path) -> None:
        folder = foreign.make(tmp_path / "course", text=tiny.notebook())
        told(folder, [], "there is no test cell that nbgrader would grade")

    def test_ends_the_command_with_a_line(self, tmp_path: Path) -> None:
        for arguments, words in [
            ([], "course verify: no nbgrader_config.py in "),
            (
                ["--html", "no/where.html"],
                "course verify: cannot write no/where.html: there is no f",
            ),
        ]:
            done = course_verify(tmp_path, *arguments)
            assert (done.returncode, done.stdout) == (1, "")
            assert done.stderr.startswith(words) and len(done.stderr.splitlines()) == 1


def told(folder: Path, assignments: list[str], words: str) -> None:
    with pytest.raises(Problem, match=words) as problem:
        sources.read(Course(folder), assignments)
    assert "\n" not in str(problem.value)
