"""A report that the head of the unit confirms counts from that moment, and not before."""

import pytest

from storage.tables.process import HistoryRow
from tests.harness.scenes import Organisation
from tests.harness.world import World, at
from tests.journeys.asking import buttons_of, facts_of_history
from tests.journeys.reporting import (
    a_school_with_a_kind_of_report,
    another_officer,
    phone,
    press_stale,
)


@pytest.fixture
async def scene(world: World) -> Organisation:
    return await a_school_with_a_kind_of_report(world, by_head=True)


async def draft(world: World, scene: Organisation, language: str = "zh-hans") -> None:
    """林岚 writes the report and hands it in."""
    lin = phone(world, scene, "林岚", language)
    is_zh = language.startswith("zh")
    await world.say(lin, "/report")
    await world.press(lin, "1 提交" if is_zh else "1 Hand in")
    await world.say(lin, "6")
    await world.say(lin, "每月学习一次。")
    await world.press(lin, "查看全文" if is_zh else "See all of it")
    await world.press(lin, "提交" if is_zh else "Hand in")


async def test_staff_write_the_head_confirms_and_only_then_it_is_reviewed(
    world: World, scene: Organisation
) -> None:
    zhou = phone(world, scene, "周敏")
    head = another_officer(world, scene, "方舟", unit="school", role="head")
    await world.muduo.settle()
    await draft(world, scene)
    [lin] = [one for one in world.phones.values() if one.name == "林岚"]
    assert "林岚送负责人确认，11月2日星期一 09:00\n须由方舟确认" in world.last(lin).text
    assert "会议次数：6" in world.last(head).text
    assert world.messages(zhou) == []
    assert "已送负责人，等待确认" in (await world.say(lin, "报告")).text
    await world.move_to(at("2026-11-03 10:00"))
    await world.press(head, "确认")
    confirmed = world.last_with_button(zhou, "通过")
    assert "林岚送负责人确认，11月2日星期一 09:00\n方舟已确认，11月3日" in confirmed.text
    assert "11月3日星期二 10:00提交，按时" in confirmed.text
    await world.press(zhou, "通过")
    assert "周敏已通过" in world.last(lin).text


async def test_the_same_in_english(world: World, scene: Organisation) -> None:
    zhou = phone(world, scene, "周敏", "en")
    head = another_officer(world, scene, "方舟", unit="school", role="head")
    await draft(world, scene, "en")
    [lin] = [one for one in world.phones.values() if one.name == "林岚"]
    waits = "方舟 must confirm it; until then it does not count."
    assert waits in world.last_with_button(lin, "Go on writing").text
    assert world.messages(zhou) == []
    await world.press(head, "确认")
    assert "Confirmed by 方舟, Mon 2 Nov 09:00" in world.last_with_button(zhou, "Accept").text


async def test_while_the_head_has_it_the_unit_is_still_reminded_and_late_is_the_confirmation(
    world: World, scene: Organisation
) -> None:
    zhou = phone(world, scene, "周敏")
    head = another_officer(world, scene, "方舟", unit="school", role="head")
    await draft(world, scene)
    [lin] = [one for one in world.phones.values() if one.name == "林岚"]
    heard = len(world.messages(lin))
    await world.move_to(at("2026-11-20 09:00"))
    assert len(world.messages(lin)) > heard
    await world.move_to(at("2026-12-02 09:00"))
    asked = next(one for one in world.messages(head) if "确认" in buttons_of(one))
    await world.press(head, "确认", message=asked)
    assert "逾期2天" in world.last_with_button(zhou, "通过").text


async def test_the_head_sends_it_back_with_a_word(world: World, scene: Organisation) -> None:
    head = another_officer(world, scene, "方舟", unit="school", role="head")
    await draft(world, scene)
    [lin] = [one for one in world.phones.values() if one.name == "林岚"]
    await world.press(head, "退回")
    await world.say(head, "次数不对。")
    verdict = world.last_with_button(lin, "修改后再次提交")
    assert "方舟已退回" in verdict.text
    assert "次数不对。" in verdict.text


@pytest.mark.parametrize("is_given_again", [False, True], ids=["taken back", "and given again"])
async def test_a_reason_for_what_the_writer_took_back_meanwhile_is_said_back(
    world: World, scene: Organisation, is_given_again: bool
) -> None:
    head = another_officer(world, scene, "方舟", unit="school", role="head")
    await draft(world, scene)
    [lin] = [one for one in world.phones.values() if one.name == "林岚"]
    await world.press(head, "退回")
    await world.press(lin, "继续修改")
    if is_given_again:
        await world.tick(minutes=1)
        await world.press(lin, "提交")
    heard = len(world.messages(head))
    await world.say(head, "次数不对。")
    assert world.messages(head)[heard].text == "报告已有变化，未退回。您写的是：\n次数不对。"
    assert facts_of_history(world, HistoryRow.verb == "return_report") == []


async def test_what_is_with_the_head_can_be_gone_on_with(world: World, scene: Organisation) -> None:
    head = another_officer(world, scene, "方舟", unit="school", role="head")
    await draft(world, scene)
    [lin] = [one for one in world.phones.values() if one.name == "林岚"]
    asked = world.last_with_button(head, "退回")
    await world.press(lin, "继续修改")
    assert "已取回，正在修改" in asked.text
    assert "内容已有变化" in await press_stale(world, head, "v1:report_confirm:1:4")
    assert facts_of_history(world, HistoryRow.verb == "hand_in_report") == []


async def test_the_head_who_hands_it_in_confirms_it(world: World, scene: Organisation) -> None:
    zhou = phone(world, scene, "周敏")
    head = another_officer(world, scene, "方舟", unit="school", role="head")
    await world.say(head, "报告")
    await world.press(head, "1 提交")
    await world.say(head, "6")
    await world.say(head, "每月学习一次。")
    await world.press(head, "查看全文")
    await world.press(head, "提交")
    assert "方舟已确认" in world.last_with_button(zhou, "通过").text


async def test_without_a_head_nothing_is_handed_in_and_that_is_said(
    world: World, scene: Organisation
) -> None:
    await draft(world, scene)
    [lin] = [one for one in world.phones.values() if one.name == "林岚"]
    assert "目前该职务空缺" in await world.press(lin, "提交")
    assert facts_of_history(world, HistoryRow.verb == "give_report_to_head") == []


@pytest.mark.parametrize("name", ["林岚", "周敏", "陈帆", "王渡"])
async def test_nobody_but_the_head_confirms(world: World, scene: Organisation, name: str) -> None:
    another_officer(world, scene, "方舟", unit="school", role="head")
    await draft(world, scene)
    known = {one.name: one for one in world.phones.values()}
    person = known.get(name) or phone(world, scene, name)
    assert await press_stale(world, person, "v1:report_confirm:1:4") == "这个按钮您不能使用。"
    assert facts_of_history(world, HistoryRow.verb == "hand_in_report") == []
