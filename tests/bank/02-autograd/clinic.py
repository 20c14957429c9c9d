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
