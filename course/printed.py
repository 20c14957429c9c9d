"""The tables that five learners' notebooks printed, to compare with.

Ada, Ben, Chen, Dana and Eli each taught themselves this course's subject and left the tables their
notebooks printed: the first ten lines of each stage, digit for digit. The loss of a line belongs to
w before the update, the w of the same line to after it.
"""

import numpy as np

_COLUMNS = {3: ("epoch", "w", "loss"), 4: ("epoch", "w", "b", "loss"), 2: ("epoch", "loss")}

PRINTED = {
    "ada, numpy": """
        1 1.200 30.00000000
        2 1.680 4.79999924
        3 1.872 0.76800019
        4 1.949 0.12288000
        5 1.980 0.01966083
        6 1.992 0.00314574
        7 1.997 0.00050331
        8 1.999 0.00008053
        9 1.999 0.00001288
        10 2.000 0.00000206
    """,
    "ada, numpy, going on": """
        1 2.000 0.00000000
        3 2.000 0.00000000
        5 2.000 0.00000000
        7 2.000 0.00000000
        9 2.000 0.00000000
        11 2.000 0.00000000
        13 2.000 0.00000000
        15 2.000 0.00000000
        17 2.000 0.00000000
        19 2.000 0.00000000
    """,
    "ada, autograd": """
        1 0.300 30.00000000
        3 0.772 15.66018772
        5 1.113 8.17471695
        7 1.359 4.26725292
        9 1.537 2.22753215
        11 1.665 1.16278565
        13 1.758 0.60698116
        15 1.825 0.31684780
        17 1.874 0.16539653
        19 1.909 0.08633806
    """,
    "ada, autograd, going on": """
        1 1.934 0.04506890
        11 1.987 0.00174685
        21 1.997 0.00006770
        31 1.999 0.00000262
        41 2.000 0.00000010
        51 2.000 0.00000000
        61 2.000 0.00000000
        71 2.000 0.00000000
        81 2.000 0.00000000
        91 2.000 0.00000000
    """,
    "ben, numpy": """
        1 0.300 30.00000000
        6 1.246 5.90623236
        11 1.665 1.16278565
        16 1.851 0.22892293
        21 1.934 0.04506905
        26 1.971 0.00887291
        31 1.987 0.00174685
        36 1.994 0.00034391
        41 1.997 0.00006770
        46 1.999 0.00001333
    """,
    "ben, optimizer": """
        1 0.300 30.00000000
        6 1.246 5.90623236
        11 1.665 1.16278565
        16 1.851 0.22892261
        21 1.934 0.04506890
        26 1.971 0.00887291
        31 1.987 0.00174685
        36 1.994 0.00034392
        41 1.997 0.00006770
        46 1.999 0.00001333
    """,
    "ben, linear": """
        1 0.381 33.52361298
        6 1.328 5.39398146
        11 1.708 0.86930871
        16 1.861 0.14146911
        21 1.923 0.02434854
        26 1.948 0.00546289
        31 1.958 0.00237946
        36 1.963 0.00183914
        41 1.965 0.00170922
        46 1.966 0.00164656
    """,
    "chen, numpy": """
        1 69.0
        2 11.205602
        3 2.710111
        4 1.4554435
        5 1.2643182
        6 1.2294439
        7 1.2175634
        8 1.2091044
        9 1.2011905
        10 1.1934005
    """,
    "chen, autograd": """
        1 69
        2 31.3350
        3 14.4032
        4 6.7813
        5 3.3407
        6 1.7785
        7 1.0607
    """,
    "dana, numpy": """
        1 1.200 30.00000000
        2 1.680 4.79999924
        3 1.872 0.76800019
        4 1.949 0.12288000
        5 1.980 0.01966083
        6 1.992 0.00314570
        7 1.997 0.00050332
        8 1.999 0.00008053
        9 1.999 0.00001288
        10 2.000 0.00000206
    """,
    "dana, numpy, 20 epochs": """
        1 1.200 30.00000000
        3 1.872 0.76800019
        5 1.980 0.01966083
        7 1.997 0.00050332
        9 1.999 0.00001288
        11 2.000 0.00000033
        13 2.000 0.00000001
        15 2.000 0.00000000
        17 2.000 0.00000000
        19 2.000 0.00000000
    """,
    "dana, autograd": """
        1 0.300 30.00000000
        3 0.772 15.66018772
        5 1.113 8.17471695
        7 1.359 4.26725292
        9 1.537 2.22753215
        11 1.665 1.16278565
        13 1.758 0.60698116
        15 1.825 0.31684780
        17 1.874 0.16539653
        19 1.909 0.08633806
    """,
    "dana, autograd, 100 epochs": """
        1 0.300 30.00000000
        11 1.665 1.16278565
        21 1.934 0.04506890
        31 1.987 0.00174685
        41 1.997 0.00006770
        51 1.999 0.00000262
        61 2.000 0.00000010
        71 2.000 0.00000000
        81 2.000 0.00000000
        91 2.000 0.00000000
    """,
    "dana, optimizer": """
        1 0.300 30.00000000
        11 1.665 1.16278565
        21 1.934 0.04506890
        31 1.987 0.00174685
        41 1.997 0.00006770
        51 1.999 0.00000262
        61 2.000 0.00000010
        71 2.000 0.00000000
        81 2.000 0.00000000
        91 2.000 0.00000000
    """,
    "dana, linear": """
        1 0.077 -0.140 41.92353439
        11 1.564 0.351 1.11736858
        21 1.807 0.419 0.05971167
        31 1.849 0.419 0.03055468
        41 1.860 0.409 0.02811180
        51 1.865 0.397 0.02645837
        61 1.869 0.385 0.02491792
        71 1.873 0.374 0.02346754
        81 1.877 0.363 0.02210162
        91 1.880 0.352 0.02081517
    """,
    "eli, numpy": """
        1 3.260 597.7401
        2 5.071 184.3844
        3 6.077 56.8769
        4 6.636 17.5448
        5 6.946 5.4120
        6 7.118 1.6694
        7 7.214 0.5150
        8 7.267 0.1589
        9 7.296 0.0490
        10 7.313 0.0151
    """,
    "eli, autograd": """
        1 1.630 597.7400
        2 2.898 361.5235
        3 3.884 218.6557
        4 4.651 132.2467
        5 5.247 79.9851
        6 5.711 48.3764
        7 6.072 29.2589
        8 6.352 17.6963
        9 6.570 10.7030
        10 6.740 6.4734
    """,
}


def table(stage: str) -> dict[str, np.ndarray]:
    """The printed lines of a stage, such as "ben, numpy", as columns.

    Returns:
        "epoch" (counted from 1), "loss" [€²] where the data is the taxi's, and "w" and "b" where
        they were printed; each of shape (10,), of "chen, autograd" (7,).

    Raises:
        KeyError: no such stage; the message lists those there are.
    """
    return {name: np.array(column, float) for name, column in _columns(stage).items()}


def disagreement(stage: str, name: str, values: np.ndarray) -> float:
    """How far ``values`` are from a printed column, beyond the rounding of its last digit.

    Returns:
        the largest difference, relative to the printed value or to 1, whichever is larger.
    """
    column = _columns(stage)[name]
    wanted = np.array(column, float)
    rounding = np.array([0.5 * 10.0 ** -len(number.partition(".")[2]) for number in column])
    excess = np.maximum(np.abs(values - wanted) - rounding, 0)
    return float(np.max(excess / np.maximum(np.abs(wanted), 1)))


def _columns(stage: str) -> dict[str, tuple[str, ...]]:
    if stage not in PRINTED:
        raise KeyError(f"no stage {stage!r}; there are {', '.join(sorted(PRINTED))}")
    rows = [line.split() for line in PRINTED[stage].splitlines() if line.strip()]
    return dict(zip(_COLUMNS[len(rows[0])], zip(*rows, strict=True), strict=True))
