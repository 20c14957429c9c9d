# %% right: what it does
predicted = "swings"

# %% right: a wrong guess is a guess
predicted = "runs away"

# %% right: twelve times a rate that arrives
predicted = "arrives"

# %% right: nothing has changed
predicted = "creeps"

# %% right: a capital
predicted = "Swings"

# %% right: blanks around it
predicted = "  creeps "

# %% right: shouted
predicted = "RUNS AWAY"

# %% right: a line break at its end
predicted = """arrives
"""

# %% right: a string of NumPy's
predicted = np.str_("runs away")

# %% wrong not-a-fate: a word of another book
predicted = "oscillates"

# %% wrong not-a-fate: another word for it
predicted = "diverges"

# %% wrong not-a-fate: as above
predicted = "converges"

# %% wrong near-a-fate: without its s
predicted = "swing"

# %% wrong near-a-fate: half of the last one
predicted = "runs"

# %% wrong near-a-fate: an underscore for the blank
predicted = "runs_away"

# %% wrong near-a-fate: in a sentence
predicted = "w swings"

# %% wrong near-a-fate: with a full stop
predicted = "creeps."

# %% wrong near-a-fate: quotes in quotes
predicted = '"swings"'

# %% wrong not-a-fate: the text is empty
predicted = ""

# %% wrong fate-by-number: the price after one step
predicted = 3.6

# %% wrong fate-by-number: the third in the list
predicted = 3

# %% wrong not-a-fate: nothing
predicted = None

# %% wrong not-a-fate: True
predicted = True

# %% wrong fate-in-brackets: in brackets
predicted = ["swings"]

# %% wrong not-a-fate: as bytes
predicted = b"swings"


# %% wrong not-a-fate: a function
def predicted():
    return "swings"


# %% wrong several-guesses: two in a list
predicted = ["swings", "runs away"]

# %% wrong several-guesses: two, with a comma
predicted = "creeps", "arrives"

# %% wrong several-guesses: one text with two
predicted = "swings or runs away"

# %% wrong not-a-fate: all four in a set
predicted = {"creeps", "arrives", "swings", "runs away"}

# %% wrong fate-by-number: 1
predicted = 1

# %% wrong fate-in-brackets: list of one
predicted = ["creeps"]

# %% wrong fate-in-brackets: tuple of one
predicted = ("swings",)
