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


# %% wrong update-is-minus-the-step: minus the step
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


# %% wrong weight-decay: weight decay
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


# %% wrong update-is-minus-the-step: =- typo
def update(w, dw, lr):
    w = -lr * dw
    return w


# %% wrong update-is-minus-the-step: from b
def update(w, dw, lr):
    b = 0.0
    return b - lr * dw


# %% right: step first
def update(w, dw, lr):
    step = lr * dw
    return w - step


# %% right: as an array of one
def update(w, dw, lr):
    return np.array([w]) - lr * np.array([dw])


# %% right: the negative gradient
def update(w, dw, lr):
    direction = -dw
    return w + lr * direction


# %% wrong update-is-the-step: =+ typo
def update(w, dw, lr):
    w = +lr * dw
    return w


# %% wrong returns-none: prints
def update(w, dw, lr):
    print(w - lr * dw)


# %% wrong update-in-brackets: w in the product
def update(w, dw, lr):
    return w - lr * dw * w


# %% wrong update-without-dw: w times 1 - lr
def update(w, dw, lr):
    return w * (1 - lr)


# %% wrong update-without-dw: w minus lr
def update(w, dw, lr):
    return w - lr


# %% wrong update-without-dw: lr of itself
def update(w, dw, lr):
    return w - lr * w


# %% wrong rate-not-a-factor: lr over dw
def update(w, dw, lr):
    return w - lr / dw


# %% wrong update-uphill: minus minus
def update(w, dw, lr):
    return w - lr * -dw


# %% wrong update-uphill: +=
def update(w, dw, lr):
    w += lr * dw
    return w


# %% wrong rate-written-in: lr set anew
def update(w, dw, lr):
    lr = 0.001
    return w - lr * dw


# %% wrong rate-written-in: global
LEARNING_RATE = 0.05


def update(w, dw, lr):
    return w - LEARNING_RATE * dw


# %% wrong update-one-way: only when positive
def update(w, dw, lr):
    if dw > 0:
        w = w - lr * dw
    return w


# %% wrong update-one-way: max(0, dw)
def update(w, dw, lr):
    return w - lr * max(dw, 0)


# %% wrong half-a-step: 0.5
def update(w, dw, lr):
    return w - 0.5 * lr * dw


# %% wrong double-step: 2
def update(w, dw, lr):
    return w - 2 * lr * dw


# %% wrong update-of-another-size: over 4
def update(w, dw, lr):
    return w - lr * dw / 4


# %% wrong update-of-another-size: a tenth of lr
def update(w, dw, lr):
    return w - (lr / 10) * dw


# %% wrong state-between-calls: momentum global
velocity = 0.0


def update(w, dw, lr):
    global velocity
    velocity = 0.9 * velocity - lr * dw
    return w + velocity


# %% wrong state-between-calls: a rate that shrinks
step_count = 0


def update(w, dw, lr):
    global step_count
    step_count += 1
    return w - lr / step_count * dw


# %% wrong clipped: to one
def update(w, dw, lr):
    dw = np.clip(dw, -1, 1)
    return w - lr * dw


# %% wrong clipped: to 5
def update(w, dw, lr):
    dw = max(-5.0, min(5.0, dw))
    return w - lr * dw


# %% wrong returns-more: w and the step
def update(w, dw, lr):
    step = lr * dw
    return w - step, step


# %% wrong returns-more: both as found in loops
def update(w, dw, lr):
    w = w - lr * dw
    return w, lr


# %% wrong update-turned-round: step minus w
def update(w, dw, lr):
    return lr * dw - w


# %% wrong update-roles: dw moved
def update(w, dw, lr):
    dw = dw - lr * dw
    return dw


# %% wrong update-roles: dw minus lr w
def update(w, dw, lr):
    return dw - w * lr


# %% wrong weight-decay: 1e-2
def update(w, dw, lr, decay=0.01):
    return w - lr * (dw + decay * w)


# %% wrong weight-decay: w shrinks first
def update(w, dw, lr):
    w = 0.99 * w
    return w - lr * dw


# %% wrong rounded: two digits
def update(w, dw, lr):
    return round(w - lr * dw, 2)


# %% wrong rounded: whole
def update(w, dw, lr):
    return int(w - lr * dw)


# %% wrong update-without-lr: only for small ones
def update(w, dw, lr):
    w -= dw
    return w


# %% wrong update-leaves-w: assigned to another name
def update(w, dw, lr):
    w_new = w
    w_new -= lr * dw
    return w


# %% wrong double-step: run twice
def update(w, dw, lr):
    for _ in range(2):
        w = w - lr * dw
    return w


# %% wrong negative-lost: size
def update(w, dw, lr):
    return abs(w - lr * dw)


# %% wrong power-for-product: lr squared
def update(w, dw, lr):
    return w - lr**2 * dw


# %% wrong power-for-product: power for product
def update(w, dw, lr):
    return w - abs(dw) ** lr


# %% wrong returns-a-text: text
def update(w, dw, lr):
    return str(w - lr * dw)


# %% wrong number-has-no-method: dw.mean()
def update(w, dw, lr):
    return w - lr * dw.mean()


# %% wrong grad-of-a-number: w.data
def update(w, dw, lr):
    w.data = w.data - lr * dw
    return w


# %% wrong update-returns-another: dw
def update(w, dw, lr):
    w = w - lr * dw
    return dw


# %% wrong wrong-update: towards the price of the notebook
def update(w, dw, lr):
    return w - lr * (w - 2)


# %% wrong update-in-brackets: w in the brackets of the step
def update(w, dw, lr):
    return w - lr * (dw - w)
