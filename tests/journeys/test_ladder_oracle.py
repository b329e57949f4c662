"""Whatever people answer, rule and change, in whatever order: who hears what is what dates say."""

from copy import deepcopy
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from sqlmodel import Session, col, select

from actions.open_items import follow_change
from domain.audience import Audience
from domain.cadence import Quota
from domain.period import PeriodKind
from domain.school_term import SchoolTerm
from sandbox.chats import Person
from storage import configurations, duties, obligations, school_terms
from storage.tables.duties import DutyRow
from storage.tables.messages import DeliveryRow, NoticeRow
from storage.tables.organisation import UnitRow
from tests.harness.duties import duty, keep
from tests.harness.scenes import Organisation
from tests.harness.two_districts import finish, november, owed_by, press_data, two_districts
from tests.harness.world import World, at
from tests.oracles.ladder_oracle import DAY, Ladder

FIRST, LAST_PLAYED = date(2026, 11, 2), date(2026, 12, 24)
DEEDS = ("in_hand", "tomorrow", "extend", "extend_undo", "excuse_undo", "restart", "move")
RARE = ("done", "excuse")
CHANGES = ("term", "term", "calendar", "edit")
BEGAN, END = date(2026, 11, 1), date(2026, 11, 30)
MONTH = Ladder(began=BEGAN, first=BEGAN, last=END, limit=date(2026, 12, 31))
TERM = Ladder(began=BEGAN, first=date(2026, 9, 1), last=END, limit=date(2027, 7, 31))


class Story:
    """The bot and the oracle, side by side."""

    def __init__(self, world: World, scene: Organisation, seed: int, ladder: Ladder) -> None:
        self.world, self.scene, self.chance = world, scene, Random(seed)
        self.superior = "何静"
        self.phones = {n: world.give_phone(scene.people[n], n) for n in ("林岚", "何静", "高远")}
        self.ladder = deepcopy(ladder)
        self.deeds = (*DEEDS, *CHANGES) if ladder is TERM else DEEDS
        self.expected: set[tuple[date, str]] = set()
        [owed] = owed_by(world, scene.units["stone"])
        self.id = owed.id

    async def play(self) -> None:
        """Every morning at nine look what was told, at ten perhaps do something."""
        for phone in self.phones.values():
            await self.world.say(phone, "/todo")
        today = FIRST
        while today <= LAST_PLAYED:
            await self.world.move_to(at(f"{today} 08:30"))
            names = {"owner": "林岚", "superior": self.superior}
            self.expected |= {(today, names[one]) for one in self.ladder.morning(today)}
            await self.world.move_to(at(f"{today} 10:00"))
            if self.chance.random() < 0.4:
                rare = self.chance.random() < 0.05
                await self.do(self.chance.choice(RARE if rare else self.deeds), today)
            today += DAY

    async def do(self, deed: str, today: date) -> None:
        """One deed, by the bot and by the oracle."""
        match deed:
            case "restart":
                await self.world.restart()
            case "move":
                self.move()
            case "term" | "calendar" | "edit":
                await self.change(deed, today)
            case "in_hand" if self.ladder.is_open:
                await self.press("林岚", f"in_hand:{self.id}:1")
                self.ladder.in_hand(today)
            case "tomorrow" if self.ladder.is_open:
                await self.press("林岚", f"tomorrow:{self.id}:{self.ladder.put_off}")
                self.ladder.tomorrow(today)
            case "done" if self.ladder.is_open:
                finish(self.world, self.scene.units["stone"])
                self.ladder.is_open = False
            case _ if self.ladder.is_open:
                await self.rule(deed, today)

    async def change(self, deed: str, today: date) -> None:
        """The term is corrected, the school rests, or the duty is edited, with what is open."""
        has_heard = (today, "林岚") in self.expected
        told: set[str] = set()
        if deed == "edit":
            leads = self.chance.choice(((10, 3, 1, 0), (7, 2, 0), (5, 0)))
            includes_open = self.chance.random() < 0.7
            self.world.change(lambda s: edit(s, self.world, leads, includes_open=includes_open))
            if includes_open and self.ladder.is_open:
                self.ladder.leads = leads
        elif deed == "term":
            to = today + self.chance.randint(-2, 18) * DAY
            await self.world.say(self.phones["林岚"], f"/calendar 学期 秋季 2026-09-01..{to}")
            if self.ladder.is_open:
                told = self.ladder.correct(today, to, has_heard=has_heard)
        else:
            first = today + self.chance.randint(1, 6) * DAY
            days = {first + number * DAY for number in range(self.chance.randint(1, 4))}
            words = f"{first}..{max(days)} 休 停课" if len(days) > 1 else f"{first} 休 停课"
            await self.world.say(self.phones["林岚"], f"/calendar {words}")
            told = self.ladder.rest(today, days, has_heard=has_heard)
        await self.world.tick(minutes=1)
        if self.ladder.is_open:
            self.expected |= {(today, "林岚") for _ in told}

    async def rule(self, deed: str, today: date) -> None:
        """The level above rules, and perhaps thinks again at once."""
        days = self.chance.choice((1, 3, 5))
        is_taken_back = deed.endswith("_undo")
        if is_taken_back and not self.ladder.is_quiet_day(today):
            return
        before = deepcopy(self.ladder)
        version = self.world.look(lambda s: obligations.find_many(s, [self.id]))[self.id].version
        if deed.startswith("extend"):
            await self.press(self.superior, f"extend_by:i{self.id}-{days}:{version}")
            self.ladder.extend(today, days)
        else:
            await self.press(self.superior, f"waive_as:i{self.id}-other:{version}")
            self.ladder.is_open = False
        if is_taken_back and self.ladder != before:
            undo = self.world.last_with_button(self.phones[self.superior], "↩️ 撤销")
            await self.world.press(self.phones[self.superior], "↩️ 撤销", message=undo)
            quiet_until = before.quiet_until if deed == "excuse_undo" else None
            self.ladder = before
            self.ladder.quiet_until = quiet_until

    async def press(self, name: str, data: str) -> None:
        """Press below a fresh list: a daily message would be brought up to date over the answer."""
        phone: Person = self.phones[name]
        await self.world.say(phone, "/todo")
        await press_data(self.world, phone, f"v1:{data}")

    def move(self) -> None:
        """The school goes to the other district."""
        self.superior = "高远" if self.superior == "何静" else "何静"
        above = self.scene.units["west" if self.superior == "高远" else "east"]

        def work(session: Session) -> None:
            unit = session.get_one(UnitRow, self.scene.units["stone"])
            unit.parent_id = above
            unit.path = f"{session.get_one(UnitRow, above).path}{unit.id}/"

        self.world.change(work)

    def told(self) -> set[tuple[date, str]]:
        """Who was told on which day by a digest that was sent."""
        rows = self.world.look(
            lambda s: s.exec(
                select(NoticeRow.person_id, NoticeRow.kind, DeliveryRow.sent_at)
                .join(DeliveryRow, col(DeliveryRow.id) == col(NoticeRow.delivery_id))
                .where(col(NoticeRow.obligation_id) == self.id, col(NoticeRow.state) == "taken")
            ).all()
        )
        names = {person_id: name for name, person_id in self.scene.people.items()}
        return {
            (self.world.place.today(sent_at), names[person_id])
            for person_id, _, sent_at in rows
            if sent_at is not None
        }


def edit(session: Session, world: World, leads: tuple[int, ...], *, includes_open: bool) -> None:
    """Other lead times, from the next period on or for what is open too."""
    now = world.clock()
    [before] = duties.find_all(session)
    plan_id = session.get_one(DutyRow, before.id).plan_id
    after = replace(before, policy=replace(before.policy, days_before=leads))
    configurations.change_duty(session, after, plan_id=plan_id, now=now)
    [kept] = duties.find_all(session)
    if includes_open:
        follow_change(session, before, kept, by=None, now=now, place=world.place)


@pytest.mark.parametrize("seed", range(8))
async def test_who_is_told_when_is_what_plain_dates_say(world: World, seed: int) -> None:
    scene = await november(world)
    story = Story(world, scene, seed, MONTH)
    await story.play()
    assert sorted(story.told()) == sorted(story.expected)


@pytest.mark.parametrize("seed", range(100, 112))
async def test_terms_entered_late_days_off_and_edits_tell_nobody_twice_and_lose_nothing(
    world: World, seed: int
) -> None:
    scene = world.change(lambda s: two_districts(s, world.clock()))
    autumn = SchoolTerm(name="秋季", first_day=TERM.first, last_day=TERM.last)
    world.change(lambda s: school_terms.replace(s, scene.units["stone"], [autumn]))
    keep(world, duty(Audience(kinds=("学校",)), cadence=Quota(per=PeriodKind.SCHOOL_TERM)))
    await world.tick(minutes=1)
    story = Story(world, scene, seed, TERM)
    await story.play()
    assert sorted(story.told()) == sorted(story.expected)
