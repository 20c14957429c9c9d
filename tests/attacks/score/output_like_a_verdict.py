"""Output of the student's functions looks like that of a test that passed."""

# %%
from IPython.display import HTML, Javascript, clear_output, display


def square(x):
    print("1.0")
    print("\x1b[2J\x1b[32mAll tests passed\x1b[0m\r\b\b\b")
    display(1.0)
    display({"text/plain": "1.0"}, raw=True)
    display(HTML("<h1>2/2 points</h1>"), Javascript("grade = 2"))
    clear_output()
    clear_output(wait=True)
    return 0


square(3)
1.0

# %% test
assert square(3) == 9
