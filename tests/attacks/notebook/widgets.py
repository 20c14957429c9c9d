"""State of widgets is stored, as it could not be, and large: nobody reads it."""

MARK = 11


def edit(notebook: dict) -> None:
    mime = "application/vnd.jupyter.widget-state+json"
    state = {str(number): {"state": "x" * 1000} for number in range(1000)}
    notebook["metadata"]["widgets"] = {mime: {"state": state, "version_major": "x"}}
