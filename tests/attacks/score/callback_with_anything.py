"""The function of the test is called with what it was not made for."""

# %% solutions 01-by-hand

# %%
right = numerical_gradient


class Number:
    def sin(self):
        return 0.0

    exp = __float__ = sin


def numerical_gradient(f, w, h=1e-4):
    for value in (Number(), "1", None, 10**1000, [f], {"f": f}, float("nan"), ..., lambda: f):
        try:
            f(value)
        except Exception:
            pass
    try:
        f(1, 2, 3, w=4)
    except Exception:
        pass
    return 0.0


# %% check 01-by-hand numerical_gradient
