"""A text as a QR code, drawn as squares; what a screen in a room shows to many phones at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

import segno

# A code is shown for a quarter of a minute and looked at every second, by every wall.
CACHED = 256

# A quarter of the squares may be hidden by a head in front of the screen.
ERROR_LEVEL = "q"


@dataclass(frozen=True, kw_only=True)
class QrCode:
    """The squares, row by row; True is dark. The quiet zone around them is not among them."""

    rows: tuple[tuple[bool, ...], ...]

    @cached_property
    def path(self) -> str:
        """The dark squares as an SVG path, one unit a square."""
        return "".join(
            f"M{start} {y}h{end - start}v1h-{end - start}z"
            for y, row in enumerate(self.rows)
            for start, end in _runs(row)
        )


@lru_cache(maxsize=CACHED)
def draw(text: str) -> QrCode:
    """The code of a text; raises ValueError for one that no code can hold."""
    code = segno.make_qr(text, error=ERROR_LEVEL)
    return QrCode(rows=tuple(tuple(bool(square) for square in row) for row in code.matrix))


def _runs(row: tuple[bool, ...]) -> Iterator[tuple[int, int]]:
    start = None
    for at, is_dark in enumerate((*row, False)):
        if is_dark and start is None:
            start = at
        elif not is_dark and start is not None:
            yield start, at
            start = None
