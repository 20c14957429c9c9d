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


# %% wrong wrong-value: a rate written in
def update(w, dw, lr):
    return w - 0.01 * dw


# %% wrong wrong-value: the gradient divided
def update(w, dw, lr):
    return w - dw / lr


# %% wrong wrong-value: brackets
def update(w, dw, lr):
    return (w - lr) * dw


# %% wrong wrong-return: both
def update(w, dw, lr):
    return w - lr * dw, dw
