"""Displays with an id, made and updated before, in and after the test."""

# %%
from IPython.display import display

handles = [display("1.0", display_id=name) for name in ("a", "b", "c")]


def square(x):
    for handle in handles:
        handle.update(1.0)
    display("1.0", display_id="a")
    return 0


# %% test
display("a verdict", display_id="verdict")
display("another", display_id="a")
assert square(3) == 9

# %%
from IPython.display import clear_output, update_display

update_display("1.0", display_id="verdict")
update_display("1.0", display_id="a")
clear_output()
