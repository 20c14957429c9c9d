# %% right: dot divided by N
def gradient(x, y_pred, y):
    e = y_pred - y
    return 2 * np.dot(x, e) / len(x)


# %% right: the other sign of the error
def gradient(x, y_pred, y):
    return -2 * np.mean(x * (y - y_pred))


# %% right: einsum
def gradient(x, y_pred, y):
    return np.einsum("i,i->", x, y_pred - y) * 2 / x.size


# %% right: a loop
def gradient(x, y_pred, y):
    total = 0.0
    for i in range(len(x)):
        total += 2 * x[i] * (y_pred[i] - y[i])
    return total / len(x)


# %% right: average
def gradient(x, y_pred, y):
    return 2 * np.average(y_pred - y, weights=x) * np.mean(x)


# %% right: matrix form
def gradient(x, y_pred, y):
    X = x[:, None]
    return (2 / len(y) * X.T @ (y_pred - y)).item()


# %% right: an array of one number
def gradient(x, y_pred, y):
    return (2 * x * (y_pred - y)).mean(keepdims=True)


# %% right: with torch
def gradient(x, y_pred, y):
    import torch

    p = torch.tensor(y_pred, requires_grad=True)
    ((p - torch.tensor(y)) ** 2).mean().backward()
    return float(p.grad @ torch.tensor(x))


# %% wrong sum-for-mean: dot already sums
def gradient(x, y_pred, y):
    return np.dot(2 * x, y_pred - y).mean()


# %% wrong sum-for-mean: a sum
def gradient(x, y_pred, y):
    return np.sum(2 * x * (y_pred - y))


# %% wrong flipped-sign: fare minus prediction
def gradient(x, y_pred, y):
    return np.mean(2 * x * (y - y_pred))


# %% wrong missing-factor-2: no 2
def gradient(x, y_pred, y):
    return np.mean(x * (y_pred - y))


# %% wrong missing-x: no inner derivative
def gradient(x, y_pred, y):
    return np.mean(2 * (y_pred - y))


# %% wrong y-for-x: fares as votes
def gradient(x, y_pred, y):
    return np.mean(2 * y * (y_pred - y))


# %% wrong absolute-error: sign
def gradient(x, y_pred, y):
    return np.mean(x * np.sign(y_pred - y))


# %% wrong one-value-per-ride: no mean
def gradient(x, y_pred, y):
    return 2 * x * (y_pred - y)


# %% wrong product-of-means: averaged twice
def gradient(x, y_pred, y):
    return 2 * x.mean() * (y_pred - y).mean()


# %% wrong fixed-n: four rides for ever
def gradient(x, y_pred, y):
    return np.dot(2 * x, y_pred - y) / 4


# %% wrong n-minus-1: N less one
def gradient(x, y_pred, y):
    return np.dot(2 * x, y_pred - y) / (len(x) - 1)


# %% wrong last-ride-only: return in the loop
def gradient(x, y_pred, y):
    for i in range(len(x)):
        return 2 * x[i] * (y_pred[i] - y[i])


# %% wrong predictions-ignored: the notebook's w
def gradient(x, y_pred, y):
    return np.mean(2 * x * (0.0 * x - y))


# %% wrong error-squared: the square of the error
def gradient(x, y_pred, y):
    return np.mean(2 * x * (y_pred - y) ** 2)


# %% wrong returns-none: no return
def gradient(x, y_pred, y):
    dw = np.mean(2 * x * (y_pred - y))


# %% wrong wrong-value: the numbers of the class
def gradient(x, y_pred, y):
    return 15 * (y_pred[0] / x[0] - 2)


# %% right: covariance form
def gradient(x, y_pred, y):
    e = y_pred - y
    return 2 * (np.cov(x, e, bias=True)[0, 1] + x.mean() * e.mean())


# %% right: central difference of the loss, exact on a parabola
def gradient(x, y_pred, y):
    return (np.mean((y_pred + x - y) ** 2) - np.mean((y_pred - x - y) ** 2)) / 2


# %% right: complex step through the loss
def gradient(x, y_pred, y):
    h = 1e-30
    return np.mean((y_pred + 1j * h * x - y) ** 2).imag / h


# %% right: longdouble
def gradient(x, y_pred, y):
    return np.mean(2 * x.astype(np.longdouble) * (y_pred - y))


# %% wrong error-squared: x squared
def gradient(x, y_pred, y):
    return np.mean(2 * x**2 * (y_pred - y))


# %% wrong last-ride-only: = for +=
def gradient(x, y_pred, y):
    for i in range(len(x)):
        dw = 2 * x[i] * (y_pred[i] - y[i])
    return dw / len(x)


# %% wrong rides-left-out: last ride missing
def gradient(x, y_pred, y):
    dw = 0
    for i in range(len(x) - 1):
        dw += 2 * x[i] * (y_pred[i] - y[i])
    return dw / len(x)


# %% wrong rmse: of the root
def gradient(x, y_pred, y):
    e = y_pred - y
    return np.mean(x * e) / np.sqrt(np.mean(e**2))


# %% wrong clipped: clipped
def gradient(x, y_pred, y):
    return np.clip(np.mean(2 * x * (y_pred - y)), -5, 5)


# %% wrong negative-lost: abs
def gradient(x, y_pred, y):
    return abs(np.mean(2 * x * (y_pred - y)))


# %% wrong price-written-in: knows that y is 2x
def gradient(x, y_pred, y):
    return np.mean(2 * x * (y_pred - 2 * x))


# %% wrong changed-input: y_pred changed
def gradient(x, y_pred, y):
    y_pred -= y
    return np.mean(2 * x * y_pred)


# %% wrong wrong-value: weight decay
def gradient(x, y_pred, y):
    w = np.dot(x, y_pred) / np.dot(x, x)
    return np.mean(2 * x * (y_pred - y)) + 1e-3 * w


# %% wrong slope-between-rides: np.gradient of the loss
def gradient(x, y_pred, y):
    return np.gradient((y_pred - y) ** 2, x).mean()


# %% wrong returns-the-step: learning rate already in
def gradient(x, y_pred, y):
    return 0.01 * np.mean(2 * x * (y_pred - y))


# %% wrong fare-missing: forgot the target
def gradient(x, y_pred, y):
    return np.mean(2 * x * y_pred)


# %% wrong absolute-distance: right for positive x
def gradient(x, y_pred, y):
    return np.mean(2 * np.abs(x) * (y_pred - y))


# %% wrong bracket-too-late: x only on y_pred
def gradient(x, y_pred, y):
    return np.mean(2 * x * y_pred - y)


# %% wrong other-mean: median of the votes
def gradient(x, y_pred, y):
    return np.median(2 * x * (y_pred - y))


# %% wrong flipped-sign: always downhill
def gradient(x, y_pred, y):
    return -abs(np.mean(2 * x * (y_pred - y)))


# %% wrong loss-not-slope: the loss once more
def gradient(x, y_pred, y):
    return np.mean((y_pred - y) ** 2)


# %% wrong number-called: a product sign is missing
def gradient(x, y_pred, y):
    return np.mean(2 * x(y_pred - y))


# %% wrong sum-without-2: a sum without the factor
def gradient(x, y_pred, y):
    return np.sum(x * (y_pred - y))


# %% wrong sum-without-2: half of what dot adds up
def gradient(x, y_pred, y):
    return np.dot(2 * x, y_pred - y).sum() / 2


# %% wrong size-of-the-error: abs around the error
def gradient(x, y_pred, y):
    return np.mean(2 * x * abs(y_pred - y))


# %% wrong predictions-ignored: w of another cell
w = 3.0


def gradient(x, y_pred, y):
    return np.mean(2 * x * (forward(x, w) - y))


# %% wrong predictions-ignored: the number of the text
def gradient(x, y_pred, y):
    return -30


# %% right: a central difference of the loss
def gradient(x, y_pred, y):
    h = 1e-3
    return (mse_loss(y_pred + h * x, y) - mse_loss(y_pred - h * x, y)) / (2 * h)


# %% wrong sum-without-2: half of the sum, differentiated
def gradient(x, y_pred, y):
    return np.dot(x, y_pred - y)


# %% wrong bracket-too-late: the bracket closes after x
def gradient(x, y_pred, y):
    m = x.shape[0]
    dj_dw = 0
    for i in range(m):
        dj_dw_i = y_pred[i] - y[i] * x[i]
        dj_dw += 2 * dj_dw_i
    return dj_dw / m


# %% wrong broadcast: a column meets a row
def gradient(x, y_pred, y):
    X = x.reshape(-1, 1)
    return 2 / len(x) * X.T @ (y_pred.reshape(-1, 1) - y)


# %% wrong loss-times-x: the distances times the squares added up
def gradient(x, y_pred, y):
    error = np.sum((y_pred - y) ** 2)
    return np.mean(x * error)


# %% wrong slope-twice: the 2 stands twice
def gradient(x, y_pred, y):
    return 4 * np.mean(x * (y_pred - y))


# %% wrong sign-and-size: the sum, the other way
def gradient(x, y_pred, y):
    return np.sum(2 * x * (y - y_pred))


# %% wrong multiplied-by-n: from left to right
def gradient(x, y_pred, y):
    n = len(x)
    return np.sum(x * (y_pred - y)) / 2 * n


# %% wrong divided-in-the-loop: the mean inside
def gradient(x, y_pred, y):
    total = 0
    for i in range(len(x)):
        total += 2 * x[i] * (y_pred[i] - y[i])
        total /= len(x)
    return total


# %% wrong prediction-for-x: prediction times error
def gradient(x, y_pred, y):
    return np.mean(2 * y_pred * (y_pred - y))


# %% wrong fixed-n: half, m fixed
def gradient(x, y_pred, y):
    m = 4
    return 1 / m * np.sum((y_pred - y) * x)


# %% wrong divided-by-distances: divided by x
def gradient(x, y_pred, y):
    return np.mean(2 * (y_pred - y) / x)


# %% wrong divided-by-distances: normal equation
def gradient(x, y_pred, y):
    return np.sum(x * (y_pred - y)) / np.sum(x * x)


# %% wrong missing-x: numerical over predictions
def gradient(x, y_pred, y):
    h = 1e-4
    return (mse_loss(y_pred + h, y) - mse_loss(y_pred - h, y)) / (2 * h)


# %% wrong returns-the-step: returns the step
def gradient(x, y_pred, y):
    lr = 0.01
    return lr * np.mean(2 * x * (y_pred - y))


# %% wrong divided-by-distances: weighted mean by x
def gradient(x, y_pred, y):
    return 2 * np.sum(x * (y_pred - y)) / np.sum(x)


# %% wrong square-before-difference: error of squares
def gradient(x, y_pred, y):
    return np.mean(2 * x * (y_pred**2 - y**2))


# %% wrong predictions-ignored: x - y
def gradient(x, y_pred, y):
    return np.mean(2 * x * (x - y))


# %% wrong x-and-y-swapped: y_pred - x
def gradient(x, y_pred, y):
    return np.mean(2 * y * (y_pred - x))


# %% wrong error-squared: power for product
def gradient(x, y_pred, y):
    return np.mean((x * (y_pred - y)) ** 2)


# %% wrong other-count: n + 1
def gradient(x, y_pred, y):
    return 2 * np.dot(x, y_pred - y) / (len(x) + 1)


# %% right: dot over N, doubled
def gradient(x, y_pred, y):
    return 2 * np.dot(y_pred - y, x) / x.size


# %% right: loop of Andrew Ng's, with the factor 2
def gradient(x, y_pred, y):
    m = x.shape[0]
    dj_dw = 0
    for i in range(m):
        dj_dw_i = (y_pred[i] - y[i]) * x[i]
        dj_dw += dj_dw_i
    return 2 * dj_dw / m


# %% right: design matrix
def gradient(x, y_pred, y):
    X = x.reshape(-1, 1)
    return (2 / len(x) * X.T @ (y_pred - y)).item()


# %% right: einsum
def gradient(x, y_pred, y):
    return np.einsum("i,i->", x, 2 * (y_pred - y)) / len(y)


# %% right: numerical over w
def gradient(x, y_pred, y):
    h = 1e-4
    return (mse_loss(y_pred + h * x, y) - mse_loss(y_pred - h * x, y)) / (2 * h)


# %% wrong none-from-the-start: half finished
def gradient(x, y_pred, y):
    e = None
    return e.mean()


# %% wrong one-past-the-end: 1-based
def gradient(x, y_pred, y):
    total = 0
    for i in range(1, len(x) + 1):
        total += 2 * x[i] * (y_pred[i] - y[i])
    return total / len(x)


# %% wrong loss-needs-both: calls mse_loss with one
def gradient(x, y_pred, y):
    return 2 * mse_loss(y_pred - y)


# %% wrong backward-of-a-number: backward on NumPy
def gradient(x, y_pred, y):
    loss = mse_loss(y_pred, y)
    loss.backward()
    return x.grad


# %% wrong four-rides-only: 4 rides
def gradient(x, y_pred, y):
    total = 0
    for i in range(4):
        total += 2 * x[i] * (y_pred[i] - y[i])
    return total / 4


# %% wrong range-of-a-decimal: range of a decimal
def gradient(x, y_pred, y):
    total = 0
    for i in range(len(x) / 1):
        total += 2 * x[i] * (y_pred[i] - y[i])
    return total / len(x)


# %% wrong slope-of-the-prediction: torch's derivative by the prediction
def gradient(x, y_pred, y):
    import torch

    p = torch.tensor(y_pred, requires_grad=True)
    loss = torch.mean((p - torch.tensor(y)) ** 2)
    loss.backward()
    return p.grad.numpy()


# %% wrong comma-for-product: a comma for the product
def gradient(x, y_pred, y):
    return np.mean(2 * x, y_pred - y)


# %% wrong relative-error: errors divided by fares
def gradient(x, y_pred, y):
    return np.mean(2 * x * (y_pred - y) / y)


# %% wrong bracket-too-late: brackets slipped
def gradient(x, y_pred, y):
    m = x.shape[0]
    dj_dw = 0
    for i in range(m):
        dj_dw_i = y_pred[i] - y[i] * x[i]
        dj_dw += 2 * dj_dw_i
    return dj_dw / m
