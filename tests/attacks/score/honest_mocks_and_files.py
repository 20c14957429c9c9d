"""Mocks, debuggers, files, classes made by a call: all is right, and nobody is told."""

# %% solutions 01-by-hand
# %%
import torch
import pdb, bdb, faulthandler, IPython
from IPython.core.debugger import set_trace
from IPython.display import display, Markdown, HTML, clear_output
display(Markdown("x"))
faulthandler.enable()
breakpoint()
def dbg(f): return f
import types, typing, abc, weakref, copy, pickle, json, struct, collections
pickle.dumps({"a": 1}); pickle.loads(pickle.dumps(np.ones(2)))
P = collections.namedtuple("P", "a b"); S = typing.NamedTuple("S", [("a", int)])
E = __import__("enum").Enum("E", "A B")
weakref.ref(P); copy.deepcopy(update); types.SimpleNamespace(a=1); types.MethodType(update, 1)
T = type("T", (), {"f": lambda s: 1})
gen = (i for i in range(3)); next(gen)
np.save("a.npy", np.ones(3)); np.load("a.npy"); torch.save(torch.ones(1), "a.pt"); torch.load("a.pt")
np.vectorize(lambda v: v)(np.ones(2)); np.frompyfunc(abs, 1, 1)
# %% check 01-by-hand kept

# %% solutions 01-by-hand
# %%
from unittest import mock
with mock.patch("builtins.print") as p:
    print("x")
m = mock.MagicMock(); m.f()
with mock.patch.object(np, "mean", np.mean): pass
with mock.patch("numpy.sum", lambda *a: 0): pass
import warnings
with warnings.catch_warnings(record=True): warnings.warn("a")
from functools import lru_cache, partial, singledispatch
@lru_cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
fib(20)
# %% check 01-by-hand kept
