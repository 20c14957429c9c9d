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


# %% right: by sympy
import sympy

w = sympy.Symbol("w")
toy_grads = [
    sympy.diff((w * x - y) ** 2, w).subs(w, value) for x, y, value in ((1, 2, 1), (3, 5, 2))
]


# %% right: tuple
toy_grads = -2, 6


# %% right: tensor
toy_grads = torch.tensor([-2.0, 6.0])


# %% right: fractions, once more
from fractions import Fraction

toy_grads = [Fraction(-2), Fraction(6)]


# %% right: column
toy_grads = np.array([[-2.0], [6.0]])


# %% right: list of tensors
toy_grads = [torch.tensor(-2.0), torch.tensor([6.0])]


# %% right: dict values list
toy_grads = list({"a": -2, "b": 6}.values())


# %% right: map list
toy_grads = list(map(float, (-2, 6)))


# %% right: ints numpy
toy_grads = [np.int64(-2), np.int32(6)]


# %% wrong toy-with-names: a dict, once more
toy_grads = {"a": -2.0, "b": 6.0}


# %% wrong toy-in-quotes: with units
toy_grads = ["-2 €·km", "6 €·km"]


# %% wrong toy-in-quotes: one string
toy_grads = "-2, 6"


# %% wrong toy-form: None
toy_grads = [-2, None]


# %% wrong toy-form: generator
toy_grads = (2 * (w * x - y) * x for x, y, w in ((1, 2, 1), (3, 5, 2)))


# %% wrong toy-form: set
toy_grads = {-2, 6}


# %% wrong toy-factors: x and w
toy_grads = [-2.0, 12.0]


# %% wrong toy-factors: x squared in b
toy_grads = [-2.0, 18.0]


# %% wrong toy-sign: sign of b
toy_grads = [-2.0, -6.0]


# %% wrong missing-factor-2: half both
toy_grads = [-1, 3]


# %% wrong missing-factor-2: half ride a
toy_grads = [-1, 6]


# %% wrong toy-factors: half and sign
toy_grads = [1, -3]


# %% wrong toy-missing-x: 2e
toy_grads = [-2, 2]


# %% wrong toy-missing-x: 2e with sign
toy_grads = [2, -2]


# %% wrong toy-of-the-mean: sum of both alone
toy_grads = [4.0, 4.0]


# %% wrong toy-how-many: sum of both a number
toy_grads = 4.0


# %% wrong toy-how-many: mean of both a number
toy_grads = [2.0]


# %% wrong toy-estimate: numerically 0.1
toy_grads = [-1.99, 6.09]


# %% wrong toy-estimate: forward difference h=1
toy_grads = [-1.0, 15.0]


# %% wrong toy-new-price: after a step
toy_grads = [1.02, 1.94]


# %% wrong toy-how-many: three, once more
toy_grads = [-2, 6, 4]


# %% wrong missing-factor-2: without 2 in b and with w
toy_grads = [-1.0, 6.0]


# %% wrong toy-without-prediction: 2(y)x only
toy_grads = [4.0, 30.0]


# %% wrong toy-without-prediction: -2xy
toy_grads = [-4.0, -30.0]


# %% wrong toy-of-the-prediction: x alone
toy_grads = [1.0, 3.0]


# %% wrong toy-w-for-x: dL/dx: 2ew
toy_grads = [-2, 4]


# %% wrong toy-is-the-prediction: sign of error mixed up in a only, half
toy_grads = [1.0, 6.0]


# %% wrong toy-order: order
toy_grads = [6, -2]


# %% wrong toy-order-and-sign: order and sign
toy_grads = [-6, 2]


# %% wrong toy-with-names: a dict
toy_grads = {"a": -2.0, "b": 6.0}
