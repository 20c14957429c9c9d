"""A function that a test lent is called when the test is over, and nothing stops what it runs any more."""

# %%
lent = []


def apply(function, text):
    lent.append(function)
    return function(text)


# %% test
done = []
assert apply(lambda text: eval(text), "done.append(3)") is None

# %%
lent[0]("done.append(3)")


# %% test
assert done == [3]
