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

# %% wrong wrong-return: the number as a text
predicted_w = "0.3"

# %% wrong wrong-return: several guesses
predicted_w = [0.3, 0.2]

# %% wrong returns-none: nothing
predicted_w = None

# %% wrong guess-out-of-range: not a number at all
predicted_w = float("nan")
