"""What stands in the cells of a table that is handed up."""

from collections.abc import Iterable

from papers.table import Cell
from texts.cleaning import clean
from texts.languages import Language
from texts.ledger_words import nothing


def filled(lang: Language, row: Iterable[Cell]) -> tuple[Cell, ...]:
    """No holes: a cell to which nothing belongs says so. Text is on one line, nothing hidden."""
    none = nothing(lang)
    return tuple(
        none if cell is None else one_line(cell) or none if isinstance(cell, str) else cell
        for cell in row
    )


def one_line(text: str) -> str:
    """As it can stand in a cell."""
    return " ".join(clean(text).split())
