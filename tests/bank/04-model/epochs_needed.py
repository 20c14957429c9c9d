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


# %% wrong never-none: None
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e = np.eye(2) - lr * hessian(x), np.subtract(theta0, theta_star)
    for n in range(20_000):
        if np.max(np.abs(e)) < tol:
            return n
        e = M @ e


# %% wrong never-counted: a large number
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e, n = np.eye(2) - lr * hessian(x), np.subtract(theta0, theta_star), 0
    while np.max(np.abs(e)) >= tol and n < 20_000:
        e, n = M @ e, n + 1
    return n


# %% wrong never-error-returned: the error returned, not raised
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


# %% wrong epochs-bound-too-small: half the largest rate
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


# %% wrong gives-up-always: plus for minus
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


# %% wrong epochs-minimum-ignored: the minimum forgotten
def epochs_needed(x, theta0, theta_star, lr, tol):
    M, e, n = np.eye(2) - lr * hessian(x), theta0, 0
    if np.max(np.abs(np.linalg.eigvalsh(M))) >= 1:
        raise ValueError("never")
    while np.max(np.abs(e)) >= tol:
        e, n = M @ e, n + 1
    return n


# %% wrong another-error: the larger signed error
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


# %% right: the norm of the largest
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.linalg.norm(theta - theta_star, np.inf) >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% right: a whole number as a float
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.abs(theta - theta_star).max() >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return float(n)


# %% right: powers along the eigenvectors
def epochs_needed(x, theta0, theta_star, lr, tol):
    lam, V = np.linalg.eigh(hessian(x))
    c = V.T @ (np.asarray(theta0) - np.asarray(theta_star))
    k = 0
    while True:
        e = V @ ((1 - lr * lam) ** k * c)
        if np.abs(e).max() < tol:
            return k
        if np.abs(1 - lr * lam).max() >= 1:
            raise ValueError("no")
        k += 1


# %% right: the notebook's errors
def epochs_needed(x, theta0, theta_star, lr, tol):
    with np.errstate(all="ignore"):
        e = np.abs(errors(hessian(x), np.array(theta0) - theta_star, lr, 10_000)).max(axis=1)
    if not (e < tol).any():
        raise ValueError
    return int(np.argmax(e < tol))


# %% wrong epochs-allclose: np.allclose
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while not np.allclose(theta, theta_star, atol=tol):
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong epochs-relative: a relative tolerance
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while not np.allclose(theta, theta_star, rtol=tol, atol=0):
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong epochs-relative: relative to the start
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.abs(theta - theta_star).max() >= tol * np.abs(theta0 - theta_star).max():
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong epochs-equal-to-tol: equal is enough
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.abs(theta - theta_star).max() > tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong another-error: the squared length
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.sum((theta - theta_star) ** 2) >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong another-error: signed, the other way round
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while (theta_star - theta).max() >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong another-error: the largest first, its size then
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while abs((theta - theta_star).max()) >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong another-error: the length of the gradient
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.linalg.norm(H @ (theta - theta_star)) >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong another-error: the largest error of a fare
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.abs(x * (theta - theta_star)[0] + (theta - theta_star)[1]).max() >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong epochs-tol-ignored: a tolerance written in
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.abs(theta - theta_star).max() >= 1e-3:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong epochs-and-more: returns theta too
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.abs(theta - theta_star).max() >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n, theta


# %% wrong gives-up-too-soon: gives up after a thousand
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    for n in range(1000):
        if np.abs(theta - theta_star).max() < tol:
            return n
        theta = theta - lr * H @ (theta - theta_star)
    raise ValueError


# %% wrong never-counted: stops at a limit, and says so by the limit
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.abs(theta - theta_star).max() >= tol and n < 10_000:
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong raises-before-looking: raises before it looks
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    if np.max(np.abs(1 - lr * lam)) >= 1:
        raise ValueError("never")
    while np.abs(theta - theta_star).max() >= tol:
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong epochs-bound-too-small: the best rate for the bound
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.abs(theta - theta_star).max() >= tol:
        if lr > 2 / lam.sum() or lr <= 0:
            raise ValueError
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong epochs-bound-too-small: the taxi's bound
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.abs(theta - theta_star).max() >= tol:
        if lr >= 0.1198 or lr <= 0:
            raise ValueError
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong gives-up-when-it-grows: an error grew
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    err = np.abs(theta - theta_star).max()
    while err >= tol:
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
        new = np.abs(theta - theta_star).max()
        if new >= err:
            raise ValueError("grows")
        err = new
    return n


# %% wrong raises-a-text: raises a text
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.abs(theta - theta_star).max() >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise "never"
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong never-error-returned: returns the class
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.abs(theta - theta_star).max() >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            return ValueError
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong returns-none: return in the first round
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.abs(theta - theta_star).max() >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
        return n


# %% wrong hessian-entry: a 2 forgotten
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = np.array([[2 * np.mean(x * x), np.mean(x)], [np.mean(x), 2.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.abs(theta - theta_star).max() >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong hessian-entry: no mixing of w and b
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), 0], [0, 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.abs(theta - theta_star).max() >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong hessian-entry: b before w in the Hessian
def epochs_needed(x, theta0, theta_star, lr, tol):
    X = np.column_stack([np.ones(len(x)), x])
    H = 2 / len(x) * X.T @ X
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.abs(theta - theta_star).max() >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong epochs-condition-number: κ times a logarithm
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    e = np.abs(np.array(theta0) - theta_star).max()
    if e < tol:
        return 0
    r = np.abs(1 - lr * lam).max()
    if r >= 1:
        raise ValueError
    k = lam[1] / lam[0]
    return int(np.ceil(k * np.log(e / tol)))


# %% wrong slow-mode-only: a formula for the steep direction
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    e = np.abs(np.array(theta0) - theta_star).max()
    if e < tol:
        return 0
    if np.abs(1 - lr * lam).max() >= 1:
        raise ValueError
    return int(np.ceil(np.log(tol / e) / np.log(abs(1 - lr * lam[1]))))


# %% wrong another-error: errors along the eigenvectors
def epochs_needed(x, theta0, theta_star, lr, tol):
    lam, V = np.linalg.eigh(hessian(x))
    c = V.T @ (np.array(theta0) - theta_star)
    if np.abs(1 - lr * lam).max() >= 1 and np.abs(c).max() >= tol:
        raise ValueError
    n = 0
    while np.abs(c).max() >= tol:
        c = c * (1 - lr * lam)
        n += 1
    return n


# %% wrong epochs-not-turned: eigenvalues for w and b
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    e = np.array(theta0) - theta_star
    if np.abs(1 - lr * lam).max() >= 1 and np.abs(e).max() >= tol:
        raise ValueError
    n = 0
    while np.abs(e).max() >= tol:
        e = e * (1 - lr * lam)
        n += 1
    return n


# %% wrong epochs-minimum-ignored: another minimum
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    theta_star = np.array([2.0, 0.0])
    n = 0
    while np.abs(theta - theta_star).max() >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong epochs-best-rate: the best rate, whatever is asked
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.abs(theta - theta_star).max() >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - 2 / lam.sum() * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong epochs-off-by-one: counts the rounds before the last
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    if np.max(np.abs(1 - lr * lam)) >= 1:
        raise ValueError
    for n in range(100_000):
        theta = theta - lr * H @ (theta - theta_star)
        if np.abs(theta - theta_star).max() < tol:
            return n


# %% wrong epochs-none: counts nothing
def epochs_needed(x, theta0, theta_star, lr, tol):
    n = 0
    if np.max(np.abs(theta0 - theta_star)) < tol:
        return n
    return n


# %% wrong never-not-raised: argmax of nothing
def epochs_needed(x, theta0, theta_star, lr, tol):
    lam, V = np.linalg.eigh(hessian(x))
    k = np.arange(20_000)[:, None]
    with np.errstate(all="ignore"):
        e = ((1 - lr * lam) ** k * (V.T @ (np.array(theta0) - theta_star))) @ V.T
    return int(np.argmax(np.abs(e).max(axis=1) < tol))


# %% wrong epochs-float32: float32 tensors
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta, theta_star, H = (torch.tensor(v, dtype=torch.float32) for v in (theta0, theta_star, H))
    n = 0
    while (theta - theta_star).abs().max() >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("does not converge")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong epochs-float32: the rides in float32, by autograd
def epochs_needed(x, theta0, theta_star, lr, tol):
    x = torch.tensor(x, dtype=torch.float32)
    theta = torch.tensor(theta0, dtype=torch.float32)
    star = torch.tensor(theta_star, dtype=torch.float32)
    y = star[0] * x + star[1]
    slope = torch.func.grad(lambda t: ((t[0] * x + t[1] - y) ** 2).mean())
    for n in range(10_000):
        size = (theta - star).abs().max()
        if size < tol:
            return n
        if size > 1e6 or lr == 0:
            break
        theta = theta - lr * slope(theta)
    raise ValueError("does not converge")


# %% wrong epochs-several: theta for the count
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.abs(theta - theta_star).max() >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("never")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return theta


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


# %% wrong raises-before-looking: raises before it looks, too
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    if np.max(np.abs(1 - lr * lam)) >= 1:
        raise ValueError("does not converge")
    n = 0
    while np.abs(theta - theta_star).max() >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("does not converge")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong epochs-allclose: np.allclose, too
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while not np.allclose(theta, theta_star, atol=tol):
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("does not converge")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n


# %% wrong epochs-and-more: returns theta too, too
def epochs_needed(x, theta0, theta_star, lr, tol):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    theta = np.array(theta0, dtype=float)
    n = 0
    while np.abs(theta - theta_star).max() >= tol:
        if np.max(np.abs(1 - lr * lam)) >= 1:
            raise ValueError("does not converge")
        theta = theta - lr * H @ (theta - theta_star)
        n += 1
    return n, theta
