"""Plays the year of the story on the bot, as its people would: files, words and presses."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta
from functools import partial

from sqlmodel import select

from bot.calendar_seed import seed_calendar
from bot.preset_command import install_preset
from domain.roster import Role, Roster, RosterOffice, RosterPerson, RosterUnit
from papers.roster_writing import write_roster
from sandbox.chats import Person
from storage.tables.organisation import PersonRow
from tests.harness.activities import hold
from tests.harness.roster_files import send_file
from tests.harness.scenes import add_person, add_unit
from tests.harness.world import SHANGHAI, World
from tests.oracles import year_facts as facts

Deed = tuple[datetime, Callable[[], Awaitable[object]]]

MORNING, DIGESTS, NIGHT = time(7, 30), time(8, 30), time(21)
KINDS = {facts.COMMITTEE: "委员会", **dict.fromkeys(facts.SCHOOLS, "学校")}


def moment(day: date, hour: time) -> datetime:
    """A wall time in Shanghai."""
    return datetime.combine(day, hour, tzinfo=SHANGHAI)


class Year:
    """The world of the story, with the phones by name."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.phones: dict[str, Person] = {}

    async def set_up(self) -> None:
        """An administrator sends the roster; people are linked; the plan is installed."""
        world = self.world
        await seed_calendar(world.muduo.runner, world.clock())
        admin = facts.PEOPLE[0]
        now = world.clock()
        root = world.change(lambda s: add_unit(s, facts.COMMITTEE, KINDS[facts.COMMITTEE]))
        first = world.change(lambda s: add_person(s, admin.name, root, roles=[admin.role], now=now))
        phone = self.phones[admin.name] = world.give_phone(first, admin.name)
        shown = await send_file(world, phone, write_roster(_roster(), "zh"))
        await world.press(phone, "确认", message=shown)
        self._link(facts.FIRST_DAY)
        code = install_preset(
            world.database, world.place, "zh", "education-starter", kinds={}, now=now
        )
        assert code == 0

    def _link(self, day: date) -> None:
        ids = self.world.look(lambda s: dict(s.exec(select(PersonRow.name, PersonRow.id)).all()))
        for one in facts.PEOPLE:
            if one.linked_on == day and one.name not in self.phones:
                self.phones[one.name] = self.world.give_phone(ids[one.name] or 0, one.name)

    async def play(self) -> None:
        """Day by day; the bot runs until it is quiet at every stop."""
        day = facts.FIRST_DAY
        while day <= facts.LAST_DAY:
            deeds = self._deeds_of(day)
            stops = [moment(day, hour) for hour in (MORNING, DIGESTS, NIGHT)]
            for at in sorted({*stops, *(at for at, _ in deeds)}):
                if at >= self.world.clock():
                    await self.world.move_to(at)
                for due_at, deed in deeds:
                    if due_at == at:
                        await deed()
            day += timedelta(days=1)

    def _deeds_of(self, day: date) -> list[Deed]:
        deeds: list[Deed] = []
        for on, school in facts.studies():
            if on == day:
                deeds += self._study(day, school)
        for on, branch in facts.reports():
            if on == day:
                deeds.append((moment(day, time(10)), partial(self.hand_in, branch)))
            if on + timedelta(days=1) == day:
                deeds.append((moment(day, time(10, 30)), self.accept))
        if day == facts.ELECTED_ON:
            deeds.append((moment(day, time(10)), self.record_election))
        if day == facts.LINKED_LATE_ON:
            deeds.append((moment(day, time(12)), self.link_late))
        return deeds

    def _study(self, day: date, school: str) -> list[Deed]:
        return [
            (moment(day, time(9)), partial(self.plan, day, school)),
            (moment(day, time(14, 30)), self.wait),
            (moment(day, time(14, 50)), partial(self.check_in, school)),
            (moment(day, time(15, 40)), partial(self.say_held, school)),
        ]

    def phone(self, unit: str, *roles: str) -> Person:
        """The phone of the first linked one with such a role."""
        for role in roles:
            for one in facts.PEOPLE:
                if one.unit == unit and one.role == role and one.name in self.phones:
                    return self.phones[one.name]
        raise LookupError(f"nobody in {unit} has a phone")

    async def wait(self) -> None:
        """Nobody does anything; the bot may."""

    async def plan(self, day: date, school: str) -> None:
        """The officer plans the study of this afternoon."""
        officer = self.phone(school, "secretary", "head")
        words = f"/activity {day.month}月{day.day}日 15:00 {facts.STUDY} 会议室"
        shown = await self.world.say(officer, words)
        await self.world.press(officer, "确认", message=shown)

    async def check_in(self, school: str) -> None:
        """One member says that he is here."""
        member = self.phone(school, "member")
        assert await self.world.press(member, "✅ 签到") == "签到成功"

    async def say_held(self, school: str) -> None:
        """The officer says that it has taken place."""
        officer = self.phone(school, "secretary", "head")
        card = await self.world.say(officer, "/activity")
        if any("查看" in button.text for row in card.buttons for button in row):
            await self.world.press(officer, "1 查看", message=card)
        await hold(self.world, officer, card)

    async def hand_in(self, branch: str) -> None:
        """The branch's secretary writes the report and hands it in."""
        author = self.phone(branch, "secretary")
        await self.world.say(author, "报告")
        await self.world.press(author, "1 提交")
        await self.world.say(author, "学习六次，谈话四次。")
        await self.world.press(author, "提交")

    async def accept(self) -> None:
        """The committee's secretary accepts one of the reports that wait."""
        await self.world.press(self.phone(facts.COMMITTEE, "secretary"), "通过")

    async def record_election(self) -> None:
        """The branch's secretary records the election, from the reminder."""
        officer = self.phone(facts.BRANCHES[1], "secretary")
        await self.world.press(officer, "1 已开")
        await self.world.say(
            officer, f"{facts.ELECTED_ON.month}月{facts.ELECTED_ON.day}日召开，应到20人，实到18人"
        )
        await self.world.press(officer, "确认")

    async def link_late(self) -> None:
        """Somebody in the silent school gets Telegram at last."""
        self._link(facts.LINKED_LATE_ON)


def _roster() -> Roster:
    units = [
        RosterUnit(
            code=f"U-{name}",
            name=name,
            kind=KINDS.get(name, "支部"),
            parent=facts.parent_of(name),
            term_began_on=facts.TERMS[name][0] if name in facts.TERMS else None,
            term_months=facts.TERMS[name][1] * 12 if name in facts.TERMS else None,
            row=0,
        )
        for name in (facts.COMMITTEE, *facts.SCHOOLS, *facts.BRANCHES)
    ]
    people = [
        RosterPerson(
            code=f"P-{one.name}",
            name=one.name,
            unit=one.unit,
            offices=() if one.role == "member" else (RosterOffice(role=Role(one.role), unit=None),),
            tags=(),
            language="zh",
            row=0,
        )
        for one in facts.PEOPLE
    ]
    return Roster(units=tuple(units), people=tuple(people))
