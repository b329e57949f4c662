"""The seeded calendar says what the State Council's notice says, and no more than is known."""

from datetime import date, timedelta

import pytest

from bot.calendar_seed import seed_calendar
from domain.public_holiday import HolidayList, Source, SpecialDay
from papers.holiday_library import read_country
from storage import calendar_days, own_days, public_holidays
from tests.harness.scenes import add_unit
from tests.harness.world import World, at

# 国务院办公厅关于2026年部分节假日安排的通知, written off by hand.
MAKE_UP_2026 = {
    date(2026, 1, 4),
    date(2026, 2, 14),
    date(2026, 2, 28),
    date(2026, 5, 9),
    date(2026, 9, 20),
    date(2026, 10, 10),
}
OFF_2026 = [
    (date(2026, 1, 1), date(2026, 1, 3)),
    (date(2026, 2, 15), date(2026, 2, 23)),
    (date(2026, 4, 4), date(2026, 4, 6)),
    (date(2026, 5, 1), date(2026, 5, 5)),
    (date(2026, 6, 19), date(2026, 6, 21)),
    (date(2026, 9, 25), date(2026, 9, 27)),
    (date(2026, 10, 1), date(2026, 10, 7)),
]


def is_working_2026(day: date) -> bool:
    if day in MAKE_UP_2026:
        return True
    return day.weekday() < 5 and not any(first <= day <= last for first, last in OFF_2026)


async def test_every_day_of_2026_is_as_the_notice_has_it(world: World) -> None:
    assert await seed_calendar(world.muduo.runner, at("2026-11-02 07:00")) == 4
    calendar = world.look(calendar_days.load)
    year = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    wrong = [day for day in year if calendar.is_working_day(day) != is_working_2026(day)]
    assert wrong == []
    assert not calendar.is_provisional(date(2026, 12, 28))
    # The list of 2027 may still turn the last days of 2026 round.
    assert calendar.is_provisional(date(2026, 12, 31))


async def test_a_year_without_make_up_days_is_provisional_and_has_its_statutory_days(
    world: World,
) -> None:
    await seed_calendar(world.muduo.runner, at("2026-11-02 07:00"))
    calendar = world.look(calendar_days.load)
    assert calendar.published_years == {2025, 2026}
    assert calendar.is_provisional(date(2027, 3, 1))
    assert not calendar.is_working_day(date(2027, 10, 1))


async def test_seeding_again_does_nothing_until_the_year_turns(world: World) -> None:
    runner = world.muduo.runner
    await seed_calendar(runner, at("2026-11-02 07:00"))
    before = world.look(calendar_days.load)
    assert await seed_calendar(runner, at("2026-11-03 07:00")) == 0
    assert world.look(calendar_days.load) == before
    assert await seed_calendar(runner, at("2027-01-02 07:00")) == 4


async def test_a_list_that_an_administrator_gave_stays(world: World) -> None:
    mine = HolidayList(
        year=2027,
        days=(
            SpecialDay(day=date(2027, 10, 8), works=False, name="校庆"),
            SpecialDay(day=date(2027, 10, 9), works=True),
        ),
    )
    world.change(
        lambda s: public_holidays.replace_list(s, "CN", mine, source=Source.FILE, is_published=True)
    )
    await seed_calendar(world.muduo.runner, at("2026-11-02 07:00"))
    calendar = world.look(calendar_days.load)
    assert not calendar.is_working_day(date(2027, 10, 8))
    assert calendar.is_working_day(date(2027, 10, 9))
    # The file is the whole of its year: what the library foresaw for it is gone.
    assert calendar.is_working_day(date(2027, 10, 1))
    assert not calendar.is_provisional(date(2027, 10, 8))


async def test_a_country_that_a_unit_chose_is_seeded_too_and_keeps_its_weekend(
    world: World,
) -> None:
    root = world.change(lambda s: add_unit(s, "Harbour Union", "union"))
    world.change(lambda s: own_days.choose_country(s, root, "SA"))
    assert await seed_calendar(world.muduo.runner, at("2026-11-02 07:00")) == 8
    calendar = world.look(calendar_days.load)
    assert calendar.weekend == {4, 5}
    assert calendar.is_working_day(date(2026, 11, 8))
    assert not calendar.is_provisional(date(2027, 3, 1))


@pytest.mark.parametrize("country", ["CN", "DE"])
def test_days_belong_to_the_year_asked_for(country: str) -> None:
    [found] = read_country(country, [2026]).lists
    assert {one.day.year for one in found.days} == {2026}
    assert len({one.day for one in found.days}) == len(found.days)


def test_the_names_are_those_of_the_festivals_alone() -> None:
    [found] = read_country("CN", [2026]).lists
    assert {one.name for one in found.days} == {
        "",
        "元旦",
        "除夕",
        "春节",
        "清明节",
        "劳动节",
        "端午节",
        "中秋节",
        "国庆节",
    }


def test_a_country_that_nobody_knows_is_refused() -> None:
    with pytest.raises(KeyError):
        read_country("ZZ", [2026])
