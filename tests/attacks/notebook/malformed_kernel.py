"""The name of the language is a list: nobody reads it, and the mark stays."""

MARK = 11


def edit(notebook: dict) -> None:
    notebook["metadata"]["language_info"] = {"name": ["python"], "pygments_lexer": ["x"]}
