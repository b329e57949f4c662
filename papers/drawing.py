"""Draw on a bare machine: one font that comes along, words that harm nothing, bytes at the end.

To be imported by what runs in the worker process alone: the library takes a second to load.
"""

import unicodedata
from importlib.resources import files
from io import BytesIO
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font
from matplotlib.patches import Rectangle

from domain.status import Mark
from texts.cleaning import ELLIPSIS, clean

FONT = str(files("pylopdf_fonts_zh_cn") / "NotoSansSC-Regular.otf")
DOTS_PER_INCH = 120
INK, FAINT, LINE = "#1a1a1a", "#8a8a8a", "#c8c8c8"
# Told apart by symbol, by lightness (print them grey) and by colour (Okabe and Ito).
SYMBOLS = {Mark.DONE: "✓", Mark.OPEN: "○", Mark.OVERDUE: "▲"}
FILLS = {Mark.DONE: "#bfe5d8", Mark.OPEN: "#ffffff", Mark.OVERDUE: "#b34700"}
INKS = {Mark.DONE: INK, Mark.OPEN: INK, Mark.OVERDUE: "#ffffff"}
# Shown for what the font cannot show: a plain box, as a reader expects.
UNKNOWN = "□"
_KNOWN = frozenset(FT2Font(FONT).get_charmap())
_WIDE = ("W", "F", "A")


class Sheet:
    """A picture to be drawn on in inches, from the upper left corner."""

    def __init__(self, width: float, height: float) -> None:
        self._height = height
        self._figure = Figure(figsize=(width, height), dpi=DOTS_PER_INCH, facecolor="white")
        FigureCanvasAgg(self._figure)
        self._page: Axes = self._figure.add_axes((0, 0, 1, 1))
        self._page.set_xlim(0, width)
        self._page.set_ylim(height, 0)
        self._page.axis("off")

    def write(
        self, at: tuple[float, float], words: str, *, size: float = 9, ink: str = INK,
        align: str = "left",
    ) -> None:  # fmt: skip
        """Words around the middle of a line; nothing in them is a formula or a new line."""
        look: dict[str, Any] = {"ha": align, "va": "center_baseline", "color": ink}
        font = FontProperties(fname=FONT, size=size)
        self._page.text(*at, drawable(words), fontproperties=font, parse_math=False, **look)

    def box(
        self, at: tuple[float, float], size: tuple[float, float], *, fill: str, line: str = LINE
    ) -> None:
        """A rectangle by its upper left corner."""
        self._page.add_patch(Rectangle(at, *size, facecolor=fill, edgecolor=line, linewidth=0.6))

    def content(self) -> bytes:
        """The picture as PNG; the same drawing is the same bytes."""
        paper = BytesIO()
        self._figure.savefig(paper, format="png", metadata={"Software": None})
        return paper.getvalue()


def drawable(words: str) -> str:
    """On one line, with a box for every run of characters that the font does not have."""
    drawn: list[str] = []
    for letter in " ".join(clean(words).split()):
        if ord(letter) in _KNOWN:
            drawn.append(letter)
        elif not unicodedata.category(letter).startswith(("M", "C")) and drawn[-1:] != [UNKNOWN]:
            drawn.append(UNKNOWN)
    return "".join(drawn)


def cut(words: str, columns: int) -> str:
    """At most so many columns wide; a Chinese character takes two."""
    line = drawable(words)
    if _columns(line) <= columns:
        return line
    while line and _columns(line) > columns - 1:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in _WIDE else 1 for letter in line)
