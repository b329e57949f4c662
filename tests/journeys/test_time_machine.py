"""Moving the sandbox's clock: nothing that the days on the way would have brought is left out."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest

from bot.sandbox_clock import TimeMachine
from domain.act import ActKind
from tests.fakes.clock import FakeClock
from tests.harness.scenes import add_duty, small_school_committee
from tests.harness.world import World, at


@dataclass(frozen=True, kw_only=True)
class HeldClock:
    """The world's clock, for the time machine to move."""

    clock: FakeClock

    def __call__(self) -> datetime:
        return self.clock()

    def set(self, instant: datetime) -> None:
        self.clock.move_to(instant)

    def keep(self) -> None:
        """A test ends before it is left."""


@pytest.fixture
def machine(world: World) -> TimeMachine:
    organisation = world.change(lambda s: small_school_committee(s, world.clock()))
    world.change(
        lambda s: add_duty(s, ActKind.ACTIVITY, owner_kinds=["学校"], begins_on=date(2026, 11, 1))
    )
    world.give_phone(organisation.people["林岚"], "林岚")
    return TimeMachine(HeldClock(clock=world.clock), world.muduo)


async def test_a_month_in_one_move_tells_what_its_days_would_have_told(
    world: World, machine: TimeMachine
) -> None:
    await machine.move_to(at("2026-12-01 12:00"))

    (phone,) = world.phones.values()
    days = [f"{world.place.local(one.date):%m-%d %H:%M}" for one in world.messages(phone)]
    # Ten, three and one day before the end, each on a working day, and on it.
    assert days == ["11-20 08:30", "11-27 08:30", "11-30 08:30", "12-01 08:30"]


async def test_the_next_event_is_later_than_now(world: World, machine: TimeMachine) -> None:
    await machine.move_to(world.clock() + timedelta(days=1))

    event = await machine.next_event()

    assert event is not None
    assert event > world.clock()


async def test_who_waits_for_words_stays_where_they_were_said(
    world: World, machine: TimeMachine
) -> None:
    (phone,) = world.phones.values()

    await machine.move_towards(at("2026-12-01 12:00"), until=lambda: bool(world.messages(phone)))

    assert world.clock() == at("2026-11-20 08:30")


async def test_a_sandbox_without_plans_goes_on_to_the_morning(world: World) -> None:
    machine = TimeMachine(HeldClock(clock=world.clock), world.muduo)

    assert await machine.next_event() == at("2026-11-02 07:30")
