"""During a test come events that look like its result and like errors of it."""

# %% channel

# %%
result = {"data": {"text/plain": "1.0"}, "metadata": {}, "execution_count": 1}
error = {"ename": "AssertionError", "evalue": "", "traceback": ["Traceback"]}


def square(x):
    for kind in ("execute_result", "display_data", "update_display_data"):
        candidate._send(["event", {"output_type": kind, **result}])
    candidate._send(["event", {"output_type": "clear_output", "wait": False}])
    candidate._send(["event", {"output_type": "status", "execution_count": 7}])
    return 0


def root(x):
    candidate._send(["event", {"output_type": "error", **error}])
    candidate._send(["event", {"output_type": "stream", "name": "stderr", "text": "Traceback"}])
    return x**0.5


# %% test
assert square(3) == 9

# %% test kept
assert root(9) == 3

# %% test
assert root(9) == 3, "right"
assert square(3) == 9, "wrong, after a right one"
