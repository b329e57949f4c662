"""A text as a QR code, drawn as squares; what a screen in a room shows to many phones at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from papers.qr_words import version_for, words_of

_MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda row, column: (row + column) % 2 == 0,
    lambda row, _: row % 2 == 0,
    lambda _, column: column % 3 == 0,
    lambda row, column: (row + column) % 3 == 0,
    lambda row, column: (row // 2 + column // 3) % 2 == 0,
    lambda row, column: row * column % 2 + row * column % 3 == 0,
    lambda row, column: (row * column % 2 + row * column % 3) % 2 == 0,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2 == 0,
)
# Level M is the zero of the two bits that name the level.
_FORMAT_GENERATOR, _FORMAT_MASK = 0x537, 0x5412
_VERSION_GENERATOR = 0x1F25
_FINDER_LIKE = ("10111010000", "00001011101")


@dataclass(frozen=True, kw_only=True)
class QrCode:
    """The squares, row by row; True is dark. The quiet zone around them is not among them."""

    rows: tuple[tuple[bool, ...], ...]

    @property
    def path(self) -> str:
        """The dark squares as an SVG path, one unit a square."""
        return "".join(
            f"M{start} {y}h{end - start}v1h-{end - start}z"
            for y, row in enumerate(self.rows)
            for start, end in _runs(row)
        )


def _runs(row: tuple[bool, ...]) -> Iterator[tuple[int, int]]:
    start = None
    for at, is_dark in enumerate((*row, False)):
        if is_dark and start is None:
            start = at
        elif not is_dark and start is not None:
            yield start, at
            start = None


class _Grid:
    """Squares under construction; those with a purpose of their own are never masked."""

    def __init__(self, version: int) -> None:
        self.version = version
        self.size = 17 + 4 * version
        self.dark = [[False] * self.size for _ in range(self.size)]
        self.fixed = [[False] * self.size for _ in range(self.size)]

    def fix(self, row: int, column: int, dark: bool) -> None:
        self.dark[row][column] = dark
        self.fixed[row][column] = True

    def draw_patterns(self) -> None:
        last = self.size - 1
        for at in range(self.size):
            self.fix(6, at, at % 2 == 0)
            self.fix(at, 6, at % 2 == 0)
        for row, column in ((3, 3), (3, last - 3), (last - 3, 3)):
            self._draw_finder(row, column)
        centres = _alignment(self.version)
        for row in centres:
            for column in centres:
                self._draw_alignment(row, column)
        self.draw_format(0)
        self._draw_version()

    def _draw_finder(self, row: int, column: int) -> None:
        for down in range(-4, 5):
            for right in range(-4, 5):
                y, x = row + down, column + right
                if 0 <= y < self.size and 0 <= x < self.size:
                    self.fix(y, x, max(abs(down), abs(right)) not in (2, 4))

    def _draw_alignment(self, row: int, column: int) -> None:
        corners = ((6, 6), (6, self.size - 7), (self.size - 7, 6))
        if (row, column) in corners:
            return
        for down in range(-2, 3):
            for right in range(-2, 3):
                self.fix(row + down, column + right, max(abs(down), abs(right)) != 1)

    def draw_format(self, mask: int) -> None:
        """Which mask, twice, so that either copy may be dirty."""
        bits = (mask << 10 | _rest(mask << 10, _FORMAT_GENERATOR, 10)) ^ _FORMAT_MASK
        last = self.size - 1
        around = [*((at, 8) for at in (0, 1, 2, 3, 4, 5, 7, 8)), (8, 7)]
        around += [(8, at) for at in (5, 4, 3, 2, 1, 0)]
        apart = [(8, last - at) for at in range(8)]
        apart += [(last - 6 + at, 8) for at in range(7)]
        for places in (around, apart):
            for number, (row, column) in enumerate(places):
                self.fix(row, column, bool(bits >> number & 1))
        self.fix(last - 7, 8, True)

    def _draw_version(self) -> None:
        if self.version < 7:
            return
        bits = self.version << 12 | _rest(self.version << 12, _VERSION_GENERATOR, 12)
        for number in range(18):
            near, far = number // 3, self.size - 11 + number % 3
            self.fix(near, far, bool(bits >> number & 1))
            self.fix(far, near, bool(bits >> number & 1))

    def draw_words(self, words: bytes) -> None:
        """Up and down in pairs of columns, from the right; the sixth column is the timing's."""
        bits = (bool(word >> bit & 1) for word in words for bit in range(7, -1, -1))
        columns = [*range(self.size - 1, 6, -2), 5, 3, 1]
        for number, right in enumerate(columns):
            rows = range(self.size)
            for row in reversed(rows) if number % 2 == 0 else rows:
                for column in (right, right - 1):
                    if not self.fixed[row][column]:
                        self.dark[row][column] = next(bits, False)

    def masked(self, mask: int) -> QrCode:
        self.draw_format(mask)
        flips = _MASKS[mask]
        return QrCode(
            rows=tuple(
                tuple(
                    dark != (flips(y, x) and not fixed)
                    for x, (dark, fixed) in enumerate(zip(row, kept, strict=True))
                )
                for y, (row, kept) in enumerate(zip(self.dark, self.fixed, strict=True))
            )
        )


def draw(text: str) -> QrCode:
    """The code of a text, under the mask that is easiest to read. Raises TooLongError."""
    return min(draw_masked(text), key=_penalty)


def draw_masked(text: str) -> list[QrCode]:
    """The same code under each of the eight masks; phones read them all."""
    content = text.encode()
    grid = _Grid(version_for(len(content)))
    grid.draw_patterns()
    grid.draw_words(words_of(content, grid.version))
    return [grid.masked(mask) for mask in range(len(_MASKS))]


def _alignment(version: int) -> list[int]:
    last = 4 * version + 10
    if version == 1:
        return []
    return [6, last] if version < 7 else [6, (last + 6) // 2, last]


def _rest(value: int, generator: int, bits: int) -> int:
    """What is left of a polynomial of ones and zeros."""
    while value.bit_length() > bits:
        value ^= generator << (value.bit_length() - bits - 1)
    return value


def _penalty(code: QrCode) -> int:
    """How hard it is to read: long runs, plain patches, false finders, too dark or too light."""
    rows = ["".join("01"[dark] for dark in row) for row in code.rows]
    columns = ["".join(column) for column in zip(*rows, strict=True)]
    lines = rows + columns
    runs = sum(_run_penalty(line) for line in lines)
    finders = sum(line.count(shape) * 40 for line in lines for shape in _FINDER_LIKE)
    patches = sum(
        above[at] == above[at + 1] == below[at] == below[at + 1]
        for above, below in pairwise(rows)
        for at in range(len(above) - 1)
    )
    area = len(rows) ** 2
    uneven = abs(20 * sum(row.count("1") for row in rows) - 10 * area) // area
    return runs + finders + patches * 3 + uneven * 10


def _run_penalty(line: str) -> int:
    total, length = 0, 1
    for before, here in zip(line, line[1:] + "x", strict=True):
        if here == before:
            length += 1
            continue
        total += length - 2 if length >= 5 else 0
        length = 1
    return total
