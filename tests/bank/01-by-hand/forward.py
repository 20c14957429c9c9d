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


# %% wrong constant-added: a flag fall that nobody asked for
def forward(x, w):
    return w * x + 3


# %% wrong wrong-return: a column
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


# %% wrong wrong-return: the words of the answer
def forward(x, w):
    return "w * x"


# %% wrong signature: the arguments left out
def forward():
    return 2 * x


# %% right: einsum
def forward(x, w):
    return np.einsum("...,->...", x, w)


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


# %% wrong wrong-return: last ride missing
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
