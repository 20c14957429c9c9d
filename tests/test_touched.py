"""What a person is told of: code that touches what no exercise asks for."""

import nbformat
import pytest

from course.grading.touched import touched, touched_by, unusual

TOLD = {
    "import gc\ngc.get_objects()": "get_objects",
    "getattr(gc, 'get_referrers')": "get_referrers",
    "import sys\nsys._getframe().f_back.f_locals": "f_locals",
    "from sys import settrace": "settrace",
    "import sys\nsys.modules['course'] = None": "sys.modules",
    "from sys import modules": "sys.modules",
    "import sys as s\ns.modules.get('course')": "sys.modules",
    "for m in sys.modules.values():\n    pass": "sys.modules",
    "sys.modules['course.check'].by_hand": "sys.modules",
    "sys.modules['torch'] = mine": "sys.modules",
    "del sys.modules['torch']": "sys.modules",
    "sys.modules[name]": "sys.modules",
    "from course.door import probes": "course.door.probes",
    "import course\ncourse.door.probes.pull = None": "course.door",
    "import course.grading.candidate as c": "course.grading.candidate",
    "import importlib\nimportlib.import_module('course.door')": "course.door",
    "__import__(name)": "import_module",
    "exec('import gc; gc.get_objects()')": "get_objects",
    "eval('f.__code__')": "__code__",
    "import ctypes": "ctypes",
    "open('/proc/self/mem', 'r+b')": "/proc/self",
    "%time f.__globals__": "__globals__",
    "%%time\nf.__closure__": "__closure__",
    "-" * 20_000 + "1": "code.that.cannot.be.read",
}

HONEST = (
    "in_colab = 'google.colab' in sys.modules",
    "in_colab = sys.modules.get('google.colab') is not None",
    "print(len(sys.modules), sys.modules['numpy'].__version__)",
    "import gc\ngc.collect()",
    "import sys\nsys.setrecursionlimit(3000)\nprint(sys.version)",
    "import pdb, inspect, importlib, traceback, logging",
    "importlib.reload(plt)",
    "class MySGD(torch.optim.Optimizer):\n    pass",
    "@torch.no_grad()\ndef step(self): ...",
    "model.modules()",
    "torch.nn.modules.loss.MSELoss()",
    "nn.modules.module.register_module_forward_hook(print)",
    "for name in ('weight', 'bias'):\n    getattr(layer, name)",
    "%matplotlib inline",
    "!ls",
    "x = (  # not finished",
    "from course.check import by_hand as check\ncheck.forward(forward)",
    "from course import data, theory",
    "# gc.get_objects()",
)


@pytest.mark.parametrize(("code", "name"), TOLD.items())
def test_a_name_that_no_exercise_asks_for_is_told(code: str, name: str) -> None:
    assert name in touched(code)


@pytest.mark.parametrize("code", HONEST)
def test_what_learners_write_is_not_told(code: str) -> None:
    assert touched(code) == set()


KIND = {
    "sys._getframe(1)": {"currentframe", "f_back", "sys._getframe", "f_code"},
    "sys.settrace(f)": {"sys.setprofile", "setprofile"},
    "types.FunctionType": {"function.__new__", "code.__new__", "__code__"},
    "import ctypes": {"ctypes.addressof", "ctypes.dlopen", "ctypes"},
    "gc.get_objects()": {"gc.get_referrers", "get_objects"},
    "for name in sys.modules:\n    pass": {"sys.modules"},
}
"""What a course's own notebook has, and what of the same kind its students may have then."""


@pytest.mark.parametrize(("code", "names"), KIND.items())
def test_what_the_course_does_itself_is_told_of_nobody(code: str, names: set[str]) -> None:
    own = touched_by([nbformat.v4.new_markdown_cell("import gc"), nbformat.v4.new_code_cell(code)])
    assert unusual(names, own) == set()
    others = set().union(*KIND.values()) - names
    assert unusual(others, own) == others
    assert unusual(names, ()) == names
