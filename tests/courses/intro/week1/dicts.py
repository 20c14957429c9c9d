# %% [markdown]
# # Week 1: dictionaries

# %% locked stock
prices = {"apple": 0.5, "bread": 2.2, "cheese": 4.8}
basket = {"apple": 4, "cheese": 1}

# %% [markdown]
# **1.** Store in `cost` what the basket costs.

# %% solution cost
### BEGIN SOLUTION
cost = 0
for name, number in basket.items():
    cost = cost + prices[name] * number
### END SOLUTION

# %% test cost-1 1
assert isinstance(cost, float)
assert round(cost, 2) == 6.8

# %% [markdown]
# **2.** Add butter for 1.9 to `prices`, and make bread 10 % cheaper.

# %% solution prices
### BEGIN SOLUTION
prices["butter"] = 1.9
prices["bread"] *= 0.9
### END SOLUTION

# %% test prices-1 1
assert prices["butter"] == 1.9, "butter"
assert abs(prices["bread"] - 1.98) < 1e-9, "bread"

# %% test prices-2 1
assert sorted(prices) == ["apple", "bread", "butter", "cheese"]
assert prices["apple"] == 0.5

# %% [markdown]
# **3.** `letters(text)` counts the letters of a text in a dictionary, capital ones as small ones.

# %% solution letters
def letters(text):
    ### BEGIN SOLUTION
    counts = {}
    for character in text.lower():
        if character.isalpha():
            counts[character] = counts.get(character, 0) + 1
    return counts
    ### END SOLUTION

# %% test letters-1 2
assert letters("Hello!") == {"h": 1, "e": 1, "l": 2, "o": 1}
assert letters("") == {}
### BEGIN HIDDEN TESTS
assert letters("A a, B") == {"a": 2, "b": 1}
assert set(letters("The quick brown fox")) == set("thequickbrownfox")
### END HIDDEN TESTS

# %% [markdown]
# **4.** `invert` swaps keys and values. A value that stands twice is a `KeyError`.

# %% solution invert
def invert(d):
    ### BEGIN SOLUTION
    new = {}
    for key, value in d.items():
        if value in new:
            raise KeyError(value)
        new[value] = key
    return new
    ### END SOLUTION

# %% test invert-1 1
assert invert({"a": 1, "b": 2}) == {1: "a", 2: "b"}
assert invert(invert(basket)) == basket

# %% test invert-2 1
raised = False
try:
    invert({"a": 1, "b": 1})
except KeyError as error:
    raised = True
    assert error.args == (1,)
assert raised
