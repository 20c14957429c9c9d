"""The name of the language is a list: it has a reason and no mark."""

REASON = "not a notebook"


def edit(notebook: dict) -> None:
    notebook["metadata"]["language_info"] = {"name": ["python"], "pygments_lexer": ["x"]}
