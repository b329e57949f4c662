"""What a roster file says: its units, its people, and the rows that could not be taken."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

GIVEN_CODE_MARK = "#"
LONGEST_TEXT = 64


class Sheet(StrEnum):
    UNITS = "units"
    PEOPLE = "people"


class Column(StrEnum):
    CODE = "code"
    NAME = "name"
    KIND = "kind"
    PARENT = "parent"
    TERM_BEGAN = "term_began"
    TERM_YEARS = "term_years"
    UNIT = "unit"
    OFFICE = "office"
    OFFICE_UNIT = "office_unit"
    TAGS = "tags"
    LANGUAGE = "language"


class Role(StrEnum):
    """What a person is in a unit; rights come from it."""

    HEAD = "head"
    SECRETARY = "secretary"
    COMMITTEE_MEMBER = "committee_member"
    GROUP_LEADER = "group_leader"
    MEMBER = "member"
    ADMINISTRATOR = "administrator"


class Reason(StrEnum):
    """Why a row is refused. The column of the refusal says where in the row."""

    VALUE_MISSING = "value_missing"
    TEXT_TOO_LONG = "text_too_long"
    DATE_UNREADABLE = "date_unreadable"
    TERM_UNREADABLE = "term_unreadable"
    CODE_HAS_SEPARATOR = "code_has_separator"
    OFFICES_UNPAIRED = "offices_unpaired"
    OFFICE_UNKNOWN = "office_unknown"
    LANGUAGE_UNKNOWN = "language_unknown"
    DUPLICATE_CODE = "duplicate_code"
    DUPLICATE_NAME = "duplicate_name"
    SEVERAL_ROOTS = "several_roots"
    PARENT_MISSING = "parent_missing"
    CYCLE = "cycle"
    REFERENCE_UNKNOWN = "reference_unknown"
    REFERENCE_AMBIGUOUS = "reference_ambiguous"
    REFERENCE_REFUSED = "reference_refused"
    SEVERAL_CANDIDATES = "several_candidates"


class NoteKind(StrEnum):
    COLUMN_IGNORED = "column_ignored"
    SHEET_IGNORED = "sheet_ignored"


class WorkbookReason(StrEnum):
    """Why a whole file is refused."""

    TOO_LARGE = "too_large"
    NOT_FETCHED = "not_fetched"
    EMPTY = "empty"
    OLD_EXCEL = "old_excel"
    ENCRYPTED = "encrypted"
    PLAIN_TEXT = "plain_text"
    NOT_A_WORKBOOK = "not_a_workbook"
    MACROS = "macros"
    DAMAGED = "damaged"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    TOO_MANY_PARTS = "too_many_parts"
    TOO_MUCH_MARKUP = "too_much_markup"
    ODD_PARTS = "odd_parts"
    SHEET_TWICE = "sheet_twice"
    SHEET_MISSING = "sheet_missing"
    COLUMNS_MISSING = "columns_missing"
    COLUMN_TWICE = "column_twice"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"


@dataclass(frozen=True, kw_only=True)
class RosterUnit:
    """One row of the units sheet. `parent` is a name or a code; the root has none."""

    code: str | None
    name: str
    kind: str
    parent: str | None
    term_began_on: date | None
    term_months: int | None
    row: int


@dataclass(frozen=True, kw_only=True)
class RosterOffice:
    """A role in a unit, named or coded; without one, in the person's home unit."""

    role: Role
    unit: str | None


@dataclass(frozen=True, kw_only=True)
class RosterPerson:
    """One row of the people sheet. `unit` is the home unit, by name or code."""

    code: str | None
    name: str
    unit: str
    offices: tuple[RosterOffice, ...]
    tags: tuple[str, ...]
    language: str | None
    row: int


@dataclass(frozen=True, kw_only=True)
class Mention:
    """Somebody whose row was refused: spoken of, so not absent from the file."""

    code: str | None
    name: str


@dataclass(frozen=True, kw_only=True)
class Roster:
    """Both sheets, and which optional columns they lack.

    What an absent column would say stays as it is. An empty cell empties, but for codes and
    languages, which a file only ever sets.
    """

    units: tuple[RosterUnit, ...]
    people: tuple[RosterPerson, ...]
    mentions: tuple[Mention, ...] = ()
    absent_unit_columns: frozenset[Column] = field(default_factory=frozenset)
    absent_people_columns: frozenset[Column] = field(default_factory=frozenset)


@dataclass(frozen=True, kw_only=True)
class RowRefusal:
    """A row that was not taken; `expected` lists the words that would have been."""

    sheet: Sheet
    row: int
    reason: Reason
    column: Column | None = None
    value: str = ""
    expected: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RosterNote:
    """Something that was left aside without harm."""

    sheet: Sheet | None
    kind: NoteKind
    value: str


@dataclass(frozen=True, kw_only=True)
class RosterReading:
    """A readable file: the rows taken, the rows refused, and what was left aside."""

    roster: Roster
    refusals: tuple[RowRefusal, ...]
    notes: tuple[RosterNote, ...]


@dataclass(frozen=True, kw_only=True)
class WorkbookRefusal:
    """A file that was not read: the figure found, the limit, or the names that are missing."""

    reason: WorkbookReason
    found: int | None = None
    limit: int | None = None
    sheet: Sheet | None = None
    names: tuple[str, ...] = ()


def given_code(known_id: int) -> str:
    """The code an export shows for a row that has none of its own, so that it is found again."""
    return f"{GIVEN_CODE_MARK}{known_id}"


def own_code(code: str | None) -> str | None:
    """The code worth keeping: one that an export merely lent is not."""
    return None if code is None or code.startswith(GIVEN_CODE_MARK) else code
