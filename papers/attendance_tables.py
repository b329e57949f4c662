"""The sheet of one activity as a table: who was expected, who came, and the sums below."""

from domain.activity import ActivityState
from domain.check_in import CheckInState
from domain.ledger import AttendanceEntry, AttendanceSheet
from papers.cells import one_line
from papers.table import Book, Cell, Column, Look, Table
from texts import attendance_sheets as texts
from texts import ledger_words as words
from texts.languages import Language
from texts.ledger_headings import sheet_headings

_WIDTHS = (5, 12, 22, 10, 12, 10, 16)
_LOOKS = (Look.NUMBER, *[Look.TEXT] * 2, Look.CLOCK, *[Look.TEXT] * 3)


def sheet_book(lang: Language, sheet: AttendanceSheet) -> Book:
    """One page to be signed; before the activity it can be laid out to sign in by hand."""
    activity = sheet.activity
    columns = tuple(
        Column(heading=heading, width=width, look=look)
        for heading, width, look in zip(sheet_headings(lang), _WIDTHS, _LOOKS, strict=True)
    )
    is_settled = activity.state is not ActivityState.PLANNED
    rows = tuple(
        (number, *_row(lang, one, is_settled=is_settled))
        for number, one in enumerate(sheet.people, start=1)
    )
    table = Table(
        title=texts.sheet_title(lang),
        columns=columns,
        rows=rows,
        above=texts.above(lang, activity),
        below=texts.below(lang, activity),
    )
    title = words.titled(lang, activity.title, activity.duty)
    return Book(title=title, made_at=sheet.made_at, tables=(table,))


def _row(lang: Language, one: AttendanceEntry, *, is_settled: bool) -> tuple[Cell, ...]:
    """While it is only planned, what is not known stays empty for a pen."""
    at = one.came_at
    is_open = one.state is CheckInState.EXPECTED and not is_settled
    cells: tuple[Cell, ...] = (
        one_line(one.person),
        one_line(one.home) or None,
        at.time().replace(second=0, microsecond=0) if at else None,
        words.way_word(lang, one.came_by) if one.came_by else None,
        None if is_open else words.check_in_state(lang, one.state),
        texts.remark(lang, one) or None,
    )
    if not is_settled:
        return cells
    nothing = words.nothing(lang)
    return tuple(nothing if cell is None else cell for cell in cells)
