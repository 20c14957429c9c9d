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


# %% wrong doubled-loss: times 2
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


# %% wrong loss-times-n: /2*m
def mse_loss(y_pred, y):
    m = len(y)
    cost = np.sum((y_pred - y) ** 2)
    return cost / 2 * m


# %% wrong squared-after-the-sum: sum in the brackets
def mse_loss(y_pred, y):
    return 1 / len(y) * np.sum(y_pred - y) ** 2


# %% right: sum of squares over size
def mse_loss(y_pred, y):
    return np.sum(np.square(np.subtract(y, y_pred))) / np.size(y)


# %% right: in brackets of its own
def mse_loss(y_pred, y):
    return [((y - y_pred) ** 2).mean()]


# %% right: one over N first
def mse_loss(y_pred, y):
    m = len(y)
    return 1 / m * sum((y_pred[i] - y[i]) ** 2 for i in range(m))


# %% right: divided term by term
def mse_loss(y_pred, y):
    mse = 0
    for i in range(len(y)):
        mse += (y_pred[i] - y[i]) ** 2 / len(y)
    return mse


# %% right: column by row
def mse_loss(y_pred, y):
    e = (y_pred - y).reshape(-1, 1)
    return e.T @ e / len(e)


# %% right: abs before the square
def mse_loss(y_pred, y):
    return np.mean(abs(y - y_pred) ** 2)


# %% right: inner
def mse_loss(y_pred, y):
    diff = y - y_pred
    return np.inner(diff, diff) / diff.shape[0]


# %% wrong loss-times-n: 1/2*m in front
def mse_loss(y_pred, y):
    m = len(y)
    return 1 / 2 * m * np.sum((y_pred - y) ** 2)


# %% wrong loss-times-n: sum times N
def mse_loss(y_pred, y):
    return np.sum((y_pred - y) ** 2) * len(y)


# %% wrong half-of-the-loss: Andrew Ng's
def mse_loss(y_pred, y):
    m = y.shape[0]
    total_cost = 0
    for i in range(m):
        total_cost += (y_pred[i] - y[i]) ** 2
    return total_cost / (2 * m)


# %% wrong half-of-the-sum: half of the sum
def mse_loss(y_pred, y):
    return 0.5 * np.sum((y_pred - y) ** 2)


# %% wrong half-of-the-sum: by dot
def mse_loss(y_pred, y):
    e = y_pred - y
    return 1 / 2 * e.T @ e


# %% wrong half-of-the-sum: norm squared, half
def mse_loss(y_pred, y):
    return 0.5 * np.linalg.norm(y_pred - y) ** 2


# %% wrong squared-after-the-sum: whole sum squared
def mse_loss(y_pred, y):
    return np.sum(y_pred - y) ** 2


# %% wrong squared-after-the-sum: loop
def mse_loss(y_pred, y):
    total = 0
    for i in range(len(y)):
        total += y_pred[i] - y[i]
    return total**2 / len(y)


# %% wrong square-of-the-mean: difference of means squared
def mse_loss(y_pred, y):
    return (y_pred.mean() - y.mean()) ** 2


# %% wrong square-of-the-mean: (sum / N)² / N
def mse_loss(y_pred, y):
    return (np.sum(y_pred - y) / len(y)) ** 2 / len(y)


# %% wrong mean-error: times 2 for squared
def mse_loss(y_pred, y):
    return np.mean(2 * (y_pred - y))


# %% wrong root-of-the-mean: root of the sum over N
def mse_loss(y_pred, y):
    return np.sqrt(np.sum((y_pred - y) ** 2)) / len(y)


# %% wrong mean-absolute-error: sum of sizes
def mse_loss(y_pred, y):
    return np.sum(np.abs(y_pred - y))


# %% wrong mean-absolute-error: the root of each square
def mse_loss(y_pred, y):
    return np.mean(np.sqrt((y_pred - y) ** 2))


# %% wrong n-minus-1: enumerate's last index
def mse_loss(y_pred, y):
    total = 0
    for i, (p, t) in enumerate(zip(y_pred, y)):
        total += (p - t) ** 2
    return total / i


# %% wrong n-minus-1: half too
def mse_loss(y_pred, y):
    return np.sum((y_pred - y) ** 2) / (2 * (len(y) - 1))


# %% wrong other-count: residual variance
def mse_loss(y_pred, y):
    return np.sum((y_pred - y) ** 2) / (len(y) - 2)


# %% wrong other-count: counted one too many
def mse_loss(y_pred, y):
    n, total = 1, 0
    for p, t in zip(y_pred, y):
        total += (p - t) ** 2
        n += 1
    return total / n


# %% wrong variance-of-the-error: ddof
def mse_loss(y_pred, y):
    return np.var(y_pred - y, ddof=1)


# %% wrong variance-of-the-error: std
def mse_loss(y_pred, y):
    return np.std(y_pred - y) ** 2


# %% wrong fixed-n: multiplied by a quarter
def mse_loss(y_pred, y):
    return 0.25 * np.sum((y_pred - y) ** 2)


# %% wrong fixed-n: a count of its own
n = 4


def mse_loss(y_pred, y):
    total = 0
    for i in range(len(y)):
        total += (y_pred[i] - y[i]) ** 2
    return total / n


# %% wrong divided-in-the-loop: divided in the loop
def mse_loss(y_pred, y):
    total = 0
    for i in range(len(y)):
        total += (y_pred[i] - y[i]) ** 2
        total /= len(y)
    return total


# %% wrong divided-in-the-loop: divided by 2N in the loop
def mse_loss(y_pred, y):
    total = 0
    m = len(y)
    for i in range(m):
        total += (y_pred[i] - y[i]) ** 2
        total = total / (2 * m)
    return total


# %% wrong last-ride-only: =+ for +=
def mse_loss(y_pred, y):
    total = 0
    for i in range(len(y)):
        total = +((y_pred[i] - y[i]) ** 2)
    return total / len(y)


# %% wrong rides-left-out: range(1, n)
def mse_loss(y_pred, y):
    n = len(y)
    return sum((y_pred[i] - y[i]) ** 2 for i in range(1, n)) / (n - 1)


# %% wrong weighted-mean: weights y
def mse_loss(y_pred, y):
    return np.average((y_pred - y) ** 2, weights=np.abs(y))


# %% wrong weighted-mean: index
def mse_loss(y_pred, y):
    total = 0
    for i in range(len(y)):
        total += i * (y_pred[i] - y[i]) ** 2
    return total / len(y)


# %% wrong relative-error: MAPE
def mse_loss(y_pred, y):
    return np.mean(np.abs((y - y_pred) / y)) * 100


# %% wrong relative-error: by the prediction
def mse_loss(y_pred, y):
    return np.mean(((y_pred - y) / y_pred) ** 2)


# %% wrong r-squared: R squared
def mse_loss(y_pred, y):
    ss_res = np.sum((y - y_pred) ** 2)
    ss_tot = np.sum((y - np.mean(y)) ** 2)
    return 1 - ss_res / ss_tot


# %% wrong r-squared: the unexplained part
def mse_loss(y_pred, y):
    return np.sum((y - y_pred) ** 2) / np.sum((y - y.mean()) ** 2)


# %% wrong huber-loss: by cases
def mse_loss(y_pred, y):
    total = 0
    for p, t in zip(y_pred, y):
        e = abs(p - t)
        total += 0.5 * e**2 if e <= 1 else e - 0.5
    return total / len(y)


# %% wrong huber-loss: delta 1, summed
def mse_loss(y_pred, y):
    e = np.abs(y_pred - y)
    return np.sum(np.where(e <= 1, 0.5 * e**2, e - 0.5))


# %% wrong log-cosh: log-cosh
def mse_loss(y_pred, y):
    return np.mean(np.log(np.cosh(y_pred - y)))


# %% wrong other-mean: max abs
def mse_loss(y_pred, y):
    return max(abs(y_pred - y))


# %% wrong broadcast: table, sum over N
def mse_loss(y_pred, y):
    return np.sum((y_pred[:, None] - y) ** 2) / len(y)


# %% wrong broadcast: table, row of means
def mse_loss(y_pred, y):
    return np.mean((y_pred.reshape(-1, 1) - y) ** 2, axis=0)


# %% wrong predictions-ignored: y with itself
def mse_loss(y_pred, y):
    y_pred = y
    return np.mean((y_pred - y) ** 2)


# %% wrong fares-not-in-the-loss: mean of the squares
def mse_loss(y_pred, y):
    return np.mean(y_pred**2)


# %% wrong product-for-difference: products
def mse_loss(y_pred, y):
    return np.mean((y_pred * y) ** 2)


# %% wrong product-for-difference: dot of both
def mse_loss(y_pred, y):
    return np.dot(y_pred, y) / len(y)


# %% wrong loss-divided-again: mean over N again
def mse_loss(y_pred, y):
    return np.mean((y_pred - y) ** 2) / len(y)


# %% wrong loss-divided-again: divided in and after the loop
def mse_loss(y_pred, y):
    n = len(y)
    total = 0
    for i in range(n):
        total += (1 / n) * (y_pred[i] - y[i]) ** 2
    return total / n


# %% wrong sum-of-squares: N times the mean
def mse_loss(y_pred, y):
    return len(y) * np.mean((y_pred - y) ** 2)


# %% wrong negative-loss: sklearn's score
def mse_loss(y_pred, y):
    return -np.mean((y_pred - y) ** 2)


# %% wrong loss-squared: mean squared
def mse_loss(y_pred, y):
    return np.mean((y_pred - y) ** 2) ** 2


# %% wrong other-power: squared twice
def mse_loss(y_pred, y):
    error = (y_pred - y) ** 2
    return np.mean(error**2)


# %% wrong other-power: cube of sizes, summed
def mse_loss(y_pred, y):
    return sum(abs(y_pred - y) ** 3)


# %% wrong plus-for-minus: sum over N
def mse_loss(y_pred, y):
    return np.sum((y + y_pred) ** 2) / len(y)


# %% wrong constant-factor: percent
def mse_loss(y_pred, y):
    return 100 * np.mean((y_pred - y) ** 2)


# %% wrong returns-more: loss and errors
def mse_loss(y_pred, y):
    error = y_pred - y
    return np.mean(error**2), error


# %% wrong returns-more: MSE and RMSE
def mse_loss(y_pred, y):
    mse = np.mean((y_pred - y) ** 2)
    return mse, np.sqrt(mse)


# %% wrong one-value-per-ride: divided, never added
def mse_loss(y_pred, y):
    return (y_pred - y) ** 2 / len(y)


# %% wrong one-value-per-ride: a list of squares
def mse_loss(y_pred, y):
    return [(p - t) ** 2 for p, t in zip(y_pred, y)]


# %% wrong rounded: to a whole number
def mse_loss(y_pred, y):
    return int(np.mean((y_pred - y) ** 2))


# %% wrong rounded: whole division
def mse_loss(y_pred, y):
    return np.sum((y_pred - y) ** 2) // len(y)


# %% wrong returns-a-text: formatted
def mse_loss(y_pred, y):
    return f"{np.mean((y_pred - y) ** 2):.4f}"


# %% wrong against-the-mean: from the mean fare
def mse_loss(y_pred, y):
    return np.mean((y_pred - np.mean(y)) ** 2)


# %% wrong against-the-mean: the mean prediction
def mse_loss(y_pred, y):
    return np.mean((np.mean(y_pred) - y) ** 2)


# %% wrong log-error: MSLE
def mse_loss(y_pred, y):
    return np.mean((np.log(1 + np.abs(y_pred)) - np.log(1 + np.abs(y))) ** 2)


# %% wrong changed-input: the error kept in y
def mse_loss(y_pred, y):
    y -= y_pred
    return (y**2).mean()


# %% wrong returns-none: return forgotten in a loop
def mse_loss(y_pred, y):
    loss = 0
    for i in range(len(y)):
        loss += (y_pred[i] - y[i]) ** 2
    loss = loss / len(y)


# %% wrong signed-squares: signed squares
def mse_loss(y_pred, y):
    e = y_pred - y
    return np.mean(e * abs(e))


# %% wrong doubled-loss: twice the mean, as its derivative
def mse_loss(y_pred, y):
    return 2 / len(y) * np.sum((y_pred - y) ** 2)


# %% wrong doubled-loss: twice the sum
def mse_loss(y_pred, y):
    return 2 * np.sum((y_pred - y) ** 2)


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


# %% wrong fares-of-other-rides: the fare before
def mse_loss(y_pred, y):
    total = 0
    for i in range(len(y)):
        total += (y_pred[i] - y[i - 1]) ** 2
    return total / len(y)


# %% wrong not-finite: cross-entropy
def mse_loss(y_pred, y):
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


# %% wrong sum-of-a-list: adds a list to a number
def mse_loss(y_pred, y):
    total_loss = 0
    total_loss += [(y[i] - y_pred[i]) ** 2 for i in range(len(y))]
    return total_loss / len(y)


# %% wrong returns-a-function: mean without brackets
def mse_loss(y_pred, y):
    return np.square(y_pred - y).mean
