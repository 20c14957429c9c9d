# %% right: sums
def hessian(x):
    N = len(x)
    return 2 / N * np.array([[np.sum(x**2), np.sum(x)], [np.sum(x), N]])


# %% right: the design matrix
def hessian(x):
    X = np.column_stack([x, np.ones(len(x))])
    return 2 * X.T @ X / len(x)


# %% right: lists
def hessian(x):
    a, b = 2 * sum(v * v for v in x) / len(x), 2 * sum(x) / len(x)
    return [[a, b], [b, 2.0]]


# %% right: autograd, twice
def hessian(x):
    x = torch.tensor(x)
    loss = lambda theta: torch.mean((theta[0] * x + theta[1] - 1) ** 2)
    return torch.autograd.functional.hessian(loss, torch.zeros(2, dtype=torch.float64))


# %% right: torch.func, float32
def hessian(x):
    x = torch.as_tensor(x, dtype=torch.float32)
    return torch.func.hessian(lambda t: ((t[0] * x + t[1]) ** 2).mean())(torch.ones(2))


# %% right: torch.func with two arguments
def hessian(x):
    x = torch.tensor(x)
    zero = torch.tensor(0.0, dtype=torch.float64)
    return torch.func.hessian(lambda w, b: ((w * x + b) ** 2).mean(), argnums=(0, 1))(zero, zero)


# %% right: differences of the gradient
def hessian(x):
    gradient = lambda w, b: np.array([np.mean(2 * x * (w * x + b)), np.mean(2 * (w * x + b))])
    return np.array([gradient(1, 0) - gradient(0, 0), gradient(0, 1) - gradient(0, 0)])


# %% right: mean and variance
def hessian(x):
    m = x.mean()
    return 2 * np.array([[x.var() + m**2, m], [m, 1]])


# %% wrong hessian-sum: summed
def hessian(x):
    return 2 * np.array([[np.sum(x**2), np.sum(x)], [np.sum(x), len(x)]])


# %% wrong hessian-sum: XᵀX alone
def hessian(x):
    X = np.column_stack([x, np.ones(len(x))])
    return X.T @ X


# %% wrong hessian-missing-2: without the 2
def hessian(x):
    return np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1]])


# %% wrong hessian-order: b first
def hessian(x):
    X = np.column_stack([np.ones(len(x)), x])
    return 2 / len(x) * X.T @ X


# %% wrong hessian-diagonal: no mixed derivatives
def hessian(x):
    return np.array([[2 * np.mean(x**2), 0], [0, 2]])


# %% wrong hessian-corner: 1 for b
def hessian(x):
    return np.array([[2 * np.mean(x**2), 2 * np.mean(x)], [2 * np.mean(x), 1]])


# %% wrong hessian-corner: N for b
def hessian(x):
    N = len(x)
    return 2 / N * np.array([[np.sum(x**2), np.sum(x)], [np.sum(x), N * N]])


# %% wrong hessian-squared-sum: the square of the mean
def hessian(x):
    m = np.mean(x)
    return 2 * np.array([[m**2, m], [m, 1]])


# %% wrong hessian-of-rides: X Xᵀ
def hessian(x):
    X = np.column_stack([x, np.ones(len(x))])
    return 2 / len(x) * X @ X.T


# %% wrong wrong-return: one number
def hessian(x):
    return 2 * np.mean(x**2)


# %% wrong wrong-return: the eigenvalues
def hessian(x):
    X = np.column_stack([x, np.ones(len(x))])
    return np.linalg.eigvalsh(2 / len(x) * X.T @ X)


# %% wrong other-rides: the taxi's, written out
def hessian(x):
    return np.array([[15.0, 5.0], [5.0, 2.0]])


# %% wrong returns-none: no return
def hessian(x):
    H = 2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1]])


# %% wrong changed-input: squares in place
def hessian(x):
    m = np.mean(x)
    x *= x
    return 2 * np.array([[np.mean(x), m], [m, 1]])


# %% wrong hessian-inverse: the inverse
def hessian(x):
    X = np.column_stack([x, np.ones(len(x))])
    return np.linalg.inv(2 / len(x) * X.T @ X)


# %% wrong hessian-covariance: the covariance
def hessian(x):
    return np.cov(x, np.ones(len(x)))


# %% right: a matrix of the old kind
def hessian(x):
    m = x.mean()
    return np.matrix([[2 * (x**2).mean(), 2 * m], [2 * m, 2]])


# %% right: mean of outer products
def hessian(x):
    return 2 * np.mean([np.outer(r, r) for r in np.stack([x, x**0], axis=1)], axis=0)


# %% wrong hessian-mixed: the 2 forgotten beside the diagonal
def hessian(x):
    return np.array([[2 * np.mean(x**2), np.mean(x)], [np.mean(x), 2]])


# %% wrong hessian-mixed: minus beside the diagonal
def hessian(x):
    return 2 * np.array([[np.mean(x * x), -np.mean(x)], [-np.mean(x), 1]])


# %% wrong n-minus-1: N − 1
def hessian(x):
    A = np.column_stack([x, np.ones_like(x)])
    return 2 * A.T @ A / (len(x) - 1)


# %% wrong fixed-n: four rides
def hessian(x):
    return 2 / 4 * np.array([[np.sum(x * x), np.sum(x)], [np.sum(x), 4]])


# %% wrong hessian-distance-sign: distances without a sign
def hessian(x):
    x = np.abs(x)
    return 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1]])


# %% wrong rounded: rounded
def hessian(x):
    return np.round(2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1]]), 1)


# %% wrong rounded: whole numbers
def hessian(x):
    return np.array([[2 * np.mean(x**2), 2 * np.mean(x)], [2 * np.mean(x), 2]], dtype=int)


# %% wrong borrowed: the course's own
def hessian(x):
    from course import theory

    return theory.hessian(x, bias=True)
