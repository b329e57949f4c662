"""The ledger of terms, read back by another program."""

from datetime import UTC, date, datetime
from io import BytesIO

import openpyxl
import pytest

from domain.term import Extension, RecordedTerm, Term
from domain.term_ledger import LedgerRow, TermLedger
from domain.unit import Unit
from papers.term_ledger import write_term_ledger
from texts.languages import Code, Language

SCHOOL = Unit(id=2, name="青石小学", kind="学校", path="/1/2/", parent_id=1)
BRANCH = Unit(id=3, name="=第一支部", kind="支部", path="/1/2/3/", parent_id=2)
TERM = Term(
    unit=BRANCH,
    began_on=date(2024, 5, 20),
    months=36,
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
    today=date(2027, 6, 1),
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
    ("code", "heading", "state"),
    [("zh", "组织全称", "延期中（已批）"), ("en", "Body", "extended with approval")],
)
def test_the_ledger_says_in_both_languages_how_each_body_stands(
    code: Code, heading: str, state: str
) -> None:
    content = write_term_ledger(LEDGER, Language(code=code))
    page = openpyxl.load_workbook(BytesIO(content)).active
    assert page is not None
    title, headings, first, second = page.iter_rows(values_only=True)
    assert "青石小学" in str(title[0])
    assert headings[1] == heading
    assert len(headings) == 18
    midnight = [cell.date() if isinstance(cell, datetime) else cell for cell in first]
    assert midnight[:9] == [
        1, "=第一支部", "支部", "青石小学", date(2024, 5, 20), 3, date(2027, 5, 20), 213, state
    ]  # fmt: skip
    assert midnight[9:15] == [
        date(2026, 11, 20), date(2027, 8, 1), None, date(2027, 9, 1), "20 / 17", "陈帆"
    ]  # fmt: skip
    assert "区教育党委" in str(first[16])
    assert second[1] == "青石小学"
    assert set(second[3:8]) == {None}
