"""/todo shows everything that waits for one person, and nothing else."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from domain.act import ActKind
from handlers.routes import ROUTES
from storage import drafts
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.reports import ReportRow
from tests.harness.scenes import Organisation
from tests.harness.two_districts import labels, november, owed_by, press_data
from tests.harness.world import World, at


def expect(world: World, scene: Organisation, person: str, *, days: int, title: str) -> int:
    """Somebody is expected at an activity in some days."""
    starts_at = at("2026-11-04 15:00") + timedelta(days=days)

    def work(session: Session) -> int:
        row = ActivityRow(
            unit_id=scene.units["stone"],
            title=title,
            place="三楼会议室",
            starts_at=starts_at,
            opens_at=starts_at - timedelta(minutes=30),
            closes_at=starts_at + timedelta(minutes=30),
            # The opening is told already: this story is about the list alone.
            opening_told_at=world.clock(),
            made_by=scene.people["林岚"],
            made_at=world.clock(),
        )
        session.add(row)
        session.flush()
        session.add(ExpectedRow(activity_id=row.id or 0, person_id=scene.people[person]))
        return row.id or 0

    return world.change(work)


async def test_a_member_sees_the_activities_that_wait_for_an_answer(world: World) -> None:
    scene = await november(world)
    await world.move_to(at("2026-11-04 10:00"))
    near = expect(world, scene, "王渡", days=3, title="支部党员大会")
    expect(world, scene, "王渡", days=20, title="很久以后的活动")
    expect(world, scene, "林岚", days=3, title="别人的活动")
    wang = world.give_phone(scene.people["王渡"], "王渡")
    answer = await world.say(wang, "/todo")
    assert answer.text == "1项待办\n\n1. 支部党员大会\n📅 11月7日星期六 15:00 · 三楼会议室"
    assert [b.data for row in answer.buttons for b in row] == [f"v1:attend:{near}:1"]
    world.change(lambda s: answer_activity(s, near, scene.people["王渡"]))
    assert (await world.say(wang, "待办")).text == "您没有待办。🎉"


def answer_activity(session: Session, activity_id: int, person_id: int) -> None:
    """The person cannot come."""
    session.get_one(ExpectedRow, (activity_id, person_id)).state = "excused"


async def test_an_officer_sees_reports_that_wait_and_dialogues_that_were_set_aside(
    world: World,
) -> None:
    scene = await november(world, ActKind.REPORT)
    [owed] = owed_by(world, scene.units["stone"])
    he = world.give_phone(scene.people["何静"], "He", language="en")
    now = world.clock()

    def wait(session: Session) -> None:
        session.add(
            ReportRow(
                obligation_id=owed.id,
                number=1,
                state="submitted",
                author_id=scene.people["林岚"],
                reviewer_unit_id=scene.units["east"],
                begun_at=now,
            )
        )
        drafts.begin(session, scene.people["何静"], "report", now=now)
        drafts.begin(session, scene.people["何静"], "activity", now=now)

    world.change(wait)
    answer = await world.say(he, "/todo")
    assert "1. 1 report waits for your review" in answer.text
    assert "2. Not finished: the new activity\n\n3. Not finished: the report" in answer.text
    assert labels(answer) == ["1 Review", "2 Continue", "3 Continue"]
    verbs = {button.data.split(":")[1] for row in answer.buttons for button in row if button.data}
    assert verbs <= ROUTES.by_verb.keys()
    await world.press(he, "3 Continue")
    assert world.last(he).text.startswith("Go on where you stopped: the report.")
    found = world.look(lambda s: drafts.find_open(s, scene.people["何静"]))
    assert found is not None
    assert found.kind == "report"


@pytest.mark.parametrize("whose", ["foreign", "finished", "none"])
async def test_only_an_unfinished_dialogue_of_ones_own_goes_on(world: World, whose: str) -> None:
    scene = await november(world)
    lin = world.give_phone(scene.people["林岚"], "林岚")
    owner = scene.people["何静" if whose == "foreign" else "林岚"]
    draft = world.change(lambda s: drafts.begin(s, owner, "report", now=world.clock()))
    if whose == "finished":
        world.change(lambda s: drafts.end(s, draft.id, state="confirmed", now=world.clock()))
    before = (await world.say(lin, "/todo")).text
    draft_id = 999_999 if whose == "none" else draft.id
    toast = await press_data(world, lin, f"v1:resume:{draft_id}:1")
    assert toast == "这一项已经结束。发送 /todo 查看待办。"
    assert world.last(lin).text == before


async def test_a_long_list_is_turned_in_place(world: World) -> None:
    scene = await november(world)
    for day in range(1, 11):
        expect(world, scene, "王渡", days=day, title=f"第{day}次活动")
    await world.move_to(at("2026-11-04 10:00"))
    wang = world.give_phone(scene.people["王渡"], "王渡")
    first = await world.say(wang, "/todo")
    await world.press(wang, "›")
    assert world.last(wang).message_id == first.message_id
    assert "1. 第9次活动" in world.last(wang).text
