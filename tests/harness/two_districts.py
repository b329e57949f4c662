"""A committee over two districts with schools: somewhere to look down on, and to be kept out of."""

from datetime import date, datetime
from functools import partial

from sqlmodel import Session

from actions import quieting
from domain.act import ActKind
from domain.obligation import Obligation, ObligationState
from sandbox.chats import Message, Person
from storage import obligation_changes, obligations
from tests.harness.scenes import Organisation, add_duty, add_person, add_unit
from tests.harness.world import World

# What nobody of the eastern district may ever be shown.
CANARIES = ("西岸片区", "雪松小学", "白露", "高远")


def two_districts(session: Session, now: datetime) -> Organisation:
    """The eastern district has three schools, one of them without a secretary."""
    committee = add_unit(session, "江畔教育局党委", "委员会")
    units = {"committee": committee}
    units["east"] = add_unit(session, "东岸片区", "片区", parent=committee)
    units["west"] = add_unit(session, "西岸片区", "片区", parent=committee)
    for key, name, district in (
        ("stone", "青石小学", "east"),
        ("willow", "柳岸小学", "east"),
        ("bridge", "石桥小学", "east"),
        ("snow", "雪松小学", "west"),
    ):
        units[key] = add_unit(session, name, "学校", parent=units[district])
    officers = {
        "周敏": "committee",
        "何静": "east",
        "高远": "west",
        "林岚": "stone",
        "陈帆": "willow",
        "白露": "snow",
    }
    people = {
        name: add_person(session, name, units[key], roles=["secretary"], now=now)
        for name, key in officers.items()
    }
    people["王渡"] = add_person(session, "王渡", units["stone"], now=now)
    return Organisation(units=units, people=people)


async def november(world: World, *kinds: ActKind) -> Organisation:
    """The districts with a monthly duty of each kind for every school, opened on 2 November."""
    scene = world.change(lambda s: two_districts(s, world.clock()))
    for kind in kinds or (ActKind.ACTIVITY,):
        world.change(
            partial(add_duty, kind=kind, owner_kinds=["学校"], begins_on=date(2026, 11, 1))
        )
    await world.tick(minutes=1)
    return scene


def finish(world: World, unit_id: int, *, state: ObligationState = ObligationState.DONE) -> None:
    """The unit does the first thing that it owes."""

    def work(session: Session) -> None:
        [owed, *_] = obligations.find_open_of(session, [unit_id], person_id=0)
        assert obligation_changes.settle(
            session, owed, state, counted=1, by=None, now=world.clock()
        )
        quieting.quiet_obligation(session, owed.id, version=owed.version + 1, now=world.clock())

    world.change(work)


def owed_by(world: World, unit_id: int) -> list[Obligation]:
    """What a unit owes now."""
    return world.look(lambda s: obligations.find_open_of(s, [unit_id], person_id=0))


def labels(message: Message) -> list[str]:
    """What stands on the buttons, row after row."""
    return [button.text for row in message.buttons for button in row]


async def press_data(world: World, phone: Person, data: str) -> str:
    """Press with any data on the newest message, as an altered client can; returns the toast."""
    query = world.stand_in.people.press_stale(phone, world.last(phone).message_id, data)
    await world.muduo.settle()
    answer = world.stand_in.callback_answers[query]
    assert answer is not None, "the press was not answered"
    return answer.text
