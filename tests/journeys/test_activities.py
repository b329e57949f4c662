"""A secretary plans an activity, sees who comes, and says that it was held."""

from datetime import date

from sqlmodel import Session, select, update

from domain.duty import DutyKind
from sandbox.chats import Message, Person
from storage.tables.activities import ExpectedRow
from storage.tables.duties import ObligationRow
from storage.tables.organisation import PersonRow
from tests.harness.scenes import Organisation, add_duty, small_school_committee
from tests.harness.world import World, at


async def staff_study(world: World, language: str = "zh") -> Organisation:
    """The school owes a staff study every month from November on."""
    now = world.clock()
    scene = world.change(lambda s: small_school_committee(s, now))
    world.change(lambda s: s.execute(update(PersonRow).values(language=language)))
    world.change(
        lambda s: add_duty(s, DutyKind.ACTIVITY, owner_kinds=["学校"], begins_on=date(2026, 11, 1))
    )
    await world.tick(minutes=1)
    return scene


def states(world: World) -> dict[int, str]:
    """How everybody stands, by person."""

    def read(session: Session) -> dict[int, str]:
        return {row.person_id: row.state for row in session.exec(select(ExpectedRow))}

    return world.look(read)


def obligation(world: World) -> tuple[str, int]:
    """State and count of the only obligation."""
    row = world.look(lambda s: s.exec(select(ObligationRow)).one())
    return row.state, row.counted


async def press_stale(world: World, phone: Person, message: Message, data: str) -> str:
    """Press what is no longer shown, as a second phone can; returns the toast."""
    query = world.stand_in.people.press_stale(phone, message.message_id, data)
    await world.muduo.settle()
    answer = world.stand_in.callback_answers[query]
    assert answer is not None
    return answer.text


async def plan_staff_study(world: World, lin: Person, when: str = "11月27日 15:00") -> None:
    await world.say(lin, f"/activity {when} 教职工政治学习 会议室")
    await world.press(lin, "确认")


async def test_an_activity_is_shown_as_understood_before_it_is_made(world: World) -> None:
    scene = await staff_study(world)
    lin = world.give_phone(scene.people["林岚"], "林岚")
    shown = await world.say(lin, "/activity 11月27日 15:00 教职工政治学习 会议室")
    assert "2026年11月27日星期五 15:00" in shown.text
    assert "教职工政治学习" in shown.text
    assert "会议室" in shown.text
    assert "青石小学：应到3人" in shown.text
    assert "2026年11月" in shown.text
    assert states(world) == {}
    await world.press(lin, "确认")
    assert "应到3" in world.last(lin).text
    assert set(states(world).values()) == {"expected"}


async def test_an_activity_in_english_from_invitation_to_held(world: World) -> None:
    scene = await staff_study(world, "en")
    lin = world.give_phone(scene.people["林岚"], "Lin Lan", language="en")
    wang = world.give_phone(scene.people["王渡"], "Wang Du", language="en")
    await world.move_to(at("2026-11-23 10:00"))
    shown = await world.say(lin, "/activity Nov 27 15:00 Staff study Room 2")
    assert "Fri 27 Nov 2026 15:00" in shown.text
    assert "3 people are expected" in shown.text
    await world.press(lin, "Confirm")
    [invitation] = world.messages(wang)
    assert "Staff study" in invitation.text
    assert "Room 2" in invitation.text
    assert "opens at" in await world.press(wang, "✅ Check in")
    await world.move_to(at("2026-11-27 14:30"))
    opening = world.last(wang)
    assert "Check-in is open" in opening.text
    await world.move_to(at("2026-11-27 15:02"))
    await world.press(wang, "✅ Check in", message=opening)
    assert "✅ Checked in at 15:02" in opening.text
    assert "✅ Checked in at 15:02" in invitation.text
    again = await press_stale(world, wang, opening, "v1:checkin:1:0")
    assert again == "Already checked in, at 15:02."
    card = world.last_with_button(lin, "Held")
    await world.press(lin, "✅ Held", message=card)
    await world.press(lin, "Yes", message=card)
    assert "✅ held" in card.text
    assert "here 1 · late 0 · excused 0 · missing 2" in card.text
    assert obligation(world) == ("done", 1)
    assert opening.buttons == ()
