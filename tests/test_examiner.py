"""A notebook in candidate and examiner: what test cells may do, and what they are told."""

import atexit
import itertools

import nbformat
import pytest

from course.grading import workers
from course.grading.job import APART, Job
from course.grading.workers import Settings
from helpers import boxed
from helpers.boxed import SANDBOXED

atexit.register(workers.close)
NUMBERS = itertools.count()


def cell(source: str, **flags: bool) -> nbformat.NotebookNode:
    """A cell with nbgrader's flags."""
    one = nbformat.v4.new_code_cell(source)
    one.metadata["nbgrader"] = {
        "grade_id": f"cell-{next(NUMBERS)}",
        "schema_version": 3,
        "grade": False,
        "solution": False,
        "locked": False,
        **flags,
    }
    return one


def solution(source: str) -> nbformat.NotebookNode:
    return cell(source, solution=True)


def test(source: str) -> nbformat.NotebookNode:
    return cell(source, grade=True, locked=True, points=1)


test.__test__ = False


def locked(source: str) -> nbformat.NotebookNode:
    return cell(source, locked=True)


def executed(*cells: nbformat.NotebookNode, **job: object) -> list[nbformat.NotebookNode]:
    """The cells with their outputs."""
    notebook = nbformat.v4.new_notebook(cells=list(cells))
    done = workers.execute(Settings(sandboxed=SANDBOXED), Job(nbformat.writes(notebook), **job))
    return nbformat.reads(done.notebook, as_version=4).cells


def complaint(one: nbformat.NotebookNode) -> str:
    """The error of a cell, '' if there is none."""
    errors = [f"{o.ename}: {o.evalue}" for o in one.outputs if o.output_type == "error"]
    return errors[0] if errors else ""


def printed(one: nbformat.NotebookNode) -> str:
    """What a cell printed."""
    return "".join(o.text for o in one.outputs if o.output_type == "stream")


class TestOrdinaryAsserts:
    @pytest.mark.parametrize(
        ("written", "asserted"),
        [
            ("def f(x): return 2 * x", "assert f(3) == 6"),
            ("def f(x): return 2 * x", "assert [f(x) for x in range(3)] == [0, 2, 4]"),
            ("answer = {'a': [1, 2.5]}", "assert answer == {'a': [1, 2.5]}"),
            ("import numpy as np\nx = np.arange(3.0)", "assert x.tolist() == [0, 1, 2]"),
            ("def f(a): a += 1", "import numpy as np\na = np.zeros(2)\nf(a)\nassert a.sum() == 2"),
            ("def f(rows): rows.append(1)", "rows = []\nf(rows)\nassert rows == [1]"),
            (
                "def f(n): raise ValueError('no')",
                "try: f(1)\nexcept ValueError as e: s = str(e)\nassert s == 'no'",
            ),
            (
                "def greet(name): print('Hello,', name)",
                "import contextlib, io\nout = io.StringIO()\n"
                "with contextlib.redirect_stdout(out): greet('Ada')\n"
                "assert out.getvalue() == 'Hello, Ada\\n'",
            ),
            (
                "class A:\n    n = 3\n    def f(self): return self.n",
                "assert A().f() == 3 and A.n == 3",
            ),
            ("class L(list): pass\nl = L([1, 2])", "assert len(l) == 2 and l[1] == 2"),
            ("def g():\n    yield from (1, 2)", "assert list(g()) == [1, 2]"),
            ("f = lambda g: g(2)", "assert f(lambda x: x + 1) == 3"),
            (
                "class V:\n    def __init__(self, n): self.n = n\n"
                "    def __add__(self, o): return V(self.n + o.n)",
                "assert (V(1) + V(2)).n == 3",
            ),
            (
                "import torch\ndef f(p):\n    (p ** 2).backward()",
                "import torch\np = torch.tensor(3.0, requires_grad=True)\nf(p)\nassert p.grad.item() == 6",
            ),
            (
                "import torch\nmodel = torch.nn.Linear(2, 1)",
                "import torch\nassert [p.shape for p in model.parameters()] == [(1, 2), (1,)]\n"
                "assert model(torch.zeros(5, 2)).shape == (5, 1)\n"
                "assert set(model.state_dict()) == {'weight', 'bias'}",
            ),
            (
                "def fit(params, lr):\n    for p in params: p.data -= lr * p.grad",
                "import torch\np = torch.tensor(1.0, requires_grad=True)\np.grad = torch.tensor(2.0)\n"
                "fit(params=[p], lr=0.5)\nassert p.item() == 0",
            ),
        ],
    )
    def test_work_on_what_the_student_defined(self, written: str, asserted: str) -> None:
        _, verdict = executed(solution(written), test(asserted))
        assert complaint(verdict) == ""

    def test_say_what_is_wrong_as_in_the_students_kernel(self) -> None:
        _, verdict = executed(solution("def f(x): return x"), test("assert f(3) == 6, 'twice'"))
        assert complaint(verdict) == "AssertionError: twice"

    def test_show_what_the_students_functions_print(self) -> None:
        _, verdict = executed(solution("def f(): print('here'); return 1"), test("assert f() == 1"))
        assert printed(verdict) == "here\n"

    def test_see_what_stood_in_the_notebook_at_their_place(self) -> None:
        cells = executed(
            solution("n = 1"), test("assert n == 1"), solution("n = 2"), test("assert n == 2")
        )
        assert [complaint(one) for one in cells] == [""] * 4

    def test_share_names_among_each_other(self) -> None:
        cells = executed(
            solution("def f(x): return x"),
            test("def twice(x): return 2 * f(x)"),
            solution("def f(x): return -x"),
            test("assert twice(3) == -6"),
        )
        assert complaint(cells[-1]) == ""

    def test_name_what_is_not_there(self) -> None:
        (verdict,) = executed(test("f(1)"))
        assert complaint(verdict) == "NameError: name 'f' is not defined"

    def test_can_give_partial_credit(self) -> None:
        _, verdict = executed(solution("right = 1"), test("0.5 if right == 1 else 0.0"))
        assert verdict.outputs[0].data["text/plain"] == "0.5"


class TestNamesOfTheInstructor:
    def test_imports_of_the_source_notebook_mean_what_they_say(self) -> None:
        cells = executed(
            cell("import math"),
            solution("math = None"),
            test("assert math.sqrt(4) == 2"),
            imports="import math",
            way=APART,
        )
        assert complaint(cells[-1]) == ""

    def test_a_read_only_cell_binds_them(self) -> None:
        cells = executed(
            locked("import numpy as np\ntruth = np.ones(2)"),
            solution("truth = 0"),
            test("assert np.sum(truth) == 2"),
            way=APART,
        )
        assert complaint(cells[-1]) == ""

    def test_built_in_names_are_the_built_in_things(self) -> None:
        _, verdict = executed(
            solution("def abs(x): return 7"),
            test("assert abs(-7) == 7\nassert abs(-8) == 8"),
            way=APART,
        )
        assert complaint(verdict) == ""

    def test_what_the_exercise_asks_for_is_the_students_under_any_name(self) -> None:
        cells = executed(
            locked("g = 0"),
            solution("g = 9\ndef sum(xs): return -1"),
            test("assert g == 9 and sum([1]) == -1"),
            asked=("g", "sum"),
        )
        assert complaint(cells[-1]) == ""


class TestTime:
    LIMIT = 3.0
    """Seconds: more than a cell that does nothing takes on a busy machine."""

    LOOP = "while True: pass"
    DEAF = (
        "import time\nwhile True:\n    try:\n        time.sleep(9)\n    except BaseException: pass"
    )

    def test_a_cell_over_its_time_is_interrupted_and_the_next_ones_go_on(self) -> None:
        cells = executed(
            solution("n = 1"), solution(self.LOOP), test("assert n == 1"), cell_seconds=self.LIMIT
        )
        assert "CellTimeoutError" in str(cells[1].outputs)
        assert complaint(cells[2]) == ""

    def test_a_call_over_its_time_costs_its_own_test_alone(self) -> None:
        cells = executed(
            solution(f"def f():\n    {self.LOOP}"),
            test("f()"),
            test("assert 1 == 1"),
            cell_seconds=self.LIMIT,
        )
        assert complaint(cells[1]).startswith("TimeoutError")
        assert complaint(cells[2]) == ""

    def test_code_that_ignores_the_interrupt_is_ended_and_earlier_points_stay(self) -> None:
        cells = executed(
            solution("n = 1"),
            test("assert n == 1"),
            solution(self.DEAF),
            test("assert n == 1"),
            cell_seconds=self.LIMIT,
        )
        assert complaint(cells[1]) == ""
        assert "ignored the interrupt" in complaint(cells[2])
        assert "not run" in complaint(cells[3]) and "ignored the interrupt" in complaint(cells[3])

    def test_a_notebook_has_a_limit_too(self) -> None:
        loops = [solution(self.LOOP) for _ in range(3)]
        cells = executed(*loops, test("pass"), cell_seconds=0.4, notebook_seconds=0.6)
        assert "not run" in complaint(cells[-1])


class TestAnEnd:
    @pytest.mark.parametrize(
        ("code", "words"),
        [
            ("import os; os._exit(3)", "by itself, with status 3"),
            ("import ctypes; ctypes.string_at(0)", "SIGSEGV"),
            ("import os; os.abort()", "its process was ended by SIG"),
        ],
    )
    def test_of_the_candidate_is_told_and_costs_only_what_comes_after(
        self, code: str, words: str
    ) -> None:
        cells = executed(solution("n = 1"), test("assert n == 1"), solution(code), test("n"))
        assert complaint(cells[1]) == ""
        assert words in complaint(cells[2])
        assert words in complaint(cells[3])


def test_two_notebooks_draw_different_random_numbers_unless_they_seed() -> None:
    code = (
        "import random, numpy, torch\n"
        "print(random.random(), numpy.random.rand(), torch.rand(1).item())"
    )
    first, second = (printed(executed(solution(code))[0]).split() for _ in range(2))
    assert all(a != b for a, b in zip(first, second, strict=True))
    seeded = "import torch\ntorch.manual_seed(1)\nprint(torch.rand(1))"
    assert printed(executed(solution(seeded))[0]) == printed(executed(solution(seeded))[0])


def test_a_test_leaves_the_students_random_numbers_alone() -> None:
    draw = "import torch\nprint(torch.rand(1).item())"
    seed = solution("import torch\ntorch.manual_seed(1)\ndef f(): return torch.rand(3)")
    with_test = executed(seed, test("f()"), solution(draw))
    without = executed(seed, solution(draw))
    assert printed(with_test[-1]) == printed(without[-1])


def test_files_lie_beside_the_notebook_for_the_student_and_for_tests() -> None:
    read = "from pathlib import Path\nprint(Path('data/a.txt').read_text())"
    cells = executed(solution(read), test(read), files={"data/a.txt": b"42"})
    assert [printed(one) for one in cells] == ["42\n", "42\n"]


@boxed.needed
def test_a_course_below_a_folder_of_the_system_is_hidden() -> None:
    notebook = nbformat.v4.new_notebook(
        cells=[solution("import os\nprint(os.listdir('/usr/share'))")]
    )
    done = workers.execute(Settings(hidden=("/usr/share",)), Job(nbformat.writes(notebook)))
    (listing,) = nbformat.reads(done.notebook, as_version=4).cells
    assert printed(listing) == "[]\n"


@boxed.needed
def test_code_cannot_have_itself_killed_as_if_from_outside() -> None:
    code = "import resource\nresource.setrlimit(resource.RLIMIT_CPU, (1, 1))"
    (refused,) = executed(solution(code))
    assert "not allowed" in complaint(refused) or "not permitted" in complaint(refused)


def test_a_student_may_call_the_tests_in_a_cell_of_their_own() -> None:
    code = "from course.check import by_hand as check\ncheck.forward(None)\nn = 1"
    cells = executed(solution(code), test("assert n == 1"))
    assert [complaint(one) for one in cells] == ["", ""]


def test_cells_are_numbered_as_in_one_kernel() -> None:
    cells = executed(solution("1"), test("2"), solution(""), solution("3 + _"), test("4"))
    assert [one.execution_count for one in cells] == [1, 2, None, 3, 4]
    assert cells[3].outputs[0].data["text/plain"] == "4"


def test_pictures_that_nobody_grades_are_not_drawn() -> None:
    plot = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()"
    provided, filled_in = executed(cell(plot), solution(plot))
    pictures = [one.outputs[-1].data["image/png"] for one in (provided, filled_in)]
    assert len(pictures[0]) < len(pictures[1])


def test_all_that_cells_put_out_is_limited() -> None:
    cells = executed(
        solution("print('x' * 100_000)"), solution("print('y' * 100_000)"), output_bytes=50_000
    )
    assert sum(len(printed(one)) for one in cells) < 60_000


CLOSE_THE_LOOP = """
import os
for name in os.listdir("/proc/self/fd"):
    place = f"/proc/self/fd/{name}"
    if os.path.exists(place) or os.path.islink(place):
        if "eventpoll" in os.readlink(place):
            os.close(int(name))
"""


class TestAFaultOfOurs:
    def test_in_a_cell_lets_no_test_that_follows_fail_unseen(self) -> None:
        cells = executed(
            solution("def f(x): return 2 * x"),
            test("assert f(1) == 3"),
            test("assert f(1) == 2"),
            solution(CLOSE_THE_LOOP),
            solution("answer = 7"),
            test("assert answer == 7"),
            test("assert f(2) == 4"),
            way=APART,
        )
        told = [complaint(one) for one in cells]
        assert told[1].startswith("AssertionError")
        assert "Bad file descriptor" in str(cells[3].outputs)
        assert told[5].startswith("NotGraded: This test was not passed, and before that the grader")
        assert "Bad file descriptor" in told[5] and "NameError" in str(cells[5].outputs)
        assert told[2] == told[6] == ""

    def test_in_a_test_does_too(self) -> None:
        cells = executed(
            test(f"{CLOSE_THE_LOOP}\nassert True"), test("1"), solution("n = 1"), test("2")
        )
        assert complaint(cells[1]).startswith("NotGraded: ")
        assert complaint(cells[2]) == ""

    def test_where_a_module_of_the_tests_is_missing_is_told_by_its_name(self) -> None:
        cells = executed(
            solution("def f(x): return x"),
            test("check.f(f)"),
            test("assert f(1) == 1"),
            imports="from course.nowhere import by_hand as check",
        )
        told = complaint(cells[1])
        assert told.startswith("NotGraded: ") and "No module named 'course.nowhere'" in told
        assert complaint(cells[2]) == ""

    @pytest.mark.parametrize(
        "code",
        [
            "raise OSError(9, 'Bad file descriptor')",
            "import asyncio\nraise asyncio.CancelledError",
            "raise SystemExit",
            "class NotGraded(Exception): pass\nraise NotGraded('look at it')",
            "raise KeyboardInterrupt",
            "import asyncio, sys\nasyncio.get_running_loop().call_soon(sys.exit)\nawait asyncio.sleep(1)",
        ],
    )
    def test_is_none_of_what_the_students_code_raises(self, code: str) -> None:
        cells = executed(solution(code), test("assert answer == 7"))
        assert complaint(cells[0])
        assert complaint(cells[1]).startswith("NameError")
        assert "NotGraded" not in str(cells[1].outputs)

    def test_is_not_what_a_test_is_told_that_the_students_code_raised(self) -> None:
        code = "class NotGraded(Exception): pass\ndef f(): raise NotGraded('look at it')"
        cells = executed(
            solution(code), test("f()"), solution("big = 'x' * (17 << 20)"), test("big")
        )
        assert all("NotGraded: This" not in str(one.outputs) for one in cells)
        assert complaint(cells[1]) and complaint(cells[3])


def test_a_file_that_cannot_be_handed_over_stops_nothing() -> None:
    cells = executed(solution("n = 1"), test("assert n == 1"), files={"a": b"1", "a/b": b"2"})
    assert complaint(cells[1]) == ""


class TestWhatCannotBeHandedOver:
    LOCK = "import threading\nassert held(threading.Lock()) is False"

    def test_costs_nobody_a_point_unseen(self) -> None:
        _, verdict = executed(solution("def held(lock): return lock.locked()"), test(self.LOCK))
        assert complaint(verdict) == (
            "NotGraded: The grader cannot tell whether this test is passed: it hands the student's code "
            "what cannot be handed over (an object of type lock is not data). "
            "Your instructor looks at it."
        )

    def test_is_caught_by_no_test_and_nothing_to_one_that_comes_later(self) -> None:
        *_, caught, later = executed(
            solution("def held(lock): return True"),
            test("import threading\ntry: held(threading.Lock())\nexcept: pass"),
            test("assert not held(1)"),
        )
        assert complaint(caught).startswith("NotGraded")
        assert complaint(later).startswith("AssertionError")


def test_what_a_test_captures_is_bounded_and_not_shown() -> None:
    _, verdict = executed(
        solution("def talk():\n    for _ in range(50): print('x' * 999, flush=True)"),
        test(
            "import contextlib, io\nout = io.StringIO()\n"
            "with contextlib.redirect_stdout(out): talk()\nprint(len(out.getvalue()))"
        ),
        output_bytes=5000,
    )
    assert 0 < int(printed(verdict)) <= 5000


def test_who_prints_otherwise_or_names_types_as_before_waits_for_nobody() -> None:
    def touches(source: str) -> list[str]:
        cells = [solution(f"import numpy as np, torch\n{source}"), test("print('asked')")]
        job = Job(nbformat.writes(nbformat.v4.new_notebook(cells=cells)))
        done = workers.execute(Settings(("import numpy, torch", ""), SANDBOXED), job)
        return (
            nbformat.reads(done.notebook, as_version=4).metadata.get("downhill", {}).get("touched")
        )

    assert touches("torch.Tensor.__repr__ = lambda self: f'T{tuple(self.shape)}'") is None
    assert touches("np.bool, np.long, np.float = bool, int, float") is None
    assert touches("np.mean = np.sum") == ["numpy.mean"]
    assert touches("torch.Tensor.__format__ = str.__format__") == ["torch.Tensor.__format__"]
    named = "from course import door\ndoor.call.__kwdefaults__ "
    assert "course.door.call" in touches(f"{named} = {{'situations': ()}}")
    assert "course.door.call" not in touches(f"{named} == {{}}")


def test_no_module_is_looked_through_for_each_line_of_a_traceback() -> None:
    looked_through = (
        "import sys, types\nclass Counts(types.ModuleType):\n    n = 0\n"
        "    def __getattr__(self, name):\n        Counts.n += name == '__file__'\n"
        "        raise AttributeError(name)\nsys.modules['counts'] = Counts('counts')"
    )
    _, endless, counted = executed(
        cell(looked_through), cell("def f(): return f()\nf()"), cell("print(Counts.n)")
    )
    assert complaint(endless).startswith("RecursionError")
    assert int(printed(counted)) < 100
