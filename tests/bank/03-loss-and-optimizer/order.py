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


# %% wrong order-letter-missing: a line is missing
order = ["A", "B", "D", "E"]


# %% wrong order-letter-twice: a line twice
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


# %% wrong order-in-one-text: one text with commas
order = "C, A, B, D, E"


# %% wrong order-in-one-text: arrows
order = "C -> A -> B -> D -> E"


# %% wrong order-in-one-text: a list with one text
order = ["C, A, B, D, E"]


# %% wrong order-of-lines: the lines themselves
order = [
    "optimizer.zero_grad()",
    "y_pred = w * x",
    "loss = loss_fn(y_pred, y)",
    "loss.backward()",
    "optimizer.step()",
]


# %% wrong order-of-lines: letters with their lines
order = [
    "C: optimizer.zero_grad()",
    "A: y_pred = w * x",
    "B: loss = loss_fn(y_pred, y)",
    "D: loss.backward()",
    "E: optimizer.step()",
]


# %% wrong order-letter-twice: one letter for another
order = ["A", "A", "B", "D", "E"]


# %% wrong order-incomplete: a letter too many
order = ["C", "A", "B", "D", "F"]


# %% right: split
order = "C A B D E".split()
