# %% right: a tuple of integers
toy_grads = (-2, 6)

# %% right: an array
toy_grads = np.array([-2.0, 6.0])

# %% right: computed
toy_grads = [2 * (w * x - y) * x for x, y, w in ((1, 2, 1), (3, 5, 2))]

# %% right: tensors from autograd
toy_grads = []
for x_km, y_eur, w0 in ((1.0, 2.0, 1.0), (3.0, 5.0, 2.0)):
    w = torch.tensor(w0, requires_grad=True)
    ((w * x_km - y_eur) ** 2).backward()
    toy_grads.append(w.grad)

# %% wrong toy-sign: fare minus prediction
toy_grads = [2.0, -6.0]

# %% wrong missing-factor-2: no inner derivative of the square
toy_grads = [-1.0, 3.0]

# %% wrong toy-missing-x: the chain stops at the error
toy_grads = [-2.0, 2.0]

# %% wrong y-for-x: fares
toy_grads = [-4.0, 10.0]

# %% wrong toy-w-for-x: the other factor
toy_grads = [-2.0, 4.0]

# %% wrong toy-is-the-loss: the loss of each
toy_grads = [1.0, 1.0]

# %% wrong toy-order: b before a
toy_grads = [6.0, -2.0]

# %% wrong toy-elsewhere: a guess
toy_grads = [-2.0, 7.5]

# %% wrong missing-factor-2: in the second ride alone
toy_grads = [-2.0, 3.0]

# %% wrong toy-sign: in the first ride alone
toy_grads = [2.0, 6.0]

# %% wrong toy-how-many: one number
toy_grads = -2.0

# %% wrong toy-in-quotes: text
toy_grads = ["-2", "6"]


# %% right: column array
toy_grads = [np.array([-2.0]), np.array([6.0])]


# %% wrong toy-how-many: three
toy_grads = [-2.0, 6.0, 4.0]


# %% wrong toy-of-the-mean: mean of both
toy_grads = [2.0, 2.0]


# %% wrong toy-is-the-error: the errors
toy_grads = [-1, 1]


# %% wrong toy-without-fare: without the fares
toy_grads = [2, 36]


# %% wrong toy-is-the-prediction: the predictions
toy_grads = [1, 6]


# %% right: fractions
from fractions import Fraction

toy_grads = [Fraction(-2), Fraction(12, 2)]


# %% right: a deque
from collections import deque

toy_grads = deque([-2.0, 6.0])


# %% right: by sympy
import sympy

w = sympy.Symbol("w")
toy_grads = [
    sympy.diff((w * x - y) ** 2, w).subs(w, value) for x, y, value in ((1, 2, 1), (3, 5, 2))
]


# %% wrong toy-form: a dict
toy_grads = {"a": -2.0, "b": 6.0}
