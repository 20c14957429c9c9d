# %% right: the other order
def forward(x, w):
    return x * w


# %% right: multiply
def forward(x, w):
    return np.multiply(w, x)


# %% right: a loop
def forward(x, w):
    if np.ndim(x) == 0:
        return w * x
    return np.array([w * xi for xi in x])


# %% right: a list of numbers
def forward(x, w):
    return [w * xi for xi in x] if np.ndim(x) else w * x


# %% right: as a matrix product
def forward(x, w):
    x = np.asarray(x)
    return (x.reshape(-1, 1) @ np.array([[w]])).reshape(x.shape)


# %% right: in single precision
def forward(x, w):
    return np.float32(w) * np.asarray(x, dtype=np.float32)


# %% right: an outer product flattened
def forward(x, w):
    return np.einsum("...,->...", x, w)


# %% wrong ignores-w: the price written in
def forward(x, w):
    return 2 * x


# %% wrong ignores-w: the notebook's own variable
price = 2.0


def forward(x, w):
    return price * x


# %% wrong adds-for-multiplies: plus
def forward(x, w):
    return x + w


# %% wrong divides-for-multiplies: over
def forward(x, w):
    return x / w


# %% wrong divides-for-multiplies: the other way over
def forward(x, w):
    return w / x


# %% wrong adds-up-rides: dot product with a constant row
def forward(x, w):
    return np.sum(w * x)


# %% wrong returns-none: no return
def forward(x, w):
    y_pred = w * x


# %% wrong power-for-product: a power
def forward(x, w):
    return x**w


# %% wrong flag-fall-added: a flag fall that nobody asked for
def forward(x, w):
    return w * x + 3


# %% wrong fares-with-an-axis: a column
def forward(x, w):
    return (w * x).reshape(-1, 1)


# %% wrong one-ride: only for arrays
def forward(x, w):
    return np.array([w * x[i] for i in range(len(x))])


# %% wrong changed-input: in place
def forward(x, w):
    x *= w
    return x


# %% wrong rounded: rounded to euros
def forward(x, w):
    return np.round(w * x)


# %% wrong unknown-name: a capital letter
def forward(x, w):
    return w * X


# %% wrong returns-a-text: the words of the answer
def forward(x, w):
    return "w * x"


# %% wrong signature: the arguments left out
def forward():
    return 2 * x


# %% right: polynomial
def forward(x, w):
    return np.polyval([w, 0.0], x)


# %% right: copy then in place
def forward(x, w):
    fares = np.array(x, dtype=float)
    fares *= w
    return fares


# %% right: callable object
class Line:
    def __call__(self, x, w):
        return np.asarray(x) * np.asarray(w)


forward = Line()


# %% wrong rides-left-out: last ride missing
def forward(x, w):
    if np.isscalar(x):
        return w * x
    return np.array([w * x[i] for i in range(len(x) - 1)])


# %% wrong negative-lost: no negative fares
def forward(x, w):
    return np.maximum(w * x, 0.0)


# %% wrong ignores-w: remembers the first prices
memory = {}


def forward(x, w):
    if "w" not in memory:
        memory["w"] = w
    return memory["w"] * x


# %% wrong returns-the-error: returns error
def forward(x, w):
    x_, y = data.taxi()
    return w * x - y


# %% wrong constant-factor: a thousandth too much
def forward(x, w):
    return w * x * 1.001


# %% wrong negative-lost: positive fares
def forward(x, w):
    return np.abs(w * x)


# %% wrong adds-up-rides: their mean
def forward(x, w):
    return (w * x).mean()


# %% wrong one-ride-only: return in the loop
def forward(x, w):
    for distance in x:
        return distance * w


# %% wrong number-called: brackets for a product
def forward(x, w):
    return w(x)


# %% wrong returns-a-generator: a generator
def forward(x, w):
    return (w * x_i for x_i in x)


# %% wrong returns-more: returns w too
def forward(x, w):
    y_hat = w * x
    return y_hat, w


# %% right: dot with a number
def forward(x, w):
    return np.dot(x, w)


# %% right: vectorized
@np.vectorize
def line(d, w):
    return d * w


def forward(x, w):
    return line(x, w)


# %% right: zeros, then filled in
def forward(x, w):
    x = np.asarray(x, dtype=float)
    y_pred = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        y_pred[i] = w * x[i]
    return y_pred


# %% right: a map made a list
def forward(x, w):
    return list(map(lambda d: w * d, x)) if np.ndim(x) else w * x


# %% right: a design matrix with a bias of zero
def forward(x, w):
    X = np.column_stack([np.ones(np.size(x)), np.ravel(x)])
    return X @ np.array([0.0, w]) if np.ndim(x) else (X @ np.array([0.0, w]))[0]


# %% wrong returns-a-generator: map not made a list
def forward(x, w):
    return map(lambda d: w * d, x)


# %% wrong returns-more: w first
def forward(x, w):
    y_hat = w * x
    return w, y_hat


# %% wrong returns-more: x and the fares
def forward(x, w):
    return x, w * x


# %% wrong fares-with-an-axis: trailing comma
def forward(x, w):
    return (w * x,)


# %% wrong fares-with-an-axis: a row in a list
def forward(x, w):
    return [w * x]


# %% wrong one-ride-only: first ride by index
def forward(x, w):
    return w * x[0]


# %% wrong one-ride-only: return inside, with a list
def forward(x, w):
    y_pred = []
    for xi in x:
        y_pred.append(w * xi)
        return y_pred


# %% wrong adds-up-rides: running sum in a loop
def forward(x, w):
    total = 0
    for xi in x:
        total += w * xi
    return total


# %% wrong running-total: list of running sums
def forward(x, w):
    out, total = [], 0
    for xi in x:
        total += w * xi
        out.append(total)
    return np.array(out)


# %% wrong running-total: cumsum
def forward(x, w):
    return np.cumsum(w * x)


# %% wrong returns-none: prints
def forward(x, w):
    print(w * x)


# %% wrong none-from-print: returns print
def forward(x, w):
    return print("Prediction:", w * x)


# %% wrong x-ignored: reads the rides itself
def forward(x, w):
    x, y = data.taxi()
    return w * x


# %% wrong order-of-the-rides: sorted
def forward(x, w):
    return w * np.sort(x)


# %% wrong order-of-the-rides: reversed
def forward(x, w):
    return w * x[::-1]


# %% wrong adds-to-the-product: adds x
def forward(x, w):
    return x + w * x


# %% wrong adds-to-the-product: adds w
def forward(x, w):
    return w * x + w


# %% wrong flag-fall-added: bias one
def forward(x, w, b=1.0):
    return w * x + b


# %% wrong place-for-distance: index for distance
def forward(x, w):
    return np.array([w * i for i in range(len(x))])


# %% wrong place-for-distance: from 1
def forward(x, w):
    return np.array([w * (i + 1) for i in range(len(x))])


# %% wrong power-for-product: x squared
def forward(x, w):
    return w * x**2


# %% wrong power-for-product: w squared
def forward(x, w):
    return w**2 * x


# %% wrong divides-for-multiplies: whole division
def forward(x, w):
    return x // w


# %% wrong adds-for-multiplies: minus
def forward(x, w):
    return x - w


# %% wrong rounded: two digits
def forward(x, w):
    return np.round(w * x, 2)


# %% wrong rounded: round of the list
def forward(x, w):
    return np.array([round(w * xi, 1) for xi in x])


# %% wrong changed-input: each place overwritten
def forward(x, w):
    for i in range(len(x)):
        x[i] = w * x[i]
    return x


# %% wrong changed-input: np.multiply with out
def forward(x, w):
    return np.multiply(x, w, out=x)


# %% wrong one-ride: list for arrays only
def forward(x, w):
    return [w * xi for xi in x]


# %% wrong one-ride: zeros of len
def forward(x, w):
    y_pred = np.zeros(len(x))
    for i in range(len(x)):
        y_pred[i] = w * x[i]
    return y_pred


# %% wrong returns-a-text: formatted numbers
def forward(x, w):
    return [f"{w * xi:.2f}" for xi in x]


# %% wrong returns-a-dict: fares by distance
def forward(x, w):
    return {xi: w * xi for xi in x}


# %% wrong returns-a-function: a function of x
def forward(x, w):
    return lambda x: w * x


# %% wrong fares-averaged: over N
def forward(x, w):
    return w * x / len(x)


# %% wrong activation: sigmoid
def forward(x, w):
    z = np.dot(x, w)
    return 1 / (1 + np.exp(-z))


# %% wrong activation: tanh
def forward(x, w):
    return np.tanh(w * x)


# %% wrong negative-lost: relu
def forward(x, w):
    return np.maximum(0, w * x)


# %% wrong fare-negated: minus
def forward(x, w):
    return -w * x


# %% wrong rides-left-out: all but the first
def forward(x, w):
    return np.array([w * x[i] for i in range(1, len(x))])


# %% wrong rides-left-out: the last place stays empty
def forward(x, w):
    y_pred = np.zeros(len(x))
    for i in range(len(x) - 1):
        y_pred[i] = w * x[i]
    return y_pred


# %% wrong x-ignored: default data in the signature used
def forward(x=np.array([1.0, 2.0, 3.0, 4.0]), w=2.0):
    return np.array([1.0, 2.0, 3.0, 4.0]) * w


# %% wrong wrong-call: a call with an argument too few
def forward(x, w):
    return np.multiply(x)


# %% wrong one-past-the-end: 1-based
def forward(x, w):
    out = []
    for i in range(1, len(x) + 1):
        out.append(w * x[i])
    return np.array(out)


# %% wrong append-returns-none: append kept
def forward(x, w):
    out = []
    for x_i in x:
        out = out.append(w * x_i)
    return np.array(out)


# %% wrong vector-times-number: MATLAB, .*
def forward(x, w):
    return w @ x


# %% wrong values-for-positions: range of x
def forward(x, w):
    out = []
    for i in range(x):
        out.append(w * x[i])
    return np.array(out)


# %% wrong place-not-there: puts into an empty list
def forward(x, w):
    out = []
    for i in range(len(x)):
        out[i] = w * x[i]
    return np.array(out)


# %% wrong signature: another signature, (w, x, b)
def forward(w, x, b):
    return w * x


# %% wrong wants-a-tensor: torch in
def forward(x, w):
    import torch

    return torch.mul(x, w)


# %% wrong unknown-function: math.prod wrong
def forward(x, w):
    return np.multipy(x, w)


# %% wrong function-calls-itself: recursion
def forward(x, w):
    return forward(x, w)


# %% wrong no-fares: an array that np.append leaves as it was
def forward(x, w):
    y_pred = np.array([])
    for d in x:
        np.append(y_pred, w * d)
    return y_pred


# %% wrong no-fares: zeros that nobody fills
def forward(x, w):
    y_pred = np.zeros(len(x))
    for i in range(len(x)):
        y = w * x[i]
    return y_pred


# %% wrong price-alone: coefficients in the wrong order
def forward(x, w):
    return np.polyval([0.0, w], x) + np.zeros(np.shape(x))


# %% wrong distances-scaled: standardised
def forward(x, w):
    x = (x - np.mean(x)) / np.std(x)
    return w * x
