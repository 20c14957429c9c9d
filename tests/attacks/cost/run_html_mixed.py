"""Small tables, formulas and colors, each of them harmless, a thousand times: the mark stays, and the page is made."""

from helpers.submitted import run, show

MARK = 11


def edit(notebook: dict) -> None:
    for _ in range(300):
        show(notebook, text_html="'<table>' + '<tr><td>1</td></tr>' * 60 + '</table>'")
        show(notebook, text_markdown="'- *a* [b](c) $x_1$\\n' * 60")
        run(notebook, "print('\\x1b[31ma\\x1b[0m\\n' * 900)")
