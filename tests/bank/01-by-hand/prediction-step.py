# %% right: the true value
predicted_w = 0.3

# %% right: an honest overestimate
predicted_w = 3

# %% right: the wrong direction is still out of range, zero is not
predicted_w = 0

# %% wrong guess-out-of-range: the slope itself
predicted_w = -30

# %% wrong guess-out-of-range: far too much
predicted_w = 30.0

# %% wrong guess-not-a-number: the number as a text
predicted_w = "0.3"

# %% wrong guess-not-a-number: several guesses
predicted_w = [0.3, 0.2]

# %% wrong guess-not-a-number: nothing
predicted_w = None

# %% wrong guess-out-of-range: not a number at all
predicted_w = float("nan")

# %% right: at the edge
predicted_w = 4

# %% right: an expression
predicted_w = 0 - 0.01 * (-30)

# %% right: numpy number
predicted_w = np.float32(0.3)

# %% right: 0-d array
predicted_w = np.array(0.3)

# %% wrong guess-out-of-range: sign slip
predicted_w = -0.3

# %% wrong guess-not-a-number: text with unit
predicted_w = "0.3 €/km"

# %% wrong guess-not-a-number: decimal comma
predicted_w = 0, 3

# %% wrong guess-not-a-number: True
predicted_w = True

# %% wrong guess-not-a-number: a lambda
predicted_w = lambda w: w + 0.3
