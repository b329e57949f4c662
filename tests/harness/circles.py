"""A branch with a committee, and activities that are for it."""

from sqlmodel import Session, col, select, update

from sandbox.chats import Message
from storage.tables.activities import ExpectedRow
from storage.tables.organisation import OfficeRow, PersonRow, TagRow
from tests.harness.activities import CONFIRM, School, open_school
from tests.harness.scenes import add_office, add_person
from tests.harness.world import World

MEETING = {
    "zh": "/activity 11月27日 15:00 支委会 会议室\n对象：委员",
    "en": "/activity Nov 27 15:00 Committee, Room 2\nFor: committee members",
}
SERIES = {
    "zh": "/activity 支委例会 每周一9:00 会议室\n对象：委员",
    "en": "/activity every Monday 9:00 Committee, Room 2\nFor: committee members",
}
FOR = {"zh": "🎯 对象：委员", "en": "🎯 For: Committee member"}
EXPECTED = {"zh": "应到{}人", "en": "{} people are expected"}


async def open_committee(world: World, language: str = "zh") -> School:
    """Wang and two others sit on the branch's committee; one of the two is at home elsewhere."""
    school = await open_school(world, language)
    now, units, people = world.clock(), school.scene.units, school.scene.people

    def add(session: Session) -> None:
        for name, home in (("李川", units["branch"]), ("何湾", units["committee"])):
            people[name] = add_person(session, name, home, now=now)
        for name in ("王渡", "李川", "何湾"):
            add_office(session, people[name], units["branch"], role="committee_member", now=now)
        session.add(TagRow(person_id=people["李川"], tag="积极分子"))

    world.change(add)
    return school


def end_office(world: World, person: int) -> None:
    """He sits on the committee no more."""
    his, now = col(OfficeRow.person_id) == person, world.clock()
    world.change(lambda s: s.execute(update(OfficeRow).where(his).values(ended_at=now)))


def on_list(school: School, *, activity: int) -> set[str]:
    """Who is on the list of one activity."""

    def read(session: Session) -> set[str]:
        of_one = col(ExpectedRow.activity_id) == activity
        people = select(PersonRow.name).join(
            ExpectedRow, col(ExpectedRow.person_id) == col(PersonRow.id)
        )
        return set(session.exec(people.where(of_one)))

    return school.world.look(read)


def data_of(message: Message, label: str) -> str:
    """What a button carries."""
    found = (one.data for row in message.buttons for one in row if one.text == label)
    return next(data for data in found if data)


async def plan(school: School, words: str, language: str = "zh") -> Message:
    """Write it and confirm."""
    shown = await school.world.say(school.lin, words)
    await school.world.press(school.lin, CONFIRM[language], message=shown)
    return shown
