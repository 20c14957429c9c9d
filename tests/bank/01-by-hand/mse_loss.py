# %% right: method
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 2).mean()


# %% right: the other difference
def mse_loss(y_pred, y):
    return np.average(np.square(y - y_pred))


# %% right: dot product
def mse_loss(y_pred, y):
    e = y_pred - y
    return e @ e / len(e)


# %% right: a loop
def mse_loss(y_pred, y):
    total = 0
    for a, b in zip(y_pred, y):
        total += (a - b) * (a - b)
    return total / len(y)


# %% right: a norm
def mse_loss(y_pred, y):
    return np.linalg.norm(y_pred - y) ** 2 / y.size


# %% right: variance and squared mean
def mse_loss(y_pred, y):
    e = y_pred - y
    return e.var() + e.mean() ** 2


# %% right: an array of no axis
def mse_loss(y_pred, y):
    return np.asarray(np.mean((y_pred - y) ** 2))


# %% right: single precision
def mse_loss(y_pred, y):
    return float(np.mean((y_pred - y).astype(np.float32) ** 2))


# %% wrong sum-of-squares: a sum
def mse_loss(y_pred, y):
    return np.sum((y_pred - y) ** 2)


# %% wrong sum-of-squares: dot already sums
def mse_loss(y_pred, y):
    return np.dot(y_pred - y, y_pred - y).mean()


# %% wrong half-of-the-loss: one half in front
def mse_loss(y_pred, y):
    return 0.5 * np.mean((y_pred - y) ** 2)


# %% wrong root-of-the-mean: RMSE
def mse_loss(y_pred, y):
    return np.sqrt(np.mean((y_pred - y) ** 2))


# %% wrong root-of-the-mean: a norm not squared
def mse_loss(y_pred, y):
    return np.linalg.norm(y_pred - y)


# %% wrong mean-absolute-error: abs
def mse_loss(y_pred, y):
    return np.mean(np.abs(y_pred - y))


# %% wrong mean-error: no square
def mse_loss(y_pred, y):
    return np.mean(y_pred - y)


# %% wrong square-of-the-mean: square last
def mse_loss(y_pred, y):
    return np.mean(y_pred - y) ** 2


# %% wrong one-value-per-ride: no mean
def mse_loss(y_pred, y):
    return (y_pred - y) ** 2


# %% wrong n-minus-1: as for a variance
def mse_loss(y_pred, y):
    return np.sum((y_pred - y) ** 2) / (len(y) - 1)


# %% wrong fixed-n: four rides for ever
def mse_loss(y_pred, y):
    return np.sum((y_pred - y) ** 2) / 4


# %% wrong returns-none: print instead of return
def mse_loss(y_pred, y):
    print(np.mean((y_pred - y) ** 2))


# %% wrong wrong-value: the cube
def mse_loss(y_pred, y):
    return np.mean(np.abs(y_pred - y) ** 3)


# %% wrong wrong-value: the variance of the error
def mse_loss(y_pred, y):
    return np.var(y_pred - y)


# %% wrong wrong-value: median
def mse_loss(y_pred, y):
    return np.median((y_pred - y) ** 2)


# %% wrong changed-input: in place
def mse_loss(y_pred, y):
    y_pred -= y
    return np.mean(y_pred**2)


# %% wrong wrong-value: squared before the difference
def mse_loss(y_pred, y):
    return np.mean(y_pred**2 - y**2)
