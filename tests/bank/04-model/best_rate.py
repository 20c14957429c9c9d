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


# %% wrong hessian-entry: the diagonal for the eigenvalues
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


# %% wrong best-rate-one-number: the rate alone
def best_rate(x):
    return 2 / np.linalg.eigvalsh(hessian(x)).sum()


# %% wrong best-rate-factor-for-each: the factor of each direction
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


# %% wrong best-rate-root-of-rates: the best rate of momentum
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


# %% right: NumPy's condition number
def best_rate(x):
    H = hessian(x)
    kappa = np.linalg.cond(H)
    return 2 / np.trace(H), (kappa - 1) / (kappa + 1)


# %% right: roots of the characteristic polynomial
def best_rate(x):
    H = hessian(x)
    r = np.sort(np.roots([1, -np.trace(H), np.linalg.det(H)]).real)
    return 2 / r.sum(), (r[1] - r[0]) / r.sum()


# %% wrong best-rate-by-position: the second of eig
def best_rate(x):
    lam, V = np.linalg.eig(hessian(x))
    lr = 2 / (lam[0] + lam[1])
    return lr, 1 - lr * lam[1]


# %% wrong best-rate-negative: κ's fraction turned round
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    kappa = lam[1] / lam[0]
    return 2 / (lam[0] + lam[1]), (1 - kappa) / (1 + kappa)


# %% wrong best-rate-bound: the bound with κ's factor
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    kappa = lam[1] / lam[0]
    return 2 / lam.max(), (kappa - 1) / (kappa + 1)


# %% wrong best-rate-one-direction: one step across, 1 − 1/κ
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    kappa = lam.max() / lam.min()
    return 1 / lam.max(), 1 - 1 / kappa


# %% wrong best-rate-root-of-rates: roots of the eigenvalues
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    lr = 2 / (np.sqrt(lam[0]) + np.sqrt(lam[1]))
    k = lam[1] / lam[0]
    return lr, (k - 1) / (k + 1)


# %% wrong best-rate-geometric: the geometric mean
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    lr = 1 / np.sqrt(lam[0] * lam[1])
    return lr, np.max(np.abs(1 - lr * lam))


# %% wrong best-rate-one-direction: Nesterov's numbers
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    k = lam[1] / lam[0]
    return 1 / lam[1], 1 - 1 / np.sqrt(k)


# %% wrong best-rate-percent: in percent
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    k = lam[1] / lam[0]
    return 2 / lam.sum(), 100 * (k - 1) / (k + 1)


# %% wrong best-rate-percent: what goes, in percent
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    k = lam[1] / lam[0]
    return 2 / lam.sum(), 100 * (1 - (k - 1) / (k + 1))


# %% wrong best-rate-hessian: XᵀX
def best_rate(x):
    X = np.column_stack([x, np.ones_like(x)])
    lam = np.linalg.eigvalsh(X.T @ X)
    k = lam[1] / lam[0]
    return 2 / lam.sum(), (k - 1) / (k + 1)


# %% wrong best-rate-hessian: the mean without its 2
def best_rate(x):
    X = np.column_stack([x, np.ones_like(x)])
    lam = np.linalg.eigvalsh(X.T @ X / len(x))
    k = lam[1] / lam[0]
    return 2 / lam.sum(), (k - 1) / (k + 1)


# %% wrong best-rate-hessian: numbers of another problem
def best_rate(x):
    X = np.array([x, np.ones(len(x))])
    H = (1 / 3) * X @ X.T / 6
    lam = np.linalg.eigvalsh(H)
    return 2 / (lam[0] + lam[1]), (lam[1] - lam[0]) / (lam[1] + lam[0])


# %% wrong best-rate-diagonal: the diagonal, with its sign
def best_rate(x):
    L = 2 * np.mean(x**2)
    return 2 / (L + 2), (L - 2) / (L + 2)


# %% wrong best-rate-singular: singular values as they are
def best_rate(x):
    X = np.column_stack([x, np.ones_like(x)])
    s = np.linalg.svd(X, compute_uv=False)
    return 2 / (s[0] + s[1]), (s[0] - s[1]) / (s[0] + s[1])


# %% wrong best-rate-condition-number: κ for κ − 1
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    k = lam[1] / lam[0]
    return 2 / lam.sum(), k / (k + 1)


# %% wrong best-rate-factor-brackets: no brackets in the factor
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    k = lam[1] / lam[0]
    return 2 / lam.sum(), k - 1 / k + 1


# %% wrong best-rate-brackets: no brackets in the rate
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    k = lam[1] / lam[0]
    return 2 / lam[1] + lam[0], (k - 1) / (k + 1)


# %% wrong best-rate-inverse: the rate upside down
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    k = lam[1] / lam[0]
    return (lam[0] + lam[1]) / 2, (k - 1) / (k + 1)


# %% wrong best-rate-share: most of the bound
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    lr = 0.9 * 2 / lam.max()
    return lr, np.abs(1 - lr * lam).max()


# %% wrong best-rate-searched: the best of two hundred
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    rates = np.linspace(0.001, 2 / lam.max(), 200)
    f = [np.abs(1 - r * lam).max() for r in rates]
    i = int(np.argmin(f))
    return rates[i], f[i]


# %% wrong best-rate-searched: the best of a thousand
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    best = min((np.abs(1 - r * lam).max(), r) for r in np.arange(0.001, 1, 0.001))
    return best[1], best[0]


# %% wrong best-rate-in-epochs: epochs to the half
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    lr = 2 / lam.sum()
    return lr, np.log(0.5) / np.log(1 - lr * lam[0])


# %% wrong best-rate-more: κ as well
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    k = lam[1] / lam[0]
    return 2 / lam.sum(), (k - 1) / (k + 1), k


# %% wrong hessian-entry: N for the mean of ones
def best_rate(x):
    H = np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), len(x)]]) * 2
    lam = np.linalg.eigvalsh(H)
    return 2 / lam.sum(), (lam[1] - lam[0]) / lam.sum()


# %% wrong hessian-entry: a 2 forgotten
def best_rate(x):
    H = np.array([[2 * np.mean(x**2), np.mean(x)], [np.mean(x), 2.0]])
    lam = np.linalg.eigvalsh(H)
    return 2 / lam.sum(), (lam[1] - lam[0]) / lam.sum()


# %% wrong hessian-entry: the square of the mean
def best_rate(x):
    H = 2 * np.array([[np.mean(x) ** 2, np.mean(x)], [np.mean(x), 1.0]])
    lam = np.linalg.eigvalsh(H)
    return 2 / lam.sum(), (lam[1] - lam[0]) / lam.sum()


# %% wrong best-rate-both-added: both eigenvalues at once
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    lr = 2 / lam.sum()
    return lr, 1 - lr * lam.sum()


# %% wrong best-rate-both-added: both factors added
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    lr = 2 / lam.sum()
    return lr, np.sum(np.abs(1 - lr * lam))


# %% wrong best-rate-rate: a sum in the trace
def best_rate(x):
    L = 2 * np.sum(x**2)
    return 2 / (L + 2), (L - 2) / (L + 2)


# %% wrong best-rate-factor: a root of the factor
def best_rate(x):
    lam = np.linalg.eigvalsh(hessian(x))
    lr = 2 / lam.sum()
    return lr, np.mean(np.abs(1 - lr * lam)) ** 0.5


# %% right: arrays with an axis each
def best_rate(x):
    X = np.column_stack([x, np.ones(len(x))])
    values = np.linalg.eigvalsh(2 / len(x) * X.T @ X).reshape(2, 1)
    return 2 / values.sum(axis=0), (values[1] - values[0]) / values.sum()
