# %% right: mean in place of sums
def lr_max(x):
    return 2 / np.linalg.eigvalsh([[2 * np.mean(x**2), 2 * np.mean(x)], [2 * np.mean(x), 2]]).max()


# %% right: from the matrix of rides
def lr_max(x):
    X = np.column_stack([x, np.ones(len(x))])
    return 2 / np.linalg.eigvals(2 / len(x) * X.T @ X).max()


# %% right: trace and determinant
def lr_max(x):
    a, c = np.mean(x**2), np.mean(x)
    return 2 / (a + 1 + np.sqrt((a - 1) ** 2 + 4 * c**2))


# %% right: by the largest singular value
def lr_max(x):
    X = np.stack([x, np.ones_like(x)], axis=1)
    return len(x) / np.linalg.norm(X, 2) ** 2


# %% right: by power iteration
def lr_max(x):
    X = np.column_stack([x, np.ones_like(x)])
    H = 2 / len(x) * X.T @ X
    v = np.array([1.0, 0.3])
    for _ in range(500):
        v = H @ v / np.linalg.norm(H @ v)
    return 2 / (v @ H @ v)


# %% right: by autograd
def lr_max(x):
    t = torch.tensor(x)
    H = torch.autograd.functional.hessian(
        lambda p: ((p[0] * t + p[1]) ** 2).mean(), torch.zeros(2, dtype=t.dtype)
    )
    return 2 / torch.linalg.eigvalsh(H)[-1]


# %% wrong bias-forgotten: the bound of y = wx
def lr_max(x):
    return 1 / np.mean(x**2)


# %% wrong bias-forgotten: and half of that
def lr_max(x):
    return 0.5 / np.mean(x**2)


# %% wrong one-over-lambda: 1 in place of 2
def lr_max(x):
    a, c = np.mean(x**2), np.mean(x)
    return 1 / np.linalg.eigvalsh(2 * np.array([[a, c], [c, 1]]))[-1]


# %% wrong largest-eigenvalue: the curvature itself
def lr_max(x):
    a, c = np.mean(x**2), np.mean(x)
    return np.linalg.eigvalsh(2 * np.array([[a, c], [c, 1]]))[-1]


# %% wrong missing-2-in-hessian: H without its 2
def lr_max(x):
    a, c = np.mean(x**2), np.mean(x)
    return 2 / np.linalg.eigvalsh(np.array([[a, c], [c, 1]]))[-1]


# %% wrong sum-in-hessian: sums in place of means
def lr_max(x):
    X = np.column_stack([x, np.ones_like(x)])
    return 2 / np.linalg.eigvalsh(2 * X.T @ X)[-1]


# %% wrong sum-in-hessian: sums and no 2
def lr_max(x):
    X = np.column_stack([x, np.ones_like(x)])
    return 2 / np.linalg.eigvalsh(X.T @ X)[-1]


# %% wrong smallest-eigenvalue: the first of the two
def lr_max(x):
    a, c = np.mean(x**2), np.mean(x)
    return 2 / np.linalg.eigvalsh(2 * np.array([[a, c], [c, 1]]))[0]


# %% wrong best-not-largest: the fastest rate
def lr_max(x):
    return 1 / (np.mean(x**2) + 1)


# %% wrong fixed-rides: the number of this notebook
def lr_max(x):
    return 0.119756


# %% wrong corner-is-n: 4 for N in the corner
def lr_max(x):
    s = np.sum(x)
    return 2 / np.linalg.eigvalsh(2 / len(x) * np.array([[np.sum(x**2), s], [s, 4]]))[-1]


# %% wrong changed-input: squares in place
def lr_max(x):
    c = np.mean(x)
    x *= x
    return 2 / np.linalg.eigvalsh(2 * np.array([[np.mean(x), c], [c, 1]]))[-1]


# %% right: torch.func
def lr_max(x):
    t = torch.tensor(x)
    loss = lambda p: ((p[0] * t + p[1]) ** 2).mean()
    H = torch.func.hessian(loss)(torch.zeros(2, dtype=t.dtype))
    return 2 / torch.linalg.eigvalsh(H)[-1]


# %% right: single precision, one number in an array
def lr_max(x):
    X = np.stack([x, np.ones(len(x))]).astype(np.float32)
    return 2 / np.linalg.eigvalsh(2 / len(x) * X @ X.T)[-1:]


# %% wrong corner-is-n: 1 in the corner
def lr_max(x):
    N = len(x)
    H = 2 / N * np.array([[np.sum(x**2), np.sum(x)], [np.sum(x), 1]])
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong square-of-the-sum: squared too late
def lr_max(x):
    N = len(x)
    H = 2 / N * np.array([[np.sum(x) ** 2, np.sum(x)], [np.sum(x), N]])
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong averaged-twice: means and 2/N
def lr_max(x):
    N = len(x)
    H = 2 / N * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1]])
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong square-forgotten: x for its square
def lr_max(x):
    N = len(x)
    H = 2 / N * np.array([[np.sum(x), np.sum(x)], [np.sum(x), N]])
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong missing-2-in-hessian: brackets around 2N
def lr_max(x):
    N = len(x)
    H = np.array([[np.sum(x**2), np.sum(x)], [np.sum(x), N]]) / (2 * N)
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong not-an-eigenvalue: the norm
def lr_max(x):
    N = len(x)
    H = 2 / N * np.array([[np.sum(x**2), np.sum(x)], [np.sum(x), N]])
    return 2 / np.linalg.norm(H)


# %% wrong not-an-eigenvalue: the determinant
def lr_max(x):
    N = len(x)
    H = 2 / N * np.array([[np.sum(x**2), np.sum(x)], [np.sum(x), N]])
    return 2 / np.linalg.det(H)


# %% wrong centred-distances: mean taken away
def lr_max(x):
    x = x - x.mean()
    N = len(x)
    H = 2 / N * np.array([[np.sum(x**2), np.sum(x)], [np.sum(x), N]])
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong rounded-bound: three digits
def lr_max(x):
    N = len(x)
    H = 2 / N * np.array([[np.sum(x**2), np.sum(x)], [np.sum(x), N]])
    return round(2 / np.linalg.eigvalsh(H)[-1], 3)


# %% wrong fixed-rides: the entries of Hint 3
def lr_max(x):
    return 2 / np.linalg.eigvalsh([[15, 5], [5, 2]])[-1]


# %% wrong borrowed: the course's own
from course import theory


def lr_max(x):
    return 2 / np.linalg.eigvalsh(theory.hessian(x, bias=True))[-1]


# %% wrong corner-is-n: means, and N in the corner
def lr_max(x):
    N = len(x)
    H = 2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), N]])
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong factor-not-everywhere: in front of the first entry alone
def lr_max(x):
    N = len(x)
    H = np.array([[2 / N * np.sum(x**2), np.sum(x)], [np.sum(x), N]])
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong factor-not-everywhere: no 2 beside the diagonal
def lr_max(x):
    N = len(x)
    H = np.array([[2 * np.sum(x**2) / N, np.sum(x) / N], [np.sum(x) / N, 2]])
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong factor-not-everywhere: sums beside the diagonal
def lr_max(x):
    H = np.array([[2 * np.mean(x**2), np.sum(x)], [np.sum(x), 2]])
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong module-called: np.linalg called
def lr_max(x):
    X = np.column_stack([x, np.ones(len(x))])
    H = 2 * X.T @ X / len(x)
    return 2 / np.linalg(H)[-1]


# %% wrong truth-of-many: max(eig)
def lr_max(x):
    X = np.column_stack([x, np.ones(len(x))])
    H = 2 * X.T @ X / len(x)
    return 2 / max(np.linalg.eig(H))


# %% wrong not-square: eigvalsh of X
def lr_max(x):
    X = np.column_stack([x, np.ones(len(x))])
    H = 2 * X.T @ X / len(x)
    return 2 / np.linalg.eigvalsh(X)[-1]


# %% wrong shape-mismatch: X @ X
def lr_max(x):
    X = np.column_stack([x, np.ones(len(x))])
    H = 2 * X @ X / len(x)
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong ragged: np.array of rows without brackets
def lr_max(x):
    X = np.array([[np.sum(x**2), np.sum(x)], [np.sum(x)]])
    H = 2 * X.T @ X / len(x)
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong array-is-no-list: append ones
def lr_max(x):
    X = x.append(1)
    H = 2 * X.T @ X / len(x)
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong bound-among-others: both eigenvalues
def lr_max(x):
    a, c = np.mean(x**2), np.mean(x)
    return 2 / np.linalg.eigvalsh(2 * np.array([[a, c], [c, 1]]))


# %% wrong eigenvalue-by-position: the first that eigvals gives
def lr_max(x):
    N = len(x)
    H = 2 / N * np.array([[np.sum(x**2), np.sum(x)], [np.sum(x), N]])
    return 2 / np.linalg.eigvals(H)[0]


# %% wrong eigenvalue-by-position: the first that eig gives
def lr_max(x):
    N = len(x)
    H = 2 / N * np.array([[np.sum(x**2), np.sum(x)], [np.sum(x), N]])
    values, vectors = np.linalg.eig(H)
    return 2 / values[0]


# %% wrong eigenvalue-by-position: the last that eigvals gives
def lr_max(x):
    N = len(x)
    H = 2 / N * np.array([[np.sum(x**2), np.sum(x)], [np.sum(x), N]])
    return 2 / np.linalg.eigvals(H)[-1]


# %% wrong best-not-largest: Frobenius of X squared = trace
def lr_max(x):
    X = np.c_[np.ones_like(x), x]
    return len(x) / np.linalg.norm(X) ** 2


# %% wrong condition-number: condition number
def lr_max(x):
    X = np.c_[np.ones_like(x), x]
    N = len(x)
    H = 2 * X.T @ X / N
    return 2 / np.linalg.cond(H)


# %% wrong condition-number: condition number of X
def lr_max(x):
    X = np.c_[np.ones_like(x), x]
    return 2 / np.linalg.cond(X)


# %% wrong smallest-eigenvalue: 2 over min
def lr_max(x):
    X = np.c_[np.ones_like(x), x]
    return 2 / np.linalg.eigvalsh(2 * X.T @ X / len(x)).min()


# %% right: min of 2/eig
def lr_max(x):
    X = np.c_[np.ones_like(x), x]
    return (2 / np.linalg.eigvals(2 * X.T @ X / len(x))).min()


# %% wrong n-on-the-wrong-side: 1/lmax of XtX/N is right? 1/ (lmax(XtX)/N) = N/lmax , right
def lr_max(x):
    X = np.c_[np.ones_like(x), x]
    return 2 / np.linalg.eigvalsh(X.T @ X).max() / len(x)


# %% right: 1/lmax of XtX/N
def lr_max(x):
    X = np.c_[np.ones_like(x), x]
    return 1 / (np.linalg.eigvalsh(X.T @ X / len(x)).max())


# %% wrong one-over-lambda: 1/lmax of H
def lr_max(x):
    X = np.c_[np.ones_like(x), x]
    return 1 / (np.linalg.eigvalsh(2 * X.T @ X / len(x)).max())


# %% wrong centred-distances: np.cov
def lr_max(x):
    return 2 / np.linalg.eigvalsh(np.cov(x, np.ones_like(x)))[-1]


# %% wrong bound-of-one: standardised x
def lr_max(x):
    x = (x - x.mean()) / x.std()
    X = np.c_[np.ones_like(x), x]
    return 2 / np.linalg.eigvalsh(2 * X.T @ X / len(x))[-1]


# %% wrong bound-of-one: always 1
def lr_max(x):
    return 1.0


# %% wrong rescaled-distances: normalised by max
def lr_max(x):
    x = x / x.max()
    X = np.c_[np.ones_like(x), x]
    return 2 / np.linalg.eigvalsh(2 * X.T @ X / len(x))[-1]


# %% wrong rounded-bound: grid search 0.001
def lr_max(x):
    X = np.c_[np.ones_like(x), x]
    H = 2 * X.T @ X / len(x)
    lr = 0.001
    while np.max(np.abs(np.linalg.eigvals(np.eye(2) - lr * H))) < 1:
        lr += 0.001
    return lr


# %% right: norm(X, 2)**2
def lr_max(x):
    X = np.vstack([x, np.ones_like(x)]).T
    return len(x) / np.linalg.norm(X, 2) ** 2


# %% right: svd
def lr_max(x):
    X = np.vander(x, 2)
    s = np.linalg.svd(X, compute_uv=False)
    return 2 / (2 * s[0] ** 2 / len(x))


# %% right: norm of H ord 2
def lr_max(x):
    X = np.vander(x, 2)
    return 2 / np.linalg.norm(2 / len(x) * X.T @ X, ord=2)


# %% right: np.roots of the characteristic polynomial
def lr_max(x):
    a, b, d = 2 * np.mean(x**2), 2 * np.mean(x), 2
    return 2 / max(np.roots([1, -(a + d), a * d - b * b]))


# %% right: torch float64
def lr_max(x):
    t = torch.as_tensor(x)
    X = torch.stack([t, torch.ones_like(t)], 1)
    return (2 / torch.linalg.eigvalsh(2 / len(t) * X.T @ X)[-1]).item()


# %% wrong constant-factor: a little below, 0.99
def lr_max(x):
    X = np.c_[np.ones_like(x), x]
    return 0.99 * 2 / np.linalg.eigvalsh(2 * X.T @ X / len(x))[-1]


# %% wrong constant-factor: 0.9 safety
def lr_max(x):
    X = np.c_[np.ones_like(x), x]
    return 0.9 * 2 / np.linalg.eigvalsh(2 * X.T @ X / len(x))[-1]


# %% wrong constant-added: minus eps 1e-3
def lr_max(x):
    X = np.c_[np.ones_like(x), x]
    return 2 / np.linalg.eigvalsh(2 * X.T @ X / len(x))[-1] - 1e-3


# %% wrong largest-eigenvalue: lmax times 2
def lr_max(x):
    X = np.c_[np.ones_like(x), x]
    return 2 * np.linalg.eigvalsh(2 * X.T @ X / len(x))[-1]


# %% wrong root-of-the-eigenvalue: 2/sqrt lmax
def lr_max(x):
    X = np.c_[np.ones_like(x), x]
    return 2 / np.sqrt(np.linalg.eigvalsh(2 * X.T @ X / len(x))[-1])


# %% wrong root-of-the-eigenvalue: 2 / norm(X, 2)
def lr_max(x):
    X = np.c_[np.ones_like(x), x]
    return 2 / np.linalg.norm(X, 2)


# %% wrong entries-exchanged: off diagonal sum x^2
def lr_max(x):
    N = len(x)
    H = 2 / N * np.array([[np.sum(x), np.sum(x**2)], [np.sum(x**2), N]])
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong entries-exchanged: off-diagonal N
def lr_max(x):
    N = len(x)
    H = 2 / N * np.array([[np.sum(x**2), N], [N, np.sum(x)]])
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong square-of-the-sum: mean of x squared, np.mean(x)**2
def lr_max(x):
    H = 2 * np.array([[np.mean(x) ** 2, np.mean(x)], [np.mean(x), 1]])
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong wrong-value: x for y, uses y
def lr_max(x):
    y = 2 * x
    H = 2 * np.array([[np.mean(x * y), np.mean(x)], [np.mean(x), 1]])
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong n-minus-1: 1/N twice with N - 1
def lr_max(x):
    N = len(x)
    H = 2 / (N - 1) * np.array([[np.sum(x**2), np.sum(x)], [np.sum(x), N]])
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong fixed-n: 2/N with N = 4 written in
def lr_max(x):
    N = 4
    H = 2 / N * np.array([[np.sum(x**2), np.sum(x)], [np.sum(x), N]])
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong bound-ignores-rides: integer division
def lr_max(x):
    N = len(x)
    H = 2 // N * np.array([[np.sum(x**2), np.sum(x)], [np.sum(x), N]])
    return 2 / np.linalg.eigvalsh(H)[-1]


# %% wrong eigenvectors-taken: eigh, takes the vectors
def lr_max(x):
    N = len(x)
    H = 2 / N * np.array([[np.sum(x**2), np.sum(x)], [np.sum(x), N]])
    return 2 / np.linalg.eigh(H)[1].max()


# %% wrong bound-among-others: array of both
def lr_max(x):
    N = len(x)
    H = 2 / N * np.array([[np.sum(x**2), np.sum(x)], [np.sum(x), N]])
    return 2 / np.linalg.eigvalsh(H)


# %% wrong bound-ignores-rides: 2/15
def lr_max(x):
    return 2 / 15


# %% wrong longest-ride: max row norm (Lipschitz of one ride)
def lr_max(x):
    return 1 / np.max(x**2 + 1)


# %% wrong longest-ride: steepest, 1/(max x)^2
def lr_max(x):
    return 1 / np.max(x) ** 2


# %% wrong eigenvalue-by-position: first of eigvals, bias last
def lr_max(x):
    X = np.c_[x, np.ones_like(x)]
    H = 2 * X.T @ X / len(x)
    return 2 / np.linalg.eigvals(H)[0]


# %% wrong not-an-eigenvalue: 1 / Gershgorin of X^T X
def lr_max(x):
    X = np.c_[np.ones_like(x), x]
    return 1 / np.abs(X.T @ X).sum(axis=1).max()
