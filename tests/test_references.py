"""What a student's object is in a test: it does what it does beside the test, or a person looks.

A case is what a student wrote and what a test asks of it. All but those that a person looks at give
points here if and only if they do in one process.
"""

import atexit
import itertools
import linecache

import nbformat
import pytest

from course.grading import objects, specials, workers
from course.grading.given import EXAMINER, Given
from course.grading.job import APART, NOT_GRADED, Job
from course.grading.objects import Objects
from course.grading.wire import FormatError
from course.grading.workers import Settings
from helpers.boxed import SANDBOXED

atexit.register(workers.close)

pytestmark = pytest.mark.filterwarnings("ignore")

NUMBERS = itertools.count()
TEST = {"grade": True, "solution": False, "locked": True, "points": 1, "schema_version": 3}


def apart(written: str, *asked: str) -> list[str]:
    """For each test, the name of the error that it ends in, '' for none."""
    cells = [nbformat.v4.new_code_cell(written)]
    for number, source in enumerate(asked):
        cells.append(nbformat.v4.new_code_cell(source))
        cells[-1].metadata["nbgrader"] = TEST | {"grade_id": f"test-{number}"}
    job = Job(nbformat.writes(nbformat.v4.new_notebook(cells=cells)), way=APART)
    done = workers.execute(Settings(sandboxed=SANDBOXED), job)
    tests = nbformat.reads(done.notebook, as_version=4).cells[1:]
    outputs = [[o for o in one.outputs if o.output_type == "error"] for one in tests]
    return [errors[0].ename if errors else "" for errors in outputs]


def beside(written: str, asked: str) -> bool:
    """Whether a test gives its point in one process, as nbgrader has it."""
    file = f"<case {next(NUMBERS)}>"
    linecache.cache[file] = len(written), None, written.splitlines(True), file
    names = {"__name__": "__main__"}
    try:
        exec(compile(written, file, "exec"), names)
        exec(asked, names)
    except (Exception, SystemExit, pytest.fail.Exception):
        return False
    return True


A = """
import functools
class A:
    'An A.'
    n = 3
    def __init__(self, x=1): self.x = x
    def __len__(self): return 4
    def __call__(self, y): return self.x + y
    def __iter__(self): return iter([self.x, 2])
    def m(self): return self.x
class B(A): pass
class P: pass
"""
F = """
def f(a: int, b: str = 'x', *c, d=3, **e) -> float:
    'Doc of f.'
    return a
"""
GENERATORS = """
def g():
    got = yield 1
    yield got
    return 9
def endless():
    n = 0
    while True:
        yield n
        n += 1
"""
V = """
@__import__('functools').total_ordering
class V:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __hash__(self): return hash(self.x)
    def __lt__(self, o): return self.x < o.x
    def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o))
    __radd__ = __add__
    def __iadd__(self, o):
        self.x += o
        return self
    def __mul__(self, k): return self.x * k.x if isinstance(k, V) else V(self.x * k)
    def __rmul__(self, k): return V(self.x * k)
    def __abs__(self): return abs(self.x)
    def __neg__(self): return V(-self.x)
    def __invert__(self): return V(~self.x)
    def __round__(self, n=None): return round(self.x, n)
    def __str__(self): return f'V{self.x}'
    def __repr__(self): return f'V({self.x})'
    def __format__(self, form): return 'F' + form
    def __bool__(self): return self.x != 0
    def __floordiv__(self, o): return V(self.x // o.x)
    def __mod__(self, o): return V(self.x % o.x)
    def __divmod__(self, o): return (V(self.x // o.x), V(self.x % o.x))
    def __and__(self, o): return V(self.x & o.x)
    def __lshift__(self, n): return V(self.x << n)
    def __matmul__(self, o): return self.x * o.x
"""
CONTAINER = """
class C:
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __contains__(self, k): return k in self.d
    def __enter__(self): return self
    def __exit__(self, kind, error, trace):
        self.d['out'] = kind and kind.__name__
        return True
"""
CONTAINER += """
class Bag:
    def __init__(self, items): self.items = items
    def __iter__(self): return iter(self.items)
    def __contains__(self, item): return item in self.items
"""
ERRORS = """
import numpy as np
class MyError(Exception):
    def __init__(self, message, code=3):
        super().__init__(message)
        self.code = code
class Sub(MyError, ValueError): pass
def f(x): raise Sub('bad', 7)
def key(x): raise KeyError('k')
def singular(): return np.linalg.inv(np.zeros((2, 2)))
def leave(): raise SystemExit(3)
def missing(): open('/nowhere/at/all')
def through(k): return k()
def caught(k):
    try: k()
    except MyError as error: return error.code
    except np.linalg.LinAlgError: return 'singular'
    except ZeroDivisionError as error: return str(error)
"""
SAME = """
import numpy as np
def same(x): return x
def second(x): return x[1]
def append(x, item): x.append(item)
def tail(a): return a[1:]
def turned(a): return a.T
def swap(x): x[0], x[1] = x[1], x[0]
def more(s):
    s.add(4)
    s.discard(1)
def is_one(a, b): return a is b
class Keeps:
    def keep(self, x):
        self.x = x
        return self
"""
CLASSES = """
import abc, copy, dataclasses, enum
class Color(enum.Enum):
    RED = 1
    BLUE = 2
@dataclasses.dataclass
class D:
    x: int
    y: list = dataclasses.field(default_factory=list)
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
class Square(Shape):
    def __init__(self, side): self._side = side
    def area(self): return self._side ** 2
    @property
    def side(self): return self._side
    @side.setter
    def side(self, side):
        if side < 0: raise ValueError('negative')
        self._side = side
    @classmethod
    def unit(cls): return cls(1)
    @staticmethod
    def name(): return 'square'
class Node:
    def __init__(self, value, after=None): self.value, self.after = value, after
"""
LIBRARIES = """
import io, re
import matplotlib.pyplot as plt
rows = [[0]] * 2
def apply(f, *args): return f(*args)
def each(f, xs): return list(map(f, xs))
def match(s): return re.match(r'(\\w)(\\d)', s)
def draw():
    figure, axes = plt.subplots()
    axes.plot([1, 2], [3, 4])
    axes.set_title('T')
    return axes
def opened(): return io.StringIO('a\\nb\\n')
def plus(f):
    def wrapped(*args): return f(*args) + 1
    return wrapped
def counter():
    n = 0
    def count():
        nonlocal n
        n += 1
        return n
    return count
"""

RIGHT = {
    "has its class's special methods": (
        A,
        "assert hasattr(A(), '__len__') and len(A()) == 4 and bool(A())",
        "assert callable(A()) and A(5)(2) == 7 and callable(A) and callable(A().m)",
        "import collections.abc as abc\nassert isinstance(A(), abc.Iterable)\n"
        "assert isinstance(A(), abc.Sized) and isinstance(A(), abc.Callable)",
        "assert list(A(5)) == [5, 2] and [x for x in A(5)] == [5, 2] and next(iter(A(5))) == 5",
        "assert not hasattr(P(), '__len__') and not callable(P()) and bool(P())",
        "import collections.abc as abc\nassert not isinstance(P(), (abc.Iterable, abc.Callable))",
        "import pytest\nwith pytest.raises(TypeError): len(P())\nwith pytest.raises(TypeError): P()[0]",
    ),
    "has its attributes": (
        A,
        "a = A(5)\nassert a.x == 5 and getattr(a, 'z', 1) == 1 and not hasattr(a, 'z') and a.m() == 5",
        "a = A()\na.x = 6\nassert a.x == 6\ndel a.x\nassert not hasattr(a, 'x')",
        "assert 'x' in dir(A()) and 'm' in dir(A()) and 'z' not in dir(A())",
        "assert vars(A(5)) == {'x': 5} == A(5).__dict__ and 'm' in vars(A) and 'm' in A.__dict__",
        "assert A.n == 3\nA.n = 4\nassert A.n == 4 and A().n == 4",
        "assert A.__doc__ == 'An A.' and A().__doc__ == 'An A.' and A.__module__ == '__main__'",
    ),
    "is of its class": (
        A,
        "a = A()\nassert type(a) is A and type(a) == A and a.__class__ is A and type(a).__name__ == 'A'",
        "assert isinstance(A(), A) and isinstance(B(), A) and not isinstance(A(), B)",
        "assert issubclass(B, A) and not issubclass(A, B) and isinstance(A, type)",
        "assert not isinstance(3, A) and isinstance(A(), object) and not isinstance(A(), int)",
        "assert A.__mro__ == (A, object) and B.__bases__ == (A,) and repr(A) == \"<class '__main__.A'>\"",
        "assert A.m(A(2)) == 2 and B(3).m() == 3",
    ),
    "equals itself alone where its class does not say": (
        A,
        "p = P()\nassert p == p and p != P() and p is p and p in [P(), p] and hash(p) == hash(p)",
        "p = P()\nassert p != 5 and not p == 5 and p not in [1, 2] and len({p, p, P()}) == 2",
    ),
    "is a function": (
        F,
        "assert f.__name__ == f.__qualname__ == 'f' and f.__doc__ == 'Doc of f.'",
        "assert f.__defaults__ == ('x',) and f.__kwdefaults__ == {'d': 3}",
        "assert f.__annotations__ == {'a': int, 'b': str, 'return': float}",
        "import inspect\n"
        "assert str(inspect.signature(f)) == \"(a: int, b: str = 'x', *c, d=3, **e) -> float\"",
        "import inspect\nassert inspect.getdoc(f) == 'Doc of f.' and inspect.isfunction(f)",
        "import inspect\nassert inspect.getsource(f).startswith('def f(a: int')",
        "import types\nassert isinstance(f, types.FunctionType) and not isinstance(f, type)",
    ),
    "is a generator": (
        GENERATORS,
        "it = g()\nassert next(it) == 1 and it.send(7) == 7\ntry: next(it)\n"
        "except StopIteration as end: value = end.value\nassert value == 9",
        "it = endless()\nassert [next(it) for _ in range(3)] == [0, 1, 2]\nit.close()\n"
        "assert next(it, 'end') == 'end'",
        "import itertools\nassert list(itertools.islice(endless(), 4)) == [0, 1, 2, 3]",
        "import inspect, collections.abc as abc\nassert inspect.isgenerator(g()) and inspect.isgeneratorfunction(g)\n"
        "assert isinstance(g(), abc.Iterator) and isinstance(g(), abc.Generator)",
        "it = g()\nnext(it)\ntry: it.throw(KeyError('k'))\nexcept KeyError as e: assert e.args == ('k',)",
        "assert list(zip(endless(), 'ab')) == [(0, 'a'), (1, 'b')]",
    ),
    "has its operators": (
        V,
        "assert V(1) == V(1) and V(1) != V(2) and not V(1) != V(1) and V(1) != 5 and not V(1) == 5",
        "assert V(1) < V(2) <= V(2) and V(3) > V(1) >= V(1) and sorted([V(2), V(1)])[0].x == 1",
        "assert (V(1) + V(2)).x == (V(1) + 2).x == (2 + V(1)).x == sum([V(1), V(2)]).x == 3",
        "a = b = V(1)\na += 4\nassert a is b and a.x == 5",
        "assert V(2) * V(3) == 6 and (V(2) * 3).x == (3 * V(2)).x == 6 and V(2) @ V(4) == 8",
        "assert abs(V(-3)) == 3 and (-V(3)).x == -3 and round(V(2.5678), 2) == 2.57 and (~V(0)).x == -1",
        "assert str(V(1)) == 'V1' and repr([V(1)]) == '[V(1)]' and f'{V(1):>3}' == 'F>3' and '%s' % V(1) == 'V1'",
        "assert V(1) and not V(0)",
        "assert (V(7) // V(2)).x == 3 and (V(7) % V(2)).x == 1 and (V(6) & V(3)).x == 2 and (V(1) << 2).x == 4\n"
        "assert [v.x for v in divmod(V(7), V(2))] == [3, 1]",
        "assert len({V(1), V(1), V(2)}) == 2 and hash(V(3)) == hash(3) and V(1) in [V(0), V(1)]\n"
        "assert {V(1): 'a'}[V(1)] == 'a'",
        "import pytest\nwith pytest.raises(TypeError): V(1) - V(1)\nwith pytest.raises(TypeError): V(1) + 'a'",
    ),
    "is a container": (
        CONTAINER,
        "c = C()\nc['a'] = 1\nassert c['a'] == 1 and 'b' not in c\ndel c['a']\n"
        "try: c['a']\nexcept KeyError as error: told = error.args\nassert told == ('a',)",
        "c = Bag([1, 2])\nassert 1 in c and 3 not in c",
        "c = C()\nwith c as d: assert d is c\nassert c['out'] is None",
        "c = C()\nwith c: raise ValueError\nassert c['out'] == 'ValueError'",
        "import pytest\nwith pytest.raises(TypeError): len(C())",
    ),
    "is an exception": (
        ERRORS,
        "assert issubclass(Sub, MyError) and issubclass(Sub, ValueError) and issubclass(MyError, Exception)",
        "try: f(1)\nexcept MyError as e: told = type(e) is Sub, e.code, e.args, str(e)\n"
        "assert told == (True, 7, ('bad',), 'bad')",
        "import pytest\nwith pytest.raises(Sub, match='bad') as info: f(1)\nassert info.value.code == 7",
        "import unittest\nwith unittest.TestCase().assertRaises(ValueError) as told: f(1)\n"
        "assert told.exception.code == 7",
        "try: key(1)\nexcept KeyError as e: told = e.args, str(e)\nassert told == (('k',), \"'k'\")",
        "import pytest, numpy\nwith pytest.raises(numpy.linalg.LinAlgError): singular()",
        "import pytest\nwith pytest.raises(SystemExit): leave()",
        "import pytest\nwith pytest.raises(FileNotFoundError) as info: missing()\nassert info.value.errno == 2",
        "e = MyError('hello')\nassert isinstance(e, MyError) and isinstance(e, Exception) and e.code == 3\n"
        "assert str(e) == 'hello' and repr(e) == \"MyError('hello')\"",
        "def raises(): raise MyError('x', 11)\nassert caught(raises) == 11",
        "import numpy\ndef raises(): raise numpy.linalg.LinAlgError\nassert caught(raises) == 'singular'",
        "assert caught(lambda: 1 / 0) == 'division by zero'",
        "class Own(Exception): pass\ndef raises(): raise Own('mine')\n"
        "try: through(raises)\nexcept Own as e: told = str(e)\nassert told == 'mine'",
    ),
    "is the argument that it was": (
        SAME,
        "import numpy as np\nfor x in ([1, [2]], {'a': [1]}, {1, 2}, np.arange(3.0)): assert same(x) is x",
        "x = [1, [2], 3]\nassert second(x) is x[1]\nappend(x[1], 5)\nassert x == [1, [2, 5], 3]",
        "import numpy as np\na = np.zeros(3)\nb = same(a)\nb[0] = 1\nassert a[0] == 1",
        "import numpy as np\na = np.zeros((2, 3))\ntail(a)[0, 0] = turned(a)[0, 0] = 7\n"
        "assert a[1, 0] == a[0, 0] == 7",
        "x = p, q = [[1], [2]]\nswap(x)\nassert x[0] is q and x[1] is p and x == [[2], [1]]",
        "s = {1, 2}\nmore(s)\nassert s == {2, 4}",
        "x = [1]\nassert is_one(x, x) and not is_one([1], [1])",
        "g = lambda x: x\nclass T: pass\nassert same(g) is g and same([g])[0] is g and same(T) is T",
        "import numpy as np\nassert same(len) is len and same(np.sin) is np.sin and same(int) is int",
        "k = Keeps()\nassert k.keep(k) is k and k.x is k",
        "m = [[0] for _ in range(2000)]\nlast = m[-1]\nsame(m)\nassert m[-1] is last",
        "x = []\nappend(x=x, item=2)\nassert x == [2]",
    ),
    "is of a class of any kind": (
        CLASSES,
        "assert Color.RED is Color.RED and Color.RED != Color.BLUE and Color.RED.value == 1 and Color(1) is Color.RED",
        "assert [c.name for c in Color] == ['RED', 'BLUE'] and len(Color) == 2 and Color['BLUE'] is Color.BLUE\n"
        "assert Color.RED in Color and isinstance(Color.RED, Color) and {Color.RED: 1}[Color.RED] == 1",
        "assert D(1) == D(1, []) and D(1) != D(2) and repr(D(1)) == 'D(x=1, y=[])' and D(1).y == []",
        "try: Shape()\nexcept TypeError as e: told = str(e)\nassert 'abstract' in told",
        "s = Square(3)\nassert isinstance(s, Shape) and s.area() == 9 and Square.unit().side == 1\n"
        "assert Square.name() == 'square'",
        "s = Square(3)\ns.side = 4\nassert s.side == 4\ntry: s.side = -1\nexcept ValueError as e: told = str(e)\n"
        "assert told == 'negative'",
        "import copy\ns = Square(3)\nt = copy.deepcopy(s)\nt.side = 1\n"
        "assert s.side == 3 and type(t) is Square and copy.copy(s).side == 3",
        "n = Node(1, Node(2))\nassert n.after.value == 2 and n.after.after is None and n.after is n.after\n"
        "n.after.after = n\nassert n.after.after is n",
        "import inspect\nassert list(inspect.signature(Node).parameters) == ['value', 'after']",
    ),
    "has to do with libraries": (
        LIBRARIES,
        "import math, operator\nassert apply(math.sqrt, 9) == 3 and apply(operator.add, 1, 2) == 3\n"
        "assert apply(sorted, [2, 1]) == [1, 2] and apply(str.upper, 'a') == 'A'",
        "x = [apply]\nassert rows is rows and rows[0] is rows[1] and apply(len, rows) == 2",
        "assert rows[0] is rows[1] == [0]",
        "import functools\nassert each(functools.partial(pow, 2), [3]) == [8] and each([5, 6].__getitem__, [1]) == [6]",
        "assert match('a1').group(1) == 'a' and match('a1').groups() == ('a', '1') and match('--') is None",
        "axes = draw()\nassert axes.get_title() == 'T' and list(axes.lines[0].get_xdata()) == [1, 2]",
        "assert [line for line in opened()] == ['a\\n', 'b\\n'] and opened().read() == 'a\\nb\\n'",
        "@plus\ndef five(): return 5\nassert five() == 6 and plus(lambda x: 2 * x)(5) == 11",
        "c = counter()\nc()\nassert c() == 2 and counter()() == 1",
    ),
}

WRONG = {
    "has no such method": (
        "class A: pass",
        "assert hasattr(A(), '__len__')",
        "assert callable(A())",
        "import collections.abc as abc\nassert isinstance(A(), abc.Iterable)",
        "assert 'n' in dir(A())",
    ),
    "equals everything": (
        "class P:\n    def __eq__(self, other): return True",
        "assert P() != P()",
        "assert not P() == P()",
    ),
    "is added to anything": (
        "class A:\n    def __add__(self, other): return A()",
        "try: A() + 1\nexcept TypeError: pass\nelse: raise AssertionError",
        "import pytest\nwith pytest.raises(TypeError): A() + A()",
    ),
    "is what it was given": (
        "def f(a): return a\nrows = [[0] * 2] * 2\ndef grid(): return [[0] * 2] * 2",
        "a = [0]\nb = f(a)\nb[0] = 1\nassert a[0] == 0",
        "import numpy as np\na = np.zeros(2)\nb = f(a)\nb[0] = 1\nassert a[0] == 0",
        "x = [1]\nassert f(x) is not x",
        "x = [[1]]\nassert f(x)[0] is not x[0]",
        "rows[0][0] = 1\nassert rows[1][0] == 0",
        "g = grid()\ng[0][0] = 1\nassert g[1][0] == 0",
    ),
    "looks into what it was given": (
        "def f(a): return a[:1]",
        "import numpy as np\na = np.zeros(2)\nb = f(a)\nb[0] = 1\nassert a[0] == 0",
    ),
    "raises another error": (
        "class E(Exception): pass\nclass NotGraded(Exception): pass\nclass ValueError(Exception): pass\n"
        "def f(): raise NotGraded('look at it')\ndef g(): raise ValueError",
        "try: f()\nexcept E: pass",
        "try: g()\nexcept __builtins__.ValueError if hasattr(__builtins__, 'x') else LookupError: pass",
        "import pytest\nwith pytest.raises(KeyError): f()",
    ),
    "is of another class": (
        "class A:\n    __class__ = int\nclass M(type):\n    def __instancecheck__(cls, thing): return True\n"
        "class B: pass",
        "assert type(A()) is int",
        "assert isinstance(A(), B)",
        "assert issubclass(A, B)",
    ),
    "ends at once": (
        "def g():\n    return iter(())",
        "assert next(g()) == 1",
        "assert list(g()) == [1]",
    ),
}

EQUAL = """
class Equal:
    def yes(self, *others): return True
    __eq__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = yes
    def __ne__(self, other): return False
    def zero(self, *others): return 0
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __mod__ = __floordiv__ = zero
    __pow__ = __truediv__ = __isub__ = __float__ = __int__ = __index__ = __complex__ = zero
    def __divmod__(self, other): return 0, 0
    def __array__(self, *a, **k): return __import__('numpy').zeros(1)
e = Equal()
def f(x): return Equal()
def call(g): return g(Equal())
class Endless(Equal):
    def __iter__(self): return __import__('itertools').count()
"""

REFUSED = {
    "agrees with whatever it is shown": (
        EQUAL,
        "assert f(3) == 9",
        "assert 9 == f(3)",
        "assert not f(3) != 9",
        "assert f(3) < 9",
        "assert not f(3) > 9 or True",
        "assert 9 in f(3)",
        "assert 9 in Endless()",
        "assert [f(1), f(2)] == [1, 2]",
        "assert abs(f(3) - 9) < 1e-6",
        "assert abs(9 - f(3)) < 1e-6",
        "assert f(3) % 2 == 0",
        "assert divmod(f(3), 2) == (0, 0)",
        "x = f(3)\nx -= 9\nassert x == 0",
        "assert float(f(3)) == 0",
        "assert int(f(3)) == 0",
        "assert [5][f(3)] == 5",
        "import numpy as np\nassert np.allclose(f(3), 0)",
        "import numpy as np\nassert np.array(f(3)) == 0",
        "import math\nassert math.isclose(f(3), 0)",
        "import pytest\nassert f(3) == pytest.approx(9)",
        "import unittest\nunittest.TestCase().assertEqual(f(3), 9)",
        "try: assert f(3) == 9\nexcept BaseException: pass",
        "try: assert f(3) == 9\nfinally: raise ValueError",
        "call(lambda x: x == 3)",
    ),
    "is asked what is not carried": (
        "class A:\n    def __add__(self, other): return 3\ndef f(x): return 3\nkept = []\n"
        "def keep(g): kept.append(g)\ndef again(): return kept[0]()",
        "try: A() + 1\nexcept TypeError: pass",
        "class B(A): pass",
        "import pickle\npickle.dumps(A())",
        "import datetime\ntry: f(datetime.timedelta)\nexcept Exception: pass\nf(object())",
        "x = []\nx.append(x)\nf(x)",
    ),
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_object(name: str) -> None:
    written, *asked = RIGHT[name]
    assert [source for source in asked if not beside(written, source)] == []
    found = zip(asked, apart(written, *asked), strict=True)
    assert [(error, source) for source, error in found if error] == []


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_object(name: str) -> None:
    written, *asked = WRONG[name]
    assert [source for source in asked if beside(written, source)] == []
    found = zip(asked, apart(written, *asked), strict=True)
    assert [(error, source) for source, error in found if error in ("", NOT_GRADED)] == []


@pytest.mark.parametrize("name", REFUSED)
def test_a_person_looks_where_an_object(name: str) -> None:
    written, *asked = REFUSED[name]
    found = zip(asked, apart(written, *asked), strict=True)
    assert [(error, source) for source, error in found if error != NOT_GRADED] == []


def test_a_function_of_an_earlier_test_is_not_called() -> None:
    written = "kept = []\ndef keep(g): kept.append(g)\ndef again(): return kept[0]()"
    asked = "keep(lambda: 9)\nassert again() == 9", "assert again() == 9", "assert kept[0]() == 9"
    assert apart(written, *asked) == ["", NOT_GRADED, NOT_GRADED]


HOSTILE = {
    "names": (
        "kinds = [type(n, (), {}) for n in ('NotGraded', 'float', 'ndarray', '__class__', 'x' * 10**5)]\n"
        "for kind, name in zip(kinds, ('a b', '', '\\u202e')): kind.__name__ = name\n"
        "class E(Exception): pass\nE.__name__ = 'NotGraded'\nE.__module__ = E.__qualname__ = '\\n' * 10**5\n"
        "def f(n): return kinds[n]()\ndef g(): raise E('This test')",
        ("assert all(f(n) is not None for n in range(5))", ""),
        ("assert f(3) == 9", "AssertionError"),
        ("g()", "NotGraded_"),
    ),
    "methods": (
        "methods = {f'__m{n}__': lambda *a: 9 for n in range(5000)} | {'__é__': len, '__len__': lambda s: 1}\n"
        "C = type('C', (), methods)",
        ("assert len(C()) == 1", ""),
        ("assert C().__m7__() == 9", ""),
        ("C() + 1", "TypeError"),
    ),
    "texts": (
        "class E(Exception):\n    def __str__(self): raise ValueError\n"
        "    def _render_traceback_(self): return []\n"
        "def f(): raise E\nclass R:\n    def __repr__(self): return 3\n    def __len__(self): return -1",
        ("f()", "E"),
        ("repr(R())", "TypeError"),
        ("len(R())", "ValueError"),
    ),
    "numbers": (
        "class H:\n    def __hash__(self): return 'x'\n    def __bool__(self): return 2\n"
        "    def __iter__(self): return 3",
        ("{H(): 1}", "TypeError"),
        ("bool(H())", "TypeError"),
        ("list(H())", "TypeError"),
    ),
    "classes in classes": (
        "C = object\nfor n in range(60): C = type('C', (C,), {})\nc = C()\n"
        "def many(n): return [type('K', (), {})() for _ in range(n)]",
        ("assert len(many(1500)) == 1500", ""),
        ("many(3000)", "CandidateGone"),
    ),
    "objects": (
        "def many(n): return [object() for _ in range(n)]\nclass A:\n    def m(self): return self\na = A()",
        ("for _ in range(3): many(9000)", ""),
        ("x = [a.m for _ in range(300)]\nassert len({id(one) for one in x}) == 300", ""),
        ("many(30_000)", "ValueError"),
        ("assert a.m() is a", ""),
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_object_harms_nobody(name: str) -> None:
    written, *asked = HOSTILE[name]
    found = zip(asked, apart(written, *(source for source, _ in asked)), strict=True)
    assert [(error, source) for (source, must), error in found if error != must] == []


CLASS = ["class", 1, "A", "__main__", 0, 0, []]


@pytest.mark.parametrize(
    "node",
    [
        ["object", True, Exception],
        ["object", -1, Exception],
        ["object", 3, "A"],
        ["object", 3],
        ["class", 7],
        ["class", -1, *CLASS[2:]],
        ["class", 1, "a b", *CLASS[3:]],
        ["class", 1, "A" * 81, *CLASS[3:]],
        ["class", 1, "A", "m" * 81, 0, 0, []],
        ["class", 1, "A", "", specials.LIMIT, 0, []],
        ["class", 1, "A", "", 0, -1, []],
        ["class", 1, "A", "", 1.0, 0, []],
        ["class", 1, "A", "", 0, 0, ["object"]],
        ["type", "eval"],
        ["type", "BaseException"],
        ["served", "os", "system"],
        ["served", "builtins", "eval"],
        ["lent", 0],
        ["lent", -1],
        ["same", 0],
        ["view", 0, 0, [8], 3],
        ["shared", "0", []],
        ["callback", 0, "f"],
        [],
        [["object"], 1],
    ],
    ids=str,
)
def test_what_is_no_reference_is_refused(node: list[object]) -> None:
    with pytest.raises(FormatError):
        Objects(None, Given({}, EXAMINER)).unpack(node)


def test_a_class_that_says_it_is_a_librarys_is_no_more_than_an_exception() -> None:
    known = Objects(None, Given({}, EXAMINER))
    popen = known.unpack(["class", 1, "Popen", "subprocess", 0, 0, []])
    assert popen.__name__ == "Popen" and type.__getattribute__(popen, "__bases__") != (object,)
    assert issubclass(popen, objects.RemoteReference)
    assert known.unpack(["class", 2, "SkipTest", "unittest.case", 0, 0, []]).__name__ == "SkipTest"
    assert not issubclass(known.classes[2], Exception)
    assert known.unpack(["class", 3, "Error", "shutil", 0, 0, []]) is __import__("shutil").Error


def test_bases_that_do_not_go_together_are_left_out() -> None:
    known = Objects(None, Given({}, EXAMINER))
    first = known.unpack(CLASS)
    second = known.unpack(["class", 2, "B", "", 0, 0, [first]])
    odd = known.unpack(["class", 3, "C", "", 0, 0, [first, second, OSError, StopIteration]])
    assert issubclass(odd, OSError) and not issubclass(odd, second)


def test_an_object_that_no_test_holds_is_forgotten() -> None:
    known = Objects(None, Given({}, EXAMINER))
    known.remote = type("Remote", (), {"objects": known})
    kind = known.unpack(CLASS)
    held = known.unpack(["object", 5, kind])
    assert known.unpack(["object", 5, kind]) is held
    known.unpack(["object", 6, kind])
    assert known.take_dropped() == [6]
    del held
    assert known.take_dropped() == [5]
