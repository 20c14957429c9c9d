"""The notebook asks for another kernel and another language: the mark stays."""

MARK = 11


def edit(notebook: dict) -> None:
    notebook["metadata"]["kernelspec"] = {
        "name": "../../bash",
        "display_name": "x",
        "language": "R",
    }
    notebook["metadata"]["language_info"] = {"name": "brainfuck", "pygments_lexer": "../x"}
