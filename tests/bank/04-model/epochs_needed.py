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


# %% wrong another-exception: asserts
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


# %% right: powers of the matrix
def epochs_needed(x, theta0, theta_star, lr, tol):
    e = np.subtract(theta0, theta_star)
    M = np.eye(2) - lr * hessian(x)
    if np.abs(e).max() < tol:
        return 0
    if max(abs(np.linalg.eigvals(M))) >= 1:
        raise ValueError
    return next(k for k in range(1, 10**6) if np.abs(np.linalg.matrix_power(M, k) @ e).max() < tol)


# %% right: a generator of errors
def _errors(x, e, lr):
    H = hessian(x)
    while True:
        yield e
        e = e - lr * H @ e


def epochs_needed(x, theta0, theta_star, lr, tol):
    lam = np.linalg.eigvalsh(hessian(x))
    e = np.array(theta0) - np.array(theta_star)
    if np.linalg.norm(e, np.inf) >= tol and (lr * lam[1] >= 2 or lr <= 0):
        raise ValueError("no")
    for n, e in enumerate(_errors(x, e, lr)):
        if np.linalg.norm(e, np.inf) < tol:
            return n


# %% right: two numbers, no matrix
def epochs_needed(x, theta0, theta_star, lr, tol):
    lr_max = 2 / np.linalg.eigvalsh(hessian(x))[-1]
    dw, db = theta0[0] - theta_star[0], theta0[1] - theta_star[1]
    if abs(dw) < tol and abs(db) < tol:
        return 0
    if lr >= lr_max or lr <= 0:
        raise ValueError("lr is too large")
    epochs = 0
    m, s = np.mean(x), np.mean(x**2)
    while abs(dw) >= tol or abs(db) >= tol:
        dw, db = dw - 2 * lr * (s * dw + m * db), db - 2 * lr * (m * dw + db)
        epochs += 1
    return epochs


# %% wrong gives-up-too-soon: a limit of 1000
def epochs_needed(x, theta0, theta_star, lr, tol):
    error = np.subtract(theta0, theta_star)
    shrink = np.eye(2) - lr * hessian(x)
    for n in range(1000):
        if np.max(np.abs(error)) < tol:
            return n
        error = shrink @ error
    raise ValueError("never")


# %% wrong gives-up-too-soon: half the largest rate
def epochs_needed(x, theta0, theta_star, lr, tol):
    error = np.subtract(theta0, theta_star)
    lam = np.linalg.eigvalsh(hessian(x))
    if np.abs(error).max() >= tol and lr >= 1 / lam.max():
        raise ValueError
    shrink = np.eye(2) - lr * hessian(x)
    n = 0
    while np.max(np.abs(error)) >= tol:
        error = shrink @ error
        n += 1
    return n


# %% wrong gives-up-too-soon: plus for minus
def epochs_needed(x, theta0, theta_star, lr, tol):
    error = np.subtract(theta0, theta_star)
    shrink = np.eye(2) + lr * hessian(x)
    if max(abs(np.linalg.eigvals(shrink))) >= 1 and np.abs(error).max() >= tol:
        raise ValueError
    n = 0
    while np.max(np.abs(error)) >= tol:
        error = shrink @ error
        n += 1
    return n


# %% wrong start-ignored: from zero
def epochs_needed(x, theta0, theta_star, lr, tol):
    error = -np.asarray(theta_star, dtype=float)
    shrink = np.eye(2) - lr * hessian(x)
    if max(abs(np.linalg.eigvals(shrink))) >= 1 and np.abs(error).max() >= tol:
        raise ValueError
    n = 0
    while np.max(np.abs(error)) >= tol:
        error = shrink @ error
        n += 1
    return n


# %% wrong lr-ignored: a rate of its own
def epochs_needed(x, theta0, theta_star, lr, tol):
    error = np.subtract(theta0, theta_star)
    shrink = np.eye(2) - 0.01 * hessian(x)
    if max(abs(np.linalg.eigvals(shrink))) >= 1 and np.abs(error).max() >= tol:
        raise ValueError
    n = 0
    while np.max(np.abs(error)) >= tol:
        error = shrink @ error
        n += 1
    return n


# %% wrong other-rides: the taxi's Hessian
def epochs_needed(x, theta0, theta_star, lr, tol):
    error = np.subtract(theta0, theta_star)
    shrink = np.eye(2) - lr * np.array([[15, 5], [5, 2]])
    if max(abs(np.linalg.eigvals(shrink))) >= 1 and np.abs(error).max() >= tol:
        raise ValueError
    n = 0
    while np.max(np.abs(error)) >= tol:
        error = shrink @ error
        n += 1
    return n


# %% wrong w-before-b: b after w
def epochs_needed(x, theta0, theta_star, lr, tol):
    w, b = theta0
    y = theta_star[0] * x + theta_star[1]
    n = 0
    while max(abs(w - theta_star[0]), abs(b - theta_star[1])) >= tol:
        w -= lr * np.mean(2 * x * (w * x + b - y))
        b -= lr * np.mean(2 * (w * x + b - y))
        n += 1
        if n > 100000 or abs(w) > 1e9:
            raise ValueError
    return n


# %% wrong borrowed: looks for it on the course's path
from course.theory import trajectory


def epochs_needed(x, theta0, theta_star, lr, tol):
    w, b = theta_star
    path = trajectory(x, w * x + b, theta0, lr, 10_000)
    near = np.max(np.abs(path - theta_star), axis=1) < tol
    if not near.any():
        raise ValueError
    return int(np.argmax(near))


# %% wrong epochs-none: the minimum forgotten
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e, n = np.eye(2) - lr * hessian(x), theta0, 0
    if np.max(np.abs(np.linalg.eigvalsh(M))) >= 1:
        raise ValueError("never")
    while np.max(np.abs(e)) >= tol:
        e, n = M @ e, n + 1
    return n


# %% wrong epochs-none: the larger signed error
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e, n = np.eye(2) - lr * hessian(x), theta0 - theta_star, 0
    if np.max(np.abs(np.linalg.eigvalsh(M))) >= 1:
        raise ValueError("never")
    while np.max(e) >= tol:
        e, n = M @ e, n + 1
    return n


# %% wrong epochs-never-there: uphill
def epochs_needed(x, theta0, theta_star, lr, tol):
    H, error, n = hessian(x), theta0 - theta_star, 0
    if np.any(np.abs(1 - lr * np.linalg.eigvalsh(H)) >= 1):
        raise ValueError("never")
    while not np.all(np.abs(error) < tol):
        error, n = error + lr * H @ error, n + 1
    return n


# %% wrong another-error: the size of the sum
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e, n = np.eye(2) - lr * hessian(x), theta0 - theta_star, 0
    if np.max(np.abs(np.linalg.eigvalsh(M))) >= 1:
        raise ValueError("never")
    while abs(e.sum()) >= tol:
        e, n = M @ e, n + 1
    return n


# %% wrong raise-left-in-place: raise left
def epochs_needed(x, theta0, theta_star, lr, tol):
    raise NotImplementedError("Still to do: put your code in place of this line.")
    H = hessian(x)
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.abs(theta - theta_star).max() >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("does not converge")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n
