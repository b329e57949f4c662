"""How wide columns and how high rows must be, so that nothing is cut off where it is printed."""

import re
import unicodedata

from papers.table import Cell, Column

# Points; a line of the usual size.
LINE_HEIGHT = 15.0
# A cell keeps this much for its borders, and bold letters are wider.
_MARGIN, _BOLD = 1, 1.15
MOST_LINES = 25
# Between Chinese characters a line may end anywhere, in other words only between them.
_PIECES = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|\s+|[^\s\u2e80-\u9fff\uf900-\uffef]+"
)


def width_of(text: str) -> int:
    """In Latin letters; a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def column_width(column: Column) -> float:
    """As asked for, and no narrower than the longest word of its heading."""
    longest = max((width_of(word) for word in _PIECES.findall(column.heading)), default=0)
    return max(column.width, round(longest * _BOLD + _MARGIN, 1))


def row_height(cells: tuple[Cell, ...], widths: tuple[float, ...], *, bold: bool = False) -> float:
    """Of the cell with the most lines."""
    return LINE_HEIGHT * max(
        (
            _lines(cell, (width - _MARGIN) / (_BOLD if bold else 1))
            for cell, width in zip(cells, widths, strict=True)
            if isinstance(cell, str)
        ),
        default=1,
    )


def _lines(text: str, room: float) -> int:
    """As programs break them: a word that is longer than a line is broken anywhere."""
    if width_of(text) <= room:
        return 1
    count, used = 1, 0.0
    for piece in _PIECES.findall(text):
        width = width_of(piece)
        if used and used + width > room and not piece.isspace():
            count, used = count + 1, 0.0
        used += width
        while used > room and not piece.isspace():
            count, used = count + 1, used - room
    return min(count, MOST_LINES)
