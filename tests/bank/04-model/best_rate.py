# %% right: eigenvalues by size, the factor from κ
def best_rate(x):
    values = np.linalg.eigvals(hessian(x))
    kappa = values.max() / values.min()
    return 2 / values.sum(), (kappa - 1) / (kappa + 1)


# %% right: trace and determinant, no eigenvalues
def best_rate(x):
    H = hessian(x)
    trace, det = np.trace(H), np.linalg.det(H)
    return 2 / trace, np.sqrt(max(trace**2 - 4 * det, 0)) / trace


# %% right: means, no matrix
def best_rate(x):
    s, m = np.mean(x**2), np.mean(x)
    root = np.sqrt((s - 1) ** 2 + 4 * m**2)
    return 1 / (s + 1), root / (s + 1)


# %% right: singular values of the design matrix
def best_rate(x):
    X = np.column_stack([x, np.ones_like(x)])
    steep, flat = 2 / len(x) * np.linalg.svd(X, compute_uv=False) ** 2
    return np.array([2 / (steep + flat), (steep - flat) / (steep + flat)])


# %% right: the size of what the steep direction keeps
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(hessian(x))
    lr = 2 / (steep + flat)
    return [lr, abs(1 - lr * steep)]


# %% right: the spectral norm of a step
def best_rate(x):
    H = hessian(x)
    lr = 2 / np.trace(H)
    return lr, np.linalg.norm(np.eye(2) - lr * H, 2)


# %% right: a Hessian of autograd, in tensors
def best_rate(x):
    x = torch.tensor(x)
    loss = lambda t: ((t[0] * x + t[1]) ** 2).mean()
    H = torch.func.hessian(loss)(torch.zeros(2, dtype=torch.float64))
    values = torch.linalg.eigvalsh(H)
    lr = 2 / values.sum()
    return lr, (1 - lr * values).abs().max()


# %% right: the larger of the two factors, sorted by hand
def best_rate(x):
    flat, steep = sorted(np.linalg.eigvals(hessian(x)).real)
    lr = 2.0 / (flat + steep)
    return float(lr), float(max(abs(1 - lr * flat), abs(1 - lr * steep)))


# %% right: the order (b, w)
def best_rate(x):
    X = np.stack([x**0, x], axis=1)
    low, high = np.linalg.eigvalsh(2 * X.T @ X / len(x))
    return 2 / (low + high), (high - low) / (high + low)


# %% wrong best-rate-swapped: the factor first
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(hessian(x))
    lr = 2 / (flat + steep)
    return 1 - lr * flat, lr


# %% wrong best-rate-by-position: the first of eigvals for the larger
def best_rate(x):
    steep, flat = np.linalg.eigvals(hessian(x))
    return 2 / (steep + flat), (steep - flat) / (steep + flat)


# %% wrong best-rate-by-position: the last of eigvals for the larger
def best_rate(x):
    values = np.linalg.eigvals(hessian(x))
    kappa = values[-1] / values[0]
    return 2 / sum(values), (kappa - 1) / (kappa + 1)


# %% wrong best-rate-negative: what the steep direction keeps, with its sign
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(hessian(x))
    lr = 2 / (flat + steep)
    return lr, 1 - lr * steep


# %% wrong best-rate-negative: κ the wrong way round
def best_rate(x):
    steep, flat = np.linalg.eigvalsh(hessian(x))
    kappa = steep / flat
    return 2 / (flat + steep), (kappa - 1) / (kappa + 1)


# %% wrong best-rate-bound: the largest stable rate
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(hessian(x))
    return 2 / steep, (steep - flat) / (steep + flat)


# %% wrong best-rate-bound: the bound, and what it leaves
def best_rate(x):
    values = np.linalg.eigvalsh(hessian(x))
    lr = 2 / values[-1]
    return lr, np.max(np.abs(1 - lr * values))


# %% wrong best-rate-one-direction: one step across
def best_rate(x):
    values = np.linalg.eigvalsh(hessian(x))
    lr = 1 / values[-1]
    return lr, 1 - lr * values[0]


# %% wrong best-rate-one-direction: one step along
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(hessian(x))
    return 1 / flat, 0.0


# %% wrong best-rate-half: 1 for 2
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(hessian(x))
    lr = 1 / (flat + steep)
    return lr, 1 - lr * flat


# %% wrong best-rate-difference: minus
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(hessian(x))
    with np.errstate(divide="ignore"):
        return 2 / (steep - flat), (steep - flat) / (steep + flat)


# %% wrong best-rate-condition-number: κ
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(hessian(x))
    return 2 / (flat + steep), steep / flat


# %% wrong best-rate-condition-number: 1 − 1/κ
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(hessian(x))
    return 2 / (flat + steep), 1 - flat / steep


# %% wrong best-rate-upside-down: (κ + 1)/(κ − 1)
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(hessian(x))
    with np.errstate(divide="ignore"):
        return 2 / (flat + steep), (steep + flat) / (steep - flat)


# %% wrong best-rate-root: that of momentum
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(hessian(x))
    root = np.sqrt(steep / flat)
    return 2 / (flat + steep), (root - 1) / (root + 1)


# %% wrong best-rate-of-the-loss: squared
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(hessian(x))
    lr = 2 / (flat + steep)
    return lr, (1 - lr * flat) ** 2


# %% wrong best-rate-what-goes: the share that goes
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(hessian(x))
    lr = 2 / (flat + steep)
    return lr, lr * flat


# %% wrong best-rate-hessian: without the 2
def best_rate(x):
    X = np.column_stack([x, np.ones(len(x))])
    flat, steep = np.linalg.eigvalsh(X.T @ X / len(x))
    return 2 / (flat + steep), (steep - flat) / (steep + flat)


# %% wrong best-rate-hessian: sums for means
def best_rate(x):
    X = np.column_stack([x, np.ones(len(x))])
    flat, steep = np.linalg.eigvalsh(2 * X.T @ X)
    return 2 / (flat + steep), (steep - flat) / (steep + flat)


# %% wrong best-rate-without-b: w alone
def best_rate(x):
    steep = 2 * np.mean(x**2)
    return 1 / steep, 0.0


# %% wrong best-rate-without-b: the diagonal for the eigenvalues
def best_rate(x):
    steep = 2 * np.mean(x**2)
    return 2 / steep, 1.0


# %% wrong best-rate-factor: the diagonal for the eigenvalues
def best_rate(x):
    a, d = np.diag(hessian(x))
    lr = 2 / (a + d)
    return lr, abs(a - d) / (a + d)


# %% wrong best-rate-distance-sign: distances without a sign
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(hessian(np.abs(x)))
    return 2 / (flat + steep), (steep - flat) / (steep + flat)


# %% wrong other-rides: the taxi's matrix, written out
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(np.array([[15, 5], [5, 2]]))
    lr = 2 / (flat + steep)
    return lr, 1 - lr * flat


# %% wrong other-rides: the taxi's numbers
def best_rate(x):
    return 2 / 17, 0.9647776157


# %% wrong fixed-n: four rides
def best_rate(x):
    X = np.column_stack([x, np.ones(len(x))])
    flat, steep = np.linalg.eigvalsh(2 / 4 * X.T @ X)
    return 2 / (flat + steep), (steep - flat) / (steep + flat)


# %% wrong n-minus-1: N − 1
def best_rate(x):
    X = np.column_stack([x, np.ones(len(x))])
    flat, steep = np.linalg.eigvalsh(2 / (len(x) - 1) * X.T @ X)
    return 2 / (flat + steep), (steep - flat) / (steep + flat)


# %% wrong rounded: four digits
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(hessian(x))
    lr = 2 / (flat + steep)
    return round(lr, 4), round(1 - lr * flat, 4)


# %% wrong wrong-return: the rate alone
def best_rate(x):
    return 2 / np.linalg.eigvalsh(hessian(x)).sum()


# %% wrong wrong-return: the factor of each direction
def best_rate(x):
    values = np.linalg.eigvalsh(hessian(x))
    lr = 2 / values.sum()
    return lr, np.abs(1 - lr * values)


# %% wrong returns-none: no return
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(hessian(x))
    lr = 2 / (flat + steep)
    factor = 1 - lr * flat


# %% wrong changed-input: squares in place
def best_rate(x):
    m = np.mean(x)
    x *= x
    flat, steep = np.linalg.eigvalsh(2 * np.array([[np.mean(x), m], [m, 1]]))
    lr = 2 / (flat + steep)
    return lr, 1 - lr * flat


# %% wrong borrowed: the course's own
def best_rate(x):
    from course import theory

    flat, steep = np.linalg.eigvalsh(theory.hessian(x, bias=True))
    return 2 / (flat + steep), (steep - flat) / (steep + flat)


# %% right: half the trace, and how far the eigenvalues lie from it
def best_rate(x):
    m2 = np.mean(x**2) + 1
    lr = 1 / m2
    return lr, np.sqrt(1 - 4 * np.var(x) / m2**2) if True else 0


# %% wrong best-rate-same-for-all: the class's numbers
def best_rate(x):
    return 0.1179, 0.9648


# %% wrong best-rate-same-for-all: the class's rate
def best_rate(x):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lo, hi = np.linalg.eigvalsh(H)
    return 0.11764705882352941, (hi - lo) / (hi + lo)


# %% wrong best-rate-root: the best rate of momentum
def best_rate(x):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lo, hi = np.linalg.eigvalsh(H)
    return 4 / (np.sqrt(lo) + np.sqrt(hi)) ** 2, (
        (np.sqrt(hi) - np.sqrt(lo)) / (np.sqrt(hi) + np.sqrt(lo))
    ) ** 2


# %% wrong best-rate-x-moved: centred
def best_rate(x):
    x = x - x.mean()
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lo, hi = np.linalg.eigvalsh(H)
    return 2 / (lo + hi), (hi - lo) / (hi + lo)


# %% wrong best-rate-x-moved: standardised
def best_rate(x):
    x = (x - x.mean()) / x.std()
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    lo, hi = np.linalg.eigvalsh(H)
    return 2 / (lo + hi), (hi - lo) / (hi + lo)


# %% wrong best-rate-of-the-loss: both directions multiplied
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(hessian(x))
    lr = 2 / (flat + steep)
    return lr, abs((1 - lr * flat) * (1 - lr * steep))


# %% wrong matrix-not-called-for: hessian not called
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(hessian)
    lr = 2 / (flat + steep)
    return lr, 1 - lr * flat


# %% wrong truth-of-many: eig max
def best_rate(x):
    lam = np.linalg.eig(hessian(x))
    flat, steep = min(lam), max(lam)
    lr = 2 / (flat + steep)
    return lr, 1 - lr * flat


# %% wrong not-square: eigvalsh of x
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(x)
    lr = 2 / (flat + steep)
    return lr, 1 - lr * flat


# %% wrong index-into-a-number: min array
def best_rate(x):
    flat, steep = np.linalg.eigvalsh(hessian(x))
    lr = 2 / (flat + steep)
    return lr, min(1 - lr * flat, flat[0])
