# %% right: the outcome
predicted = "diverges"


# %% right: a wrong guess is a guess
predicted = "faster"


# %% right: spelled with a capital and a space
predicted = "Same "


# %% wrong not-an-outcome: another word
predicted = "slower"


# %% wrong not-an-outcome: a number
predicted = 4


# %% wrong not-an-outcome: all three
predicted = ["faster", "same", "diverges"]


# %% right: a string of NumPy's
predicted = np.str_("same")


# %% wrong not-an-outcome: two of them
predicted = ["faster", "diverges"]
