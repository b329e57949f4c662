"""Whole files that are refused, and hostile ones that end well."""

import pytest

from domain.roster import RosterReading, Sheet, WorkbookReason, WorkbookRefusal
from papers.roster_reading import read_roster, read_untrusted_roster
from papers.workbook_cells import MAX_ROWS
from tests.papers.workbooks import (
    HEADING_XML,
    UNITS_PART,
    inline,
    repacked,
    roster_file,
    sheet_xml,
    workbook,
)

HEADINGS = ["Name", "Kind", "Parent"]
PEOPLE = [["Name", "Unit"]]


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        pytest.param(
            workbook({"Units": [HEADINGS]}),
            WorkbookRefusal(
                reason=WorkbookReason.SHEET_MISSING, sheet=Sheet.PEOPLE, names=("人员 People",)
            ),
            id="no people sheet",
        ),
        pytest.param(
            workbook({"Units": [HEADINGS], "组织": [HEADINGS], "People": PEOPLE}),
            WorkbookRefusal(
                reason=WorkbookReason.SHEET_TWICE, sheet=Sheet.UNITS, names=("组织 Units",)
            ),
            id="two units sheets",
        ),
        pytest.param(
            workbook({"Units": [["Name", "Colour"]], "People": PEOPLE}),
            WorkbookRefusal(
                reason=WorkbookReason.COLUMNS_MISSING,
                sheet=Sheet.UNITS,
                names=("类别 Kind", "上级 Parent"),
            ),
            id="missing columns",
        ),
        pytest.param(
            workbook({"Units": [["x"]] * 5 + [HEADINGS], "People": PEOPLE}),
            WorkbookRefusal(
                reason=WorkbookReason.COLUMNS_MISSING,
                sheet=Sheet.UNITS,
                names=("名称 Name", "类别 Kind", "上级 Parent"),
            ),
            id="headings in row six",
        ),
        pytest.param(
            workbook({"Units": [[*HEADINGS, "名称"]], "People": PEOPLE}),
            WorkbookRefusal(
                reason=WorkbookReason.COLUMN_TWICE, sheet=Sheet.UNITS, names=("名称",)
            ),
            id="one heading twice",
        ),
        pytest.param(
            workbook(
                {
                    "Units": [HEADINGS],
                    "People": [*PEOPLE, *([f"N{one}", "Hill"] for one in range(MAX_ROWS + 1))],
                }
            ),
            WorkbookRefusal(
                reason=WorkbookReason.TOO_MANY_ROWS,
                sheet=Sheet.PEOPLE,
                found=MAX_ROWS + 1,
                limit=MAX_ROWS,
            ),
            id="one row too many",
        ),
    ],
)  # fmt: skip
def test_a_file_is_refused_with_what_it_lacks(content: bytes, refusal: WorkbookRefusal) -> None:
    assert read_roster(content) == refusal


def hostile(rows: str) -> bytes:
    return repacked(roster_file(), {UNITS_PART: sheet_xml(rows)})


UNIT_XML = inline("A{0}", "Bureau") + inline("B{0}", "committee")


@pytest.mark.parametrize(
    "last_row", [1_048_576, 99_999_999_999], ids=["the last row", "a row that cannot be"]
)
def test_a_cell_far_away_does_not_hold_up_the_reading(last_row: int) -> None:
    rows = f'{HEADING_XML}<row r="2">{UNIT_XML.format(2)}</row>'
    far = f'<row r="{last_row}"><c><v>1</v></c></row>'

    reading = read_untrusted_roster(hostile(rows + far))

    assert isinstance(reading, RosterReading)
    assert [unit.name for unit in reading.roster.units] == ["Bureau"]


def test_cells_far_to_the_right_are_left_aside() -> None:
    row = f'<row r="2">{UNIT_XML.format(2)}{inline("XFD2", "x")}</row>'

    reading = read_untrusted_roster(hostile(HEADING_XML + row))

    assert isinstance(reading, RosterReading)
    assert len(reading.roster.units) == 1


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(b"<worksheet", id="broken markup"),
        pytest.param(sheet_xml('<row r="1"><c t="s"><v>99</v></c></row>'), id="no such string"),
        pytest.param(sheet_xml('<row r="1"><c t="n"><v>x</v></c></row>'), id="no such number"),
        pytest.param(sheet_xml('<row r="x"/>'), id="no such row"),
        pytest.param(
            b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
            + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 99) for n in range(9))
            + b"]><worksheet>&j;</worksheet>",
            id="entity bomb",
        ),
    ],
)
def test_a_damaged_sheet_is_refused(part: bytes) -> None:
    content = repacked(roster_file(), {UNITS_PART: part})

    assert read_untrusted_roster(content) == WorkbookRefusal(reason=WorkbookReason.DAMAGED)
