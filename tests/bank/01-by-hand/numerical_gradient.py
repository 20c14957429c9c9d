# %% right: from the formula in another order
def numerical_gradient(f, w, h=1e-4):
    rise = f(w + h) - f(w - h)
    run = (w + h) - (w - h)
    return rise / run


# %% right: half distance on each side
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h / 2) - f(w - h / 2)) / h


# %% right: mean of both one-sided slopes
def numerical_gradient(f, w, h=1e-4):
    ahead = (f(w + h) - f(w)) / h
    behind = (f(w) - f(w - h)) / h
    return (ahead + behind) / 2


# %% right: fourth order
def numerical_gradient(f, w, h=1e-4):
    return (8 * (f(w + h) - f(w - h)) - f(w + 2 * h) + f(w - 2 * h)) / (12 * h)


# %% right: the complex step
def numerical_gradient(f, w, h=1e-4):
    return np.imag(f(w + 1j * h)) / h


# %% right: Richardson's extrapolation
def numerical_gradient(f, w, h=1e-4):
    d = lambda s: (f(w + s) - f(w - s)) / (2 * s)
    return (4 * d(h / 2) - d(h)) / 3


# %% right: NumPy's own
def numerical_gradient(f, w, h=1e-4):
    return np.gradient([f(w - h), f(w), f(w + h)], h)[1]


# %% wrong one-sided: ahead
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w)) / h


# %% wrong one-sided: behind
def numerical_gradient(f, w, h=1e-4):
    return (f(w) - f(w - h)) / h


# %% wrong width-of-the-interval: h for 2h
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / h


# %% wrong width-of-the-interval: precedence
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / (4 * h)


# %% wrong rise-without-brackets: of the run
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / 2 * h


# %% wrong rise-backwards: minus first
def numerical_gradient(f, w, h=1e-4):
    return (f(w - h) - f(w + h)) / (2 * h)


# %% wrong no-quotient: only the rise
def numerical_gradient(f, w, h=1e-4):
    return f(w + h) - f(w - h)


# %% wrong h-ignored: a number written in
def numerical_gradient(f, w, h=1e-4):
    return (f(w + 1e-4) - f(w - 1e-4)) / 2e-4


# %% wrong f-not-called: the loss's own derivative
def numerical_gradient(f, w, h=1e-4):
    return 15 * (w - 2)


# %% wrong not-second-order: the function itself
def numerical_gradient(f, w, h=1e-4):
    return f(w)


# %% wrong not-second-order: the second derivative
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - 2 * f(w) + f(w - h)) / h**2


# %% wrong returns-none: no return
def numerical_gradient(f, w, h=1e-4):
    (f(w + h) - f(w - h)) / (2 * h)


# %% wrong not-second-order: one point at h, the other at 2h
def numerical_gradient(f, w, h=1e-4):
    return (f(w + 2 * h) - f(w - h)) / (3 * h)


# %% right: true run
def numerical_gradient(f, w, h=1e-4):
    left, right = w - h, w + h
    return (f(right) - f(left)) / (right - left)


# %% right: walks w
def numerical_gradient(f, w, h=1e-4):
    w = w + h
    up = f(w)
    w = w - 2 * h
    down = f(w)
    return 0.5 * (up - down) / h


# %% wrong not-second-order: w moves back only one h
def numerical_gradient(f, w, h=1e-4):
    w += h
    up = f(w)
    w -= h
    down = f(w)
    return (up - down) / (2 * h)


# %% wrong f-not-called: calls gradient
def numerical_gradient(f, w, h=1e-4):
    x, y = data.taxi()
    return gradient(x, forward(x, w), y)


# %% wrong rise-backwards: abs of the slope
def numerical_gradient(f, w, h=1e-4):
    return abs(f(w + h) - f(w - h)) / (2 * h)


# %% wrong not-second-order: rounded
def numerical_gradient(f, w, h=1e-4):
    return round((f(w + h) - f(w - h)) / (2 * h), 4)


# %% wrong not-second-order: forgets w
def numerical_gradient(f, w, h=1e-4):
    return (f(h) - f(-h)) / (2 * h)


# %% wrong returns-a-function: returns a function
def numerical_gradient(f, w, h=1e-4):
    return lambda v: (f(v + h) - f(v - h)) / (2 * h)


# %% wrong rise-without-brackets: none at all
def numerical_gradient(f, w, h=1e-4):
    return f(w + h) - f(w - h) / 2 * h


# %% wrong rise-without-brackets: of the rise
def numerical_gradient(f, w, h=1e-4):
    return f(w + h) - f(w - h) / (2 * h)


# %% wrong rise-added: plus for minus
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) + f(w - h)) / (2 * h)


# %% wrong function-not-called: f times a number
def numerical_gradient(f, w, h=1e-4):
    return (f * (w + h) - f * (w - h)) / (2 * h)


# %% wrong square-brackets-for-a-call: f in square brackets
def numerical_gradient(f, w, h=1e-4):
    return (f[w + h] - f[w - h]) / (2 * h)


# %% wrong signature: f with two arguments
def numerical_gradient(f, w, h=1e-4):
    return (f(w, h) - f(w, -h)) / (2 * h)


# %% right: the mean of both one-sided slopes
def numerical_gradient(f, w, h=1e-4):
    return ((f(w + h) - f(w)) / h + (f(w) - f(w - h)) / h) / 2
