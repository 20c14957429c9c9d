"""What a person is told of: code that touches what no exercise asks for."""

import pytest

from course.grading.touched import touched

TOLD = {
    "import gc\ngc.get_objects()": "get_objects",
    "getattr(gc, 'get_referrers')": "get_referrers",
    "import sys\nsys._getframe().f_back.f_locals": "f_locals",
    "from sys import settrace": "settrace",
    "import sys\nsys.modules['course'] = None": "sys.modules",
    "from sys import modules": "sys.modules",
    "import sys as s\ns.modules.get('course')": "sys.modules",
    "for m in sys.modules.values():\n    pass": "sys.modules",
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
