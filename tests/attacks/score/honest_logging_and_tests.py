"""Logging, tracebacks, warnings, and tests of one's own: all is right, and nobody is told."""

# %% solutions 01-by-hand
# %%
import logging, pdb, traceback, inspect, sys, os, warnings
logging.basicConfig(level=logging.INFO)
log = logging.getLogger(__name__)
log.info("start"); log.warning("here", stack_info=True)
traceback.print_stack(); traceback.format_stack(); traceback.extract_stack()
warnings.warn("x"); warnings.filterwarnings("ignore")
from IPython.core.debugger import set_trace
print(inspect.getsource(gradient)); inspect.signature(update); help(gradient)
import unittest, doctest
class T(unittest.TestCase):
    def test_a(self): self.assertEqual(1, 1)
unittest.main(argv=[""], exit=False)
doctest.testmod()
if __name__ == "__main__":
    assert gradient is not None
# %% check 01-by-hand kept
