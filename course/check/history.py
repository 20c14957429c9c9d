"""What was entered in a notebook: the cells that have run, as IPython keeps them under the name `In`."""

import symtable
from collections.abc import Iterable


def last_to_bind(name: str, cells: Iterable[str]) -> str | None:
    """The last of ``cells`` that binds ``name`` for the cells after it; None if none does."""
    found = [cell for cell in cells if name in _bound(cell)]
    return found[-1] if found else None


def _bound(cell: str) -> set[str]:
    """The names that a cell defines, assigns or imports outside of its functions and classes."""
    try:
        symbols = symtable.symtable(cell, "cell", "exec").get_symbols()
    except (SyntaxError, ValueError):  # no Python, or a character that none may have
        return set()
    return {s.get_name() for s in symbols if s.is_assigned() or s.is_imported()}
