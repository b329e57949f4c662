"""Vacant offices, weeks of holidays, deputies and pauses, as an English reader is told of them."""

from datetime import date

from sqlmodel import Session, update

from domain.act import ActKind
from domain.public_holiday import CHINA, SpecialDay
from sandbox.chats import Person
from storage import duties, public_holidays
from storage.tables.organisation import PersonRow
from tests.harness.ladders import open_line
from tests.harness.scenes import Organisation, add_duty, small_school_committee
from tests.harness.two_districts import CANARIES, labels, november, press_data
from tests.harness.world import World, at

SILENT = "青石小学, 柳岸小学 and 石桥小学: ⚠️ overdue, was due Mon 30 Nov"


async def english(world: World) -> Organisation:
    """The two districts, everybody spoken to in English."""
    scene = await november(world)
    world.change(lambda s: s.execute(update(PersonRow).values(language="en")))
    return scene


def phone(world: World, scene: Organisation, name: str) -> Person:
    return world.give_phone(scene.people[name], name, language="en")


def day_of(number: int) -> str:
    return f"2026-11-{number:02} 08:30"


def vacant(units: str) -> str:
    return (
        f"🪑 {units}: nobody there can be reached. Name a secretary, or hand out a personal link "
        "with /reach."
    )


async def test_a_vacant_office_is_a_weekly_line_above_and_its_duty_climbs_all_the_same(
    world: World,
) -> None:
    scene = await english(world)
    he, zhou = phone(world, scene, "何静"), phone(world, scene, "周敏")
    await world.move_to(at(day_of(2)))
    expected = "Due · Mon 2 Nov\n\n" + vacant("青石小学, 柳岸小学 and 石桥小学")
    assert [one.text for one in world.messages(he)] == [expected]
    assert [one.text for one in world.messages(zhou)] == [
        "Due · Mon 2 Nov\n\n" + vacant("雪松小学")
    ]
    phone(world, scene, "林岚")
    await world.move_to(at(day_of(9)))
    assert world.last(he).text == "Due · Mon 9 Nov\n\n" + vacant("柳岸小学 and 石桥小学")
    phone(world, scene, "陈帆")
    await world.move_to(at("2026-12-07 08:30"))
    climbed = world.last(he)
    assert climbed.text == (
        f"Due · Mon 7 Dec\n\nUnits below\n1. Staff study · November 2026\n{SILENT}\n\n"
        + vacant("石桥小学")
    )
    assert labels(climbed) == ["1 Nudge", "1 More", "Who is missing", "Why this?"]


async def test_with_no_officer_above_either_the_next_one_up_hears(world: World) -> None:
    scene = await english(world)
    zhou = phone(world, scene, "周敏")
    await world.move_to(at("2026-12-07 08:30"))
    told = "\n".join(one.text for one in world.messages(zhou))
    # Nobody of the eastern district has a phone: its schools' silence reaches the committee.
    assert "青石小学" in told.partition("Units below")[2]
    assert "nobody there can be reached. Name a secretary" in told


async def test_a_week_of_holidays_moves_every_step_and_the_promise_stays_true(
    world: World,
) -> None:
    scene = await english(world)
    he, lin = phone(world, scene, "何静"), phone(world, scene, "林岚")
    world.change(_close_first_week_of_december)
    promise = "If it is not done by Mon 14 Dec 08:30, 东岸片区 (Secretary) is told."
    await world.move_to(at(day_of(20)))
    assert world.last(lin).text == (
        "Due · Fri 20 Nov\n\n1. Staff study · November 2026 · 青石小学\n"
        f"10 days left, due Mon 30 Nov\n{promise}"
    )
    await world.move_to(at("2026-11-30 08:30"))
    assert world.last(lin).text.endswith(f"due today\n{promise}")
    heard = len(world.messages(lin))
    await world.move_to(at("2026-12-07 20:00"))
    assert len(world.messages(lin)) == heard
    await world.move_to(at("2026-12-08 08:30"))
    assert world.last(lin).text.endswith(f"⚠️ overdue, was due Mon 30 Nov\n{promise}")
    await world.move_to(at("2026-12-11 20:00"))
    assert "Units below" not in "".join(one.text for one in world.messages(he))
    await world.move_to(at("2026-12-14 08:30"))
    assert SILENT in world.last(he).text.partition("Units below")[2]


def _close_first_week_of_december(session: Session) -> None:
    days = [SpecialDay(day=date(2026, 12, day), works=False, name="Jubilee") for day in range(1, 8)]
    public_holidays.set_days(session, CHINA, days)


async def test_a_deputy_is_asked_agrees_hears_and_hands_back(world: World) -> None:
    scene = await english(world)
    he, lin = phone(world, scene, "何静"), phone(world, scene, "林岚")
    await world.move_to(at("2026-12-02 10:00"))
    shown = await world.say(he, "/away 4-9 December 林岚")
    assert shown.text == (
        "Away from Fri 4 Dec to Wed 9 Dec\n\n"
        "林岚 (青石小学) stands in for you. All reminders, reviews and what climbs to you go "
        "there, with your rights; administrator rights stay with you.\n\n"
        "东岸片区: Secretary\n\nIt takes effect once 林岚 has agreed."
    )
    await world.press(he, "Confirm")
    question = world.last(lin)
    assert question.text == (
        "何静 asks you to stand in\n\nAway from Fri 4 Dec to Wed 9 Dec\n\n"
        "During these days the reminders, reviews and rights of this office are yours too."
    )
    assert labels(question) == ["Confirm", "I cannot"]
    await world.restart()
    await world.press(lin, "Confirm")
    assert question.text == (
        "4–9 Dec: 林岚 stands in for 何静\n👍 agreed\n\n"
        "Thank you. Whatever comes to you for 何静 is marked so. To end it early: /away"
    )
    assert world.last(he).text == "👍 林岚 has agreed\n4–9 Dec: 林岚 stands in for 何静"
    await _stand_in(world, lin)
    await world.restart()
    await world.move_to(at("2026-12-10 08:30"))
    over = "🔚 Handed back\n4–9 Dec: 林岚 stands in for 何静\nended: everything goes to 何静 again"
    assert over in [one.text for one in world.messages(he)]
    assert over in [one.text for one in world.messages(lin)]
    refused = await press_data(world, lin, f"v1:board:{scene.units['east']}:1")
    assert refused == "You cannot use this button."


async def _stand_in(world: World, lin: Person) -> None:
    """What reached the absent one reaches the deputy, who is told why."""
    await world.move_to(at("2026-12-07 08:30"))
    digest = world.last(lin).text
    assert f"Units below\n🔁 for 何静\n2. Staff study · November 2026\n{SILENT}" in digest
    assert not any(canary in digest for canary in CANARIES)
    because = "because you stand in for 何静, Secretary of 东岸片区."
    why = (await world.say(lin, "/why")).text
    assert "It came to you as Secretary of 青石小学.\nWhen: 4 working days after the end." in why
    # Her own school is silent as well: of that she hears in place of the one above.
    assert why.count(because) == 4
    now = (await world.say(lin, "/away")).text
    assert now == "Who stands in\n\n1. 4–9 Dec: 林岚 stands in for 何静\n🔁 in force now"
    assert "3 units" in (await open_line(world, lin, "below", 2)).text


async def test_a_duty_is_paused_resumed_and_changed(world: World) -> None:
    now = world.clock()
    scene = world.change(lambda s: small_school_committee(s, now))
    begins = date(2026, 11, 1)
    world.change(lambda s: add_duty(s, ActKind.ACTIVITY, owner_kinds=["学校"], begins_on=begins))
    world.change(lambda s: s.execute(update(PersonRow).values(language="en")))
    admin, lin = phone(world, scene, "何静"), phone(world, scene, "林岚")
    await world.tick(minutes=1)
    await world.say(admin, "/duty")
    await world.press(admin, "1")
    await world.press(admin, "⏸ Pause")
    assert world.last(admin).text == (
        "Pause “Staff study”?\n\n1 open item stays open, and nobody is reminded of it.\n\n"
        "Nothing new opens until you resume."
    )
    await world.press(admin, "Yes")
    assert world.last(admin).text.startswith(
        "Paused. Undo works for one minute.\n\nStaff study\n⏸ paused\n学校: at least 1 activity "
        "per month"
    )
    await world.restart()
    await world.move_to(at("2026-12-02 09:00"))
    assert world.messages(lin) == []
    await world.press(admin, "▶️ Resume")
    assert "Running, from today on. Undo works for one minute." in world.last(admin).text
    assert "2 open items" in (await world.say(lin, "/todo")).text
    await world.press(admin, "✏️ Change")
    await world.say(admin, "at least twice a month")
    changed = world.last(admin).text
    assert changed.startswith("Is this right?")
    assert "学校: at least 2 activities per month" in changed
    await world.press(admin, "From the next period")
    assert "✅ In force. Undo takes it back; /config history keeps every version." in (
        world.last(admin).text
    )
    assert world.look(duties.find_all)[0].version == 2
