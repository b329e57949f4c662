"""What a filled-in workbook says, whoever filled it in."""

from datetime import date, datetime

import pytest

from domain.roster import (
    Column,
    Mention,
    NoteKind,
    Reason,
    Role,
    RosterNote,
    RosterOffice,
    RosterReading,
    RowRefusal,
    Sheet,
)
from papers.roster_reading import read_roster
from tests.papers.workbooks import PEOPLE_HEADINGS, UNIT_HEADINGS, roster_file, workbook

OFFICES = (
    "负责人 Head",
    "书记 Secretary",
    "委员 Committee member",
    "组长 Group leader",
    "成员 Member",
    "管理员 Administrator",
)


def reading_of(content: bytes) -> RosterReading:
    reading = read_roster(content)
    assert isinstance(reading, RosterReading)
    return reading


def test_headings_are_read_in_either_language_and_any_order_below_a_title() -> None:
    content = workbook(
        {
            "组织 Units": [
                ["教育系统名册"],
                ["上级/Parent", "备注", "类别 Kind", "名称"],
                [None, "x", "党委", "局党委"],
            ],
            "人员": [["职务", "组织", "姓名"], ["负责人、委员", "局党委", "林示例"]],
            "Sheet3": [["?"]],
        }
    )

    reading = reading_of(content)

    (unit,), (person,) = reading.roster.units, reading.roster.people
    assert (unit.name, unit.kind, unit.parent, unit.row) == ("局党委", "党委", None, 3)
    assert [office.role for office in person.offices] == [Role.HEAD, Role.COMMITTEE_MEMBER]
    assert reading.notes == (
        RosterNote(sheet=Sheet.UNITS, kind=NoteKind.COLUMN_IGNORED, value="备注"),
        RosterNote(sheet=None, kind=NoteKind.SHEET_IGNORED, value="Sheet3"),
    )
    assert Column.TAGS in reading.roster.absent_people_columns


def test_formulas_count_by_value_and_other_signs_stay_text() -> None:
    people = [[None, name, "Bureau"] for name in ("=1+1", "+86", "-x", "@sum", "Robin")]

    names = [person.name for person in reading_of(roster_file(people=people)).roster.people]

    assert names == ["+86", "-x", "@sum", "Robin"]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        pytest.param("007", "007", id="leading zeros"),
        pytest.param(7, "7", id="number"),
        pytest.param(7.0, "7", id="whole fraction"),
        pytest.param("Ａ１２", "A12", id="full width"),
        pytest.param(" a b ", "a b", id="spaces"),
        pytest.param("A\u200b1\u202e", "A1", id="invisible letters"),
    ],
)
def test_codes_keep_what_was_meant(cell: object, code: str) -> None:
    (person,) = reading_of(roster_file(people=[[cell, "Robin", "Bureau"]])).roster.people

    assert person.code == code


def test_names_are_composed_and_lose_what_cannot_be_seen() -> None:
    cell = "\ufeffJose\u0301\u2003\u202eRobin\u200b "

    (person,) = reading_of(roster_file(people=[[None, cell, "Bureau"]])).roster.people

    assert person.name == "José Robin"


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param(date(2026, 9, 1), id="date"),
        pytest.param(datetime(2026, 9, 1, 8, 30), id="moment"),  # noqa: DTZ001 - as cells are.
        pytest.param("2026-09-01", id="ISO"),
        pytest.param("2026/9/1", id="slashes"),
        pytest.param("2026.9.1", id="dots"),
        pytest.param("2026年9月1日", id="Chinese"),
        pytest.param("２０２６年 9月 1日", id="full width"),
    ],
)
def test_a_date_is_understood(cell: object) -> None:
    content = roster_file(units=[[None, "Hill", "school", "Bureau", cell, None]])

    assert reading_of(content).roster.units[1].term_began_on == date(2026, 9, 1)


@pytest.mark.parametrize(
    ("cell", "months"),
    [(5, 60), (2.5, 30), ("3", 36), ("5年", 60), ("1.5 years", 18), (2.5833, 31)],
)
def test_years_become_months(cell: object, months: int) -> None:
    content = roster_file(units=[[None, "Hill", "school", "Bureau", None, cell]])

    assert reading_of(content).roster.units[1].term_months == months


@pytest.mark.parametrize(
    ("cells", "reason", "column"),
    [
        ({"Name": None}, Reason.VALUE_MISSING, Column.NAME),
        ({"Name": "\u200b"}, Reason.VALUE_MISSING, Column.NAME),
        ({"Name": "N" * 65}, Reason.TEXT_TOO_LONG, Column.NAME),
        ({"Name": "N" * 10_240}, Reason.TEXT_TOO_LONG, Column.NAME),
        ({"Kind": None}, Reason.VALUE_MISSING, Column.KIND),
        ({"Term began": "soon"}, Reason.DATE_UNREADABLE, Column.TERM_BEGAN),
        ({"Term began": "2026-02-30"}, Reason.DATE_UNREADABLE, Column.TERM_BEGAN),
        ({"Term began": 46266}, Reason.DATE_UNREADABLE, Column.TERM_BEGAN),
        ({"Term years": "long"}, Reason.TERM_UNREADABLE, Column.TERM_YEARS),
        ({"Term years": 0}, Reason.TERM_UNREADABLE, Column.TERM_YEARS),
        ({"Term years": -3}, Reason.TERM_UNREADABLE, Column.TERM_YEARS),
        ({"Term years": 0.3}, Reason.TERM_UNREADABLE, Column.TERM_YEARS),
        ({"ID": "A、B"}, Reason.CODE_HAS_SEPARATOR, Column.CODE),
    ],
)
def test_a_unit_row_is_refused_with_its_cell(
    cells: dict[str, object], reason: Reason, column: Column
) -> None:
    row = {"Name": "Hill", "Kind": "school", "Parent": "Bureau"} | cells

    reading = reading_of(roster_file(units=[[row.get(heading) for heading in UNIT_HEADINGS]]))

    assert [(one.row, one.reason, one.column) for one in reading.refusals] == [(3, reason, column)]
    assert [unit.name for unit in reading.roster.units] == ["Bureau"]


@pytest.mark.parametrize(
    ("cells", "reason", "column"),
    [
        ({"Unit": None}, Reason.VALUE_MISSING, Column.UNIT),
        ({"Language": "Latin"}, Reason.LANGUAGE_UNKNOWN, Column.LANGUAGE),
        ({"Office unit": "Hill"}, Reason.VALUE_MISSING, Column.OFFICE),
        (
            {"Office": "Head, Member", "Office unit": "A, B, C"},
            Reason.OFFICES_UNPAIRED,
            Column.OFFICE_UNIT,
        ),
        ({"Tags": "t" * 65}, Reason.TEXT_TOO_LONG, Column.TAGS),
        ({"Tags": "t," * 600}, Reason.TEXT_TOO_LONG, Column.TAGS),
    ],
)
def test_a_person_row_is_refused_and_the_person_stays_mentioned(
    cells: dict[str, object], reason: Reason, column: Column
) -> None:
    row = {"ID": "P1", "Name": "Robin", "Unit": "Bureau"} | cells

    reading = reading_of(roster_file(people=[[row.get(one) for one in PEOPLE_HEADINGS]]))

    assert [(one.row, one.reason, one.column) for one in reading.refusals] == [(2, reason, column)]
    assert reading.roster.people == ()
    assert reading.roster.mentions == (Mention(code="P1", name="Robin"),)


def test_an_unknown_office_is_refused_with_the_words_that_are_known() -> None:
    reading = reading_of(roster_file(people=[[None, "Robin", "Bureau", "Captain"]]))

    assert reading.refusals == (
        RowRefusal(
            sheet=Sheet.PEOPLE,
            row=2,
            reason=Reason.OFFICE_UNKNOWN,
            column=Column.OFFICE,
            value="Captain",
            expected=OFFICES,
        ),
    )


@pytest.mark.parametrize(
    ("offices", "units", "expected"),
    [
        pytest.param("head", None, [(Role.HEAD, None)], id="at home"),
        pytest.param("负责人", "A、B", [(Role.HEAD, "A、B")], id="one unit whose name has a comma"),
        pytest.param(
            "Head；Member", "A", [(Role.HEAD, "A"), (Role.MEMBER, "A")], id="all in one unit"
        ),
        pytest.param(
            "书记,组长", "A,B", [(Role.SECRETARY, "A"), (Role.GROUP_LEADER, "B")], id="one for each"
        ),
        pytest.param(
            "委员 Committee member; Head", "; A", [(Role.COMMITTEE_MEMBER, None), (Role.HEAD, "A")],
            id="the first at home",
        ),
        pytest.param("Head, Head", None, [(Role.HEAD, None)], id="one office twice"),
    ],
)  # fmt: skip
def test_offices_find_their_units(
    offices: str, units: str | None, expected: list[tuple[Role, str | None]]
) -> None:
    content = roster_file(people=[[None, "Robin", "Bureau", offices, units]])

    (person,) = reading_of(content).roster.people

    assert person.offices == tuple(RosterOffice(role=role, unit=unit) for role, unit in expected)


def test_tags_and_languages_are_listed_once() -> None:
    people = [[None, "Robin", "Bureau", None, None, "teacher、 staff；teacher", "中文"]]

    (person,) = reading_of(roster_file(people=people)).roster.people

    assert (person.tags, person.language) == (("teacher", "staff"), "zh")


def test_an_empty_people_sheet_is_a_roster_of_units() -> None:
    content = workbook({"Units": [["Name", "Kind", "Parent"], ["Bureau", "x"]], "People": []})

    assert reading_of(content).roster.people == ()
