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


# %% right: fraction
from fractions import Fraction

predicted_grad = Fraction(-60)


# %% right: tensor
predicted_grad = torch.tensor(-60.0)


# %% right: list of one
predicted_grad = [-60]


# %% right: bool zero
predicted_grad = 0


# %% wrong guess-in-quotes: text -60
predicted_grad = "-60"


# %% wrong guess-out-of-range: sum -240
predicted_grad = -240


# %% wrong guess-two-numbers: tuple of both
predicted_grad = -30, -60


# %% wrong guess-with-a-unit: with unit
predicted_grad = "-60 €·km"
