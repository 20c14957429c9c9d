# %% right: expects it to stay
predicted_b = 0.0

# %% right: a whole number
predicted_b = 1

# %% right: below zero
predicted_b = np.float64(-0.3)

# %% right: a tensor
predicted_b = torch.tensor(0.56)

# %% wrong guess-not-a-number: a word
predicted_b = "it stays"

# %% wrong guess-not-a-number: a range
predicted_b = (0, 1)

# %% wrong guess-not-a-number: nothing
predicted_b = None

# %% wrong guess-out-of-range: cents for euros
predicted_b = 56

# %% wrong guess-out-of-range: not a number
predicted_b = float("nan")


# %% right: a decimal
from decimal import Decimal

predicted_b = Decimal("0.3")
