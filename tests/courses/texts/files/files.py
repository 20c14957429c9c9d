# %% [markdown]
# # Text and files
# `poem.txt` and `visits.json` lie beside this notebook.

# %%
import json
import re
from collections import Counter
from datetime import date, timedelta

# %% [markdown]
# **1.** Read the poem's lines into the list `lines`, without line breaks and blank lines.

# %% solution lines
### BEGIN SOLUTION
with open("poem.txt") as file:
    lines = [line.strip() for line in file if line.strip()]
### END SOLUTION

# %% test lines-1 1
assert len(lines) == 6
assert lines[0] == "The fog comes"
assert all(not line.endswith("\n") for line in lines)

# %% [markdown]
# **2.** `words(text)` counts the words of a text in a `Counter`, in small letters.

# %% solution words
def words(text):
    ### BEGIN SOLUTION
    return Counter(re.findall(r"[a-z]+", text.lower()))
    ### END SOLUTION

# %% test words-1 1
counted = words("The cat. The dog!")
assert isinstance(counted, Counter)
assert counted["the"] == 2
assert counted["bird"] == 0

# %% test words-2 2
assert words("a b a").most_common(1) == [("a", 2)]
assert words("") == Counter()
### BEGIN HIDDEN TESTS
assert words(" ".join(lines)).most_common(1)[0] == ("on", 3)
assert words("A1b") == Counter({"a": 1, "b": 1})
### END HIDDEN TESTS

# %% [markdown]
# **3.** `find_dates(text)`: all dates such as 2024-02-29 in a text, as `date` objects. What is no date of the
# calendar is left out.

# %% solution dates
def find_dates(text):
    ### BEGIN SOLUTION
    found = []
    for year, month, day in re.findall(r"\b(\d{4})-(\d\d)-(\d\d)\b", text):
        try:
            found.append(date(int(year), int(month), int(day)))
        except ValueError:
            pass
    return found
    ### END SOLUTION

# %% test dates-1 1
assert find_dates("from 2024-02-29 to 2024-03-01") == [date(2024, 2, 29), date(2024, 3, 1)]
assert find_dates("nothing") == []

# %% test dates-2 1
assert find_dates("2023-02-29 and 2023-03-01") == [date(2023, 3, 1)]
first, second = find_dates("2024-01-01, 2024-01-31")
assert second - first == timedelta(days=30)
assert first.weekday() == 0

# %% [markdown]
# **4.** Read `visits.json`, and store the minutes of each visitor in `minutes.json`, a dictionary.

# %% solution visits
### BEGIN SOLUTION
minutes = {}
for visit in json.load(open("visits.json")):
    minutes[visit["name"]] = minutes.get(visit["name"], 0) + visit["minutes"]
with open("minutes.json", "w") as file:
    json.dump(minutes, file)
### END SOLUTION

# %% test visits-1 2
with open("minutes.json") as file:
    stored = json.load(file)
assert stored == {"Ada": 42, "Ben": 45}

# %% [markdown]
# **5.** `table(rows)` prints a line for each pair, such as `Ada : 42`, names padded to six letters.

# %% solution table
def table(rows):
    ### BEGIN SOLUTION
    for name, number in rows:
        print(f"{name:<6}: {number}")
    ### END SOLUTION

# %% test table-1 1
import io
from contextlib import redirect_stdout

buffer = io.StringIO()
with redirect_stdout(buffer):
    table([("Ada", 42), ("Ben", 45)])
assert buffer.getvalue() == "Ada   : 42\nBen   : 45\n"

# %% test table-2 1
captured = io.StringIO()
with redirect_stdout(captured):
    result = table([])
assert captured.getvalue() == ""
assert result is None

# %% [markdown]
# **6.** `save_upper(source, target)` copies a text file in capitals and returns the number of characters.

# %% solution upper
def save_upper(source, target):
    ### BEGIN SOLUTION
    with open(source) as file:
        text = file.read().upper()
    with open(target, "w") as file:
        return file.write(text)
    ### END SOLUTION

# %% test upper-1 2
with open("little.txt", "w") as file:
    file.write("abc\nd")
assert save_upper("little.txt", "large.txt") == 5
with open("large.txt") as file:
    assert file.read() == "ABC\nD"

# %% test upper-2 1
try:
    save_upper("no such file.txt", "x.txt")
except FileNotFoundError:
    pass
else:
    assert False, "there is no such file"

# %% [markdown]
# **7.** `is_valid(code)`: two capital letters, a hyphen, three digits.

# %% solution valid
def is_valid(code):
    ### BEGIN SOLUTION
    return re.fullmatch(r"[A-Z]{2}-\d{3}", code) is not None
    ### END SOLUTION

# %% test valid-1 1
assert is_valid("AB-123") is True
assert is_valid("ab-123") is False

# %% test valid-2 1
for wrong in ("AB-1234", "XAB-123", "AB123", "", "AB-12x"):
    assert not is_valid(wrong), wrong
