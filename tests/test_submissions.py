"""What people hand in, and what becomes of it: a line for each submission, with its mark or its reason.

A mark is what `tests/small/rides.md` gives by its tests, 5 points at most, and who waits for a person:

    5                               5 points, and nobody is asked
    5, answer waits                 as everybody who has written an answer (3 points by hand)
    5 or something waits            either is right: it counts, or a person is asked
    not graded: rides.ipynb, hand   no mark, and a reason in which these words stand
    5, answer waits; said: Copy1    and a line of `course grade` about it, with these words
    nobody                          is no student at all

Every line is tried through `course grade` and through `nbgrader autograde`.
"""

import functools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from course.grading import secret, workers
from helpers import handing_in, table
from helpers.editors import (
    colab,
    databricks,
    deepnote,
    in_format_3,
    in_format_3_with_headings,
    kaggle,
    nteract,
    pycharm,
    through,
    vs_code,
)
from helpers.handing_in import (
    above,
    append,
    as_texts,
    at,
    at_the_end,
    at_the_top,
    below,
    beside,
    blank,
    called,
    code,
    coded,
    copied_above,
    copied_all,
    copied_below,
    copied_to_the_end,
    counted_down,
    delete,
    each,
    each_has,
    edited,
    encoded,
    forget,
    has,
    is_file,
    lacks,
    merge,
    move_to_the_top,
    nothing,
    ordinary,
    pasted,
    prepend,
    put,
    raw,
    replaced,
    retype,
    reverse,
    right,
    says,
    shows,
    split,
    swap,
    text,
    with_copy,
    with_picture,
    without,
    without_ordinary_cells,
    written,
)
from helpers.table import Case, Class, Row, by_student, by_what_it_is

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]

FARE = 'def fare(km):\n    """Fare."""\n    return 2 * km'
MEAN = 'def mean_fare(km):\n    """Mean fare."""\n    return np.mean(2 * km)'
WRONG = "def fare(km):\n    return 3 * km"
SAID = "A mean keeps the sum. It hides one long ride among many short ones."
SENTENCE = "It hides one long ride among many short ones."
REFERENCE = "one long ride looks like many short ones."
STUB = 'def fare(km):\n    """Fare of a ride of `km` km, in €."""\n    # Your code here, in place of this comment and the next line.\n    raise NotImplementedError("Still to do: put your code in place of this line.")'
TWO = "def double(n):\n    return 2 * n\ndef fare(km):\n    return double(km)"

# fmt: off
FILES: list[Row] = [
    ("all is right", "5, answer waits", right),
    ("all is right, and no answer is written", "5", coded),
    ("nothing is done", "0", blank),
    ("the answer is written, and nothing else", "0, answer waits", put("words", SAID)),
    ("one exercise is wrong", "3, answer waits", right, put("fare", WRONG)),
    ("one exercise is right in what can be seen", "3", coded, put("fare", "def fare(km): return 6")),
    ("one of two tests of an exercise", "3", coded, put("mean_fare", "def mean_fare(km): return 5")),
    # how the file is written
    ("with a byte order mark", "5, answer waits", right, encoded("utf-8-sig")),
    ("in UTF-16, as PowerShell writes", "5, answer waits", right, encoded("utf-16")),
    ("on one line", "5, answer waits", right, written(indent=None)),
    ("in ASCII, signs escaped", "5, answer waits", right, written(ensure_ascii=True)),
    ("with the line ends of Windows", "5, answer waits", right, replaced("\n", "\r\n")),
    ("sources as one text", "5, answer waits", right, as_texts),
    ("sources with the line ends of Windows", "5, answer waits", right, replaced("\\n", "\\r\\n")),
    ("a number that is none in an output", "5, answer waits", right, shows(data=float("nan"))),
    ("signs of all the world", "5, answer waits", right, append("words", "Ünïcode Ω 日本 🚕 \u202e \x07")),
    ("half a sign, as some phones write", "5, answer waits", right, replaced("A mean", "\\ud83d A mean")),
    # formats
    *(
        (f"format 4.{minor}", "5, answer waits", right, says(nbformat_minor=minor))
        for minor in (0, 4, 6)
    ),
    ("format 4.0 without ids", "5, answer waits", right, says(nbformat_minor=0), without("id")),
    ("format 4.5 without ids", "5, answer waits", right, without("id")),
    ("no minor number of the format", "5, answer waits", right, lacks("nbformat_minor")),
    ("no format at all", "5, answer waits", right, lacks("nbformat", "nbformat_minor")),
    ("the format as text", "5, answer waits", right, says(nbformat="4", nbformat_minor="5")),
    ("format 3", "5, answer waits", right, in_format_3),
    ("format 3 with headings", "5, answer waits", right, in_format_3_with_headings),
    # of other programs
    *(
        (f"as {editor.__name__.replace('_', ' ')} leaves it", "5, answer waits", right, editor)
        for editor in (
            *(vs_code, colab, kaggle, deepnote, databricks, nteract, pycharm),
        )
    ),
    ("from jupytext's percent script", "5, answer waits", right, through("py:percent")),
    # flaws of cells
    ("cells without execution_count", "5, answer waits", right, without("execution_count")),
    ("cells without outputs", "5, answer waits", right, without("outputs")),
    ("outputs of text cells", "5, answer waits", right, each("markdown", outputs=[])),
    ("outputs that are null", "5, answer waits", right, each("code", outputs=None)),
    ("pictures that are null", "5, answer waits", right, each("markdown", attachments=None)),
    ("ordinary cells without metadata", "5, answer waits", right, ordinary("metadata")),
    ("ordinary cells whose metadata are null", "5, answer waits", right, ordinary("metadata", None)),
    ("an extra key in each cell", "5, answer waits", right, each("code", "markdown", mine=1)),
    ("an id with a blank", "5, answer waits", right, each("code", id="a b")),
    ("all ids alike", "5, answer waits", right, each("code", "markdown", id="same")),
    ("ids that are numbers", "5, answer waits", right, each("code", id=7)),
    ("a tag twice", "5, answer waits", right, each_has("code", tags=["a", "a"])),
    ("collapsed as text", "5, answer waits", right, each_has("code", collapsed="true")),
    ("an nbgrader entry that is null", "5, answer waits", right, at_the_end(text("") | {"metadata": {"nbgrader": None}})),
    ("an empty cell without a source", "5, answer waits", right, at_the_end({"cell_type": "code"})),
    ("an empty cell with a null for source", "5, answer waits", right, at_the_end(code("") | {"source": None})),
    ("a cell of another type", "5, answer waits", right, at_the_end(code("SELECT 1") | {"cell_type": "sql"})),
    # flaws of the notebook
    ("an extra key in the notebook", "5, answer waits", right, says(mine={}, orig_nbformat=4)),
    ("a notebook without metadata", "5, answer waits", right, lacks("metadata")),
    ("metadata of the notebook that are null", "5, answer waits", right, says(metadata=None)),
    ("a kernelspec without display_name", "5, answer waits", right, has(kernelspec={"name": "python3"})),
    ("a kernel of their own", "5, answer waits", right, has(kernelspec={"name": "conda-env-ml-py", "display_name": "ml"})),
    ("an empty language_info", "5, answer waits", right, has(language_info={})),
    ("widgets without state", "5, answer waits", right, has(widgets={"application/x": {}})),
    # flaws of outputs, which nobody looks at
    ("a stream without a name", "5, answer waits", right, shows(output_type="stream", text="1")),
    ("a result without its number", "5, answer waits", right, shows(output_type="execute_result", data={}, metadata={})),
    ("an error without a traceback", "5, answer waits", right, shows(output_type="error", ename="E")),
    ("an output of format 3", "5, answer waits", right, shows(output_type="pyout", text="1")),
    ("an output that is a text", "5, answer waits", right, each("code", outputs=["1"])),
]

CELLS: list[Row] = [
    # cells that moved, came and went
    ("an exercise copied, both right", "5, answer waits", right, copied_below("fare")),
    ("a wrong copy below the right one", "3 or something waits", coded, copied_below("fare", WRONG)),
    ("a test copied", "5, answer waits", right, copied_below("test-fare")),
    ("a test copied above its exercise", "5, answer waits", right, copied_below("test-fare"), swap("fare", "test-fare")),
    ("the locked cell copied", "5, answer waits", right, copied_below("setup")),
    ("all cells copied", "5, answer waits", right, copied_all),
    ("two functions split into two cells", "5, answer waits", right, put("fare", TWO), split("fare", 2, False)),
    ("two functions split, both halves named", "5, answer waits", right, put("fare", TWO), split("fare", 2, True)),
    ("two exercises merged", "5, answer waits", right, merge("fare", "mean_fare")),
    ("an exercise merged with its test", "5, answer waits", right, merge("fare", "test-fare")),
    ("an exercise merged into the locked cell", "5 or something waits", coded, merge("setup", "fare")),
    ("the tests of an exercise merged", "5, answer waits", right, merge("test-mean_fare", "test-mean_fare-general")),
    ("a test deleted", "5, answer waits", right, delete("test-fare")),
    ("all tests deleted", "5, answer waits", right, delete("test-fare", "test-mean_fare", "test-mean_fare-general")),
    ("the locked cell deleted", "5, answer waits", right, delete("setup")),
    ("an exercise deleted", "3, answer waits", right, delete("fare")),
    ("the rubric deleted", "5, answer waits", right, delete("words-rubric")),
    ("all ordinary cells deleted", "5, answer waits", right, without_ordinary_cells),
    ("all cells deleted", "0, answer waits", nothing),
    ("an exercise as text", "5, answer waits", right, retype("markdown", "fare")),
    ("a test as text", "5, answer waits", right, retype("markdown", "test-fare")),
    ("the locked cell as text", "5, answer waits", right, retype("markdown", "setup")),
    ("an exercise below its test", "3, answer waits", right, swap("fare", "test-fare")),
    ("the exercises changed places", "3, answer waits", right, swap("fare", "mean_fare")),
    ("the answer moved to the top", "5, answer waits", right, move_to_the_top("words")),
    ("all cells the other way round", "0, answer waits", right, reverse),
    ("an exercise without its metadata", "5, answer waits", right, forget("fare")),
    ("a test without its metadata", "5, answer waits", right, forget("test-fare")),
    ("the locked cell without its metadata", "5, answer waits", right, forget("setup")),
    ("no exercise or test with metadata", "5, answer waits", right, forget("fare", "test-fare", "mean_fare", "test-mean_fare", "test-mean_fare-general")),
    ("the locked cell changed", "5, answer waits", right, put("setup", "import numpy as np")),
    ("a test changed, so that it fails", "5, answer waits", right, put("test-fare", "assert fare(3) == 7")),
    ("a test changed, so that it passes", "3", coded, put("fare", WRONG), put("test-fare", "assert True")),
    ("a print in a test", "5", coded, append("test-fare", "print(fare(3))")),
    ("three hundred cells", "5, answer waits", right, at_the_end(*[text("1")] * 300)),
    # written answers
    ("the answer in a new cell below the blank one", "5, answer waits", coded, below("words", text(SAID))),
    ("the answer in a new cell above the blank one", "5, answer waits", coded, above("words", text(SAID))),
    ("the answer below the question", "5, answer waits", coded, above("words-rubric", text(SAID))),
    ("the answer in the cell of the question", "5, answer waits", coded, append(9, SAID)),
    ("the answer at the end", "5, answer waits", coded, at_the_end(text(SAID))),
    ("the answer at the top", "5, answer waits", coded, at_the_top(text(SAID))),
    ("the answer in place of the summary", "5, answer waits", coded, put(12, SAID)),
    ("the answer without its metadata", "5, answer waits", coded, put("words", SAID), forget("words")),
    ("the answer without its metadata, at the end", "5, answer waits", coded, delete("words"), at_the_end(text(SAID))),
    ("nothing of the written part with metadata", "5, answer waits", coded, put("words", SAID), forget("words", "words-rubric")),
    ("the answer in place of the rubric", "5, answer waits", coded, put("words-rubric", SAID)),
    ("the answer below the rubric, in its cell", "5, answer waits", coded, append("words-rubric", SAID)),
    ("the answer between the lines of the rubric", "5, answer waits", coded, put("words-rubric", f"**How it is marked.** {SAID} One point each for what a mean")),
    ("the answer merged into the rubric", "5, answer waits", coded, put("words", SAID), merge("words-rubric", "words")),
    ("the answer merged into an exercise", "5, answer waits", coded, put("words", f'"""{SAID}"""'), merge("mean_fare", "words")),
    ("the answer in a test", "5 or 5, answer waits", coded, append("test-fare", f"# {SAID}")),
    ("the answer as raw text", "5, answer waits", coded, put("words", SAID), retype("raw", "words")),
    ("the answer as code", "5, answer waits", coded, put("words", SAID), retype("code", "words")),
    ("a new raw cell below the blank answer", "5, answer waits", coded, below("words", raw(SAID))),
    ("a new code cell of text below the blank answer", "5, answer waits", coded, below("words", code(SAID))),
    ("a new code cell with a comment below it", "5, answer waits", coded, below("words", code(f"# {SAID}"))),
    ("the answer above a blank copy", "5, answer waits", coded, copied_above("words", SAID)),
    ("the answer below a blank copy", "5, answer waits", coded, copied_below("words", SAID)),
    ("the answer at the end, a copy of the blank", "5, answer waits", coded, copied_to_the_end("words", SAID)),
    ("the answer above an emptied copy", "5, answer waits", coded, put("words", SAID), copied_below("words", "")),
    ("the answer twice", "5, answer waits", right, copied_below("words")),
    ("two answers, one in a copy below", "5, answer waits", coded, put("words", "In short: no."), copied_below("words", SAID)),
    ("the answer split, both halves named", "5, answer waits", coded, put("words", f"First.\n{SAID}"), split("words", 1, True)),
    ("the answer split, one half named", "5, answer waits", coded, put("words", f"First.\n{SAID}"), split("words", 1, False)),
    ("the answer cell deleted", "5, answer waits", coded, delete("words")),
    ("the answer cell and the rubric deleted", "5, answer waits", coded, delete("words", "words-rubric")),
    ("the blank answer without its metadata", "5 or 5, answer waits", coded, forget("words")),
    ("the answer below the line to replace", "5, answer waits", coded, append("words", SAID)),
    ("the answer is a photograph", "5, answer waits", coded, put("words", "![p.png](attachment:p.png)"), with_picture("words")),
    ("the question is repeated", "5, answer waits", coded, put("words", "What does a mean hide?")),
    ("the answer in Chinese, at the top", "5, answer waits", coded, at_the_top(text("平均数保留了总和,却隐藏了很长的路程。所以一个很长的行程看起来像许多短的行程。"))),
    ("the answer in Chinese, as a text with a name", "5, answer waits", coded, below("words", code("answer = '平均数隐藏了很长的路程'"))),
    ("the answer in Chinese, in an exercise", "5, answer waits", coded, append("mean_fare", '"""平均数隐藏了很长的路程"""')),
    ("the answer in Thai, beside code", "5, answer waits", coded, below("words", code("x = 1  # ค่าเฉลี่ยซ่อนการเดินทางที่ยาวนาน"))),
    ("the answer printed", "5, answer waits", coded, below("words", code(f"print({SAID!r})"))),
    ("the answer displayed", "5, answer waits", coded, below("words", code(f"from IPython.display import Markdown, display\ndisplay(Markdown({SAID!r}))"))),
    ("the answer in Databricks' text", "5, answer waits", coded, below("words", code(f"%md {SAID}"))),
    ("the answer is a sign below the line to replace", "5, answer waits", coded, append("words", "∞")),
    ("the answer between signs of emphasis", "5, answer waits", coded, put("words", "_outliers_")),
    # written answers that are none
    ("the answer emptied", "5", coded, put("words", "")),
    ("the answer nothing but blanks", "5", coded, put("words", " \n\t\n\u00a0\n")),
    ("the blank answer with a line more", "5", coded, append("words", "")),
    ("the blank answer copied", "5", coded, copied_below("words")),
    ("the blank answer as code", "5", coded, retype("code", "words")),
    ("an empty text cell below the blank answer", "5", coded, below("words", text(""))),
    ("blank, and a try of one's own function", "5", coded, at_the_end(code("fare(3)"))),
    ("blank, and a question copied", "5", coded, at_the_end(text("## In your own words\n\nWhat does a mean hide?"))),
    ("blank, and the summary deleted", "5", coded, delete(12)),
    ("blank, and a name at the top", "5 or 5, answer waits", coded, at_the_top(text("Ann Lee, 1234567"))),
    ("blank, its signs of emphasis changed", "5", coded, put("words", "__My answer__\n\n_Your answer here, in place of this line._")),
    ("blank, but for what cannot be seen", "5", coded, put("words", "\u200b\ufeff\n")),
    ("blank, and the emphasis of the rubric changed", "5", coded, put("words-rubric", "__How it is marked.__ One point each for what a mean keeps, what it hides, and an example.")),
    ("blank, and all code as text", "5", coded, retype("markdown", "fare", "mean_fare", "setup", "test-fare", "test-mean_fare")),
    ("blank, and what Colab writes at the top", "5", coded, at_the_top(text('<a href="https://colab.research.google.com/github/ann/rides/blob/main/rides.ipynb" target="_parent"><img src="https://colab.research.google.com/assets/colab-badge.svg" alt="Open In Colab"/></a>'))),
    ("blank, and what Kaggle writes at the top", "5", coded, at_the_top(code("# This Python 3 environment comes with many helpful analytics libraries installed\n# It is defined by the kaggle/python Docker image: https://github.com/kaggle/docker-python\nimport numpy as np # linear algebra"))),
    ("blank, and Colab's drive", "5", coded, below("setup", code("from google.colab import drive\ndrive.mount('/content/drive/My Drive')"))),
    ("blank, and what Deepnote writes at the end", "5", coded, deepnote),
    ("blank, and an installation of much", "5", coded, below("setup", code("!pip install -q numpy pandas matplotlib scikit-learn torch tqdm"))),
    ("blank, and a silent installation", "5", coded, below("setup", code("%%capture\n!pip install numpy"))),
    ("blank, and commands of the shell", "5", coded, below("setup", code("%%bash\ncd data && ls -l\npip list"))),
    ("blank, and a picture with names of its axes", "5", coded, at_the_end(code("import matplotlib.pyplot as plt\nplt.plot(rides)\nplt.xlabel('distance of a ride in km')"))),
    ("blank, and a question that code asks", "5", coded, below("setup", code("name = input('What is your name? ')"))),
    ("blank, as Databricks leaves it", "5", coded, databricks),
    # code that stands elsewhere
    ("an exercise in a new cell below the blank one", "5, answer waits", right, put("fare", STUB), below("fare", code(FARE))),
    ("an exercise in a new cell above the blank one", "5 or something waits", coded, put("fare", STUB), above("fare", code(FARE))),
    ("an exercise in a new cell below its test", "5 or something waits", coded, put("fare", STUB), below("test-fare", code(FARE))),
    ("an exercise at the end, the blank one left", "5 or something waits", coded, put("fare", STUB), at_the_end(code(FARE))),
    ("an exercise at the top, the blank one left", "5 or something waits", coded, put("fare", STUB), at_the_top(code(FARE))),
    ("all exercises at the end", "5 or something waits", at_the_end(code(f"{FARE}\n\n{MEAN}"))),
    ("an exercise in its test", "5 or something waits", coded, put("fare", STUB), prepend("test-fare", FARE)),
    ("an exercise in the locked cell", "5 or something waits", coded, put("fare", STUB), append("setup", FARE)),
    ("an exercise in a text cell", "5 or something waits", coded, put("fare", STUB), below("fare", text(f"```python\n{FARE}\n```"))),
    ("an exercise in the text above it", "5 or something waits", coded, put("fare", STUB), append(2, FARE)),
    ("an exercise in a new cell, the blank one deleted", "5, answer waits", right, delete("fare"), above("test-fare", code(FARE))),
    ("an exercise at the top, the blank one deleted", "5, answer waits", right, delete("fare"), at_the_top(code(FARE))),
    ("an exercise at the end, the blank one deleted", "5 or something waits", coded, delete("fare"), at_the_end(code(FARE))),
    ("an exercise above a blank copy", "5, answer waits", right, copied_below("fare", STUB)),
    ("an exercise below a blank copy", "5, answer waits", right, copied_above("fare", STUB)),
    ("an exercise at the end, a copy of the blank", "5, answer waits", right, copied_to_the_end("fare"), put("fare", STUB)),
    ("an exercise above an emptied copy", "5, answer waits", right, copied_below("fare", "")),
    ("an exercise between two blank copies", "5, answer waits", right, copied_above("fare", STUB), copied_to_the_end("fare", STUB)),
    ("all cells pasted below the blank ones", "5, answer waits", pasted(right, below=True)),
    ("all cells pasted above the blank ones", "5, answer waits", pasted(right, below=False)),
    *(
        (f"an exercise above {what}", "5, answer waits", right, put("fare", stub), above("fare", code(FARE)))
        for what, stub in {
            "pass": "def fare(km):\n    pass",
            "an ellipsis": "def fare(km): ...",
            "a return": 'def fare(km):\n    """Mine."""\n    return',
            "the blank one with another message": 'def fare(km):\n    raise NotImplementedError("see above")',
            "the blank one and a call": f"{STUB}\n\nfare(3)",
        }.items()
    ),
    *(
        (f"an exercise at the end, and {what} in its cell", "5, answer waits", right, put("fare", own), at_the_end(code("def fare(km): return 2 * km")))
        for what, own in {
            "pass": "def fare(km):\n    pass",
            "a sentence": "I solved this at the end",
            "a sentence below the blank one": f"{STUB}\nsee the end",
            "a call": f"{STUB}\n\nfare(3)",
            "another function": "def double(n): return 2 * n",
        }.items()
    ),
    ("two exercises in each other's cells", "5, answer waits", right, put("fare", MEAN), put("mean_fare", FARE)),
    ("an exercise in a copy above one with pass", "5, answer waits", right, put("fare", "def fare(km): pass"), copied_above("fare", FARE)),
    ("an exercise, and the blank one pasted below it", "5", coded, below("fare", code(STUB))),
    ("an exercise, and the blank one pasted at the end", "5", coded, at_the_end(code(STUB))),
    ("pass in place of an exercise", "3, answer waits", right, put("fare", "def fare(km):\n    pass")),
    ("blank, and sums tried in a cell", "3, answer waits", right, put("fare", STUB), below("fare", code("2 * 3"))),
    ("blank, and a function of another name", "3, answer waits", right, put("fare", STUB), at_the_end(code("def tip(km): return 1"))),
    ("blank, and copied", "3, answer waits", right, put("fare", STUB), copied_below("fare")),
    ("blank, and an empty cell below", "3, answer waits", right, put("fare", STUB), below("fare", code(""))),
    ("an exercise emptied", "3, answer waits", right, put("fare", "")),
    ("the line to replace left below the code", "5, answer waits", right, append("fare", "    raise NotImplementedError")),
    ("the line to replace left above the code", "3, answer waits", right, put("fare", f"{STUB}\n    return 2 * km")),
]

RUNS: list[Row] = [
    # right in another way
    ("a lambda", "5", coded, put("fare", "fare = lambda km: 2 * km")),
    ("a class that can be called", "5", coded, put("fare", "class Fare:\n    def __call__(self, km):\n        return 2 * km\n\nfare = Fare()")),
    ("a partial function", "5", coded, put("fare", "import functools, operator\nfare = functools.partial(operator.mul, 2)")),
    ("other names of arguments and types", "5", coded, put("fare", "def fare(kilometres: float, /) -> float:\n    return kilometres + kilometres")),
    ("tabs", "5", coded, put("fare", "def fare(km):\n\treturn 2 * km")),
    ("the prompts of a shell pasted", "5", coded, put("fare", ">>> def fare(km):\n...     return 2 * km")),
    ("a loop in place of NumPy", "5", coded, put("mean_fare", "def mean_fare(km):\n    total = 0\n    for one in km:\n        total += fare(one)\n    return total / len(km)")),
    ("a number that a cell above computes", "5", coded, put("fare", "PRICE = 2\ndef fare(km): return PRICE * km")),
    ("their own tests in the cell", "5", coded, append("fare", "assert fare(0) == 0\nfare(1)")),
    # what code shows
    ("a function that prints", "5", coded, put("fare", "def fare(km):\n    print('fare of', km)\n    return 2 * km")),
    ("a function that prints a million lines", "5", coded, put("fare", "def fare(km):\n    print('1\\n' * 10**6)\n    return 2 * km")),
    ("a progress bar", "5", coded, at_the_top(code("from tqdm.notebook import tqdm\nfor _ in tqdm(range(3)): pass"))),
    ("a warning in a cell", "5", coded, at_the_top(code("import warnings\nwarnings.warn('look')"))),
    ("an error on stderr in a cell", "5", coded, at_the_top(code("import sys\nprint('oh', file=sys.stderr)"))),
    # what stops, in a cell of the student's own
    *(
        (f"a cell with {what}", "5", coded, at_the_top(code(source)))
        for what, source in {
            "a slip of syntax": "def (:",
            "text of a person": "The fare is 2 € a km.",
            "an error": "1 / 0",
            "a name that is nowhere": "undefined_name",
            "a question": "km = float(input('How far? '))",
            "a module that is not installed": "import pandas_of_mine",
            "Colab's drive": "from google.colab import drive\ndrive.mount('/content/drive')",
            "a file of their own computer": "open(r'C:\\Users\\ann\\rides.csv')",
            "a page of the network": "import urllib.request\nurllib.request.urlopen('http://example.org', timeout=3)",
            "an endless loop": "while True: pass",
            "an exit": "import sys\nsys.exit()",
            "the magics of plots": "%matplotlib inline\n%config InlineBackend.figure_format = 'retina'",
            "a magic that is unknown": "%load_ext nb_black",
            "an installation": "!pip install numpy",
            "a command of the shell": "!ls -l\n%cd ..",
            "a file that it writes": "%%writefile mine.py\nx = 1",
            "a builtin for a name": "sum = 0\nlist = [1]\nmax = 3",
            "another folder": "import os\nos.chdir('/')",
            "a thread that runs on": "import threading, time\nthreading.Thread(target=time.sleep, args=(60,), daemon=True).start()",
        }.items()
    ),
    ("the last cell leaves Python", "5", coded, at_the_end(code("exit()"))),
    ("the last cell clears all names", "5", coded, at_the_end(code("%reset -f"))),
    ("the time of the cell of an exercise", "5", coded, prepend("fare", "%%time")),
    ("cells that ran in another order", "5", coded, counted_down),
    # what stops, in an exercise
    ("an exercise that does not end", "3", coded, put("fare", "def fare(km):\n    while True: pass")),
    ("an exercise with a slip of syntax", "3", coded, put("fare", "def fare(km)\n    return 2 * km")),
    ("an exercise with quotes of a word processor", "3", coded, put("fare", "def fare(km):\n    print(“2”)\n    return 2 * km")),
    ("an exercise with a slip in its cell, below it", "5", coded, append("fare", "print(fare(1)/0)")),
    ("an exercise that asks", "3", coded, put("fare", "def fare(km): return 2 * float(input('km? '))")),
    ("an exercise that returns nothing", "3", coded, put("fare", "def fare(km): print(2 * km)")),
    ("an exercise of another name", "3", coded, put("fare", "def Fare(km): return 2 * km")),
    ("an exercise that leaves Python", "3", coded, put("fare", "def fare(km): raise SystemExit")),
    ("an exercise that needs what only a later cell has", "3", coded, put("fare", "def fare(km): return PRICE * km"), at_the_end(code("PRICE = 2"))),
    ("an exercise that knows the visible test", "3", coded, put("fare", "def fare(km):\n    return {3: 6}[km]")),
    # files that code needs
    ("a file of theirs that the code reads", "5", coded, beside("price.txt", b"2"), put("fare", "def fare(km):\n    return int(open('price.txt').read()) * km")),
    ("a module of theirs", "5", coded, beside("mine.py", b"price = 2"), put("fare", "import mine\ndef fare(km): return mine.price * km")),
    ("a file that was handed out", "5", coded, put("fare", "price = np.loadtxt('price.csv')\ndef fare(km): return price * km")),
    ("a file that was handed out, changed", "5", coded, beside("price.csv", b"3"), put("fare", "price = np.loadtxt('price.csv')\ndef fare(km): return price * km")),
    ("a file that is missing", "3", coded, put("fare", "def fare(km):\n    return int(open('price.txt').read()) * km")),
]

BESIDE: list[Row] = [
    *(
        (f"handed in at {what}", "5, answer waits", right, at(time))
        for what, time in {
            "a time": "2026-03-05 17:00:00.123456 UTC",
            "a time in summer": "2026-07-05 18:00:00 CEST",
            "a time with an offset": "2026-07-05 18:00:00 +0200",
            "yesterday": "yesterday",
            "a time of no zone": "2026-03-05 17:00:00 Mars/Olympus",
            "a time with a byte order mark": b"\xef\xbb\xbf2026-03-05 17:00:00 UTC",
            "seconds since 1970": "1772730000",
            "a time in Latin-1": "5. März 2026".encode("latin-1"),
            "the end of time": "9999-12-31 23:59:59 -1200",
            "nothing": "",
            "two lines": "2026-03-05 17:00:00 UTC\n2026-03-06 17:00:00 UTC\n",
            "a page": "<html>" * 100_000,
        }.items()
    ),
    ("a folder called timestamp.txt", "5, answer waits", right, beside("timestamp.txt", None)),
    ("a file of 33 MB", "5, answer waits", right, beside("video.mp4", 33 << 20)),
    ("1,200 files", "5, answer waits", right, *(beside(f"photos/{n}.jpg", b"1") for n in range(1200))),
    ("checkpoints", "5, answer waits", right, with_copy(".ipynb_checkpoints/rides-checkpoint.ipynb", blank)),
    ("what Python compiled", "5, answer waits", right, beside("__pycache__/mine.cpython-311.pyc", b"\x00")),
    ("a clone of git", "5, answer waits", right, beside(".git/config", b"[core]"), beside(".git/objects/ab/cd", b"\x00")),
    ("what macOS leaves", "5, answer waits", right, beside(".DS_Store", b"\x00"), beside("__MACOSX/._rides.ipynb", b"\x00\x05\x16\x07")),
    ("names with blanks and signs", "5, answer waits", right, beside("Übung 1 (copy) [2]*.csv", b"1")),
    ("a name that is no UTF-8", "5, answer waits", right, beside(os.fsdecode(b"\xff.csv"), b"1")),
    ("the page and the script of it", "5, answer waits", right, beside("rides.html", b"<html>"), beside("rides.py", b"1 / 0")),
    ("a copy of the notebook", "5, answer waits", right, with_copy("rides-Copy1.ipynb")),
    ("an older copy of the notebook", "5, answer waits", right, with_copy("old/rides.ipynb", put("fare", WRONG))),
    ("a notebook that cannot be read", "5, answer waits", right, beside("broken.ipynb", b"{")),
    ("a blank notebook, and a filled copy", "5, answer waits; said: rides-Copy1.ipynb", blank, with_copy("rides-Copy1.ipynb", right)),
    ("a blank notebook, and a blank copy", "0", blank, with_copy("rides-Copy1.ipynb")),
    ("a blank notebook, a blank copy and a filled one", "5, answer waits; said: rides-Copy2.ipynb", blank, with_copy("rides-Copy1.ipynb"), with_copy("rides-Copy2.ipynb", right)),
    ("a filled notebook, and a blank copy", "5, answer waits", right, with_copy("rides-Copy1.ipynb", blank)),
    ("a blank notebook, and a filled one of another course", "0", blank, beside("other.ipynb", b'{"cells": [], "nbformat": 4}')),
    # the notebook under another name, in another place
    *(
        (f"the notebook as {path}", f"5, answer waits; said: {path}", right, called(path))
        for path in (
            *("rides-Copy1.ipynb", "rides (1).ipynb", "Rides.ipynb"),
            *("ann_rides.ipynb", "Übung.ipynb", "rides.ipynb.ipynb"),
            *("rides/rides.ipynb", "home work/deep/rides (2).ipynb"),
        )
    ),
    ("renamed, with data", "5; said: mine.ipynb", coded, called("mine.ipynb"), beside("price.txt", b"2"), put("fare", "def fare(km):\n    return int(open('price.txt').read()) * km")),
    ("two notebooks, none with the name", "not graded: one.ipynb, two.ipynb, rides.ipynb", right, called("one.ipynb"), with_copy("two.ipynb")),
    ("one notebook, of another assignment", "not graded: other.ipynb, rides.ipynb", called(None), beside("other.ipynb", b'{"cells": [{"cell_type": "markdown", "metadata": {}, "source": "# Other"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}')),
    ("renamed, and it cannot be read", "not graded: mine.ipynb, rides.ipynb", called("mine.ipynb"), is_file(b"{")),
    ("only checkpoints", "not graded: rides.ipynb", right, called(None), with_copy(".ipynb_checkpoints/rides-checkpoint.ipynb")),
    ("with another ending", "not graded: rides.ipynb.txt or 5, answer waits; said: rides.ipynb.txt", right, called("rides.ipynb.txt")),
    ("an empty folder handed in", "not graded: rides.ipynb", called(None)),
    ("a zip in its place", "not graded: rides.zip, rides.ipynb", called("rides.zip"), is_file(b"PK\x03\x04")),
    ("a folder of its name", "not graded: rides.ipynb", called(None), beside("rides.ipynb", None)),
]

UNREAD: list[Row] = [
    # what still cannot be read: which file, where, and what the student can do
    ("an empty file", "not graded: rides.ipynb, empty, hand", is_file(b"")),
    ("a file of zero bytes", "not graded: rides.ipynb, hand", is_file(bytes(5000))),
    ("a file cut off", "not graded: rides.ipynb, line, hand", right, edited(lambda content: content[:3000])),
    ("a file cut off at its end", "not graded: rides.ipynb, line, hand", right, edited(lambda content: content[:-5])),
    ("marks of a conflict", "not graded: rides.ipynb, line, hand", right, replaced(' "cells"', '<<<<<<< HEAD\n "cells"', 1)),
    ("a comma too many", "not graded: rides.ipynb, line, hand", right, replaced("\n ],", ",\n ],", 1)),
    ("a comment in the file", "not graded: rides.ipynb, line, hand", right, replaced(' "cells"', ' // mine\n "cells"', 1)),
    ("in the quotes of a word processor", "not graded: rides.ipynb, line, hand", right, replaced('"', "“")),
    ("in Latin-1", "5, answer waits", right, encoded("cp1252")),
    ("a page of HTML", "not graded: rides.ipynb, hand", is_file(b"<!DOCTYPE html>\n<html><body>rides</body></html>")),
    ("a zip under its name", "not graded: rides.ipynb, hand", is_file(b"PK\x03\x04\x14\x00\x00\x00\x08\x00" * 50)),
    ("a compressed file", "not graded: rides.ipynb, hand", is_file(b"\x1f\x8b\x08\x00" * 50)),
    ("a PDF under its name", "not graded: rides.ipynb, hand", is_file(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")),
    ("a script under its name", "not graded: rides.ipynb, hand", is_file(FARE.encode())),
    ("an address of a file store", "not graded: rides.ipynb, hand", is_file(b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n")),
    ("a link to a drive", "not graded: rides.ipynb, hand", is_file(b'{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}')),
    ("a list", "not graded: rides.ipynb, hand", is_file(b"[]")),
    ("an empty object", "not graded: rides.ipynb, hand", is_file(b"{}")),
    ("a message of an error", "not graded: rides.ipynb, hand", is_file(b'{"message": "404 Not Found"}')),
    ("a notebook whose cells are a text", "not graded: rides.ipynb, hand", says(cells="# Rides")),
    ("a notebook of a later format", "not graded: rides.ipynb, hand", says(nbformat=9)),
]

NAMES: list[Row] = [
    *((student, "5, answer waits", right) for student in (
        *("ann", "ann lee", "müller", "jose\u0301", "李明", "ann🙂", "ann+lee", "o'brien", "ann@uni.example"),
        *("-ann", "#ann", "(ann)", "ann$HOME", 'ann"lee', "null", "1234567", "a" * 120, "ANN"),
    )),
    ("zoë", "not graded", right),
    ("zoe\u0308", "not graded", right),
    (" bob", "not graded: blank", right),
    ("bob ", "not graded: blank", right),
    (".ipynb_checkpoints", "nobody", right),
]
OURS: list[Row] = [
    # the first notebook of this course, which has no written answer and 25 points
    ("ours, all right", "25", right),
    ("ours, nothing done", "0", blank),
    ("ours, with a byte order mark", "25", right, encoded("utf-8-sig")),
    ("ours, cells without outputs and metadata", "25", right, without("outputs"), ordinary("metadata")),
    ("ours, an exercise above a blank copy", "25", right, copied_below("gradient", "def gradient(x, y_pred, y):\n    raise NotImplementedError")),
    ("ours, renamed", "25; said: 01-by-hand-Copy1.ipynb", right, called("01-by-hand-Copy1.ipynb")),
    ("ours, cut off", "not graded: 01-by-hand.ipynb, line, hand", right, edited(lambda content: content[:9999])),
]
# fmt: on

CLASSES = {
    "rides": ("rides", by_what_it_is(FILES + CELLS + RUNS + BESIDE + UNREAD)),
    "names": ("rides", by_student(NAMES)),
    "ours": ("01-by-hand", by_what_it_is(OURS)),
}
"""By the name of a class: what its assignment is called, and its lines of the table."""

EVERY = [
    pytest.param(name, case, id=f"{name}: {case}")
    for name, (_, cases) in CLASSES.items()
    for case in cases
]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[Path, Path]]:
    """By the name of a class: the same course folder twice, in which it has handed in."""

    @functools.cache
    def twice(name: str) -> tuple[Path, Path]:
        first, second = (tmp_path_factory.mktemp(name) / way for way in ("course", "nbgrader"))
        table.hand_in(first, *CLASSES[name])
        secret.of_course(first)
        return first, Path(shutil.copytree(first, second))

    return twice


@pytest.fixture(scope="module")
def graded(folders: Callable[[str], tuple[Path, Path]]) -> Iterator[Callable[[str], Class]]:
    """By its name: a class after `course grade`."""
    yield functools.cache(lambda name: table.with_course(folders(name)[0], CLASSES[name][0]))
    workers.close()


@pytest.fixture(scope="module")
def autograded(folders: Callable[[str], tuple[Path, Path]]) -> Callable[[str], Class]:
    """By its name: a class after `nbgrader autograde`."""
    return functools.cache(lambda name: table.with_nbgrader(folders(name)[1], CLASSES[name][0]))


@pytest.mark.parametrize(("name", "case"), EVERY)
def test_a_submission_gets_its_mark(graded: Callable[[str], Class], name: str, case: Case) -> None:
    cells, said = graded(name).marks.get(case.student, {}), graded(name).lines(case.student)
    assert table.fits(case.mark, cells, said), table.told(cells, said)


@pytest.mark.parametrize(("name", "case"), EVERY)
def test_nbgrader_gives_the_same_mark(
    graded: Callable[[str], Class], autograded: Callable[[str], Class], name: str, case: Case
) -> None:
    assert autograded(name).marks.get(case.student) == graded(name).marks.get(case.student)


def test_who_is_asked_sees_the_work_where_points_are_given(
    graded: Callable[[str], Class],
) -> None:
    """The answer in the cell to be marked or next to it, code next to its exercise or test."""
    unseen, class_ = [], graded("rides")
    assignment, cases = CLASSES["rides"]
    for case in cases:
        asked = table.waiting(class_.marks.get(case.student, {}))
        made = str(handing_in.draft(class_.folder, assignment, *case.steps).cells)
        for name, *works in (("words", SENTENCE, REFERENCE), ("test-fare", "return 2 * km")):
            if name in asked:
                shown = str(table.beside(class_.folder, case, assignment, name))
                unseen += [
                    f"{case}: {work}" for work in works if work in made and work not in shown
                ]
    assert unseen == []


def test_the_table_is_long_and_each_line_is_another_one() -> None:
    assert len(EVERY) >= 150
    for _, cases in CLASSES.values():
        assert len({case.student for case in cases}) == len(cases)
