"""What a test puts in place of print, input and random.randint is called with objects that equal everything,
with names of files, again and again, and is kept for the tests that follow."""

# %%
import random
import builtins


class Everything(str):
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    __hash__ = str.__hash__


class Anything:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __hash__(self):
        return hash("hi")


kept = []


def say(text):
    kept.append(print)
    print(Anything())


def write(text):
    print(Everything("x"))


def ask():
    kept.append(input)
    return input


def number():
    return Anything()


def roll():
    kept.append(random.randint)
    for bad in (Anything(), "/etc/passwd", 10**400, [], {}, None):
        try:
            random.randint(bad, file=bad, mode="w")
        except Exception:
            pass
    return Anything()


def later():
    for function in (*kept, builtins.print, builtins.input, random.randint):
        try:
            function("hi")
        except BaseException:
            pass
    return 1


# %% test
from unittest.mock import call, patch

with patch("builtins.print") as printed:
    say("hi")
printed.assert_called_once_with("hi")

# %% test
with patch("builtins.print") as printed:
    write("hi")
assert printed.mock_calls == [call("hi")]

# %% test
with patch("builtins.input", return_value="41"):
    assert ask() == "41"

# %% test
with patch("builtins.input", return_value="41"):
    assert number() == 42

# %% test
with patch("random.randint", return_value=4):
    assert roll() == 4

# %% test
lines = []
with patch("builtins.print", side_effect=lambda *parts: lines.append(parts)):
    assert later() == 1
assert lines == [("hi",)]

# %% test
with patch("builtins.input", side_effect=["a", "b"]) as asked:
    later()
assert asked.call_args_list == [call("hi"), call("hi")]
