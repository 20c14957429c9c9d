"""The predictions of the course: what gives their answers away, and what is on a screen with them."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator

CHOICE = re.compile(r'"[a-z ]+"')
"""An answer that the question itself offers to choose from."""

ON_THE_SCREEN = """notebook => {
    const screen = notebook.querySelector(".jp-WindowedPanel-outer").getBoundingClientRect();
    const isSeen = box => box.height > 0 && box.bottom > screen.top && box.top < screen.bottom;
    const texts = document.createTreeWalker(notebook, NodeFilter.SHOW_TEXT), seen = [];
    for (let block = null; texts.nextNode();) {
        const text = texts.currentNode, range = document.createRange();
        range.selectNodeContents(text);
        const isFolded = text.parentElement.closest("details:not([open])")
            && !text.parentElement.closest("summary");
        if (isFolded || ![...range.getClientRects()].some(isSeen)) continue;
        const own = text.parentElement.closest("p, li, td, th, h1, h2, h3, summary, pre, .cm-line");
        seen.push(own === block ? text.data : "\\n" + text.data);
        block = own;
    }
    for (const picture of notebook.querySelectorAll("img"))
        if (isSeen(picture.getBoundingClientRect())) seen.push("\\n" + picture.alt);
    return seen.join("");
}"""
"""What can be read in a notebook without a click; a picture says what its alternative text states."""


@dataclass(frozen=True)
class Prediction:
    """A question that asks for a guess.

    Attributes:
        exercise: its grade_id.
        guess: as a learner types it, and a wrong one.
        answer: matches what the answer says, in words or numbers, and nothing of the question
            but the choices that it offers, in quotes.
    """

    assignment: str
    exercise: str
    guess: str
    answer: str

    def is_given_away_by(self, text: str) -> str | None:
        """What in ``text`` says the answer, if anything does."""
        found = re.search(self.answer, CHOICE.sub("", text))
        return found and found[0]


PREDICTIONS = (
    Prediction(
        "01-by-hand",
        "prediction-rate",
        'predicted = "arrives"',
        r"\bswings?\b|[Oo]scillat|[−-]0\.8\b|3\.6|2/15|0\.133",
    ),
    Prediction(
        "02-autograd",
        "prediction-accumulate",
        "predicted_grad = -30",
        r"[−-]60\b|accumulates|adds (to|what|up)",
    ),
    Prediction(
        "03-loss-and-optimizer",
        "prediction-reduction",
        'predicted = "faster"',
        r"[Dd]iverge|runs away|[−-]1\.4\b|0\.16\b|0\.133|times (the mean|too large)",
    ),
    Prediction(
        "04-model",
        "prediction-bias",
        "predicted_b = 0",
        r"\b0\.[1-9]\d*\s*€|b = 0\.[1-9]|\bb (leaves|climbs|rises)\b|too large|flag fall lowers",
    ),
)


def read_off(notebook: Locator, cell: Locator, where: str) -> str:
    """What is on the screen with ``cell`` at its ``where``: "start" (the top) or "end"."""
    cell.evaluate("(cell, block) => cell.scrollIntoView({block, behavior: 'instant'})", where)
    notebook.page.wait_for_timeout(300)  # lines of code are drawn when they come into view
    return notebook.evaluate(ON_THE_SCREEN)
