"""Read a roster out of an uploaded workbook: every row taken, or refused with its reason."""

from domain.roster import (
    Column,
    Mention,
    NoteKind,
    Roster,
    RosterNote,
    RosterPerson,
    RosterReading,
    RosterUnit,
    RowRefusal,
    Sheet,
    WorkbookReason,
    WorkbookRefusal,
)
from papers.roster_rows import RowReader, read_person, read_unit
from papers.roster_words import (
    COLUMNS,
    HOW_TO_WORDS,
    SHEET_WORDS,
    both,
    folded,
    sheet_of,
    spellings,
)
from papers.sheet_tables import SheetTable, find_table
from papers.workbook_cells import SheetCells, read_cells
from papers.worker import StopReason, WorkerError, run_guarded
from papers.xlsx_guard import inspect_markup, inspect_workbook

READING_SECONDS = 60
READING_MEGABYTES = 300


def read_untrusted_roster(content: bytes) -> RosterReading | WorkbookRefusal:
    """`read_roster` in a process of its own; blocks for up to a minute.

    Raises WorkerError only for a fault of ours.
    """
    refusal = inspect_workbook(content)
    if refusal is not None:
        return refusal
    try:
        return run_guarded(
            read_roster, content, seconds=READING_SECONDS, megabytes=READING_MEGABYTES
        )
    except WorkerError as error:
        match error.reason:
            case StopReason.TOO_SLOW:
                return WorkbookRefusal(reason=WorkbookReason.TOO_SLOW, limit=READING_SECONDS)
            case StopReason.TOO_MUCH_MEMORY:
                return WorkbookRefusal(
                    reason=WorkbookReason.TOO_MUCH_MEMORY, limit=READING_MEGABYTES
                )
            case StopReason.FAILED:
                raise


def read_roster(content: bytes) -> RosterReading | WorkbookRefusal:
    """Guard, unpack, find the headings, read the rows. For untrusted bytes: see above."""
    refusal = inspect_workbook(content) or inspect_markup(content)
    if refusal is not None:
        return refusal
    cells = read_cells(content, lambda title: sheet_of(title) is not None)
    if isinstance(cells, WorkbookRefusal):
        return cells
    wanted, others = cells
    tables = _find_tables(wanted)
    if isinstance(tables, WorkbookRefusal):
        return tables
    return _read_tables(tables, others)


def _find_tables(wanted: tuple[SheetCells, ...]) -> dict[Sheet, SheetTable] | WorkbookRefusal:
    tables: dict[Sheet, SheetTable] = {}
    for cells in wanted:
        sheet = sheet_of(cells.title)
        if sheet is None:
            continue
        if sheet in tables:
            return _sheet_refusal(WorkbookReason.SHEET_TWICE, sheet)
        table = find_table(sheet, cells)
        if isinstance(table, WorkbookRefusal):
            return table
        tables[sheet] = table
    missing = [sheet for sheet in Sheet if sheet not in tables]
    return _sheet_refusal(WorkbookReason.SHEET_MISSING, missing[0]) if missing else tables


def _sheet_refusal(reason: WorkbookReason, sheet: Sheet) -> WorkbookRefusal:
    return WorkbookRefusal(reason=reason, sheet=sheet, names=(both(SHEET_WORDS[sheet]),))


def _read_tables(tables: dict[Sheet, SheetTable], others: tuple[str, ...]) -> RosterReading:
    units: list[RosterUnit] = []
    people: list[RosterPerson] = []
    mentions: list[Mention] = []
    refusals: list[RowRefusal] = []
    for reader in tables[Sheet.UNITS].readers():
        unit = read_unit(reader)
        units.extend([unit] if isinstance(unit, RosterUnit) else [])
        refusals.extend([unit] if isinstance(unit, RowRefusal) else [])
    for reader in tables[Sheet.PEOPLE].readers():
        person = read_person(reader)
        if isinstance(person, RosterPerson):
            people.append(person)
            continue
        refusals.append(person)
        mentions.append(_mention(reader))
    roster = Roster(
        units=tuple(units),
        people=tuple(people),
        mentions=tuple(mentions),
        absent_unit_columns=_absent(tables[Sheet.UNITS]),
        absent_people_columns=_absent(tables[Sheet.PEOPLE]),
    )
    return RosterReading(roster=roster, refusals=tuple(refusals), notes=_notes(tables, others))


def _mention(reader: RowReader) -> Mention:
    return Mention(code=reader.said(Column.CODE) or None, name=reader.said(Column.NAME))


def _absent(table: SheetTable) -> frozenset[Column]:
    return frozenset(COLUMNS[table.sheet]) - frozenset(table.columns)


def _notes(tables: dict[Sheet, SheetTable], others: tuple[str, ...]) -> tuple[RosterNote, ...]:
    columns = [
        RosterNote(sheet=sheet, kind=NoteKind.COLUMN_IGNORED, value=heading)
        for sheet, table in tables.items()
        for heading in table.ignored
    ]
    sheets = [
        RosterNote(sheet=None, kind=NoteKind.SHEET_IGNORED, value=title)
        for title in others
        if folded(title) not in spellings(HOW_TO_WORDS)
    ]
    return (*columns, *sheets)
