"""A school whose series of every Friday goes by working days, and days off that come later."""

from sqlmodel import Session, col, select

from sandbox.chats import Message
from storage.tables.activities import ActivityRow
from storage.tables.process import HistoryRow
from tests.harness.activities import CONFIRM, School, open_school
from tests.harness.world import World

BEFORE = {
    "zh": "/activity 每周五15:00，遇节假日提前 理论学习 会议室",
    "en": "/activity every Friday 15:00, moved to the working day before, Study, Room 2",
}
SKIPPED = "/activity 每周五15:00，节假日除外 理论学习，会议室"
QUESTION = {"zh": "现在遇到休息日", "en": "Falls on a day off now"}
AS_PLANNED = [f"{day} 15:00" for day in ("11-27", "12-04", "12-11", "12-18", "12-25")]


def planned(school: School) -> list[str]:
    """When the activities begin, those that were called off in brackets."""

    def read(session: Session) -> list[str]:
        rows = session.exec(select(ActivityRow).order_by(col(ActivityRow.starts_at)))
        local = [(school.world.place.local(row.starts_at), row.state) for row in rows]
        return [
            f"{at_:%m-%d %H:%M}" if state == "planned" else f"({at_:%m-%d})" for at_, state in local
        ]

    return school.world.look(read)


async def begin_fridays(world: World, language: str = "zh", words: str = "") -> School:
    """Monday 23 November at ten: the first is on Friday, and people are invited to it."""
    school = await open_school(world, language)
    shown = await world.say(school.lin, words or BEFORE[language])
    await world.press(school.lin, CONFIRM[language], message=shown)
    assert planned(school) == AS_PLANNED
    return school


async def rest(school: School, day: str) -> Message:
    """The school takes a day off."""
    answer = await school.world.say(school.lin, f"/calendar {day} 休 校庆")
    await school.world.tick(seconds=1)
    return answer


def questions(school: School, language: str = "zh") -> list[Message]:
    """What the secretary was asked about days off."""
    return [one for one in school.world.messages(school.lin) if QUESTION[language] in one.text]


def by_the_calendar(world: World) -> list[str]:
    """What the change log says that calendars have done."""
    rows = world.look(lambda s: s.exec(select(HistoryRow).order_by(col(HistoryRow.id))).all())
    return [row.verb for row in rows if row.way == "calendar"]
