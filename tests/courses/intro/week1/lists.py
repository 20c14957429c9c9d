# %% [markdown]
# # Week 1: functions and lists
# Replace every `YOUR CODE HERE` by your own code.

# %%
import random

# %% [markdown]
# **1.** Write `mean(values)`. The mean of an empty list is an error: raise a `ValueError`.

# %% solution mean
def mean(values):
    """The arithmetic mean of a list of numbers."""
    ### BEGIN SOLUTION
    if not values:
        raise ValueError("the mean of nothing")
    return sum(values) / len(values)
    ### END SOLUTION

# %% test mean-1 2
assert mean([1, 2, 3]) == 2
assert abs(mean([0.1, 0.2]) - 0.15) < 1e-12
### BEGIN HIDDEN TESTS
numbers = [random.randint(-50, 50) for _ in range(20)]
assert abs(mean(numbers) - sum(numbers) / 20) < 1e-9
### END HIDDEN TESTS

# %% test mean-2 1
try:
    mean([])
except ValueError:
    pass
else:
    raise AssertionError("mean([]) should raise a ValueError")

# %% [markdown]
# **2.** `without_duplicates` returns a *new* list, in the order of the old one, which stays as it is.

# %% solution duplicates
def without_duplicates(items):
    ### BEGIN SOLUTION
    seen = []
    for item in items:
        if item not in seen:
            seen.append(item)
    return seen
    ### END SOLUTION

# %% test duplicates-1 1
assert without_duplicates([3, 1, 3, 2, 1]) == [3, 1, 2]
assert without_duplicates("banana") == ["b", "a", "n"]

# %% test duplicates-2 1
original = [1, 1, 2]
result = without_duplicates(original)
assert original == [1, 1, 2], "the argument was changed"
### BEGIN HIDDEN TESTS
unique = [1, 2, 3]
copy = without_duplicates(unique)
copy.append(4)
assert unique == [1, 2, 3], "a new list, please"
assert copy is not unique
### END HIDDEN TESTS

# %% [markdown]
# **3.** The list of temperatures below was made for you. Add up in `total` those above zero.

# %% locked temperatures
random.seed(2024)
temperatures = [round(random.uniform(-10, 25), 1) for _ in range(30)]
total = 0

# %% solution total
### BEGIN SOLUTION
for t in temperatures:
    if t > 0:
        total += t
### END SOLUTION

# %% test total-1 1
assert abs(total - sum(t for t in temperatures if t > 0)) < 1e-9

# %% [markdown]
# **4.** A generator of Fibonacci's numbers below `limit`.

# %% solution fibonacci
def fibonacci(limit):
    ### BEGIN SOLUTION
    a, b = 0, 1
    while a < limit:
        yield a
        a, b = b, a + b
    ### END SOLUTION

# %% test fibonacci-1 2
g = fibonacci(10)
assert next(g) == 0
assert next(g) == 1
assert list(g) == [1, 2, 3, 5, 8]

# %% test fibonacci-2 1
import inspect

assert inspect.isgeneratorfunction(fibonacci), "use yield"
assert max(fibonacci(10**20)) < 10**20
