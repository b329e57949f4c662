"""A holiday file is read strictly: all of it, or its first fault."""

import json
from datetime import date
from typing import Any

import pytest

from domain.holiday_file import FileReason
from domain.public_holiday import HolidayList, SpecialDay
from papers.holiday_files import MAX_FILE_BYTES, read_holiday_file

TODAY = date(2026, 11, 2)
NEW_YEAR = {"name": "元旦", "date": "2027-01-01", "isOffDay": True}
MAKE_UP = {"name": "春节", "date": "2027-02-20", "isOffDay": False}
EVE = {"name": "元旦", "date": "2026-12-31", "isOffDay": True}


def file(*days: Any, **others: Any) -> bytes:
    content = {"$schema": "schema.json", "year": 2027, "papers": ["https://example.org/n"]}
    return json.dumps(content | {"days": list(days)} | others).encode()


def test_the_published_shape_is_read() -> None:
    assert read_holiday_file(file(MAKE_UP, NEW_YEAR, EVE), today=TODAY) == HolidayList(
        year=2027,
        papers=("https://example.org/n",),
        days=(
            SpecialDay(day=date(2026, 12, 31), works=False, name="元旦"),
            SpecialDay(day=date(2027, 1, 1), works=False, name="元旦"),
            SpecialDay(day=date(2027, 2, 20), works=True, name="春节"),
        ),
    )


def test_a_byte_order_mark_and_missing_papers_do_no_harm() -> None:
    content = b"\xef\xbb\xbf" + file(NEW_YEAR, papers=None)
    read = read_holiday_file(content, today=TODAY)
    assert isinstance(read, HolidayList)
    assert read.papers == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"", FileReason.NOT_JSON, id="nothing"),
        pytest.param(b"PK\x03\x04", FileReason.NOT_JSON, id="a workbook"),
        pytest.param(b"[" * 100_000, FileReason.NOT_JSON, id="too deep"),
        pytest.param(b'{"year": 2027, "year": 2026, "days": []}', FileReason.NOT_JSON, id="twice"),
        pytest.param(b'{"year": ' + b"9" * 5000 + b"}", FileReason.NOT_JSON, id="a huge number"),
        pytest.param("{}".encode("utf-16"), FileReason.NOT_JSON, id="another encoding"),
        pytest.param(b"[]", FileReason.NOT_A_LIST, id="a list"),
        pytest.param(b'{"year": 2027}', FileReason.NOT_A_LIST, id="no days"),
        pytest.param(file(NEW_YEAR, days={}), FileReason.NOT_A_LIST, id="days that are no list"),
        pytest.param(file(NEW_YEAR, year="2027"), FileReason.BAD_YEAR, id="a year in quotes"),
        pytest.param(file(NEW_YEAR, year=True), FileReason.BAD_YEAR, id="a year that is true"),
        pytest.param(file(NEW_YEAR, year=2072), FileReason.FAR_YEAR, id="a year mistyped"),
        pytest.param(file(papers=[]), FileReason.NOT_PUBLISHED, id="the empty file of August"),
        pytest.param(file(*[NEW_YEAR] * 121), FileReason.TOO_MANY_DAYS, id="121 days"),
        pytest.param(file("2027-01-01"), FileReason.DAY_NOT_READ, id="a bare date"),
        pytest.param(
            file(NEW_YEAR | {"isOffDay": "true"}), FileReason.DAY_NOT_READ, id="yes in quotes"
        ),
        pytest.param(
            file(NEW_YEAR | {"date": "2027-1-1"}), FileReason.DAY_NOT_READ, id="a short date"
        ),
        pytest.param(
            file(NEW_YEAR | {"date": "2027-02-30"}), FileReason.DAY_NOT_READ, id="30 February"
        ),
        pytest.param(
            file(NEW_YEAR | {"name": " "}), FileReason.DAY_WITHOUT_NAME, id="a blank name"
        ),
        pytest.param(
            file(NEW_YEAR | {"date": "2026-11-30"}),
            FileReason.DAY_OF_ANOTHER_YEAR,
            id="November of the year before",
        ),
        pytest.param(
            file(NEW_YEAR | {"date": "2028-01-01"}),
            FileReason.DAY_OF_ANOTHER_YEAR,
            id="the year after",
        ),
        pytest.param(file(NEW_YEAR, MAKE_UP, NEW_YEAR), FileReason.DAY_TWICE, id="a day twice"),
        pytest.param(b" " * (MAX_FILE_BYTES + 1), FileReason.TOO_LARGE, id="too large"),
    ],
)
def test_a_faulty_file_is_refused(content: bytes, reason: FileReason) -> None:
    read = read_holiday_file(content, today=TODAY)
    assert not isinstance(read, HolidayList)
    assert read.reason is reason


def test_the_fault_names_the_day_by_its_number() -> None:
    read = read_holiday_file(file(NEW_YEAR, MAKE_UP | {"date": 5}), today=TODAY)
    assert not isinstance(read, HolidayList)
    assert (read.number, read.found) == (2, "5")
