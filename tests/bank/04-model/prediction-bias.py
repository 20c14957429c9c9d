# %% right: expects it to stay
predicted_b = 0.0


# %% right: a whole number
predicted_b = 1


# %% right: below zero
predicted_b = np.float64(-0.3)


# %% right: a tensor
predicted_b = torch.tensor(0.56)


# %% wrong guess-in-words: a word
predicted_b = "it stays"


# %% wrong guess-two-numbers: a range
predicted_b = (0, 1)


# %% wrong guess-missing: nothing
predicted_b = None


# %% wrong guess-out-of-range: cents for euros
predicted_b = 56


# %% wrong guess-out-of-range: not a number
predicted_b = float("nan")


# %% right: a decimal
from decimal import Decimal

predicted_b = Decimal("0.3")


# %% wrong guess-in-quotes: in quotes
predicted_b = "0.3"


# %% wrong guess-with-a-comma: a decimal comma, in quotes
predicted_b = "0,3"


# %% wrong guess-two-numbers: a decimal comma
predicted_b = 0, 3


# %% wrong guess-with-a-unit: with its unit
predicted_b = "0.3 €"


# %% wrong guess-with-a-unit: about
predicted_b = "~0.5"


# %% right: a fraction
predicted_b = 1 / 3


# %% right: a negative guess in a list
predicted_b = [-0.2]


# %% wrong guess-not-a-number: a truth
predicted_b = lambda: 0.3


# %% wrong guess-out-of-range: an epoch for a price
predicted_b = 23
