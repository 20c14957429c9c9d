"""A cell displays JavaScript that ends its tag: the mark stays, and the page is made."""

from helpers.submitted import show

MARK = 11


def edit(notebook: dict) -> None:
    show(notebook, application_javascript="'</script><a ' * 300_000")
