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


# %% wrong one-place-only: the function itself
def numerical_gradient(f, w, h=1e-4):
    return f(w)


# %% wrong second-derivative: the second derivative
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - 2 * f(w) + f(w - h)) / h**2


# %% wrong returns-none: no return
def numerical_gradient(f, w, h=1e-4):
    (f(w + h) - f(w - h)) / (2 * h)


# %% wrong not-symmetric: one point at h, the other at 2h
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


# %% wrong one-sided-run: w moves back only one h
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


# %% wrong negative-lost: abs of the slope
def numerical_gradient(f, w, h=1e-4):
    return abs(f(w + h) - f(w - h)) / (2 * h)


# %% wrong rounded: rounded
def numerical_gradient(f, w, h=1e-4):
    return round((f(w + h) - f(w - h)) / (2 * h), 4)


# %% wrong w-forgotten: forgets w
def numerical_gradient(f, w, h=1e-4):
    return (f(h) - f(-h)) / (2 * h)


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


# %% right: the mean of both one-sided slopes
def numerical_gradient(f, w, h=1e-4):
    return ((f(w + h) - f(w)) / h + (f(w) - f(w - h)) / h) / 2


# %% wrong width-of-the-interval: 2h bracket in the points
def numerical_gradient(f, w, h=1e-4):
    return (f(w + 2 * h) - f(w - 2 * h)) / (2 * h)


# %% wrong one-place-only: h = 1e-50
def numerical_gradient(f, w, h=1e-4):
    h = 1e-50
    return (f(w + h) - f(w - h)) / (2 * h)


# %% wrong slope-of-one-value: np.gradient of a value
def numerical_gradient(f, w, h=1e-4):
    return np.gradient(f(w), h)


# %% right: two calls named
def numerical_gradient(f, w, h=1e-4):
    J_plus = f(w + h)
    J_minus = f(w - h)
    return (J_plus - J_minus) / (2 * h)


# %% right: divided twice
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / 2 / h


# %% right: five points
def numerical_gradient(f, w, h=1e-4):
    return (-f(w + 2 * h) + 8 * f(w + h) - 8 * f(w - h) + f(w - 2 * h)) / (12 * h)


# %% right: points twice as far, run too
def numerical_gradient(f, w, h=1e-4):
    return (f(w + 2 * h) - f(w - 2 * h)) / (4 * h)


# %% right: one-sided of second order
def numerical_gradient(f, w, h=1e-4):
    return (-3 * f(w) + 4 * f(w + h / 2) - f(w + h)) / h


# %% right: both one-sided slopes averaged
def numerical_gradient(f, w, h=1e-4):
    right = (f(w + h) - f(w)) / h
    left = (f(w - h) - f(w)) / (-h)
    return np.mean([left, right])


# %% right: from the right to the left
def numerical_gradient(f, w, h=1e-4):
    return (f(w - h) - f(w + h)) / (-2 * h)


# %% right: diff over diff
def numerical_gradient(f, w, h=1e-4):
    ws = np.array([w - h, w + h])
    fs = np.array([f(v) for v in ws])
    return np.diff(fs) / np.diff(ws)


# %% right: polyfit through three points
def numerical_gradient(f, w, h=1e-4):
    d = np.array([-h, 0, h])
    return np.polyfit(d / h, [f(w + s) for s in d], 2)[1] / h


# %% wrong rise-backwards: swapped
def numerical_gradient(f, w, h=1e-4):
    left = f(w + h)
    right = f(w - h)
    return (right - left) / (2 * h)


# %% wrong rise-backwards: swapped, one-sided h
def numerical_gradient(f, w, h=1e-4):
    return (f(w) - f(w + h)) / h


# %% wrong one-sided-run: one side, run 2h
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w)) / (2 * h)


# %% wrong one-sided-run: behind, run 2h
def numerical_gradient(f, w, h=1e-4):
    return (f(w) - f(w - h)) / (2 * h)


# %% wrong one-sided: approx_fprime
def numerical_gradient(f, w, h=1e-4):
    f0 = f(w)
    w = w + h
    return (f(w) - f0) / h


# %% wrong one-place-only: f(w) times h
def numerical_gradient(f, w, h=1e-4):
    return (f(w) * h - f(w) * -h) / (2 * h)


# %% wrong h-ignored: h = 1e-8
def numerical_gradient(f, w, h=1e-4):
    h = 1e-8
    return (f(w + h) - f(w - h)) / (2 * h)


# %% wrong h-ignored: fixed 0.01
def numerical_gradient(f, w, h=1e-4):
    return (f(w + 0.01) - f(w - 0.01)) / 0.02


# %% wrong run-without-h: h in the points only
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / (2 * 1e-4)


# %% wrong places-without-h: h in the run only
def numerical_gradient(f, w, h=1e-4):
    return (f(w + 1e-4) - f(w - 1e-4)) / (2 * h)


# %% wrong several-slopes: np.gradient of three
def numerical_gradient(f, w, h=1e-4):
    return np.gradient([f(w - h), f(w), f(w + h)], h)


# %% wrong several-slopes: np.gradient of two
def numerical_gradient(f, w, h=1e-4):
    return np.gradient(np.array([f(w - h), f(w + h)]), 2 * h)


# %% wrong several-slopes: two slopes
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w)) / h, (f(w) - f(w - h)) / h


# %% wrong no-quotient: diff of two
def numerical_gradient(f, w, h=1e-4):
    return np.diff([f(w - h), f(w + h)])[0]


# %% wrong run-without-h: over 2
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / 2


# %% wrong no-quotient: one-sided
def numerical_gradient(f, w, h=1e-4):
    return f(w + h) - f(w)


# %% wrong run-without-h: np.gradient without h
def numerical_gradient(f, w, h=1e-4):
    return np.gradient([f(w - h), f(w), f(w + h)])[1]


# %% wrong times-the-run: times 2h
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) * (2 * h)


# %% wrong times-the-run: times h
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w)) * h


# %% wrong run-squared: over h squared
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / (2 * h**2)


# %% wrong run-squared: power for product
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / h**2


# %% wrong not-second-order: 2 + h
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / (2 + h)


# %% wrong negative-lost: abs outside
def numerical_gradient(f, w, h=1e-4):
    return abs((f(w + h) - f(w - h)) / (2 * h))


# %% wrong w-forgotten: f(h) and f(0)
def numerical_gradient(f, w, h=1e-4):
    return (f(h) - f(0)) / h


# %% wrong second-derivative: second derivative
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - 2 * f(w) + f(w - h)) / (h * h)


# %% wrong second-derivative: without the square
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - 2 * f(w) + f(w - h)) / h


# %% wrong slopes-added: added, not averaged
def numerical_gradient(f, w, h=1e-4):
    ahead = (f(w + h) - f(w)) / h
    behind = (f(w) - f(w - h)) / h
    return ahead + behind


# %% wrong not-symmetric: h and 2h
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - 2 * h)) / (3 * h)


# %% wrong not-symmetric: h one side, half the other
def numerical_gradient(f, w, h=1e-4):
    return (f(w + 2 * h) - f(w - h)) / (2 * h)


# %% wrong step-in-parts-of-w: h in parts of w
def numerical_gradient(f, w, h=1e-4):
    return (f(w * (1 + h)) - f(w * (1 - h))) / (2 * h)


# %% wrong step-in-parts-of-w: times h
def numerical_gradient(f, w, h=1e-4):
    return (f(w * h) - f(w)) / h


# %% wrong rise-added: plus, over 2
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) + f(w - h)) / 2


# %% wrong rise-added: plus, over h
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) + f(w - h)) / h


# %% wrong rounded: three digits
def numerical_gradient(f, w, h=1e-4):
    return round((f(w + h) - f(w - h)) / (2 * h), 3)


# %% wrong rounded: floor division
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) // (2 * h)


# %% wrong digits-lost: values of f rounded
def numerical_gradient(f, w, h=1e-4):
    return (round(f(w + h), 6) - round(f(w - h), 6)) / (2 * h)


# %% wrong quotient-upside-down: quotient upside down
def numerical_gradient(f, w, h=1e-4):
    return (2 * h) / (f(w + h) - f(w - h))


# %% wrong returns-none: printed
def numerical_gradient(f, w, h=1e-4):
    grad = (f(w + h) - f(w - h)) / (2 * h)
    print(grad)


# %% wrong not-second-order: the step too
def numerical_gradient(f, w, h=1e-4):
    return w - h * (f(w + h) - f(w - h)) / (2 * h)


# %% wrong wrong-call: f with two arguments
def numerical_gradient(f, w, h=1e-4):
    return (f(w, h) - f(w, -h)) / (2 * h)


# %% wrong slope-by-autograd: autograd
import torch


def numerical_gradient(f, w, h=1e-4):
    w = torch.tensor(w, requires_grad=True)
    f(w).backward()
    return w.grad.item()


# %% wrong length-of-a-number: len of w
def numerical_gradient(f, w, h=1e-4):
    g = np.zeros(len(w))
    for i in range(len(w)):
        g[i] = (f(w[i] + h) - f(w[i] - h)) / (2 * h)
    return g


# %% wrong index-into-a-number: w[0]
def numerical_gradient(f, w, h=1e-4):
    return (f(w[0] + h) - f(w - h)) / (2 * h)


# %% wrong returns-a-function: returns a function
def numerical_gradient(f, w, h=1e-4):
    return lambda v: (f(v + h) - f(v - h)) / (2 * h)


# %% wrong h-beside-f: a bracket that closes too early
def numerical_gradient(f, w, h=1e-4):
    return (f(w) + h - f(w - h)) / (2 * h)


# %% wrong run-without-h: divided by w
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / (2 * w)


# %% wrong one-place-only: the curve of the class's test, written in
def numerical_gradient(f, w, h=1e-4):
    f(w)
    return np.cos(w) + np.exp(w) + h**2 * np.exp(w) / 6


# %% wrong digits-lost: float32 arithmetic
def numerical_gradient(f, w, h=1e-4):
    w = np.float32(w)
    h = np.float32(h)
    return (np.float32(f(w + h)) - np.float32(f(w - h))) / (2 * h)
