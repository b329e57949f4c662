"""Days on which a unit itself rests or works, whatever the country does: exams, vacations."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

LONGEST_RANGE = 200
LONGEST_NAME = 32
MOST_RANGES = 60

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class OwnDays:
    """`first_day` to `last_day`, both included: days off, or working days when `works`."""

    first_day: date
    last_day: date
    works: bool = False
    name: str = ""

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise ValueError(f"{self.first_day} to {self.last_day} runs backwards")

    @property
    def length(self) -> int:
        """How many days it has."""
        return (self.last_day - self.first_day).days + 1

    def touches(self, first: date, last: date) -> bool:
        """Whether any of its days lies in `first` to `last`."""
        return self.first_day <= last and first <= self.last_day

    def each_day(self) -> Iterator[date]:
        """Its days in order."""
        return (self.first_day + _ONE_DAY * offset for offset in range(self.length))


def put(ranges: Sequence[OwnDays], new: OwnDays) -> tuple[OwnDays, ...]:
    """Ranges that never overlap: of two that do, the later word wins and the rest stays."""
    kept = cut(ranges, new.first_day, new.last_day)
    return tuple(sorted((*kept, new), key=lambda one: one.first_day))


def cut(ranges: Sequence[OwnDays], first: date, last: date) -> tuple[OwnDays, ...]:
    """The ranges without the days from `first` to `last`."""
    return tuple(piece for one in ranges for piece in _outside(one, first, last))


def _outside(one: OwnDays, first: date, last: date) -> Iterator[OwnDays]:
    if not one.touches(first, last):
        yield one
        return
    if one.first_day < first:
        yield replace(one, last_day=first - _ONE_DAY)
    if last < one.last_day:
        yield replace(one, first_day=last + _ONE_DAY)


def as_days(ranges: Iterable[OwnDays]) -> dict[date, bool]:
    """Each day with whether it works; of two ranges the later one wins."""
    return {day: one.works for one in ranges for day in one.each_day()}
