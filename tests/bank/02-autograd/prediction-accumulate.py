# %% right: adds up
predicted_grad = -60

# %% right: an honest guess that the gradient is replaced
predicted_grad = -30.0

# %% right: a guess as a NumPy number
predicted_grad = np.float64(-15)

# %% wrong guess-out-of-range: no gradient of this size is near
predicted_grad = 1e6

# %% wrong guess-out-of-range: not a number
predicted_grad = float("nan")

# %% wrong guess-in-words: in words
predicted_grad = "minus sixty"

# %% wrong guess-missing: None
predicted_grad = None


# %% right: array of one
predicted_grad = np.array([-60])


# %% wrong guess-not-a-number: list
predicted_grad = [-30, -60]


# %% right: a decimal
from decimal import Decimal

predicted_grad = Decimal("-60")


# %% right: a fraction
from fractions import Fraction

predicted_grad = Fraction(-121, 2)
