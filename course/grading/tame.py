"""What it would cost to make a page of a student's text: pages are made by code that is quadratic and worse.

The costs are bounds of what was measured on texts made to be slow, in hundredths of a nanosecond.
"""

import html
import re
import textwrap

PAGE = 100_000_000_000
"""What the texts of a notebook may cost that are read as Markdown or HTML, or as code: about 1 s."""

EACH = 200
"""Characters that cost as much as that a text is one of its own."""

MOST_TAGS = 10_000
DEEPEST_TAG = 100
MOST_ESCAPES = 10_000
LONGEST_ESCAPE = 50
"""Characters."""
LONGEST_VERBATIM = 200
LONGEST_LINE = 10_000
"""Characters."""

_MARKS = re.compile(r"[^\w\s]|_|(?<=\s)\s")
"""What Markdown gives a meaning to: all but letters, digits and single spaces."""
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*+)[^<>]*+>")
_SIGNS = re.compile(r"[^\w\s]|\s+")
"""What HTML is read by one by one: all but letters, digits, and blanks beside each other."""
_NO_TAG = re.compile(r"<(?:\?|!(?!--|doctype)|/?[a-z][^\s/<>]{50})", re.IGNORECASE)
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
"""Tags that nothing ends."""
_ESCAPE = re.compile(r"\x1b\[[^@-~]*[@-~]")
_LONG_ESCAPE = re.compile(rf"\x1b\[[^@-~]{{{LONGEST_ESCAPE}}}")
_ATTACHMENT = re.compile(r"attachment:((?:[^\s()<>\"']|\([^\s()<>]*\))+)")


class Room:
    """How much more a page may hold, of which all that it shows takes its part."""

    def __init__(self) -> None:
        self.cost = PAGE
        self.tags = MOST_TAGS
        self.escapes = MOST_ESCAPES

    def markdown(self, text: str) -> bool:
        """Whether there is room for ``text``, to be read as Markdown; if so it is taken."""
        if not self.html(text):
            return False
        return self._take((len(text) + EACH) * (1_000 + len(_MARKS.findall(text))) ** 2)

    def code(self, text: str) -> bool:
        """Whether there is room for ``text``, to be colored as code; if so it is taken."""
        marks = len(re.findall(r"[^\w\s]", text))
        words = len(re.findall(r"\w+", text))
        # At each line end it is asked whether a magic stands behind the blank lines that follow.
        blank = sum(len(blanks) ** 2 for blanks in re.findall(r"\s{2,}", text))
        colored = (words + marks) * 5_000_000  # each is an element, which is read once more
        return self._take(len(text) * (100_000 + 500 * marks) + colored + blank * 12_000)

    def html(self, text: str) -> bool:
        """Whether there is room for ``text``, to be read as HTML; if so it is taken."""
        tags = loose = depth = deepest = 0
        for tag in _TAG.finditer(text):
            tags += 1
            if tag[1]:
                depth = max(depth - 1, 0)
            elif not tag[0].endswith("/>") and tag[2].lower() not in _VOID:
                depth += 1
                deepest = max(deepest, depth)
        loose = text.count("<") - tags
        if tags > self.tags or deepest > DEEPEST_TAG or _NO_TAG.search(text):
            return False
        signs = sum(1 for _ in _SIGNS.finditer(text))
        if not self._take(tags * 2_000_000 + loose * len(text) * 4_000 + signs * 700_000):
            return False
        self.tags -= tags
        return True

    def _take(self, cost: int) -> bool:
        if cost > self.cost:
            return False
        self.cost -= cost
        return True

    def printed(self, text: str) -> str:
        """``text`` as it can be shown: lines cut, and without its colors if there are too many."""
        escapes = text.count("\x1b")
        if escapes > self.escapes or _LONG_ESCAPE.search(text):
            text = _ESCAPE.sub("", text).replace("\x1b", "")
        else:
            self.escapes -= escapes
        if len(text) <= LONGEST_LINE:
            return text
        return "\n".join(map(_cut, text.split("\n")))


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST_LINE else line[:LONGEST_LINE] + " … this line was cut"


def verbatim(text: str) -> str:
    """Markdown that shows ``text`` as it stands, but for long lines, which are broken."""
    broken = re.sub(rf"([^\n]{{{LONGEST_VERBATIM}}})(?=[^\n])", r"\1\n", text)
    return textwrap.indent(broken, "    ", lambda line: True)


def attach(
    text: str, attachments: dict[str, dict[str, str]]
) -> tuple[str, dict[str, dict[str, str]]]:
    """Markdown that names only what is attached to it, and what that is.

    Names are made anew: one that is not there, or has an umlaut, would stop the making of a page.
    """
    used: dict[str, str] = {}

    def named(match: re.Match[str]) -> str:
        if match[1] not in attachments:
            return f"missing-{match[0]}"
        return "attachment:" + used.setdefault(match[1], str(len(used) + 1))

    found = _ATTACHMENT.sub(named, text)
    # What is no name to us could be one to who reads it: behind entities, or with backslashes in it.
    read = html.unescape(found).replace("\\", "").replace("missing-attachment:", "")
    if read.count("attachment:") != len(re.findall(r"attachment:\d+", found)):
        return verbatim(text), {}
    return found, {used[name]: attachments[name] for name in used}
