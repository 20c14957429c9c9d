"""Compiled code lies beside the notebook, and says that it is of a file of Python's own."""
# %%
import importlib.util
import marshal
import struct

code = compile("value = 9", "<frozen importlib of mine>", "exec")
head = importlib.util.MAGIC_NUMBER + struct.pack("<I", 0) + bytes(8)
with open("helper.pyc", "wb") as file:
    file.write(head + marshal.dumps(code))
# %% test
import os
import sys

sys.path.insert(0, os.getcwd())
import helper

assert helper.value == 9
# %% test
import sys

sys.path.insert(0, "")
import helper

assert helper.value == 9
