"""Text of a student's as HTML that only shows: no script, no address, nothing that a page acts on.

What may stand in the page is listed here, by element and attribute; anything else is shown as it was
written, but for style sheets, such as pandas puts before its tables and we before our figures, which
are left out. There are no ids, names and classes, since the page's own scripts go by these, and no
links, since one click moves the page elsewhere. Pictures come as data, never from an address. Formulas
are set as MathML, which needs no script.
"""

import html
import re
import secrets
import textwrap
from collections.abc import Iterator
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element

from bleach.css_sanitizer import CSSSanitizer
from bleach.html5lib_shim import BleachHTMLParser, Filter
from bleach.sanitizer import Cleaner
from latex2mathml.converter import convert_to_element
from mistune import HTMLRenderer, import_plugin
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TAGS = _words(
    "abbr b blockquote br caption code col colgroup dd del details div dl dt em figcaption figure h1 "
    "h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table "
    "tbody td tfoot th thead tr u ul var wbr"
)
STYLES = ["max-width", "text-align", "width"]
PICTURES = ("image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp")

BASE64 = re.compile(r"[A-Za-z0-9+/\s]++(?:=\s*){0,2}", re.ASCII)
_ANYTHING, _NUMBER = re.compile(r"[^\0]*"), re.compile(r"[0-9]{1,5}", re.ASCII)
_STYLE = re.compile(r"[\w\s:;.%-]*", re.ASCII)  # no address has room in it
_PICTURE = re.compile(
    rf"data:(?:{'|'.join(map(re.escape, PICTURES))});base64,{BASE64.pattern}", re.ASCII
)
ATTRIBUTES = {
    "details": {"open": _ANYTHING},
    "img": {"src": _PICTURE, "alt": _ANYTHING, "width": _NUMBER, "height": _NUMBER},
    "ol": {"start": _NUMBER},
    "td": {"colspan": _NUMBER, "rowspan": _NUMBER},
    "th": {"colspan": _NUMBER, "rowspan": _NUMBER, "scope": re.compile("row|col")},
}
"""What the value of an attribute may be; besides, each element may have a style of `STYLES`."""

MATHML = "http://www.w3.org/1998/Math/MathML"
MATH_TAGS = _words(
    "math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace "
    "msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none"
)
MATH_ATTRIBUTES = _words(
    "accent accentunder columnalign columnlines depth display displaystyle fence form height "
    "largeop linethickness lspace mathvariant maxsize minsize movablelimits notation rowlines "
    "rspace scriptlevel separator stretchy symmetric width"
)
MAX_FORMULA = 2000
"""Characters of a longer formula, which is shown as it was written."""

MAX_DEPTH = 250
"""Elements within each other; what goes deeper is shown as it was written, as parsers take long."""
MOST_ATTRIBUTES = 50
"""Of an element."""
LONGEST_ATTRIBUTE = 50
"""Characters of its name. What has more of either is shown as it was written: names are read slowly."""
_TAG = re.compile(r"<(/?)(?!(?:br|col|hr|img|input|link|meta|source|wbr)\b)[a-z]", re.ASCII | re.I)

PLUGINS = ("strikethrough", "table", "def_list")

CODE = "    "
"""What lines of code begin with in Markdown."""

_SHEET = re.compile(r"<style\b", re.ASCII | re.I)
_END_OF_SHEET = re.compile(r"</style\s*>", re.ASCII | re.I)

Tokens = Iterator[dict[str, Any]]


def clean(text: str) -> str:
    """HTML of a student's as HTML that only shows."""
    try:
        return _as_written(text) if _depth(text) > MAX_DEPTH else _clean(text, {})
    except Exception:  # as below; what is no number to the reader of styles, for one
        return _as_written(text)


def markdown(source: str, attachments: dict[str, dict[str, str]] | None = None) -> str:
    """Markdown of a student's as HTML that only shows.

    Args:
        attachments: the pictures that it may show: data by type, by name.
    """
    if all(line.startswith(CODE) for line in source.split("\n")):
        return _as_written(textwrap.dedent(source))  # as Markdown has it, and at once
    renderer = _Renderer(attachments or {})
    try:
        plugins = [import_plugin(name) for name in PLUGINS]
        raw = MarkdownWithMath(renderer, plugins=plugins).render(source)
        return _as_written(source) if _depth(raw) > MAX_DEPTH else _clean(raw, renderer.formulas)
    except Exception:  # nested too deep, or a fault of the parser's; the text itself can be shown
        return _as_written(source)


def _without_sheets(text: str) -> str:
    """``text`` without its style sheets, such as those of tables and figures, which are no words."""
    kept, *sheets = _SHEET.split(text)
    parts = [_END_OF_SHEET.split(sheet, maxsplit=1) for sheet in sheets]
    return kept + "".join(end[0] if end else f"<style{inside}" for inside, *end in parts)


def _as_written(text: str) -> str:
    return f"<pre>{html.escape(text)}</pre>"


def _depth(text: str) -> int:
    """How deep elements are nested, where each that is opened is closed."""
    deepest = depth = 0
    for tag in _TAG.finditer(text):
        depth = max(depth + (-1 if tag[1] else 1), 0)
        deepest = max(deepest, depth)
    return deepest


def _clean(text: str, formulas: dict[str, tuple[str, bool]]) -> str:
    cleaner = Cleaner(
        tags=TAGS,
        attributes=_may_stand,
        protocols={"data"},
        css_sanitizer=CSSSanitizer(allowed_css_properties=STYLES),
        filters=[partial(_WithFormulas, formulas=formulas)] if formulas else [],
    )
    cleaner.parser = _Parser(TAGS, strip=False, consume_entities=False, namespaceHTMLElements=False)
    cleaned: str = cleaner.clean(_without_sheets(text))
    for mark, (latex, _) in formulas.items():  # what is left stands in the text of a picture
        cleaned = cleaned.replace(mark, html.escape(latex))
    return cleaned


class _TooManyError(ValueError):
    """An element has attributes that are too many, or too long."""


class _Parser(BleachHTMLParser):
    """As bleach's own, but that elements have few attributes, since each is compared to all others."""

    def mainLoop(self) -> None:  # as html5lib's own
        states = self.tokenizer
        read_name = states.attributeNameState

        def read_one_of_few() -> bool:
            attributes = states.currentToken["data"]
            if len(attributes) > MOST_ATTRIBUTES or len(attributes[-1][0]) > LONGEST_ATTRIBUTE:
                raise _TooManyError
            read: bool = read_name()
            return read

        states.attributeNameState = read_one_of_few
        super().mainLoop()


def _may_stand(tag: str, attribute: str, value: str) -> bool:
    allowed = {"style": _STYLE, **ATTRIBUTES.get(tag, {})}.get(attribute)
    return allowed is not None and allowed.fullmatch(value) is not None


class _Renderer(IPythonRenderer):
    """Markdown as nbconvert reads it, with marks in the place of formulas, and without links.

    Attributes:
        formulas: by their mark, which nobody can have written: the LaTeX, and whether it stands on a
            line of its own.
    """

    def __init__(self, attachments: dict[str, dict[str, str]]) -> None:
        super().__init__(escape=False, exclude_anchor_links=True, attachments=attachments)
        self.formulas: dict[str, tuple[str, bool]] = {}

    def link(self, text: str, url: str, title: str | None = None) -> str:
        address = html.escape(url)
        return text if address in text else f"{text} ({address})"

    def image(self, text: str, url: str, title: str | None = None) -> str:
        if url.startswith("attachment:"):
            attached = self.attachments.get(url.removeprefix("attachment:"), {})
            found = next((mime for mime in PICTURES if mime in attached), None)
            if found:
                url = f"data:{found};base64,{attached[found]}"
        if _PICTURE.fullmatch(url):
            return HTMLRenderer.image(self, text, url)
        return self.link(text, url)

    def block_code(self, code: str, info: str | None = None) -> str:
        return f"<pre><code>{html.escape(code)}</code></pre>"

    def inline_math(self, body: str) -> str:
        return self._mark(body, False)

    def block_math(self, body: str) -> str:
        return self._mark(body, True)

    def latex_environment(self, name: str, body: str) -> str:
        return self._mark(f"\\begin{{{name}}}{body}\\end{{{name}}}", True)

    def _mark(self, latex: str, on_its_own: bool) -> str:
        mark = secrets.token_hex(16)
        self.formulas[mark] = latex, on_its_own
        return mark


class _WithFormulas(Filter):
    """Puts formulas where their marks stand in a text, after all that is not allowed is gone."""

    def __init__(self, source: Tokens, formulas: dict[str, tuple[str, bool]]) -> None:
        super().__init__(source)
        self.formulas = formulas
        self.marks = re.compile(f"({'|'.join(formulas)})")

    def __iter__(self) -> Tokens:
        for token in super().__iter__():
            if token["type"] != "Characters":
                yield token
                continue
            for part in self.marks.split(token["data"]):
                if part in self.formulas:
                    yield from formula(*self.formulas[part])
                elif part:
                    yield {"type": "Characters", "data": part}


def formula(latex: str, on_its_own: bool) -> list[dict[str, Any]]:
    """``latex`` as html5lib's tokens of MathML; as text where it cannot be read."""
    display = "block" if on_its_own else "inline"
    try:
        if len(latex) > MAX_FORMULA:
            raise ValueError
        return list(_tokens(convert_to_element(latex, display=display)))
    except Exception:  # whatever the converter stumbles over
        mark = "$$" if on_its_own else "$"
        return [{"type": "Characters", "data": f"{mark}{latex}{mark}"}]


def _tokens(element: Element) -> Tokens:
    known = element.tag in MATH_TAGS
    if known:
        attributes = {
            (None, name): value for name, value in element.items() if name in MATH_ATTRIBUTES
        }
        yield {
            "type": "StartTag",
            "name": element.tag,
            "namespace": MATHML,
            "data": attributes,
        }
    if element.text:
        yield {"type": "Characters", "data": html.unescape(element.text)}
    for child in element:
        yield from _tokens(child)
    if known:
        yield {"type": "EndTag", "name": element.tag, "namespace": MATHML, "data": {}}
