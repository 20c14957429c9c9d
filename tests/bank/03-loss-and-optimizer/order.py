# %% right: cleared first
order = ["C", "A", "B", "D", "E"]

# %% right: cleared after the prediction
order = ["A", "C", "B", "D", "E"]

# %% right: cleared just before backward
order = ("A", "B", "C", "D", "E")

# %% right: cleared last, as one word
order = "ABDEC"

# %% right: small letters
order = list("cabde")

# %% wrong order-frozen: cleared between backward and step
order = ["A", "B", "D", "C", "E"]

# %% wrong order-frozen: the step before backward, cleared in between
order = ["C", "A", "B", "E", "D"]

# %% wrong order-frozen: cleared, then stepped
order = ["C", "E", "A", "B", "D"]

# %% wrong order-loses-update: the step first
order = ["E", "C", "A", "B", "D"]

# %% wrong order-loses-update: the step first, cleared late
order = ["E", "A", "B", "C", "D"]

# %% wrong order-previous-gradient: the step after the prediction
order = ["A", "E", "C", "B", "D"]

# %% wrong order-previous-gradient: the step after the loss
order = ["A", "B", "E", "C", "D"]

# %% wrong order-name-error: the loss before the prediction
order = ["C", "B", "A", "D", "E"]

# %% wrong order-name-error: backward before the loss
order = ["A", "D", "B", "C", "E"]

# %% wrong order-incomplete: a line is missing
order = ["A", "B", "D", "E"]

# %% wrong order-incomplete: a line twice
order = ["C", "A", "B", "D", "E", "C"]

# %% wrong order-incomplete: places in place of letters
order = [2, 3, 1, 4, 5]

# %% wrong order-incomplete: nothing
order = None


# %% right: a NumPy array
order = np.array(["C", "A", "B", "D", "E"])


# %% wrong order-incomplete: a set has no order
order = {"C", "A", "B", "D", "E"}


# %% wrong order-incomplete: two answers
order = [["C", "A", "B", "D", "E"], ["A", "B", "C", "D", "E"]]


# %% right: one text with commas
order = "C, A, B, D, E"
