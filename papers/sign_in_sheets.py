"""The month of an office that signs in, as a workbook: sums by person, then every day."""

from domain.sign_in import MonthSheet, PersonMonth, SignState, Slot, StaffDay
from papers.cells import filled, one_line
from papers.table import Book, Cell, Column, Look, Table
from papers.table_workbooks import write_workbook
from texts import sign_in_sheets as texts
from texts.languages import Code, Language, language
from texts.sign_ins import open_word, state_word

_SUM_WIDTHS = (5, 14, 10, 10, 8, 10, 10, 10, 8, 10)
_SUM_LOOKS = (Look.NUMBER, Look.TEXT, *[Look.NUMBER] * 8)
_COMING = (SignState.IN, SignState.LATE, SignState.MISSING)
_LEAVING = (SignState.IN, SignState.EARLY, SignState.MISSING)
_DAY_WIDTHS = (16, 14, 10, 12, 10, 12)
_DAY_LOOKS = (Look.DAY, Look.TEXT, Look.CLOCK, Look.TEXT, Look.CLOCK, Look.TEXT)


def write_month(sheet: MonthSheet, code: Code) -> bytes:
    """A workbook of two sheets."""
    return write_workbook(month_book(language(code), sheet))


def month_book(lang: Language, sheet: MonthSheet) -> Book:
    """Sums, so that they can be handed up, and the days that they are made of."""
    above = (texts.heading(lang, sheet), texts.rule(lang))
    sums = Table(
        title=texts.sums_title(lang),
        columns=_columns(texts.sum_headings(lang), _SUM_WIDTHS, _SUM_LOOKS),
        rows=tuple(_sums(number, one, sheet) for number, one in enumerate(sheet.people, start=1)),
        above=above,
        still_columns=2,
    )
    days = Table(
        title=texts.days_title(lang),
        columns=_columns(texts.day_headings(lang), _DAY_WIDTHS, _DAY_LOOKS),
        rows=tuple(
            filled(lang, (day, one.name, *_both(lang, entry, is_over=day < sheet.today)))
            for one in sheet.people
            for day, entry in one.days
        ),
        above=above,
    )
    return Book(title=texts.heading(lang, sheet), made_at=sheet.made_at, tables=(sums, days))


def _sums(number: int, one: PersonMonth, sheet: MonthSheet) -> tuple[Cell, ...]:
    """The last seven add up to two times the days, but for what is still open today."""

    def times(slot: Slot, state: SignState) -> int:
        return one.count(slot, state, sheet.today)

    return (
        number,
        one_line(one.name),
        len(one.days),
        *(times(Slot.COMING, state) for state in _COMING),
        *(times(Slot.LEAVING, state) for state in _LEAVING),
        sum(times(slot, SignState.AWAY) for slot in Slot),
    )


def _both(lang: Language, entry: StaffDay, *, is_over: bool) -> tuple[Cell, ...]:
    """Time and state of coming, then of leaving."""
    cells: list[Cell] = []
    for slot in Slot:
        sign, state = entry.sign(slot), entry.state(slot, is_over=is_over)
        at = sign.at.time().replace(second=0, microsecond=0) if sign and sign.at else None
        cells += [at, state_word(lang, slot, state) if state else open_word(lang)]
    return tuple(cells)


def _columns(
    headings: tuple[str, ...], widths: tuple[int, ...], looks: tuple[Look, ...]
) -> tuple[Column, ...]:
    return tuple(
        Column(heading=heading, width=width, look=look)
        for heading, width, look in zip(headings, widths, looks, strict=True)
    )
