"""What the names in a test stand for, and what a test and the student's code see of each other's doings."""

from pathlib import Path

import pytest
from nbformat import NotebookNode

from course.grading import chance, identifiers
from course.grading.cells import import_statements, is_flagged
from course.grading.examiner import SETTINGS
from course.grading.folder import MOST_BYTES, Folder
from course.grading.job import NOT_GRADED
from test_examiner import complaint, executed, locked, solution, test


def graded(*cells: NotebookNode, source: tuple[NotebookNode, ...] = (), **job: object) -> list[str]:
    """What each of ``cells`` complains of, in a course whose source notebook has the cells ``source``."""
    given = list(source or cells)
    done = executed(
        *cells,
        imports=import_statements([cell for cell in given if not is_flagged(cell, "grade")]),
        asked=identifiers.asked_names(given),
        changing=identifiers.changing_names(given),
        **job,
    )
    return [complaint(cell) for cell in done]


SQUARES = "def square(x): return x * x\ndef squares(n): return sum(square(i) for i in range(n))"
RIGHT = {
    "a read-only cell calls the student's function": [
        solution("def f(x): return 2 * x"),
        locked("y = f(3)"),
        test("assert y == 6"),
    ],
    "a helper in a read-only cell does": [
        solution("def f(x): return 2 * x"),
        locked("def check(n): assert f(n) == 2 * n"),
        test("check(3)"),
    ],
    "a helper in a test does, for a later test": [
        solution("def f(x): return 2 * x"),
        test("def check(n): assert f(n) == 2 * n"),
        test("check(3)"),
    ],
    "a table in a read-only cell holds it": [
        solution("def f(x): return 2 * x"),
        locked("table = {'a': f}"),
        test("assert table['a'](2) == 4"),
    ],
    "a class in a read-only cell derives from the student's": [
        solution("class A:\n    def g(self): return 3"),
        locked("class B(A): pass"),
        test("assert B().g() == 3"),
    ],
    "a loop of a solution binds a name": [
        locked("total = 0"),
        solution("for i in range(4):\n    total += i"),
        test("assert total == 6"),
    ],
    "a solution adds an item": [
        locked("ages = {}"),
        solution("ages['a'] = 5"),
        test("assert ages == {'a': 5}"),
    ],
    "a solution changes an array in place": [
        locked("import numpy as np\na = np.zeros(3)"),
        solution("a[:] = 1"),
        test("assert a.sum() == 3"),
    ],
    "a solution calls a method that changes": [
        locked("xs = [1]"),
        solution("xs.append(2)"),
        test("assert xs == [1, 2]"),
    ],
    "a read-only cell draws at random": [
        locked("import random\nr = random.random()"),
        solution("y = 2 * r"),
        test("assert y == 2 * r"),
    ],
    "a read-only cell draws from NumPy, seeded in another": [
        locked("import numpy as np\nnp.random.seed(1)"),
        locked("r = np.random.rand(3)"),
        solution("y = 2 * r"),
        test("assert (y == 2 * r).all()"),
    ],
    "a later cell of the student's uses what a test imports": [
        test("import math"),
        solution("y = math.sqrt(4)"),
        test("assert y == 2"),
    ],
    "the student's function reads what a test binds": [
        solution("def f(): return data[0]"),
        test("data = [4]\nassert f() == 4\ndata = [5]\nassert f() == 5"),
    ],
    "a test takes a function away": [
        solution(SQUARES),
        test(
            "kept = square\ndel square\ntry:\n    squares(3)\nexcept NameError: pass\n"
            "else: raise AssertionError\nfinally: square = kept\nassert squares(3) == 5"
        ),
        test("assert squares(4) == 14"),
    ],
    "a test puts its own in place of a function": [
        solution(SQUARES),
        test("kept = square\nsquare = lambda x: 1\nassert squares(3) == 3\nsquare = kept"),
        test("assert squares(3) == 5"),
    ],
    "a function changes a global": [
        solution("total = 0\ndef add(x):\n    global total\n    total += x"),
        test("add(2)\nassert total == 2\nadd(3)\nassert total == 5"),
    ],
    "a function changes a list that the test knows by two names": [
        solution("xs = []\ndef add(x): xs.append(x)"),
        test("same = xs\nadd(2)\nassert xs == [2] and same is xs"),
    ],
    "a test asks which names there are": [
        solution("x = 3"),
        test("assert 'x' in globals() and 'y' not in globals()"),
    ],
    "a solution imports what the test uses": [
        solution("import math as mm\nfrom math import floor"),
        test("assert mm.sqrt(4) == 2 and floor(2.5) == 2"),
    ],
    "a cell of the student's writes a file": [
        solution("open('o.txt', 'w').write('hi')"),
        test("assert open('o.txt').read() == 'hi'"),
    ],
    "a function writes a file, and takes it away": [
        solution("import os\ndef save(n): open(n, 'w').write('hi')\ndef remove(n): os.remove(n)"),
        test(
            "save('o.txt')\nassert open('o.txt').read() == 'hi'\nremove('o.txt')\n"
            "import os\nassert not os.path.exists('o.txt')"
        ),
    ],
    "a function reads a file that the test writes": [
        solution("def read(n): return open(n).read()"),
        test("with open('i.txt', 'w') as f: f.write('yo')\nassert read('i.txt') == 'yo'"),
    ],
    "a test seeds what the student's function draws": [
        solution(
            "import random\nimport numpy as np\n"
            "def roll(): return random.randint(1, 6)\ndef normal(): return np.random.normal()"
        ),
        test(
            "import random\nimport numpy as np\n"
            "random.seed(0)\nfirst = [roll() for _ in range(5)]\n"
            "random.seed(0)\nassert first == [roll() for _ in range(5)]\n"
            "random.seed(0)\nassert first == [random.randint(1, 6) for _ in range(5)]\n"
            "np.random.seed(3)\nassert normal() == np.random.RandomState(3).normal()"
        ),
    ],
    "a test calls from several threads": [
        solution("def f(x): return x + 1"),
        test(
            "from threading import Thread\nfound = []\n"
            "threads = [Thread(target=lambda k=k: found.append(f(k))) for k in range(20)]\n"
            "for thread in threads: thread.start()\nfor thread in threads: thread.join()\n"
            "assert sorted(found) == list(range(1, 21))"
        ),
        test("assert f(1) == 2"),
    ],
    "a test measures a call by a magic": [
        solution("def f(x): return x + 1"),
        test("%time y = f(2)\nassert y == 3"),
    ],
    "a function draws from the test's generators": [
        solution("def f(rng): return rng.random()"),
        test(
            "import random\nimport numpy as np\n"
            "for make in (random.Random, np.random.RandomState, np.random.default_rng):\n"
            "    one, other = make(3), make(3)\n"
            "    assert [f(one), one.random()] == [other.random(), other.random()]"
        ),
    ],
    "a function returns a set of objects with a hash of their own": [
        solution(
            "class P:\n    def __init__(self, x): self.x = x\n"
            "    def __hash__(self): return hash(self.x)\n"
            "    def __eq__(self, other): return self.x == other.x\n"
            "def f(): return {P(1), P(2), P(1)}"
        ),
        test("assert len(f()) == 2 and P(1) in f()"),
    ],
    "a test makes classes from texts, as the library does": [
        solution("def f(p): return p[0]"),
        test(
            "from collections import namedtuple\nfrom dataclasses import dataclass\n"
            "P = namedtuple('P', 'a b')\n@dataclass\nclass D:\n    a: int\n"
            "assert f(P(3, 4)) == D(3).a"
        ),
    ],
}


@pytest.mark.parametrize("cells", RIGHT.values(), ids=RIGHT)
def test_what_is_right_passes(cells: list[NotebookNode]) -> None:
    assert set(graded(*cells)) == {""}


def test_only_a_module_stands_for_a_module_that_a_solution_was_to_import() -> None:
    asks = test("assert mm.sqrt(4) == 2")
    told = graded(solution("mm = 3"), asks, source=(solution("import math as mm"), asks))
    assert told[1] == "AttributeError: 'int' object has no attribute 'sqrt'"


class TestModulesBesideTheNotebook:
    TEST = "from helper import twice\nassert f(2) == twice(2)"

    def test_of_the_instructors_serve_a_test(self) -> None:
        files = {"helper.py": b"def twice(x): return 2 * x"}
        cells = solution("from helper import twice\ndef f(x): return twice(x)"), test(self.TEST)
        assert graded(*cells, files=files, given=("helper.py",)) == ["", ""]

    def test_that_were_handed_in_do_not(self) -> None:
        files = {"helper.py": b"def twice(x): return 0"}
        told = graded(solution("def f(x): return 0"), test(self.TEST), files=files)
        assert told[1].startswith(NOT_GRADED)


WROTE = (
    "import pickle\nclass A:\n    def __reduce__(self): return print, ('here',)\n"
    "with open('a.pkl', 'wb') as file: pickle.dump(A(), file)\n"
    "with open('a.py', 'w') as file: file.write('x = 1')\ntext = '1 + 1'\n"
    "def f():\n    '>>> 1 + 1'\n"
    "import tempfile, shutil\nfor n in 'a.pkl', 'a.py': shutil.copy(n, tempfile.gettempdir())"
)
RUNNING = {
    "a pickle": "import pickle\npickle.load(open('a.pkl', 'rb'))",
    "a text": "assert eval(text) == 2",
    "a text, by exec": "exec(text)",
    "a text as a cell": "get_ipython().run_cell(text)",
    "a text as a cell, in one that is captured": "%%capture\nget_ipython().run_cell(text)",
    "a text that is timed": "import timeit\ntimeit.timeit(text, number=1)",
    "a text that is timed once": "get_ipython().run_line_magic('time', text)",
    "a text that is timed as a cell": "get_ipython().run_cell_magic('timeit', '', text)",
    "a docstring": "import doctest\ndoctest.run_docstring_examples(f, {})",
    "a file": "import runpy\nrunpy.run_path('a.py')",
    "a temporary file": ("import runpy, tempfile\nrunpy.run_path(tempfile.gettempdir() + '/a.py')"),
    "a temporary module": (
        "import sys, tempfile\nsys.path.insert(0, tempfile.gettempdir())\nimport a"
    ),
    "a temporary pickle": (
        "import pickle, tempfile\npickle.load(open(tempfile.gettempdir() + '/a.pkl', 'rb'))"
    ),
    "a module": "import sys\nsys.path.insert(0, '.')\nimport a",
    "a process": "import subprocess\nsubprocess.run(['true'])",
    "a shell": "!true",
    "a file of IPython's": "%run a.py",
    "a pickle, whatever is caught": (
        "import pickle\ntry: pickle.load(open('a.pkl', 'rb'))\nexcept BaseException: pass"
    ),
}


@pytest.mark.parametrize("asserted", RUNNING.values(), ids=RUNNING)
def test_a_test_that_would_run_what_a_student_wrote_waits_for_a_person(asserted: str) -> None:
    told = graded(solution(WROTE), test(asserted))[1]
    assert told.startswith(
        f"{NOT_GRADED}: The grader cannot tell whether this test is passed: it runs a"
    )


def test_a_pickle_of_data_is_data() -> None:
    wrote = (
        "import pickle, numpy as np, datetime\n"
        "data = {'a': [1, np.ones(2)], 'day': datetime.date(2026, 1, 2)}\n"
        "with open('a.pkl', 'wb') as file: pickle.dump(data, file)"
    )
    asks = "import pickle\nassert pickle.load(open('a.pkl', 'rb'))['a'][1].sum() == 2"
    assert graded(solution(wrote), test(asks)) == ["", ""]


def test_a_file_of_the_instructors_is_not_what_the_students_code_makes_of_it() -> None:
    wrote = "open('expected.txt', 'w').write('0')\ndef square(x): return 0"
    asks = "assert square(3) == int(open('expected.txt').read())"
    files = {"expected.txt": b"9"}
    _, found = graded(solution(wrote), test(asks), files=files, given=("expected.txt",))
    assert found.startswith(("AssertionError", NOT_GRADED))


def test_a_function_of_a_librarys_is_not_put_in_place_of_one_of_the_students() -> None:
    source = solution("from statistics import mean")
    asks = test("assert mean([1, 2, 3]) == 2")
    assert graded(source, asks) == ["", ""]
    _, found = graded(solution("def mean(xs): return 0"), asks, source=(source, asks))
    assert found.startswith("AssertionError")


class TestAFolder:
    def test_tells_what_changed_since_it_was_asked(self, tmp_path: Path) -> None:
        folder = Folder(tmp_path)
        folder.write({"a": b"1", "deep/b": b"2"})
        assert folder.changed() == {}
        (tmp_path / "a").unlink()
        (tmp_path / "c").write_bytes(b"3")
        (tmp_path / "link").symlink_to("c")
        assert folder.changed() == {"a": None, "c": b"3"}
        assert folder.changed() == {}

    @pytest.mark.parametrize("name", ["../a", "/tmp/a", "", ".", "deep/../../a", "link/a", "a\0"])
    def test_has_no_file_outside_of_it(self, tmp_path: Path, name: str) -> None:
        inside = tmp_path / "inside"
        inside.mkdir()
        (inside / "link").symlink_to(tmp_path)
        Folder(inside).write({name: b"x"})
        assert sorted(p.name for p in tmp_path.iterdir()) == ["inside"]

    def test_tells_of_folders(self, tmp_path: Path) -> None:
        here, there = Folder(tmp_path / "here"), Folder(tmp_path / "there")
        here.root.mkdir()
        here.write({"a/b/c": b"1"})
        assert here.changed() == {}
        (here.root / "d" / "e").mkdir(parents=True)
        news = here.changed()
        assert news == {"d/": b"", "d/e/": b""}
        there.write(news)
        assert there.changed() == {}
        (here.root / "d" / "e").rmdir()
        (here.root / "d").rmdir()
        there.write(here.changed())
        assert list(there.root.iterdir()) == []

    def test_leaves_settings_of_libraries_alone(self, tmp_path: Path) -> None:
        folder = Folder(tmp_path)
        folder.refused = SETTINGS
        folder.write(dict.fromkeys(("matplotlibrc", "a/matplotlibrc", "a/b.mplstyle"), b"1"))
        assert folder.changed() == {}

    def test_leaves_out_what_is_too_large(self, tmp_path: Path) -> None:
        (tmp_path / "large").write_bytes(bytes(MOST_BYTES + 1))
        assert Folder(tmp_path).changed() == {}


def test_whatever_is_told_of_chance_is_left_aside_unless_it_is_a_state() -> None:
    before = chance.state()
    for told in (None, [], [[3, 4, 5], [], None], [before[0], ["MT19937"], None], "x"):
        with chance.as_from(told):
            pass
    assert repr(chance.state()) == repr(before)


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("x = 1", {"x"}),
        ("for i in range(3):\n    total += i", {"i", "total"}),
        ("with a as b: c, (d, *e) = f", {"b", "c", "d", "e"}),
        ("xs.append(1)\nd['a'] = 2\no.n.m = 3\ndel gone", {"xs", "d", "o", "gone"}),
        ("print(x)\ny = [z for z in w]", {"y"}),
        ("def f(a):\n    b = a\n    a.append(1)\n    c[0] = 1", {"f", "c"}),
        ("def f():\n    global g\n    g = 1", {"f", "g"}),
        ("class A:\n    n = 1", {"A"}),
        ("import os", set()),
        ("this is no Python", set()),
    ],
)
def test_a_cell_changes_the_names(source: str, names: set[str]) -> None:
    assert identifiers.changed(source) == names
