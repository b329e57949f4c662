"""What a country's days are when several sources speak of them."""

from collections.abc import Sequence
from datetime import date

import pytest

from domain.public_holiday import (
    CountrySources,
    HolidayList,
    ListedDay,
    Source,
    SpecialDay,
)

NEW_YEARS_EVE = date(2026, 12, 31)
OCTOBER = date(2027, 10, 1)
SATURDAY = date(2027, 2, 20)


def said(source: Source, list_year: int, day: date, *, works: bool) -> ListedDay:
    return ListedDay(source=source, list_year=list_year, day=day, works=works)


def known(listed: Sequence[ListedDay], published: Sequence[tuple[int, Source]]) -> CountrySources:
    return CountrySources(country="CN", listed=tuple(listed), published=frozenset(published))


FILE_2026, FILE_2027 = (2026, Source.FILE), (2027, Source.FILE)
OFF_BY_LIBRARY = said(Source.LIBRARY, 2027, OCTOBER, works=False)


@pytest.mark.parametrize(
    ("listed", "published", "day", "works", "is_provisional"),
    [
        pytest.param([], [], OCTOBER, True, True, id="nothing is known of 2027"),
        pytest.param([OFF_BY_LIBRARY], [], OCTOBER, False, True, id="statutory days alone"),
        pytest.param([OFF_BY_LIBRARY], [FILE_2027], OCTOBER, True, False, id="a file is all"),
        pytest.param(
            [OFF_BY_LIBRARY, said(Source.FILE, 2027, OCTOBER, works=False)],
            [FILE_2027],
            OCTOBER,
            False,
            False,
            id="the file says it too",
        ),
        pytest.param(
            [
                said(Source.COMMAND, 2027, OCTOBER, works=True),
                said(Source.FILE, 2027, OCTOBER, works=False),
            ],
            [FILE_2027],
            OCTOBER,
            True,
            False,
            id="a command outweighs the file",
        ),
        pytest.param(
            [said(Source.FILE, 2027, NEW_YEARS_EVE, works=False)],
            [FILE_2026, FILE_2027],
            NEW_YEARS_EVE,
            False,
            False,
            id="late December of 2026 in the file of 2027",
        ),
        pytest.param(
            [
                said(Source.FILE, 2027, NEW_YEARS_EVE, works=False),
                said(Source.FILE, 2026, NEW_YEARS_EVE, works=True),
            ],
            [FILE_2026, FILE_2027],
            NEW_YEARS_EVE,
            False,
            False,
            id="the later of two files on late December",
        ),
        pytest.param(
            [said(Source.LIBRARY, 2026, NEW_YEARS_EVE, works=False)],
            [FILE_2026],
            NEW_YEARS_EVE,
            False,
            True,
            id="a file of 2026 does not silence the library on late December",
        ),
        pytest.param(
            [said(Source.LIBRARY, 2026, NEW_YEARS_EVE, works=False)],
            [FILE_2026, FILE_2027],
            NEW_YEARS_EVE,
            True,
            False,
            id="but the file of 2027 does",
        ),
        pytest.param(
            [said(Source.LIBRARY, 2027, SATURDAY, works=True)],
            [(2027, Source.LIBRARY)],
            SATURDAY,
            True,
            False,
            id="the library has learned the make-up days",
        ),
        pytest.param(
            [], [(2027, Source.COMMAND)], OCTOBER, True, False, id="complete by a word alone"
        ),
    ],
)
def test_one_standing_follows_from_all_sources(
    listed: list[ListedDay],
    published: list[tuple[int, Source]],
    day: date,
    works: bool,
    is_provisional: bool,
) -> None:
    calendar = known(listed, published).calendar().working()
    assert calendar.is_working_day(day) is works
    assert calendar.is_provisional(day) is is_provisional


def test_a_second_file_takes_the_place_of_the_first() -> None:
    first = HolidayList(year=2027, days=(SpecialDay(day=OCTOBER, works=False),))
    second = HolidayList(year=2027, days=(SpecialDay(day=SATURDAY, works=True),))
    days = known([], []).with_file(first).with_file(second).calendar().days
    assert list(days) == [SATURDAY]
