"""A report is written, handed in, and the unit is left in peace while it waits."""

import pytest

from storage.tables.process import HistoryRow
from tests.harness.scenes import Organisation
from tests.harness.world import World, at
from tests.journeys.asking import buttons_of, facts_of_history
from tests.journeys.reporting import (
    A_PDF,
    a_school_that_owes_a_report,
    another_officer,
    hand_in,
    phone,
    press_stale,
    send_raw,
    write,
)

A_STICKER = {
    "file_id": "s",
    "file_unique_id": "s",
    "type": "regular",
    "width": 1,
    "height": 1,
    "is_animated": False,
    "is_video": False,
}


@pytest.fixture
async def scene(world: World) -> Organisation:
    return await a_school_that_owes_a_report(world)


async def test_words_and_a_file_become_a_report_with_a_receipt(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    assert "履责报告" in (await world.say(lin, "报告")).text
    await world.press(lin, "1 提交")
    assert "请发来报告的文字" in world.last(lin).text
    await world.say(lin, "上半年学习六次。")
    await world.say(lin, "下半年继续。")
    world.stand_in.people.send_document(lin, "报告.pdf", A_PDF.ljust(4096))
    await world.muduo.settle()
    draft = world.last(lin)
    assert "上半年学习六次。\n下半年继续。" in draft.text
    assert "，4 KB" in draft.text
    await world.press(lin, "提交")
    assert "11月2日星期一 09:00提交，按时" in draft.text
    assert "已交江畔教育局党委审阅" in draft.text
    assert buttons_of(draft) == ["查看文件"]
    assert "等待审阅" in (await world.say(lin, "/todo")).text
    verbs = [line.verb for line in facts_of_history(world, HistoryRow.subject_kind == "report")]
    assert verbs == ["begin_report", "hand_in_report"]


async def test_the_whole_way_in_english(world: World, scene: Organisation) -> None:
    lin = phone(world, scene, "林岚", "en")
    assert "Duty report" in (await world.say(lin, "/report")).text
    await world.press(lin, "1 Hand in")
    assert "Send me the words" in world.last(lin).text
    await world.say(lin, "Six sessions.")
    await world.press(lin, "Hand in")
    assert "Handed in Mon 2 Nov 09:00, in time" in world.last(lin).text
    assert "waits for review" in (await world.say(lin, "/report")).text


async def test_a_late_report_says_by_how_many_days(world: World, scene: Organisation) -> None:
    lin = phone(world, scene, "林岚")
    await world.move_to(at("2026-12-02 09:00"))
    await hand_in(world, lin, "补交。")
    assert "逾期2天" in world.last(lin).text


async def test_while_it_waits_its_author_hears_nothing_and_its_reviewer_of_it(
    world: World, scene: Organisation
) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await world.move_to(at("2026-11-20 08:30"))
    digest = world.last(lin)
    await hand_in(world, lin, "已完成。")
    assert "等待审阅" in digest.text
    assert "1 提交" not in buttons_of(digest)
    heard = len(world.messages(lin))
    await world.move_to(at("2026-12-20 12:00"))
    assert len(world.messages(lin)) == heard
    assert "1份报告等您审阅已满5个工作日" in world.last(zhou).text


async def test_a_line_that_waits_for_the_digest_vanishes_when_the_report_is_handed_in(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    await world.move_to(at("2026-11-20 07:40"))
    await hand_in(world, lin, "已完成。")
    heard = len(world.messages(lin))
    await world.move_to(at("2026-11-20 12:00"))
    assert len(world.messages(lin)) == heard


async def test_a_draft_survives_a_restart_and_other_commands(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    await write(world, lin, "第一段。")
    await world.restart()
    await world.say(lin, "第二段。")
    assert "第一段。\n第二段。" in world.last(lin).text
    assert "1 继续" in buttons_of(await world.say(lin, "/todo"))
    await world.press(lin, "1 继续")
    assert "第一段。\n第二段。" in world.last(lin).text
    await world.press(lin, "提交")
    assert "按时" in world.last(lin).text


async def test_too_many_characters_are_refused_with_how_many(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    await write(world, lin, "字" * 5000)
    assert "超出1,500字" in world.last(lin).text
    await world.say(lin, "字" * 3000)
    assert "超出1字" in (await world.say(lin, "字" * 500)).text
    assert "超出1,501字" in (await world.say(lin, "字" * 2000)).text
    assert "已写3,500字" in (await world.say(lin, "字" * 499)).text


@pytest.mark.parametrize(
    "content",
    [
        {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}},
        {"location": {"latitude": 1.0, "longitude": 2.0}},
        {"sticker": A_STICKER},
    ],
    ids=["voice", "location", "sticker"],
)
async def test_other_kinds_of_messages_are_told_what_is_accepted(
    world: World, scene: Organisation, content: dict[str, object]
) -> None:
    lin = phone(world, scene, "林岚")
    await write(world, lin, "一。")
    await send_raw(world, lin, 1, **content)
    assert "报告只接收文字" in world.last(lin).text


async def test_a_file_over_twenty_megabytes_is_refused(world: World, scene: Organisation) -> None:
    lin = phone(world, scene, "林岚")
    await write(world, lin, "一。")
    big = {"file_id": "f", "file_unique_id": "f", "file_size": 20 * 1024 * 1024 + 1}
    await send_raw(world, lin, 1, document=big)
    assert "超过20 MB" in world.last(lin).text


async def test_nothing_is_handed_in_empty(world: World, scene: Organisation) -> None:
    lin = phone(world, scene, "林岚")
    await world.say(lin, "报告")
    await world.press(lin, "1 提交")
    assert "还没有内容" in await press_stale(world, lin, "v1:report_send:1:1")


async def test_a_draft_is_emptied_or_thrown_away_only_after_a_question(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    await write(world, lin, "写错了。")
    await world.press(lin, "重新写")
    await world.press(lin, "否")
    assert "写错了。" in world.last(lin).text
    await world.press(lin, "重新写")
    await world.press(lin, "是")
    assert "写错了。" not in world.last(lin).text
    await world.say(lin, "重写。")
    await world.press(lin, "放弃")
    assert await world.press(lin, "是") == "草稿已放弃。"
    assert "没有等您回答" in (await world.say(lin, "还在吗")).text
    assert "1 提交" in buttons_of(await world.say(lin, "报告"))


async def test_a_button_of_a_draft_that_has_changed_hands_in_nothing(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    await write(world, lin, "第一段。")
    older = world.last(lin)
    await world.say(lin, "第二段。")
    assert "内容已有变化" in await world.press(lin, "提交", message=older)
    assert "第一段。\n第二段。" in older.text
    await world.press(lin, "提交", message=older)
    assert "按时" in older.text
    assert "内容已有变化" in await press_stale(world, lin, "v1:report_send:1:3")


async def test_a_second_officer_goes_on_where_the_first_one_stopped(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    head = another_officer(world, scene, "方舟", unit="school", role="head")
    await write(world, lin, "书记写的。")
    await world.say(head, "报告")
    await world.press(head, "1 继续")
    await world.say(head, "校长补充。")
    assert "书记写的。\n校长补充。" in world.last(head).text
    await world.press(head, "提交")
    assert "等待审阅" in (await world.say(lin, "再加一句。")).text
    assert "没有等您回答" in (await world.say(lin, "再加一句。")).text


async def test_a_member_and_a_sibling_write_nothing(world: World, scene: Organisation) -> None:
    phone(world, scene, "林岚")
    for name in ("王渡", "陈帆"):
        stranger = phone(world, scene, name)
        assert await press_stale(world, stranger, "v1:hand:1:1") == "这个按钮您不能使用。"
        forged = await press_stale(world, stranger, f"v1:hand:{'9' * 30}:1")
        assert forged == "这个按钮您不能使用。"


async def test_somebody_who_is_not_linked_learns_nothing(world: World, scene: Organisation) -> None:
    stranger = world.stand_in.people.add_person("路人", "zh-hans")
    assert "我还不认识您" in (await world.say(stranger, "/report")).text
