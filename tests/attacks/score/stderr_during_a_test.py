"""A right solution that writes to stderr in every way there is.

nbgrader gives no points to a test that wrote to stderr; the student's writing is not the test's.
"""

# %% solutions 01-by-hand

# %%
import logging
import os
import subprocess
import sys
import threading
import warnings

right = gradient


def complain(number):
    warnings.warn(f"careful {number}")
    logging.getLogger().error("careful")
    print("careful", file=sys.stderr)
    os.write(2, b"careful\n")
    subprocess.run("echo careful >&2", shell=True)
    thread = threading.Thread(target=lambda: print("careful", file=sys.stderr))
    thread.start()
    threading.Thread(target=lambda: 1 / 0).start()
    thread.join()


def square(x):
    complain(x)
    return x * x


def gradient(x, y_pred, y):
    complain(len(x))
    return right(x, y_pred, y)


# %% test kept
assert square(3) == 9

# %% test kept
assert square(4) == 16

# %% check 01-by-hand gradient kept
