# %% right: all epochs at once
def epochs_needed(x, theta0, theta_star, lr, tol):
    values, V = np.linalg.eigh(hessian(x))
    k = np.arange(100_000)[:, None]
    with np.errstate(all="ignore"):
        error = ((1 - lr * values) ** k * (V.T @ (theta0 - theta_star))) @ V.T
    there = np.abs(error).max(axis=1) < tol
    if not there.any():
        raise ValueError("never")
    return np.argmax(there)


# %% right: real epochs of gradient descent, with a limit
def epochs_needed(x, theta0, theta_star, lr, tol):
    w, b = theta0
    y = theta_star[0] * x + theta_star[1]
    for n in range(20_000):
        if abs(w - theta_star[0]) < tol and abs(b - theta_star[1]) < tol:
            return n
        e = w * x + b - y
        w, b = w - lr * np.mean(2 * x * e), b - lr * np.mean(2 * e)
    raise ValueError("too many epochs")


# %% right: recursion in blocks, an own error class
class Never(ValueError):
    pass


def epochs_needed(x, theta0, theta_star, lr, tol):
    M = np.eye(2) - lr * hessian(x)
    e, n = np.array(theta0) - np.array(theta_star), 0
    if max(abs(e)) < tol:
        return 0
    if np.linalg.norm(M, 2) >= 1:
        raise Never(lr)
    while True:
        e, n = M @ e, n + 1
        if max(abs(e)) < tol:
            return n


# %% right: stops when the error explodes or stands still
def epochs_needed(x, theta0, theta_star, lr, tol):
    theta, n = np.array(theta0, dtype=float), 0
    while not np.all(np.abs(theta - theta_star) < tol):
        new = theta - lr * hessian(x) @ (theta - theta_star)
        n += 1
        if np.array_equal(new, theta) or np.max(np.abs(new)) > 1e9:
            raise ValueError("this never ends")
        theta = new
    return n


# %% right: a numpy integer
def epochs_needed(x, theta0, theta_star, lr, tol):
    H, e = hessian(x), np.subtract(theta0, theta_star)
    rates = 1 - lr * np.linalg.eigvalsh(H)
    if np.abs(e).max() < tol:
        return np.int64(0)
    if np.abs(rates).max() >= 1:
        raise ValueError
    n = np.int64(0)
    while np.abs(e).max() >= tol:
        e = e - lr * (H @ e)
        n = n + 1
    return n


# %% wrong epochs-off-by-one: counts one more
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e = np.eye(2) - lr * hessian(x), np.subtract(theta0, theta_star)
    if np.max(np.abs(e)) < tol:
        return 0
    if np.max(np.abs(np.linalg.eigvalsh(M))) >= 1:
        raise ValueError
    n = 1
    while np.max(np.abs(e)) >= tol:
        e, n = M @ e, n + 1
    return n


# %% wrong already-there: moves before it looks
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e, n = np.eye(2) - lr * hessian(x), np.subtract(theta0, theta_star), 0
    if np.max(np.abs(np.linalg.eigvalsh(M))) >= 1:
        raise ValueError
    while True:
        e, n = M @ e, n + 1
        if np.max(np.abs(e)) < tol:
            return n


# %% wrong another-error: w alone
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e, n = np.eye(2) - lr * hessian(x), np.subtract(theta0, theta_star), 0
    if np.max(np.abs(np.linalg.eigvalsh(M))) >= 1:
        raise ValueError
    while abs(e[0]) >= tol:
        e, n = M @ e, n + 1
    return n


# %% wrong another-error: the loss
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e, n = np.eye(2) - lr * hessian(x), np.subtract(theta0, theta_star), 0
    if np.max(np.abs(np.linalg.eigvalsh(M))) >= 1:
        raise ValueError
    while np.mean((e[0] * x + e[1]) ** 2) >= tol:
        e, n = M @ e, n + 1
    return n


# %% wrong another-error: the length of the error
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e, n = np.eye(2) - lr * hessian(x), np.subtract(theta0, theta_star), 0
    if np.max(np.abs(np.linalg.eigvalsh(M))) >= 1:
        raise ValueError
    while np.linalg.norm(e) >= tol:
        e, n = M @ e, n + 1
    return n


# %% wrong another-error: signs not taken away
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e, n = np.eye(2) - lr * hessian(x), np.subtract(theta_star, theta0), 0
    if np.max(np.abs(np.linalg.eigvalsh(M))) >= 1:
        raise ValueError
    while np.linalg.norm(e, 1) >= tol:
        e, n = M @ e, n + 1
    return n


# %% wrong another-error: the step
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e, n = np.eye(2) - lr * hessian(x), np.subtract(theta0, theta_star), 0
    if np.max(np.abs(e)) < tol:
        return 0
    if np.max(np.abs(np.linalg.eigvalsh(M))) >= 1:
        raise ValueError
    while np.max(np.abs(M @ e - e)) >= tol:
        e, n = M @ e, n + 1
    return n


# %% wrong epochs-hessian: without the 2
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e, n = np.eye(2) - lr * hessian(x) / 2, np.subtract(theta0, theta_star), 0
    if np.max(np.abs(np.linalg.eigvalsh(M))) >= 1:
        raise ValueError
    while np.max(np.abs(e)) >= tol:
        e, n = M @ e, n + 1
    return n


# %% wrong slow-mode-only: one formula
def epochs_needed(x, theta0, theta_star, lr, tol):
    e = np.max(np.abs(np.subtract(theta0, theta_star)))
    if e < tol:
        return 0
    rate = np.max(np.abs(1 - lr * np.linalg.eigvalsh(hessian(x))))
    if rate >= 1:
        raise ValueError
    return int(np.ceil(np.log(tol / e) / np.log(rate)))


# %% wrong never-not-raised: None
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e = np.eye(2) - lr * hessian(x), np.subtract(theta0, theta_star)
    for n in range(20_000):
        if np.max(np.abs(e)) < tol:
            return n
        e = M @ e


# %% wrong never-not-raised: a large number
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e, n = np.eye(2) - lr * hessian(x), np.subtract(theta0, theta_star), 0
    while np.max(np.abs(e)) >= tol and n < 20_000:
        e, n = M @ e, n + 1
    return n


# %% wrong never-not-raised: the error returned, not raised
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e, n = np.eye(2) - lr * hessian(x), np.subtract(theta0, theta_star), 0
    if np.max(np.abs(np.linalg.eigvalsh(M))) >= 1:
        return ValueError("never")
    while np.max(np.abs(e)) >= tol:
        e, n = M @ e, n + 1
    return n


# %% wrong never-ends: no thought of never
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e, n = np.eye(2) - lr * hessian(x), np.subtract(theta0, theta_star), 0
    while not np.max(np.abs(e)) < tol:
        e, n = M @ e, n + 1
    return n


# %% wrong error: raises another error
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e, n = np.eye(2) - lr * hessian(x), np.subtract(theta0, theta_star), 0
    assert np.max(np.abs(np.linalg.eigvalsh(M))) < 1
    while np.max(np.abs(e)) >= tol:
        e, n = M @ e, n + 1
    return n


# %% wrong changed-input: moves theta0 itself
def epochs_needed(x, theta0, theta_star, lr, tol):
    H, n = hessian(x), 0
    if np.max(np.abs(1 - lr * np.linalg.eigvalsh(H))) >= 1:
        raise ValueError
    while np.max(np.abs(theta0 - theta_star)) >= tol:
        theta0 -= lr * H @ (theta0 - theta_star)
        n += 1
    return n


# %% wrong returns-none: no return
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e, n = np.eye(2) - lr * hessian(x), np.subtract(theta0, theta_star), 0
    while np.max(np.abs(e)) >= tol:
        e, n = M @ e, n + 1


# %% wrong wrong-epochs: one update too long each time
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e, n = np.eye(2) - 1.1 * lr * hessian(x), np.subtract(theta0, theta_star), 0
    if np.max(np.abs(np.linalg.eigvalsh(M))) >= 1:
        raise ValueError
    while np.max(np.abs(e)) >= tol:
        e, n = M @ e, n + 1
    return n


# %% wrong another-error: the smaller error
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e, n = np.eye(2) - lr * hessian(x), np.subtract(theta0, theta_star), 0
    if np.max(np.abs(np.linalg.eigvalsh(M))) >= 1:
        raise ValueError
    while np.all(np.abs(e) >= tol):
        e, n = M @ e, n + 1
    return n
