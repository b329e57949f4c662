"""The terms of bodies as a table: the one source of its columns, in whatever file it stands."""

from collections.abc import Iterator, Sequence
from datetime import date

from domain.term_ledger import LedgerRow
from papers.cells import filled
from papers.table import Cell, Column, Look, Table
from texts.languages import Language
from texts.term_ledgers import extension, headings, names, state_word

MONTHS_A_YEAR = 12
# Number and name stay in sight when the sheet is moved sideways.
STILL_COLUMNS = 2
_WIDTHS = (5, 20, 8, 16, 11, 8, 11, 12, 12, 11, 11, 11, 11, 11, 10, 16, 22, 10)
_N, _T, _D, _A = Look.NUMBER, Look.TEXT, Look.DAY, Look.AMOUNT
_LOOKS = (_N, _T, _T, _T, _D, _A, _D, _N, _T, _D, _D, _T, _D, _T, _T, _T, _T, _T)


def term_table(
    lang: Language, rows: Sequence[LedgerRow], today: date, *, title: str, above: str = ""
) -> Table:
    """A row for each body, numbered; `above` stands over the headings."""
    columns = tuple(
        Column(heading=heading, width=width, look=look)
        for heading, width, look in zip(headings(lang), _WIDTHS, _LOOKS, strict=True)
    )
    return Table(
        title=title,
        columns=columns,
        rows=tuple(_numbered(lang, rows, today)),
        above=(above,) if above else (),
        still_columns=STILL_COLUMNS,
    )


def _numbered(lang: Language, rows: Sequence[LedgerRow], today: date) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(rows, start=1):
        before, after = _known(lang, row, today)
        # The number of the approval and the remarks are no facts of ours: they wait for a pen.
        yield (number, *filled(lang, before), None, *filled(lang, after), None)


def _known(
    lang: Language, row: LedgerRow, today: date
) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """What stands before the number of the approval, and between it and the remarks."""
    term, record = row.term, row.record
    counted = record is not None and record.due is not None
    before = (
        term.unit.name,
        term.unit.kind,
        row.above.name if row.above else None,
        term.began_on,
        round(term.months / MONTHS_A_YEAR, 2) if term.months else None,
        term.ends_on,
        (term.due_on - today).days if term.due_on else None,
        state_word(lang, term.state(today)),
        row.reminded_on,
        row.requested_on,
    )
    after = (
        term.election_on,
        f"{record.due} / {record.present}" if record and counted else None,
        names(lang, row.secretaries),
        names(lang, row.members),
        extension(lang, row),
    )
    return before, after
