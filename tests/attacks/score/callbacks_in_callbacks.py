"""The function of the test is called with an object that calls it again, for ever.

What was tested before keeps its points, and so does what comes after.
"""

# %% solutions 01-by-hand

# %%
def numerical_gradient(f, w, h=1e-4):
    class Again:
        def __pow__(self, other):
            return f(Again())

        __mul__ = __rmul__ = __add__ = __radd__ = __sub__ = __rsub__ = __truediv__ = __pow__
        __neg__ = lambda self: f(Again())

        def sin(self):
            return f(Again())

        exp = cos = tanh = sqrt = sin

    return f(Again())


def square(x):
    return x * x


def again(g):
    def deeper(n):
        return g(deeper, n)

    return g(deeper, 0)


def caught(g):
    def deeper(n):
        try:
            return g(deeper, n)
        except BaseException:
            return 1.0

    return g(deeper, 0)


# %% check 01-by-hand gradient kept

# %% check 01-by-hand numerical_gradient

# %% test kept
assert square(3) == 9

# %% test
assert again(lambda deeper, n: deeper(n + 1)) == 1

# %% test
assert caught(lambda deeper, n: deeper(n + 1)) == 2

# %% test kept
assert square(4) == 16

# %% check 01-by-hand train kept
