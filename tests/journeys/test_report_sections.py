"""A report of a kind is written section by section, looked at as a whole, and handed in."""

import pytest

from storage.tables.process import HistoryRow
from tests.harness.scenes import Organisation
from tests.harness.world import World
from tests.journeys.asking import buttons_of, facts_of_history
from tests.journeys.reporting import (
    A_PDF,
    A_PNG,
    a_school_with_a_kind_of_report,
    another_officer,
    phone,
    press_stale,
)


@pytest.fixture
async def scene(world: World) -> Organisation:
    return await a_school_with_a_kind_of_report(world)


async def test_the_whole_way_section_by_section(world: World, scene: Organisation) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await world.say(lin, "报告")
    await world.press(lin, "1 提交")
    asked = world.last(lin)
    assert "第1栏，共3栏：会议次数\n开了几次会？\n请发一个0到99之间的整数。" in asked.text
    assert "第2栏，共3栏：主要工作" in (await world.say(lin, "6")).text
    await world.say(lin, "每月学习一次。")
    await world.say(lin, "另有两次实践。")
    assert "现有：\n每月学习一次。\n另有两次实践。" in world.last(lin).text
    await world.press(lin, "下一步 ›")
    assert "最多3个（PDF和图片）。本栏可以不填。" in world.last(lin).text
    world.stand_in.people.send_document(lin, "签到表.pdf", A_PDF)
    await world.muduo.settle()
    await world.press(lin, "下一步 ›")
    whole = world.last(lin)
    assert "会议次数：6\n\n主要工作\n每月学习一次。\n另有两次实践。\n\n佐证材料\n📎" in whole.text
    assert "该填的都填好了。" in whole.text
    numbered = ["✎ 1", "✎ 2", "✎ 3"]
    assert buttons_of(whole) == ["提交", *numbered, "查看文件", "Word文档", "放弃"]
    await world.press(lin, "提交")
    assert "11月2日星期一 09:00提交，按时" in whole.text
    assert "会议次数：6" in world.last(zhou).text
    await world.press(zhou, "通过")
    assert "周敏已通过，11月2日星期一 09:00" in world.last(lin).text


async def test_the_whole_way_in_english(world: World, scene: Organisation) -> None:
    lin, zhou = phone(world, scene, "林岚", "en"), phone(world, scene, "周敏", "en")
    await world.say(lin, "/report")
    await world.press(lin, "1 Hand in")
    first = "Section 1 of 3: Sessions\nHow many sessions?\nSend a whole number from 0 to 99."
    assert first in world.last(lin).text
    await world.say(lin, "6")
    await world.say(lin, "Six studies.")
    await world.press(lin, "Next ›")
    assert "Send up to 3 files (PDF and picture). It may be left empty." in world.last(lin).text
    await world.press(lin, "Leave it for now ›")
    assert "Everything that is asked for is there." in world.last(lin).text
    await world.press(lin, "Hand in")
    await world.press(zhou, "Return")
    await world.say(zhou, "Six or seven?")
    verdict = world.last(lin)
    assert verdict.text.index("Sessions: 6") < verdict.text.index("Six or seven?")
    await world.press(lin, "Correct, hand in")
    whole = world.last(lin)
    assert "Returned by 周敏:\nSix or seven?" in whole.text
    await world.press(lin, "✎ 1")
    await world.say(lin, "7")
    await world.press(lin, "See all of it")
    await world.press(lin, "Hand in")
    assert "Sessions: 7" in world.last(zhou).text


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("六次", "请只发数字"),
        ("6.5", "这里要填整数"),
        ("-1", "不能小于0"),
        ("100", "不能大于99"),
        ("6" * 5000, "请只发数字"),
    ],
)
async def test_what_is_no_such_number_is_asked_for_again(
    world: World, scene: Organisation, typed: str, answer: str
) -> None:
    lin = phone(world, scene, "林岚")
    await world.say(lin, "报告")
    await world.press(lin, "1 提交")
    assert answer in (await world.say(lin, typed)).text
    assert "第2栏" in (await world.say(lin, "６")).text


async def test_what_belongs_elsewhere_is_said_and_not_taken(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    await world.say(lin, "报告")
    await world.press(lin, "1 提交")
    world.stand_in.people.send_photo(lin, A_PNG)
    await world.muduo.settle()
    assert "请只发数字" in world.last(lin).text
    await world.press(lin, "先跳过 ›")
    world.stand_in.people.send_photo(lin, A_PNG)
    await world.muduo.settle()
    assert "本栏填文字" in world.last(lin).text
    assert "超出1字，本栏最多200字" in (await world.say(lin, "字" * 201)).text
    await world.press(lin, "先跳过 ›")
    assert "只收照片和文件" in (await world.say(lin, "没有")).text
    world.stand_in.people.send_document(lin, "说明.txt", "说明".encode())
    await world.muduo.settle()
    assert "本栏只收：PDF和图片。" in world.last(lin).text
    await world.press(lin, "查看全文")
    whole = world.last_with_button(lin, "✎ 1")
    assert "还有2个栏目没有填写。" in whole.text
    assert "提交" not in buttons_of(whole)
    assert "请先按✎按钮" in (await world.say(lin, "6")).text


async def test_what_is_missing_is_named_to_whoever_presses_an_old_button(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    await world.say(lin, "报告")
    await world.press(lin, "1 提交")
    await world.say(lin, "6")
    await world.say(lin, "太短")
    found = await press_stale(world, lin, "v1:report_send:1:3")
    assert found == "还没有填写或太短：主要工作"
    assert "内容已有变化" in await press_stale(world, lin, "v1:report_send:1:2")
    assert facts_of_history(world, HistoryRow.verb == "hand_in_report") == []


async def test_the_draft_is_gone_on_with_after_a_restart_and_on_another_phone(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    await world.say(lin, "报告")
    await world.press(lin, "1 提交")
    await world.say(lin, "6")
    await world.restart()
    assert "现有：\n每月学习一次。" in (await world.say(lin, "每月学习一次。")).text
    # Another client of the same account shows the chat, but not what was typed on this one.
    await world.say(lin, "/report")
    await world.press(lin, "1 继续")
    whole = world.last(lin)
    assert "会议次数：6" in whole.text
    assert "每月学习一次。" in whole.text
    await world.press(lin, "提交")
    assert "按时" in whole.text


async def test_two_officers_write_at_different_sections(world: World, scene: Organisation) -> None:
    lin = phone(world, scene, "林岚")
    head = another_officer(world, scene, "方舟", unit="school", role="head")
    await world.say(lin, "报告")
    await world.press(lin, "1 提交")
    await world.say(head, "报告")
    await world.press(head, "1 继续")
    await world.press(head, "先跳过 ›")
    await world.say(head, "校长写的工作。")
    await world.say(lin, "6")
    assert "现有：\n校长写的工作。" in world.last(lin).text


async def test_one_section_is_emptied_and_the_others_stay(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    await world.say(lin, "报告")
    await world.press(lin, "1 提交")
    await world.say(lin, "6")
    older = await world.say(lin, "写错的工作。")
    await world.press(lin, "清空本栏")
    assert "写错的工作。" not in world.last(lin).text
    await world.say(lin, "写对的工作。")
    assert "内容已有变化" in await press_stale(world, lin, "v1:report_empty:1-2:3")
    await world.press(lin, "查看全文")
    assert "会议次数：6\n\n主要工作\n写对的工作。" in world.last(lin).text
    assert older.text != ""


@pytest.mark.parametrize("press", ["report_at:1:2", "report_empty:1-1:1", "report_send:1:1"])
async def test_a_stranger_to_the_unit_opens_no_section(
    world: World, scene: Organisation, press: str
) -> None:
    lin = phone(world, scene, "林岚")
    await world.say(lin, "报告")
    await world.press(lin, "1 提交")
    chen = phone(world, scene, "陈帆")
    assert await press_stale(world, chen, f"v1:{press}") == "这个按钮您不能使用。"


async def test_a_file_where_a_number_is_asked_is_neither_fetched_nor_kept(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    await world.say(lin, "报告")
    await world.press(lin, "1 提交")
    fetched = world.stand_in.calls["getFile"]
    world.stand_in.people.send_document(lin, "plan.pdf", A_PDF)
    await world.muduo.settle()
    assert "请只发数字" in world.last(lin).text
    assert world.stand_in.calls["getFile"] == fetched
    assert not [one for one in world.muduo.parts.files.rglob("*") if one.is_file()]
