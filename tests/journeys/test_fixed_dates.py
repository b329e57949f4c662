"""Fixed dates: one item each, moved by holidays as the duty says, quiet in exempt months."""

from datetime import date, time

import pytest
from sqlmodel import Session

from domain.act import ActKind
from domain.audience import Audience
from domain.cadence import ByDate, Cadence, OnDates, Quota
from domain.ladder import ReminderPolicy
from domain.offset import read_offset
from domain.period import PeriodKind
from domain.public_holiday import CHINA, HolidayList, Source, SpecialDay
from domain.working_day import Shift
from sandbox.chats import Person
from storage import public_holidays
from tests.harness.activities import hold
from tests.harness.duties import act, duty, keep, rows
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World, at

SCHOOLS = Audience(kinds=("学校",))
STUDY = act(ActKind.ACTIVITY, "教职工政治学习", "Staff study")
# 国庆 2027: off from Friday 1 to Thursday 7 October, and a make-up Saturday on the 9th.
HOLIDAYS = [SpecialDay(day=date(2027, 10, day), works=False) for day in range(1, 8)] + [
    SpecialDay(day=date(2027, 10, 9), works=True)
]


def keep_holidays(session: Session) -> None:
    public_holidays.replace_list(
        session,
        CHINA,
        HolidayList(year=2027, days=tuple(HOLIDAYS)),
        source=Source.FILE,
        is_published=True,
    )


@pytest.fixture
async def scene(world: World) -> Organisation:
    world.change(keep_holidays)
    return world.change(lambda s: small_school_committee(s, world.clock()))


@pytest.fixture
async def lin(world: World, scene: Organisation) -> Person:
    return world.give_phone(scene.people["林岚"], "林岚")


@pytest.mark.parametrize(
    ("shift", "last_day"),
    [
        pytest.param(Shift.KEEP, date(2027, 10, 1), id="kept"),
        pytest.param(Shift.BEFORE, date(2027, 9, 30), id="the working day before"),
        pytest.param(Shift.AFTER, date(2027, 10, 8), id="the working day after"),
        pytest.param(Shift.SKIP, None, id="left out"),
        pytest.param(Shift.WEEKEND_AFTER, date(2027, 10, 1), id="a Friday is no weekend"),
    ],
)
async def test_the_first_of_october_is_moved_as_the_duty_says(
    world: World, scene: Organisation, shift: Shift, last_day: date | None
) -> None:
    first = OnDates(rule="FREQ=MONTHLY;BYMONTHDAY=1", anchor=date(2026, 11, 1), shift=shift)
    made = keep(world, duty(SCHOOLS, cadence=first, since=date(2027, 9, 2)))
    await world.move_to(at("2027-09-29 09:00"))
    found = {row.period_key: row.last_day for row in rows(world, made)}
    assert found.get("2027-10-01") == last_day


async def test_an_occurrence_says_its_hour_and_planning_takes_it_over(
    world: World, lin: Person
) -> None:
    fridays = OnDates(
        rule="FREQ=MONTHLY;BYDAY=-1FR",
        anchor=date(2026, 11, 1),
        at=time(15),
        shift=Shift.BEFORE,
    )
    policy = ReminderPolicy(days_before=(3, 1))
    made = keep(world, duty(SCHOOLS, STUDY, cadence=fridays, policy=policy))
    await world.move_to(at("2026-11-24 09:00"))
    told = world.last(lin).text
    assert "教职工政治学习 · 2026年11月27日星期五 · 青石小学" in told
    assert "还有3天，11月27日星期五15:00截止" in told
    await world.press(lin, "1 安排")
    await world.say(lin, "会议室")
    card = world.last(lin)
    assert "11月27日星期五 15:00" in card.text
    await world.press(lin, "确认")
    await world.move_to(at("2026-11-27 16:00"))
    await hold(world, lin, world.last_with_button(lin, "✅ 已开"))
    assert [row.state for row in rows(world, made) if row.period_key == "2026-11-27"] == ["done"]


async def test_a_date_that_passed_can_still_be_made_good_by_a_late_activity(
    world: World, lin: Person
) -> None:
    fridays = OnDates(rule="FREQ=MONTHLY;BYDAY=-1FR", anchor=date(2026, 11, 1), at=time(15))
    made = keep(world, duty(SCHOOLS, STUDY, cadence=fridays))
    await world.move_to(at("2026-11-27 17:00"))
    card = await world.say(lin, "/activity 11月27日 18:00 教职工政治学习 会议室")
    await world.press(lin, "确认", message=card)
    await world.move_to(at("2026-11-27 19:00"))
    await hold(world, lin, card)
    found = {row.period_key: row.state for row in rows(world, made)}
    assert found["2026-11-27"] == "done"


async def test_a_deadline_opens_its_lead_before_and_lapses_with_the_next_one(
    world: World, scene: Organisation
) -> None:
    plan = ByDate(
        rule="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31",
        anchor=date(2026, 11, 1),
        lead=read_offset("P2M"),
    )
    made = keep(world, duty(SCHOOLS, cadence=plan))
    await world.move_to(at("2027-01-30 09:00"))
    assert rows(world, made) == []
    await world.move_to(at("2027-01-31 09:00"))
    [row] = rows(world, made)
    assert (row.period_key, row.last_day) == ("2027-03-31", date(2027, 3, 31))
    await world.move_to(at("2028-03-31 09:00"))
    assert rows(world, made)[0].state == "open"
    await world.move_to(at("2028-04-01 09:00"))
    assert [one.state for one in rows(world, made)] == ["missed", "open"]


@pytest.mark.parametrize(
    ("cadence", "expected"),
    [
        pytest.param(Quota(per=PeriodKind.MONTH), {"2027-06", "2027-09"}, id="months"),
        pytest.param(Quota(per=PeriodKind.QUARTER), {"2027-Q2", "2027-Q3"}, id="a longer period"),
        pytest.param(
            OnDates(rule="FREQ=MONTHLY;BYMONTHDAY=10", anchor=date(2027, 6, 1)),
            {"2027-06-10", "2027-09-10"},
            id="dates",
        ),
    ],
)
async def test_nothing_opens_in_exempt_months(
    world: World, scene: Organisation, cadence: Cadence, expected: set[str]
) -> None:
    made = keep(world, duty(SCHOOLS, cadence=cadence, exempt_months=(7, 8), since=date(2027, 6, 1)))
    for day in ("2027-06-15", "2027-07-15", "2027-08-05", "2027-09-05"):
        await world.move_to(at(f"{day} 09:00"))
    assert {row.period_key for row in rows(world, made)} == expected
