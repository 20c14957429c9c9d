# %% right: as found
first_wrong_line = {"a": 2, "b": 3, "c": 4}


# %% right: another order
first_wrong_line = dict(c=4, b=3, a=2)


# %% wrong bug-hunt-wrong: the mean of b's other half
first_wrong_line = {"a": 2, "b": 4, "c": 4}


# %% wrong bug-hunt-wrong: the error blamed
first_wrong_line = {"a": 1, "b": 2, "c": 2}


# %% wrong bug-hunt-from-zero: counted from zero
first_wrong_line = {"a": 1, "b": 2, "c": 3}


# %% wrong bug-hunt-form: a list
first_wrong_line = [2, 3, 4]


# %% wrong dict-keys: one missing
first_wrong_line = {"a": 2, "b": 3}


# %% wrong dict-value: the lines as text
first_wrong_line = {"a": "dw", "b": "dw", "c": "w"}


# %% wrong dict-value: several lines each
first_wrong_line = {"a": [1, 2], "b": [3], "c": [4]}


# %% right: floats
first_wrong_line = {"a": 2.0, "b": 3.0, "c": 4.0}


# %% right: numpy ints
first_wrong_line = dict(zip("abc", np.array([2, 3, 4])))


# %% wrong bug-hunt-wrong: return line
first_wrong_line = {"a": 3, "b": 3, "c": 4}


# %% wrong bug-hunt-wrong: gradient
first_wrong_line = {"a": 2, "b": 3, "c": 3}


# %% wrong bug-hunt-def-line: counted with the def line
first_wrong_line = {"a": 3, "b": 4, "c": 5}


# %% wrong dict-value: the code
first_wrong_line = {"a": "dw = np.dot(2 * x, error).mean()", "b": 3, "c": 4}


# %% wrong dict-keys: capital keys
first_wrong_line = {"A": 2, "B": 3, "C": 4}


# %% wrong bug-hunt-no-such-line: no such line
first_wrong_line = {"a": 2, "b": 3, "c": 6}


# %% wrong dict-value: a number in quotes
first_wrong_line = {"a": "2", "b": 1, "c": 1}


# %% right: defaultdict
from collections import defaultdict

first_wrong_line = defaultdict(int, a=2, b=3, c=4)


# %% right: a Counter
from collections import Counter

first_wrong_line = Counter({"a": 2, "b": 3, "c": 4})


# %% right: a view that cannot be changed
from types import MappingProxyType

first_wrong_line = MappingProxyType({"a": 2, "b": 3, "c": 4})


# %% right: fractions and decimals
from decimal import Decimal
from fractions import Fraction

first_wrong_line = {"a": Fraction(2), "b": Decimal(3), "c": Decimal("4.0")}


# %% right: a class of one's own
class Lines(dict):
    pass


first_wrong_line = Lines(a=2, b=3, c=4)


# %% wrong dict-value: strings with words
first_wrong_line = {"a": "line 2", "b": "line 3", "c": "line 4"}


# %% wrong dict-turned-round: numbers as keys
first_wrong_line = {2: "a", 3: "b", 4: "c"}


# %% wrong bug-hunt-form: pairs
first_wrong_line = [("a", 2), ("b", 3), ("c", 4)]


# %% wrong bug-hunt-form: text
first_wrong_line = "a: 2, b: 3, c: 4"


# %% wrong bug-hunt-no-such-line: zero
first_wrong_line = {"a": 0, "b": 3, "c": 4}


# %% wrong bug-hunt-no-such-line: line of the cell
first_wrong_line = {"a": 3, "b": 10, "c": 18}


# %% wrong bug-hunt-form: a generator of numbers
first_wrong_line = (number for number in (2, 3, 4))


# %% wrong bug-hunt-wrong: the signs of the error
first_wrong_line = {"a": 2, "b": 2, "c": 4}


# %% wrong bug-hunt-wrong: what hands it on
first_wrong_line = {"a": 3, "b": 5, "c": 5}


# %% wrong bug-hunt-no-such-line: between two lines
first_wrong_line = {"a": 2.5, "b": 3, "c": 4}


# %% wrong dict-value: strings with words, too
first_wrong_line = {"a": "line 2", "b": "line 3", "c": "line 4"}
