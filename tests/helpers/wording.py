"""How a message should read: short, with one question at most, and with numbers as a person writes them."""

import re

MOST_WORDS = 50
"""Of a message with its facts; a piece of code or a text that is quoted counts as one word."""

CODE = re.compile(r"`[^`]*`|(?<!\w)'[^']*'(?!\w)")
"""Code, and texts of the learner's."""

NEVER = {
    "a NumPy number as Python shows it": re.compile(r"np\.\w+\("),
    "two points in a row": re.compile(r"(?<!\.)\.\.(?!\.)"),
    "a number that ends in a point": re.compile(r"\d\.(?=[,;)\]])"),
    "a list of numbers as Python shows it": re.compile(r"(?<![\w\]])\[\[?-?\d"),
    "an array or a tensor as Python shows it": re.compile(r"\b(array|tensor)\([^)]"),
}


def flaws(message: str) -> list[str]:
    """What is wrong with the words of a message that has its facts."""
    plain = CODE.sub("code", message)
    found = [what for what, pattern in NEVER.items() if pattern.search(plain)]
    if len(plain.split()) > MOST_WORDS:
        found.append(f"{len(plain.split())} words")
    if plain.count("?") > 1:
        found.append("more than one question")
    return found
