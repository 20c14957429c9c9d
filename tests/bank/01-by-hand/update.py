# %% right: in place on its own copy
def update(w, dw, lr):
    w -= lr * dw
    return w


# %% right: plus minus
def update(w, dw, lr):
    return w + (-lr) * dw


# %% right: NumPy
def update(w, dw, lr):
    return np.subtract(w, np.multiply(lr, dw))


# %% right: single precision
def update(w, dw, lr):
    return np.float32(w - lr * dw)


# %% right: an array of no axis
def update(w, dw, lr):
    return np.array(w) - np.array(lr) * dw


# %% wrong update-uphill: plus
def update(w, dw, lr):
    return w + lr * dw


# %% wrong update-without-lr: whole gradient
def update(w, dw, lr):
    return w - dw


# %% wrong update-is-the-step: the step
def update(w, dw, lr):
    return lr * dw


# %% wrong update-is-the-step: minus the step
def update(w, dw, lr):
    return -lr * dw


# %% wrong returns-none: no return
def update(w, dw, lr):
    w -= lr * dw


# %% wrong rate-written-in: a rate written in
def update(w, dw, lr):
    return w - 0.01 * dw


# %% wrong rate-not-a-factor: the gradient divided
def update(w, dw, lr):
    return w - dw / lr


# %% wrong update-in-brackets: brackets
def update(w, dw, lr):
    return (w - lr) * dw


# %% wrong returns-more: both
def update(w, dw, lr):
    return w - lr * dw, dw


# %% right: dot of vectors
def update(w, dw, lr):
    return np.dot([1.0, -lr], [w, dw])


# %% right: object
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def step(self, w, dw):
        return w - self.lr * dw


def update(w, dw, lr):
    return SGD(lr).step(w, dw)


# %% right: decorated
import functools


def logged(f):
    calls = []

    @functools.wraps(f)
    def g(*args, **kwargs):
        calls.append(args)
        return f(*args, **kwargs)

    return g


@logged
def update(w, dw, lr):
    return w - lr * dw


# %% wrong update-in-brackets: w times
def update(w, dw, lr):
    return w * (1 - lr * dw)


# %% wrong update-sign-lost: abs
def update(w, dw, lr):
    return w + lr * abs(dw)


# %% wrong clipped: sign of the slope
def update(w, dw, lr):
    return w - lr * np.sign(dw)


# %% wrong negative-lost: price not negative
def update(w, dw, lr):
    return max(0.0, w - lr * dw)


# %% wrong wrong-value: weight decay
def update(w, dw, lr):
    return w - lr * (dw + 1e-3 * w)


# %% wrong state-between-calls: remembers
v = 0.0


def update(w, dw, lr):
    global v
    v = 0.1 * v + dw
    return w - lr * v


# %% wrong rounded: rounded
def update(w, dw, lr):
    return round(w - lr * dw, 4)


# %% wrong update-leaves-w: computes new, returns old
def update(w, dw, lr):
    new_w = w - lr * dw
    return w


# %% wrong update-roles: swapped
def update(w, dw, lr):
    return dw - lr * w


# %% wrong half-a-step: half step
def update(w, dw, lr):
    return w - lr * dw / 2


# %% wrong rate-not-a-factor: minus lr minus dw
def update(w, dw, lr):
    return w - lr - dw


# %% wrong update-sign-lost: always to the left
def update(w, dw, lr):
    return w - lr * abs(dw)


# %% wrong update-sign-lost: the sign turned where it is negative
def update(w, dw, lr):
    if dw > 0:
        return w - lr * dw
    return w + lr * dw


# %% wrong update-leaves-w: no step where the slope is small
def update(w, dw, lr):
    if abs(dw) < 0.01:
        return w
    return w - lr * dw


# %% wrong number-called: brackets for a product
def update(w, dw, lr):
    return w - lr(dw)
