# %% right: two means
def gradient_wb(x, y_pred, y):
    e = y_pred - y
    return (2 * x * e).mean(), 2 * e.mean()


# %% right: matrix form
def gradient_wb(x, y_pred, y):
    X = np.column_stack([x, np.ones_like(x)])
    return tuple(2 / len(y) * X.T @ (y_pred - y))


# %% right: an array of two
def gradient_wb(x, y_pred, y):
    X = np.stack([x, np.ones(len(x))])
    return 2 * X @ (y_pred - y) / len(x)


# %% right: a list
def gradient_wb(x, y_pred, y):
    return [-2 * np.mean(x * (y - y_pred)), -2 * np.mean(y - y_pred)]


# %% right: with the function from before
def gradient_wb(x, y_pred, y):
    return gradient(x, y_pred, y), gradient(np.ones_like(x), y_pred, y)


# %% right: a loop
def gradient_wb(x, y_pred, y):
    dw = db = 0.0
    for xi, pi, yi in zip(x, y_pred, y):
        dw += 2 * xi * (pi - yi) / len(x)
        db += 2 * (pi - yi) / len(x)
    return dw, db


# %% wrong mixed-sum-mean: Chen's
def gradient_wb(x, y_pred, y):
    return np.dot(2 * x, y_pred - y).mean(), (2 * (y_pred - y)).mean()


# %% wrong mixed-sum-mean: the other way round
def gradient_wb(x, y_pred, y):
    return (2 * x * (y_pred - y)).mean(), (2 * (y_pred - y)).sum()


# %% wrong sum-for-mean: both summed
def gradient_wb(x, y_pred, y):
    return np.sum(2 * x * (y_pred - y)), np.sum(2 * (y_pred - y))


# %% wrong flipped-sign: both uphill
def gradient_wb(x, y_pred, y):
    return np.mean(2 * x * (y - y_pred)), np.mean(2 * (y - y_pred))


# %% wrong missing-factor-2: both halved
def gradient_wb(x, y_pred, y):
    return np.mean(x * (y_pred - y)), np.mean(y_pred - y)


# %% wrong dw-is-db: swapped
def gradient_wb(x, y_pred, y):
    return np.mean(2 * (y_pred - y)), np.mean(2 * x * (y_pred - y))


# %% wrong missing-minus-of-b: one sign
def gradient_wb(x, y_pred, y):
    return np.mean(2 * x * (y_pred - y)), np.mean(2 * (y - y_pred))


# %% wrong missing-x: the same twice
def gradient_wb(x, y_pred, y):
    db = np.mean(2 * (y_pred - y))
    return db, db


# %% wrong wrong-db: x in both
def gradient_wb(x, y_pred, y):
    dw = np.mean(2 * x * (y_pred - y))
    return dw, dw


# %% wrong wrong-db: b forgotten
def gradient_wb(x, y_pred, y):
    return np.mean(2 * x * (y_pred - y)), 0.0


# %% wrong wrong-db: no factor 2 for b
def gradient_wb(x, y_pred, y):
    return np.mean(2 * x * (y_pred - y)), np.mean(y_pred - y)


# %% wrong wrong-return: only one
def gradient_wb(x, y_pred, y):
    return np.mean(2 * x * (y_pred - y))


# %% wrong wrong-return: one value a ride
def gradient_wb(x, y_pred, y):
    return 2 * x * (y_pred - y), 2 * (y_pred - y)


# %% wrong returns-none: no return
def gradient_wb(x, y_pred, y):
    dw, db = np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y))


# %% wrong wrong-dw: y for x and half of it
def gradient_wb(x, y_pred, y):
    return np.mean(y * (y_pred - y)), np.mean(2 * (y_pred - y))
