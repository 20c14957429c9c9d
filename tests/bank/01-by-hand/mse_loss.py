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


# %% wrong other-power: the cube
def mse_loss(y_pred, y):
    return np.mean(np.abs(y_pred - y) ** 3)


# %% wrong variance-of-the-error: the variance of the error
def mse_loss(y_pred, y):
    return np.var(y_pred - y)


# %% wrong other-mean: median
def mse_loss(y_pred, y):
    return np.median((y_pred - y) ** 2)


# %% wrong changed-input: in place
def mse_loss(y_pred, y):
    y_pred -= y
    return np.mean(y_pred**2)


# %% wrong square-before-difference: squared before the difference
def mse_loss(y_pred, y):
    return np.mean(y_pred**2 - y**2)


# %% right: fsum, float
import math


def mse_loss(y_pred: np.ndarray, y: np.ndarray) -> float:
    return math.fsum((float(a) - float(b)) ** 2 for a, b in zip(y_pred, y)) / len(y)


# %% right: expanded square
def mse_loss(y_pred, y):
    return np.mean(y_pred**2) - 2 * np.mean(y_pred * y) + np.mean(y**2)


# %% right: running mean
def mse_loss(y_pred, y):
    mean = 0.0
    for k in range(len(y)):
        mean += ((y_pred[k] - y[k]) ** 2 - mean) / (k + 1)
    return mean


# %% wrong square-before-difference: squares each
def mse_loss(y_pred, y):
    return np.mean(y_pred**2 - y**2)


# %% wrong square-before-difference: only y squared
def mse_loss(y_pred, y):
    return np.mean(y_pred - y**2)


# %% wrong caret-for-power: caret
def mse_loss(y_pred, y):
    return np.mean((y_pred - y) ^ 2)


# %% wrong last-ride-only: returns in the first round
def mse_loss(y_pred, y):
    total = 0.0
    for i in range(len(y)):
        total += (y_pred[i] - y[i]) ** 2
        return total / len(y)


# %% wrong rides-left-out: last ride missing
def mse_loss(y_pred, y):
    total = 0.0
    for i in range(len(y) - 1):
        total += (y_pred[i] - y[i]) ** 2
    return total / len(y)


# %% wrong rides-left-out: starts at 1
def mse_loss(y_pred, y):
    total = 0.0
    for i in range(1, len(y)):
        total += (y_pred[i] - y[i]) ** 2
    return total / len(y)


# %% wrong rounded: rounded
def mse_loss(y_pred, y):
    return round(float(np.mean((y_pred - y) ** 2)), 2)


# %% wrong broadcast: column minus row
def mse_loss(y_pred, y):
    return np.mean((y_pred.reshape(-1, 1) - y) ** 2)


# %% wrong relative-error: per fare
def mse_loss(y_pred, y):
    return np.mean(((y_pred - y) / y) ** 2)


# %% wrong other-mean: largest
def mse_loss(y_pred, y):
    return np.max((y_pred - y) ** 2)


# %% wrong constant-factor: times 2
def mse_loss(y_pred, y):
    return np.mean(2 * (y_pred - y) ** 2)


# %% wrong constant-added: plus 1e-3
def mse_loss(y_pred, y):
    return np.mean((y_pred - y) ** 2) + 1e-3


# %% wrong plus-for-minus: adds in place of subtracting
def mse_loss(y_pred, y):
    return np.mean((y_pred + y) ** 2)


# %% wrong state-between-calls: running total across calls
total = [0.0]


def mse_loss(y_pred, y):
    for p, t in zip(y_pred, y):
        total[0] += (p - t) ** 2
    return total[0] / len(y)


# %% wrong not-finite: divided by the number of axes less one
def mse_loss(y_pred, y):
    return np.sum((y_pred - y) ** 2) / np.float64(y.ndim - 1)


# %% wrong mean-error: twice the error for its square
def mse_loss(y_pred, y):
    return np.mean((y_pred - y) * 2)


# %% wrong predictions-ignored: the number of the text
def mse_loss(y_pred, y):
    return 7.5


# %% wrong predictions-ignored: names of other cells
w, x = 3.0, np.array([1.0, 2.0, 3.0, 4.0])


def mse_loss(y_pred, y):
    return np.mean((w * x[: len(y)] - y) ** 2)


# %% wrong last-ride-only: = for +=
def mse_loss(y_pred, y):
    for i in range(len(y)):
        total = (y_pred[i] - y[i]) ** 2
    return total / len(y)


# %% wrong values-for-positions: a loop over the fares
def mse_loss(y_pred, y):
    total = 0
    for i in y:
        total += (y_pred[i] - y[i]) ** 2
    return total / len(y)


# %% wrong values-for-positions: the range of an array
def mse_loss(y_pred, y):
    total = 0
    for i in range(y):
        total += (y_pred[i] - y[i]) ** 2
    return total / len(y)


# %% wrong function-not-called: forward where its fares should stand
def mse_loss(y_pred, y):
    return np.mean((forward - y) ** 2)


# %% right: from variance and mean
def mse_loss(y_pred, y):
    return np.var(y_pred - y) + np.mean(y_pred - y) ** 2


# %% wrong sum-of-a-list: int + list
def mse_loss(y_pred, y):
    total = 0
    total += [(y[i] - y_pred[i]) ** 2 for i in range(len(y))]
    return total / len(y)


# %% wrong function-not-called: mean without brackets, divided
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 2).sum / len(y)


# %% wrong name-taken: sum named away
def mse_loss(y_pred, y):
    sum = 0
    sum = sum((y_pred - y) ** 2)
    return sum / len(y)


# %% wrong one-number-not-several: sum of the mean
def mse_loss(y_pred, y):
    return sum(np.mean((y_pred - y) ** 2))


# %% wrong brackets-too-soon: np.mean() then
def mse_loss(y_pred, y):
    return np.mean()((y_pred - y) ** 2)


# %% wrong forward-needs-both: forward called with one
def mse_loss(y_pred, y):
    return np.mean((forward(y_pred) - y) ** 2)


# %% wrong no-such-method: mean squared by name
def mse_loss(y_pred, y):
    return np.square(y_pred - y).Mean()


# %% wrong item-of-many: math.pow
def mse_loss(y_pred, y):
    import math

    return math.pow(y_pred - y, 2) / len(y)


# %% wrong round-brackets-for-a-place: round brackets for an index
def mse_loss(y_pred, y):
    total = 0
    for i in range(len(y)):
        total += (y_pred(i) - y(i)) ** 2
    return total / len(y)


# %% wrong list-arithmetic: list minus list
def mse_loss(y_pred, y):
    return sum((list(y_pred) - list(y)) ** 2) / len(y)


# %% wrong not-started: sum without total first
def mse_loss(y_pred, y):
    for i in range(len(y)):
        total += (y_pred[i] - y[i]) ** 2
    return total / len(y)


# %% wrong library-not-there: sklearn
def mse_loss(y_pred, y):
    from sklearn.metrics import mean_squared_erorr

    return mean_squared_error(y, y_pred)


# %% wrong truth-of-many: if on an array
def mse_loss(y_pred, y):
    if y_pred - y > 0:
        return np.mean((y_pred - y) ** 2)
    return 0


# %% wrong axis-not-there: two rides at once
def mse_loss(y_pred, y):
    return np.mean((y_pred[:, 0] - y[:, 0]) ** 2)
