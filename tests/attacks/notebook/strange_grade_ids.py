"""Solutions carry ids that are unknown, empty, huge, paths, or no text: the mark stays."""

MARK = 11


IDS = (
    "invented",
    "",
    "x" * 1_000_000,
    "../../gradebook.db",
    "/etc/passwd",
    "' OR 1=1 --",
    5,
    None,
    [],
)


def edit(notebook: dict) -> None:
    solutions = [c for c in notebook["cells"] if c["metadata"].get("nbgrader", {}).get("solution")]
    for cell, grade_id in zip(solutions, IDS, strict=False):
        cell["metadata"]["nbgrader"]["grade_id"] = grade_id
