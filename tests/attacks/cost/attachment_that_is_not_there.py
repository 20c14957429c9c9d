"""Texts name pictures that are not attached, in all ways to write it: the mark stays, and the page is made."""

from helpers.submitted import say

MARK = 11


def edit(notebook: dict) -> None:
    for name in (
        "attachment:a.png",
        "attachment&#58;a.png",
        "attachment\\:a.png",
        "<attachment:a b>",
        "att&#97;chment:ü",
    ):
        say(notebook, f"![a]({name})")
        say(notebook, f"![a][b]\n\n[b]: {name}")
