"""Exceptions that are called like those of the course, or cannot be shown."""

# %% solutions 01-by-hand


# %%
class Misconception(AssertionError):
    tag = "right"

    def __str__(self):
        raise ValueError("no text")

    def _render_traceback_(self):
        return []


class NotImplementedError(Exception):
    pass


class CandidateGone(BaseException):
    pass


class Silent(SystemExit):
    __module__ = None
    __qualname__ = ""

    def __repr__(self):
        return ""

    __str__ = __repr__


def raises(error):
    def function(*args, **kwargs):
        raise error

    return function


square = raises(Silent())
forward = raises(Misconception("right"))
mse_loss = raises(NotImplementedError("not implemented for"))
gradient = raises(CandidateGone("bye"))
update = raises(GeneratorExit())
train = raises(StopIteration(9))
gradient_wb = raises(KeyboardInterrupt())

# %% test
assert square(3) == 9

# %% test
assert forward(3, 2) == 6

# %% test
assert train(3) == 9

# %% check 01-by-hand forward

# %% check 01-by-hand mse_loss

# %% check 01-by-hand gradient

# %% check 01-by-hand update

# %% check 01-by-hand train

# %% check 01-by-hand gradient_wb
