"""What a roster file would change, in figures and a few names: enough to decide upon."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from domain.reached import Reached
from domain.roster import RosterNote, RosterReading, RowRefusal, Sheet
from domain.roster_difference import KnownPerson, KnownUnit, OfficeTurn, RosterDifference
from domain.unit_paths import ids_on, unit_paths

NAMES_SHOWN = 5
ROWS_SHOWN = 10


@dataclass(frozen=True, kw_only=True)
class RosterSummary:
    """`left_names` are the first few of those who left; the figures count everybody."""

    new_units: int
    changed_units: int
    moved_units: int
    new_people: int
    changed_people: int
    moved_people: int
    left: int
    left_names: tuple[str, ...]
    people_in_named_units: int
    kept_administrators: tuple[str, ...]
    unchanged: int
    refusals: tuple[RowRefusal, ...]
    notes: tuple[RosterNote, ...]
    asks_again: bool
    turns: tuple[OfficeTurn, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not (
            self.new_units + self.changed_units + self.new_people + self.changed_people + self.left
        )

    @property
    def is_long(self) -> bool:
        """Whether the figures hide more than a reader would like to trust."""
        touched = self.changed_units + self.changed_people + self.left
        return len(self.refusals) > ROWS_SHOWN or touched > 0


def all_refusals(reading: RosterReading, difference: RosterDifference) -> tuple[RowRefusal, ...]:
    """The rows that could not be read and those that cannot be taken, in the file's order."""
    refusals = (*reading.refusals, *difference.refusals)
    return tuple(sorted(refusals, key=lambda one: (one.sheet is Sheet.PEOPLE, one.row)))


def summarise(reading: RosterReading, difference: RosterDifference) -> RosterSummary:
    """Count a difference."""
    return RosterSummary(
        new_units=len(difference.new_units),
        changed_units=len(difference.changed_units),
        moved_units=len(difference.moved_units),
        new_people=len(difference.new_people),
        changed_people=len(difference.changed_people),
        moved_people=len(difference.moved_people),
        left=len(difference.left),
        left_names=_names(difference.left),
        people_in_named_units=difference.people_in_named_units,
        kept_administrators=_names(difference.kept_administrators),
        unchanged=difference.unchanged_units + difference.unchanged_people,
        refusals=all_refusals(reading, difference),
        notes=reading.notes,
        asks_again=difference.needs_second_confirmation,
        turns=difference.turns,
    )


def find_reached(
    difference: RosterDifference, units: Iterable[KnownUnit], people: Iterable[KnownPerson]
) -> Reached:
    """The people who join, leave or change, or move along with a unit above them."""
    moved = {one.known_id for one in difference.moved_units}
    paths = unit_paths({one.id: one.parent_id for one in units})
    taken_along = {unit_id for unit_id, path in paths.items() if moved & set(ids_on(path))}
    reached = {one.known_id for one in difference.changed_people}
    reached |= {one.id for one in difference.left}
    reached |= {one.id for one in people if one.unit_id in taken_along}
    keys = frozenset(f"p{one}" for one in reached)
    return Reached(keys=keys, others=len(difference.new_people))


def _names(people: Sequence[KnownPerson]) -> tuple[str, ...]:
    return tuple(person.name for person in people[:NAMES_SHOWN])


def fingerprint(difference: RosterDifference) -> str:
    """Two differences with the same one are the same, down to the last value."""
    return sha256(repr(difference).encode(errors="surrogatepass")).hexdigest()
