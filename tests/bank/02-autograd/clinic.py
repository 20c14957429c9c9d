# %% right: another order
cause = {"E": 3, "D": 6, "C": 1, "B": 5, "A": 2}


# %% right: as floats
cause = dict(A=2.0, B=5.0, C=1.0, D=6.0, E=3.0)


# %% right: NumPy numbers
cause = dict(zip("ABCDE", np.array([2, 5, 1, 6, 3])))


# %% wrong clinic-a: A and B swapped
cause = {"A": 5, "B": 2, "C": 1, "D": 6, "E": 3}


# %% wrong clinic-b: B and C swapped
cause = {"A": 2, "B": 1, "C": 5, "D": 6, "E": 3}


# %% wrong clinic-c: C alone
cause = {"A": 2, "B": 5, "C": 4, "D": 6, "E": 3}


# %% wrong clinic-d: D and E swapped
cause = {"A": 2, "B": 5, "C": 1, "D": 3, "E": 6}


# %% wrong clinic-e: E alone
cause = {"A": 2, "B": 5, "C": 1, "D": 6, "E": 4}


# %% wrong clinic-loop-in-the-graph: Eli's explanation
cause = {"A": 2, "B": 5, "C": 7, "D": 6, "E": 3}


# %% wrong dict-keys: one is missing
cause = {"A": 2, "B": 5, "C": 1, "D": 6}


# %% right: small letters
cause = {"a": 2, "b": 5, "c": 1, "d": 6, "e": 3}


# %% wrong clinic-form: a list
cause = [2, 5, 1, 6, 3]


# %% wrong dict-value: text
cause = {"A": "2", "B": "5", "C": "1", "D": "6", "E": "3"}


# %% right: defaultdict
import collections

cause = collections.OrderedDict([("A", 2), ("B", 5), ("C", 1), ("D", 6), ("E", 3)])


# %% right: a mapping of one's own
from collections import UserDict

cause = UserDict(A=2, B=5, C=1, D=6, E=3)


# %% wrong dict-turned-round: the numbers first
cause = {2: "A", 5: "B", 1: "C", 6: "D", 3: "E"}


# %% wrong dict-value: several causes
cause = {"A": 2, "B": 5, "C": 1, "D": (6, 7), "E": 3}


# %% wrong clinic-form: the letters in order
cause = "ECABD"


# %% right: tuples
cause = dict((("A", 2), ("B", 5), ("C", 1), ("D", 6), ("E", 3)))


# %% right: userdict
import collections

cause = collections.UserDict(A=2, B=5, C=1, D=6, E=3)


# %% right: mapping proxy
import types

cause = types.MappingProxyType(dict(A=2, B=5, C=1, D=6, E=3))


# %% right: defaultdict, once more
import collections

cause = collections.defaultdict(int, A=2, B=5, C=1, D=6, E=3)


# %% right: Counter
import collections

cause = collections.Counter(A=2, B=5, C=1, D=6, E=3)


# %% right: tensors
cause = {k: torch.tensor(v) for k, v in dict(A=2, B=5, C=1, D=6, E=3).items()}


# %% right: blanks
cause = {"A ": 2, "B ": 5, "C ": 1, "D ": 6, "E ": 3}


# %% wrong dict-turned-round: turned round, wrong ones
cause = {2: "A", 5: "B", 1: "C", 7: "D", 3: "E"}


# %% wrong dict-turned-round: turned round, texts
cause = {"2": "A", "5": "B", "1": "C", "6": "D", "3": "E"}


# %% wrong dict-value: words
cause = {"A": "in place", "B": "new tensor", "C": "computed", "D": "no clear", "E": "cleared"}


# %% wrong clinic-form: list pairs
cause = [("A", 2), ("B", 5), ("C", 1), ("D", 6), ("E", 3)]


# %% wrong dict-keys: loop_a names
cause = {"loop_a": 2, "loop_b": 5, "loop_c": 1, "loop_d": 6, "loop_e": 3}


# %% wrong dict-value: lists of numbers
cause = {"A": [2], "B": [5], "C": [1], "D": [6], "E": [3, 6]}


# %% wrong clinic-form: bare text
cause = "A2 B5 C1 D6 E3"


# %% wrong clinic-form: set
cause = {2, 5, 1, 6, 3}


# %% wrong clinic-d: D said to be a loop in the graph
cause = {"A": 2, "B": 5, "C": 1, "D": 7, "E": 3}


# %% wrong clinic-e: E said to be a loop in the graph
cause = {"A": 2, "B": 5, "C": 1, "D": 6, "E": 7}


# %% wrong clinic-a: A loop in graph
cause = {"A": 7, "B": 5, "C": 1, "D": 6, "E": 3}


# %% wrong clinic-loop-in-the-graph: B loop in graph
cause = {"A": 2, "B": 7, "C": 1, "D": 6, "E": 3}


# %% wrong clinic-b: B copy
cause = {"A": 2, "B": 4, "C": 1, "D": 6, "E": 3}


# %% wrong clinic-a: A is 1
cause = {"A": 1, "B": 5, "C": 2, "D": 6, "E": 3}


# %% wrong clinic-range: numbers out of range
cause = {"A": 2, "B": 5, "C": 1, "D": 6, "E": 8}


# %% wrong clinic-b: all same
cause = {"A": 2, "B": 2, "C": 2, "D": 6, "E": 3}


# %% wrong clinic-range: counted from 0
cause = {"A": 1, "B": 4, "C": 0, "D": 5, "E": 2}


# %% wrong dict-keys: two loops and more
cause = {"A": 2, "B": 5, "C": 1, "D": 6, "E": 3, "F": 4}
