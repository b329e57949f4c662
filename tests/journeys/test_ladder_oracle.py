"""Whatever people answer and rule, in whatever order: who hears what when is what dates say."""

from copy import deepcopy
from datetime import date
from random import Random

import pytest
from sqlmodel import Session, col, select

from sandbox.chats import Person
from storage import obligations
from storage.tables.messages import DeliveryRow, NoticeRow
from storage.tables.organisation import UnitRow
from tests.harness.scenes import Organisation
from tests.harness.two_districts import finish, november, owed_by, press_data
from tests.harness.world import World, at
from tests.oracles.ladder_oracle import DAY, Ladder

FIRST, LAST_PLAYED = date(2026, 11, 2), date(2026, 12, 24)
DEEDS = ("in_hand", "tomorrow", "extend", "extend_undo", "excuse_undo", "restart", "move")
RARE = ("done", "excuse")


class Story:
    """The bot and the oracle, side by side."""

    def __init__(self, world: World, scene: Organisation, seed: int) -> None:
        self.world, self.scene, self.chance = world, scene, Random(seed)
        self.superior = "何静"
        self.phones = {n: world.give_phone(scene.people[n], n) for n in ("林岚", "何静", "高远")}
        self.ladder = Ladder(first=date(2026, 11, 1), last=date(2026, 11, 30))
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
                await self.do(self.chance.choice(RARE if rare else DEEDS), today)
            today += DAY

    async def do(self, deed: str, today: date) -> None:
        """One deed, by the bot and by the oracle."""
        match deed:
            case "restart":
                await self.world.restart()
            case "move":
                self.move()
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


@pytest.mark.parametrize("seed", range(8))
async def test_who_is_told_when_is_what_plain_dates_say(world: World, seed: int) -> None:
    scene = await november(world)
    story = Story(world, scene, seed)
    await story.play()
    assert sorted(story.told()) == sorted(story.expected)
