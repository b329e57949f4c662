"""The ledger of terms, read back by another program."""

from datetime import UTC, date, datetime
from io import BytesIO

import openpyxl
import pytest

from domain.ledger import Format, Ledger
from domain.period import PeriodKind, period_of
from domain.term import Extension, RecordedTerm, Term
from domain.term_ledger import LedgerRow, TermLedger
from domain.unit import Unit
from papers.ledgers import write_ledger
from papers.term_ledger import make_term_ledger, write_term_ledger
from texts.languages import Code

SCHOOL = Unit(id=2, name="青石小学", kind="学校", path="/1/2/", parent_id=1)
BRANCH = Unit(id=3, name="=第一支部", kind="支部", path="/1/2/3/", parent_id=2)
TERM = Term(
    unit=BRANCH,
    began_on=date(2024, 5, 20),
    months=30,
    extension=Extension(
        until=date(2027, 12, 31), approved_by="区教育党委", approved_on=date(2027, 2, 3)
    ),
    election_on=date(2027, 9, 1),
)
RECORD = RecordedTerm(
    id=1,
    began_on=date(2024, 5, 20),
    ends_on=date(2027, 5, 20),
    months=36,
    recorded_at=datetime(2024, 5, 21, tzinfo=UTC),
    due=20,
    present=17,
)
LEDGER = TermLedger(
    made_at=datetime(2027, 6, 1, 9, tzinfo=UTC),
    unit=SCHOOL,
    rows=(
        LedgerRow(
            term=TERM,
            above=SCHOOL,
            record=RECORD,
            reminded_on=date(2026, 11, 20),
            requested_on=date(2027, 8, 1),
            secretaries=("陈帆",),
            members=("王渡", "何静"),
        ),
        LedgerRow(term=Term(unit=SCHOOL)),
    ),
)


@pytest.mark.parametrize(
    ("code", "heading", "state", "nothing"),
    [
        ("zh", "组织全称", "延期中（已批）", "无"),
        ("en", "Body", "extended with approval", "none"),
    ],
)
def test_the_ledger_says_in_both_languages_how_each_body_stands(
    code: Code, heading: str, state: str, nothing: str
) -> None:
    title, headings, first, second = read(make_term_ledger(LEDGER, code))
    assert "青石小学" in str(title[0])
    assert headings[1] == heading
    assert len(headings) == 18
    assert first[:9] == (
        1, "=第一支部", "支部", "青石小学", date(2024, 5, 20), 2.5, date(2026, 11, 20), 213, state
    )  # fmt: skip
    assert first[9:15] == (
        date(2026, 11, 20), date(2027, 8, 1), None, date(2027, 9, 1), "20 / 17", "陈帆"
    )  # fmt: skip
    assert "区教育党委" in str(first[16])
    assert second[1] == "青石小学"
    assert set(second[3:8]) == {nothing}
    # The number of the approval and the remarks wait for a pen.
    assert (second[11], second[17]) == (None, None)


def test_the_sheet_of_terms_in_a_ledger_has_the_same_columns_and_cells() -> None:
    period = period_of(PeriodKind.YEAR, LEDGER.today)
    ledger = Ledger(unit=SCHOOL, period=period, made_at=LEDGER.made_at, terms=LEDGER.rows)
    book = openpyxl.load_workbook(BytesIO(write_ledger(ledger, "zh", Format.XLSX)))
    ours = [tuple(row) for row in book["任期"].iter_rows(values_only=True)]
    own = openpyxl.load_workbook(BytesIO(write_term_ledger(LEDGER, "zh"))).active
    assert own is not None
    assert ours == [tuple(row) for row in own.iter_rows(min_row=2, values_only=True)]


def test_headings_and_names_stay_in_sight_and_the_page_is_a4_across() -> None:
    page = openpyxl.load_workbook(BytesIO(write_term_ledger(LEDGER, "zh"))).active
    assert page is not None
    assert page.freeze_panes == "C3"
    assert page.auto_filter.ref == "A2:R4"
    assert page.print_title_rows == "$2:$2"
    setup = page.page_setup
    assert (setup.paperSize, setup.orientation) == (9, "landscape")
    # One page wide is the format's default; as many pages long as it takes.
    assert page.sheet_properties.pageSetUpPr is not None
    assert (page.sheet_properties.pageSetUpPr.fitToPage, setup.fitToHeight) == (True, 0)


def read(content: bytes) -> list[tuple[object, ...]]:
    """Every row; the library knows no days, only their midnights."""
    page = openpyxl.load_workbook(BytesIO(content)).active
    assert page is not None
    return [
        tuple(cell.date() if isinstance(cell, datetime) else cell for cell in row)
        for row in page.iter_rows(values_only=True)
    ]
