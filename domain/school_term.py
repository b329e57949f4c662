"""School terms: a unit's own, or those of the nearest unit above that has some."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from domain.unit import Unit

LONGEST_TERM = 300
MOST_TERMS = 24
# One of the same name that begins later than that after the other ended is another year's.
_NEAR = timedelta(days=120)


@dataclass(frozen=True, kw_only=True)
class SchoolTerm:
    """`first_day` to `last_day`, both included.

    `key` names its period for good; empty until it is kept. Two that differ in nothing else say
    the same.
    """

    name: str
    first_day: date
    last_day: date
    key: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise ValueError(f"{self.first_day} to {self.last_day} runs backwards")

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.first_day <= day <= self.last_day

    def overlaps(self, other: "SchoolTerm") -> bool:
        """Whether they have a day in common."""
        return self.first_day <= other.last_day and other.first_day <= self.last_day

    def has_the_name_of(self, other: "SchoolTerm") -> bool:
        """Whether whoever says the name means the other one too, and not that of another year."""
        apart = max(self.first_day, other.first_day) - min(self.last_day, other.last_day)
        return self.name == other.name and apart <= _NEAR

    def week_of(self, day: date) -> int | None:
        """The teaching week, counted from 1; weeks begin on Monday. None outside the term."""
        if not self.holds(day):
            return None
        begin = self.first_day.toordinal() - self.first_day.weekday()
        return (day.toordinal() - begin) // 7 + 1


@dataclass(frozen=True, kw_only=True)
class SchoolTerms:
    """The terms that units have entered themselves, by unit."""

    own: Mapping[int, tuple[SchoolTerm, ...]]

    def of(self, unit: Unit) -> tuple[SchoolTerm, ...]:
        """The terms that hold for a unit, in order; the nearest word on a stretch of time wins."""
        found: list[SchoolTerm] = []
        for unit_id in (unit.id, *unit.ancestor_ids):
            given = self.own.get(unit_id, ())
            found += [one for one in given if not any(map(one.overlaps, found))]
        return tuple(sorted(found, key=lambda one: one.first_day))


NO_TERMS = SchoolTerms(own={})


def put(terms: Sequence[SchoolTerm], new: SchoolTerm) -> tuple[SchoolTerm, ...]:
    """The terms with a new one, in place of those of its name or its time.

    Next year's may have the same name.
    """
    kept = [one for one in terms if not one.has_the_name_of(new) and not one.overlaps(new)]
    return tuple(sorted((*kept, new), key=lambda one: one.first_day))


def drop(terms: Sequence[SchoolTerm], name: str) -> tuple[SchoolTerm, ...]:
    """The terms without the last one of a name."""
    last = max((one.first_day for one in terms if one.name == name), default=None)
    return tuple(one for one in terms if one.name != name or one.first_day != last)


def term_at(terms: Sequence[SchoolTerm], day: date) -> SchoolTerm | None:
    """The term that a day lies in."""
    return next((one for one in terms if one.holds(day)), None)
