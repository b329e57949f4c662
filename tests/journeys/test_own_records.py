"""A person's own year: where he was and what he handed in, and nobody else's."""

from datetime import date

import pytest
from sqlmodel import Session

from domain.act import ActKind
from tests.harness.ledgers import Came, add_activity, add_report
from tests.harness.scenes import Organisation, add_duty
from tests.harness.two_districts import CANARIES, labels, press_data, two_districts
from tests.harness.world import World, at


async def set_scene(world: World) -> Organisation:
    now = at("2026-01-01 08:00")
    scene = world.change(lambda s: two_districts(s, now))
    world.change(lambda s: _fill(s, scene))
    await world.move_to(at("2026-11-23 10:00"))
    return scene


def _fill(session: Session, scene: Organisation) -> None:
    lin, bai, stone = scene.people["林岚"], scene.people["白露"], scene.units["stone"]
    add_duty(session, ActKind.REPORT, owner_kinds=["无此类"], begins_on=date(2026, 1, 1))
    states = (("2026-03-06 15:00", "present"), ("2026-04-10 15:00", "late"))
    for start, state in (*states, ("2026-05-08 15:00", "excused"), ("2025-05-09 15:00", "present")):
        came = [
            Came(person=lin, state=state, at=at(start), way="self"),
            Came(person=bai, state="absent"),
        ]
        add_activity(session, stone, f"学习{start[:4]}", at(start), by=lin, came=came)
    expected = [Came(person=lin, state="expected")]
    add_activity(
        session, stone, "未来", at("2026-12-04 15:00"), by=lin, state="planned", came=expected
    )
    for author, unit in ((lin, stone), (bai, scene.units["snow"])):
        add_report(
            session,
            unit,
            author=author,
            state="accepted",
            submitted_at=at("2026-11-02 09:00"),
            last_day=date(2026, 10, 31),
        )


async def test_the_year_is_counted_and_listed_newest_first(world: World) -> None:
    scene = await set_scene(world)
    lin = world.give_phone(scene.people["林岚"], "林岚")
    said = (await world.say(lin, "我的记录")).text
    assert said.splitlines() == [
        "您的2026年记录",
        "活动：应到3次，实到2次 · 迟到1 · 请假1 · 缺席0",
        "提交报告：1份",
        "",
        "📄 11月2日星期一 · 履责报告 · 2026年10月 · 已通过",
        "🙋 5月8日星期五 15:00 · 学习2026 · 请假",
        "🕗 4月10日星期五 15:00 · 学习2026 · 迟到 15:00 本人",
        "✅ 3月6日星期五 15:00 · 学习2026 · 签到 15:00 本人",
        "",
        "这份记录只有您本人能查询。",
    ]
    assert labels(world.last(lin)) == ["‹ 2025"]
    await world.press(lin, "‹ 2025")
    assert "学习2025" in world.last(lin).text
    assert "学习2026" not in world.last(lin).text


async def test_it_reads_in_english_for_a_member(world: World) -> None:
    scene = await set_scene(world)
    wang = world.give_phone(scene.people["王渡"], "Wang", language="en")
    said = (await world.say(wang, "/history")).text
    assert "Activities: there 0 of 0" in said
    assert [word for word in (*CANARIES, "林岚", "履责报告") if word in said] == []


@pytest.mark.parametrize("words", ["林岚", "2027", "1999", "20266", "x" * 4_000, "-1", "２０２６"])
async def test_what_is_no_year_is_answered_with_an_example(world: World, words: str) -> None:
    scene = await set_scene(world)
    wang = world.give_phone(scene.people["王渡"], "王渡")
    assert "/history 2026" in (await world.say(wang, f"/history {words}")).text


async def test_an_altered_button_shows_nothing_and_a_stranger_has_no_record(world: World) -> None:
    scene = await set_scene(world)
    wang = world.give_phone(scene.people["王渡"], "王渡")
    await world.say(wang, "/history")
    assert await press_data(world, wang, "v1:history:1:1") == "这个按钮您不能使用。"
    assert await press_data(world, wang, "v1:history:2026:999999999") == ""
    stranger = world.stand_in.people.add_person("路人", "zh-hans")
    stranger.started = stranger.seen = True
    assert "个人链接" in (await world.say(stranger, "/history 2026")).text
