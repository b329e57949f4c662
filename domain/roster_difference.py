"""What a roster file would change, with everything needed to apply it in one transaction."""

from dataclasses import dataclass
from datetime import date

from domain.roster import Column, Role, RosterOffice, RowRefusal

MANY_LEFT = 5
LARGE_SHARE_LEFT = 0.10

FieldValue = str | int | date | None | tuple[str, ...] | tuple[RosterOffice, ...]


@dataclass(frozen=True, kw_only=True)
class KnownUnit:
    id: int
    code: str | None
    name: str
    kind: str
    parent_id: int | None
    term_began_on: date | None
    term_months: int | None


@dataclass(frozen=True, kw_only=True)
class KnownOffice:
    role: Role
    unit_id: int


@dataclass(frozen=True, kw_only=True)
class KnownPerson:
    id: int
    code: str | None
    name: str
    unit_id: int
    offices: tuple[KnownOffice, ...]
    tags: tuple[str, ...]
    language: str | None


@dataclass(frozen=True, kw_only=True)
class KnownRef:
    """A unit that exists already."""

    id: int


@dataclass(frozen=True, kw_only=True)
class NewRef:
    """A unit that this import creates, by its row in the units sheet."""

    row: int


UnitRef = KnownRef | NewRef


@dataclass(frozen=True, kw_only=True)
class OfficeValue:
    role: Role
    unit: UnitRef


@dataclass(frozen=True, kw_only=True)
class UnitValues:
    """A unit as it will be."""

    code: str | None
    name: str
    kind: str
    parent: UnitRef | None
    term_began_on: date | None
    term_months: int | None


@dataclass(frozen=True, kw_only=True)
class PersonValues:
    """A person as they will be."""

    code: str | None
    name: str
    unit: UnitRef
    offices: tuple[OfficeValue, ...]
    tags: tuple[str, ...]
    language: str | None


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    """One field before and after, in words of the roster: units appear by name."""

    column: Column
    before: FieldValue
    after: FieldValue


@dataclass(frozen=True, kw_only=True)
class UnitChange:
    """Create the unit (no `known_id`; others point to it by `row`) or give it these values."""

    known_id: int | None
    row: int
    values: UnitValues
    fields: tuple[FieldChange, ...]

    @property
    def moved(self) -> bool:
        return any(change.column is Column.PARENT for change in self.fields)


@dataclass(frozen=True, kw_only=True)
class PersonChange:
    """Create the person (no `known_id`) or give them these values."""

    known_id: int | None
    row: int
    values: PersonValues
    fields: tuple[FieldChange, ...]

    @property
    def moved(self) -> bool:
        return any(change.column is Column.UNIT for change in self.fields)


@dataclass(frozen=True, kw_only=True)
class OfficeTurn:
    """Somebody takes (`is_gain`) or leaves an office that carries rights."""

    person: str
    role: Role
    unit: str
    is_gain: bool


@dataclass(frozen=True, kw_only=True)
class RosterDifference:
    """Apply `units` in order (parents come first), then `people`, then end those who left.

    Leaving ends a person's offices too. `kept_administrators` are people whose office of
    administrator stays although the file does not give it: a file never locks the door.
    """

    units: tuple[UnitChange, ...]
    people: tuple[PersonChange, ...]
    left: tuple[KnownPerson, ...]
    kept_administrators: tuple[KnownPerson, ...]
    unchanged_units: int
    unchanged_people: int
    refusals: tuple[RowRefusal, ...]
    people_in_named_units: int
    turns: tuple[OfficeTurn, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.units or self.people or self.left)

    @property
    def new_units(self) -> tuple[UnitChange, ...]:
        return tuple(change for change in self.units if change.known_id is None)

    @property
    def changed_units(self) -> tuple[UnitChange, ...]:
        """Units that were renamed, moved or otherwise changed."""
        return tuple(change for change in self.units if change.known_id is not None)

    @property
    def moved_units(self) -> tuple[UnitChange, ...]:
        return tuple(change for change in self.changed_units if change.moved)

    @property
    def new_people(self) -> tuple[PersonChange, ...]:
        return tuple(change for change in self.people if change.known_id is None)

    @property
    def changed_people(self) -> tuple[PersonChange, ...]:
        """People who moved or otherwise changed."""
        return tuple(change for change in self.people if change.known_id is not None)

    @property
    def moved_people(self) -> tuple[PersonChange, ...]:
        return tuple(change for change in self.changed_people if change.moved)

    @property
    def decides_who_decides(self) -> bool:
        """Whether somebody becomes administrator, or the unit of those of the whole is moved."""
        appoints = any(turn.is_gain and turn.role is Role.ADMINISTRATOR for turn in self.turns)
        return appoints or any(
            change.column is Column.PARENT and change.before is None
            for unit in self.changed_units
            for change in unit.fields
        )

    @property
    def needs_second_confirmation(self) -> bool:
        """More than five people gone, or more than a tenth of those in the units named."""
        gone = len(self.left)
        return gone > MANY_LEFT or gone > LARGE_SHARE_LEFT * self.people_in_named_units
