"""Our solution beside the learner's, once theirs stands: `check.solution` in each notebook."""

import html
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from course.check import history, messages
from course.check.progress import asked, judged
from course.check.standing.contents import assignment_of
from course.door.absent import not_for_answers

SOURCE = Path(__file__).parents[2] / "source"
"""Where the reference notebooks are, in the course's folder."""

_BOX = (
    "margin: 0; padding: 0.6em; border: 1px solid; border-radius: 4px; background: transparent; "
    "color: inherit; white-space: pre-wrap; word-break: normal; overflow-wrap: anywhere"
)


def beside_yours(check: str, exercises: Sequence[Callable[..., None]]) -> Callable[[str], None]:
    """`check.solution` of the module named ``check``, whose checks are ``exercises``."""

    @not_for_answers
    def solution(exercise: str) -> None:
        """Show our solution to ``exercise``, such as "gradient", beside yours, once yours stands."""
        judge = next((j for j in exercises if j.__name__ == _name(exercise)), None)
        if judge is None:
            known = ", ".join(judge.__name__ for judge in exercises)
            print(messages.text("solution-unknown", exercises=known))
            return
        import __main__  # the notebook that calls this

        names = vars(__main__)
        if judged(judge, names) != "right":
            told = {"exercise": judge.__name__, "name": asked(judge)}
            print(messages.text("solution-not-yet", **told))
        elif ours := _reference(assignment_of(check), judge.__name__):
            entered = [cell for cell in names.get("In", ()) if isinstance(cell, str)]
            _show(history.last_to_bind(asked(judge), entered) or "", ours)
        else:
            print(messages.text("solution-not-here", exercise=judge.__name__))

    return solution


def _name(exercise: object) -> str:
    """The name of a check, from the name of its exercise."""
    return str(exercise).replace("-", "_")


def _reference(assignment: str | None, exercise: str) -> str:
    """The cell of our solution; '' where the reference notebook is not."""
    try:
        text = (SOURCE / f"{assignment}" / f"{assignment}.ipynb").read_text(encoding="utf-8")
    except OSError:
        return ""
    for cell in json.loads(text)["cells"]:
        flags = cell["metadata"].get("nbgrader", {})
        if flags.get("solution") and _name(flags["grade_id"]) == exercise:
            return re.sub(
                r"^ *### (BEGIN|END) SOLUTION\n?", "", "".join(cell["source"]), flags=re.M
            )
    return ""


def _show(yours: str, ours: str) -> None:
    from IPython.display import display  # here, so that grading does without

    both = {"Yours": yours.strip(), "Ours": ours.strip()}
    plain = "\n\n".join(f"--- {whose} ---\n{code}" for whose, code in both.items())
    columns = "".join(
        f'<div style="flex: 1 1 24em; min-width: 0"><p><strong>{whose}</strong></p>'
        f'<pre style="{_BOX}">{html.escape(code)}</pre></div>'
        for whose, code in both.items()
    )
    page = f'<div style="display: flex; flex-wrap: wrap; gap: 0 1em">{columns}</div>'
    display({"text/html": page, "text/plain": plain}, raw=True)
