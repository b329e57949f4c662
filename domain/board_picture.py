"""The board of a year: what was due in each month, and who came, month by month."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.bilingual import Bilingual
from domain.period import Period
from domain.status import Count, CountedDuty, Tally
from domain.unit import Unit

MONTHS = 12
ROWS_A_PICTURE = 30
EARLIEST_YEAR, LATEST_YEAR = 2000, 2199


@dataclass(frozen=True, kw_only=True)
class MonthCount(Count):
    """What the memory counted for one duty in one month (1 to 12) by its last day.

    Overdue is what is open after its end, and what was missed for good.
    """

    month: int


@dataclass(frozen=True, kw_only=True)
class PictureRow:
    """One unit of the level below, or one duty of a unit with nothing below.

    A cell for each month; None where nothing was due.
    """

    name: Bilingual
    cells: tuple[Tally | None, ...]

    @property
    def total(self) -> Tally:
        """Of the whole year."""
        return sum((cell for cell in self.cells if cell), Tally())


@dataclass(frozen=True, kw_only=True)
class BoardPicture:
    """One page of the board of a year; `whole` is everything, on whatever page. Pages from 1."""

    unit: Unit
    year: Period
    today: date
    whole: PictureRow
    rows: tuple[PictureRow, ...]
    page: int = 1
    pages: int = 1


@dataclass(frozen=True, kw_only=True)
class MonthTurnout:
    """How many were expected at what was held in a month, and how many of them came."""

    held: int = 0
    expected: int = 0
    came: int = 0

    @property
    def rate(self) -> float | None:
        """The share that came; None where nobody was expected."""
        return self.came / self.expected if self.expected else None

    def __add__(self, other: "MonthTurnout") -> "MonthTurnout":
        return MonthTurnout(
            held=self.held + other.held,
            expected=self.expected + other.expected,
            came=self.came + other.came,
        )


@dataclass(frozen=True, kw_only=True)
class TurnoutPicture:
    """Attendance over a year, of a unit and everything below it."""

    unit: Unit
    year: Period
    today: date
    months: tuple[MonthTurnout, ...]

    @property
    def total(self) -> MonthTurnout:
        """Of the whole year."""
        return sum(self.months, MonthTurnout())


@dataclass(frozen=True, kw_only=True)
class BoardPictureCard:
    """The board of a year as it is sent by itself at the beginning of a month.

    `unsent` counts the reader's further subtrees, of which no picture comes by itself.
    """

    picture: BoardPicture
    unsent: int = 0


def rows_by_unit(
    counts: Iterable[MonthCount], below: Sequence[Unit], unit: Unit
) -> list[PictureRow]:
    """A row for the unit itself where it owed something, and one for each unit below."""
    sums: dict[int | None, dict[int, Tally]] = {}
    for count in counts:
        _add(sums.setdefault(count.below_id, {}), count)
    named = [(one.id, one.name) for one in below]
    itself = [(None, unit.name)] if None in sums else []
    return [
        PictureRow(name=Bilingual(zh=name, en=name), cells=_cells(sums.get(unit_id, {})))
        for unit_id, name in (*itself, *named)
    ]


def rows_by_duty(
    counts: Iterable[MonthCount], known: Mapping[int, CountedDuty]
) -> list[PictureRow]:
    """A row for each duty of which something was due, in the order of the known ones."""
    sums: dict[int, dict[int, Tally]] = {}
    for count in counts:
        _add(sums.setdefault(count.duty_id, {}), count)
    return [
        PictureRow(name=duty.name, cells=_cells(sums[duty_id]))
        for duty_id, duty in known.items()
        if duty_id in sums
    ]


def row_of_all(counts: Iterable[MonthCount], unit: Unit) -> PictureRow:
    """Everything together."""
    sums: dict[int, Tally] = {}
    for count in counts:
        _add(sums, count)
    return PictureRow(name=Bilingual(zh=unit.name, en=unit.name), cells=_cells(sums))


def _add(sums: dict[int, Tally], count: MonthCount) -> None:
    sums[count.month] = sums.get(count.month, Tally()) + count.tally


def _cells(sums: Mapping[int, Tally]) -> tuple[Tally | None, ...]:
    return tuple(sums.get(month) for month in range(1, MONTHS + 1))
