"""What was due in a period under /status: compared, narrowed, down to the record and its proof."""

from functools import partial

import pytest
from sqlmodel import Session, col, select

from domain.act import ActKind
from domain.obligation import ObligationState
from storage.tables.activities import ActivityRow
from storage.tables.duties import ObligationRow
from tests.harness.ledgers import Came, add_activity
from tests.harness.scenes import Organisation
from tests.harness.two_districts import CANARIES, finish, labels, november, press_data
from tests.harness.world import World, at
from tests.journeys.reporting import phone


async def a_november(world: World) -> Organisation:
    """Of three eastern schools one has studied, one has missed it, one has still time."""
    scene = await november(world, ActKind.ACTIVITY, ActKind.REPORT)
    finish(world, scene.units["stone"])
    finish(world, scene.units["willow"], state=ObligationState.MISSED)
    return scene


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_period_compares_the_units_and_stays_one_message(
    world: World, language: str
) -> None:
    scene = await a_november(world)
    he = phone(world, scene, "何静", language)
    is_zh = language == "zh"
    board = await world.say(he, "/status")
    await world.press(he, "📅 按时段" if is_zh else "📅 By period")
    page = world.last(he)
    half = "2026年下半年应完成" if is_zh else "due in second half of 2026"
    assert page.text.startswith(f"东岸片区 · {half}")
    assert "✅ 1/6 (16%) · ⏳ 4 · ⚠️ 1" in page.text
    order = [name for name in ("青石小学", "柳岸小学", "石桥小学") if name in page.text]
    found = sorted(order, key=page.text.index)
    assert found == ["青石小学", "石桥小学", "柳岸小学"]
    await world.press(he, "月" if is_zh else "Month")
    assert ("2026年11月应完成" if is_zh else "due in November 2026") in page.text
    await world.press(he, "‹ 上一期" if is_zh else "‹ Earlier")
    nothing = "该时段没有应完成的事项" if is_zh else "Nothing was due here in this period"
    assert nothing in page.text
    assert len(world.messages(he)) == 1
    assert page.message_id == board.message_id


async def test_the_same_figures_stand_under_the_picture(world: World) -> None:
    scene = await a_november(world)
    he = phone(world, scene, "何静")
    text = (await world.say(he, "/status 2026年")).text
    assert "合计：✅ 1/6 (16%) · ⏳ 4 · ⚠️ 1" in text
    await world.press(he, "当前")
    await world.press(he, "🖼 看板图")
    assert "✅ 1/6 · ⏳ 4 · ⚠️ 1" in world.last(he).text


async def test_it_is_narrowed_to_a_duty_and_to_a_kind_of_units(world: World) -> None:
    scene = await a_november(world)
    zhou = phone(world, scene, "周敏")
    await world.say(zhou, "/status 2026-11")
    await world.press(zhou, "任务")
    await world.press(zhou, "教职工政治学习")
    page = world.last(zhou)
    assert "教职工政治学习" in page.text.splitlines()[1]
    assert "合计：✅ 1/4 (25%) · ⏳ 2 · ⚠️ 1" in page.text
    await world.press(zhou, "组织类别")
    await world.press(zhou, "学校")
    assert "下属各学校" in page.text
    assert "1. 青石小学：✅ 1/1 (100%)" in page.text
    assert "2. 石桥小学：✅ 0/1 (0%) · ⏳ 1" in page.text
    assert "4. 柳岸小学：✅ 0/1 (0%) · ⚠️ 1" in page.text
    assert len(world.messages(zhou)) == 1


def hold_study(session: Session, scene: Organisation) -> None:
    """What the stone school did for its duty, as it was left behind."""
    came = [
        Came(person=scene.people["林岚"], state="present"),
        Came(person=scene.people["王渡"], state="absent"),
    ]
    by = scene.people["林岚"]
    start = at("2026-11-01 15:00")
    title = "教职工政治学习"
    number = add_activity(session, scene.units["stone"], title, start, by=by, came=came)
    owed = session.exec(
        select(ObligationRow).where(
            col(ObligationRow.unit_id) == scene.units["stone"], col(ObligationRow.state) == "done"
        )
    ).one()
    row = session.get_one(ActivityRow, number)
    row.obligation_id, row.duty_id = owed.id, owed.duty_id


async def test_three_taps_lead_from_the_top_to_the_record_and_its_proof(world: World) -> None:
    scene = await a_november(world)
    world.change(partial(hold_study, scene=scene))
    zhou = phone(world, scene, "周敏")
    board = await world.say(zhou, "/status")
    await world.press(zhou, next(one for one in labels(board) if "东岸片区" in one))
    await world.press(zhou, next(one for one in labels(board) if "青石小学" in one))
    await world.press(zhou, "1 ›")
    assert "教职工政治学习" in board.text
    assert "✅ 已完成" in board.text
    assert "办结：2026年11月2日" in board.text
    assert "🗓 2026年11月1日星期日 15:00 · 教职工政治学习 · 青石小学：应到2人，实到1人" in board.text
    await world.press(zhou, "‹ 返回")
    assert board.text.startswith("青石小学本级 · 2026年下半年应完成")
    assert "2. 履责报告" in board.text
    assert len(world.messages(zhou)) == 1
    await world.press(zhou, "‹ 返回")
    assert board.text.startswith("青石小学 · 2026年下半年应完成")


async def test_foreign_units_records_and_altered_buttons_are_refused(world: World) -> None:
    scene = await a_november(world)
    he = phone(world, scene, "何静")
    before = (await world.say(he, "/status")).text

    def foreign(session: Session) -> int:
        rows = session.exec(
            select(col(ObligationRow.id)).where(col(ObligationRow.unit_id) == scene.units["snow"])
        )
        return rows.first() or 0

    snow, east = scene.units["snow"], scene.units["east"]
    for data in (
        f"period:{snow}-0-0-2026-H2",
        f"records:{snow}-0-0-2026-H2",
        f"period_duty:{snow}-0-0-2026-H2",
        f"period_kind:{snow}-0-0-2026-H2",
        f"record:{world.look(foreign)}-2026-H2",
        "record:999999-2026-H2",
        f"period:{east}-0-0-1999",
        f"period:{east}-0-2026",
        "period:x",
    ):
        assert await press_data(world, he, f"v1:{data}:1") == "这个按钮您不能使用。"
    assert world.last(he).text == before
    # A foreign unit's id as the kind names no kind: it compares the level below.
    await press_data(world, he, f"v1:period:{east}-0-{snow}-2026-H2:1")
    assert "下属各" not in world.last(he).text
    assert not [word for word in CANARIES if word in world.last(he).text]


async def test_words_choose_unit_and_period(world: World) -> None:
    scene = await a_november(world)
    he = phone(world, scene, "何静")
    assert (await world.say(he, "/status 青石小学 四季度")).text.startswith(
        "青石小学 · 2026年第四季度应完成"
    )
    several = await world.say(he, "/status 小学 11月")
    assert sorted(labels(several)) == ["柳岸小学", "石桥小学", "青石小学"]
    await world.press(he, "柳岸小学")
    assert world.last(he).text.startswith("柳岸小学 · 2026年11月应完成")
    assert "没有这个名称" in (await world.say(he, "/status 雪松小学 2026")).text
