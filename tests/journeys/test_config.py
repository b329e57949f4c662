"""The set-up goes out as one file, comes in with a difference, and can be taken back."""

import pytest

from domain.cadence import Quota
from domain.period import PeriodKind
from sandbox.chats import Person
from storage import config_versions, duties, obligations
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import SHANGHAI, World, at
from tests.journeys.configuring import export, has_button, install_starter, send_config

STUDY = "{at_least: 1, per: month}"


@pytest.fixture
def scene(world: World) -> Organisation:
    now = world.clock()
    return world.change(lambda s: small_school_committee(s, now))


@pytest.fixture
def admin(world: World, scene: Organisation) -> Person:
    return world.give_phone(scene.people["何静"], "何静")


def study(world: World) -> Quota:
    cadence = world.look(duties.find_all)[0].cadence
    assert isinstance(cadence, Quota)
    return cadence


async def test_an_export_sent_back_changes_nothing_and_says_so(world: World, admin: Person) -> None:
    await install_starter(world, admin)
    written = await export(world, admin)
    assert written.startswith("# yaml-language-server: $schema=config-schema.json\n")
    assert "何静" not in written
    assert "什么都没有改动" in (await send_config(world, admin, written)).text


async def test_a_changed_file_is_shown_first_and_applied_on_confirm(
    world: World, admin: Person
) -> None:
    await install_starter(world, admin)
    written = await export(world, admin)
    shown = await send_config(world, admin, written.replace(STUDY, "{at_least: 2, per: month}"))
    assert "改动1项" in shown.text
    assert "影响1个组织" in shown.text
    assert "− 学校：每月至少1次活动" in shown.text
    assert "+ 学校：每月至少2次活动" in shown.text
    assert "进行中的1项待办仍按原规则" in shown.text
    assert study(world).at_least == 1
    await world.press(admin, "确认")
    assert "配置已生效" in world.last(admin).text
    assert study(world) == Quota(per=PeriodKind.MONTH, at_least=2)
    await world.tick(hours=1)
    # What runs keeps its rule; the next month asks for two.
    assert open_quotas(world) == {"2026-11": 1}
    await world.move_to(at("2026-12-01 09:00"))
    assert open_quotas(world) == {"2026-11": 1, "2026-12": 2}


def open_quotas(world: World) -> dict[str, int]:
    [duty] = [one for one in world.look(duties.find_all) if "staff-study" in one.code]
    found = world.look(lambda s: obligations.find_many(s, range(1, 40)))
    return {one.period_key: one.at_least for one in found.values() if one.duty_id == duty.id}


async def test_open_items_follow_when_that_is_chosen(world: World, admin: Person) -> None:
    await install_starter(world, admin)
    written = await export(world, admin)
    await send_config(world, admin, written.replace(STUDY, "{at_least: 2, per: month}"))
    await world.press(admin, "☐ 含进行中的1项")
    assert "进行中的1项待办也按新规则" in world.last(admin).text
    await world.press(admin, "确认")
    assert open_quotas(world) == {"2026-11": 2}


async def test_another_period_begins_with_the_next_one(world: World, admin: Person) -> None:
    await install_starter(world, admin)
    written = await export(world, admin)
    await send_config(world, admin, written.replace(STUDY, "{at_least: 1, per: quarter}"))
    await world.press(admin, "确认")
    await world.tick(hours=1)
    assert open_quotas(world) == {"2026-11": 1}
    await world.move_to(at("2027-01-01 09:00"))
    assert open_quotas(world) == {"2026-11": 1, "2027-Q1": 1}


async def test_another_period_takes_what_is_open_with_it(world: World, admin: Person) -> None:
    await install_starter(world, admin)
    written = await export(world, admin)
    await send_config(world, admin, written.replace(STUDY, "{at_least: 1, per: quarter}"))
    await world.press(admin, "☐ 含进行中的1项")
    await world.press(admin, "确认")
    await world.tick(hours=1)
    found = world.look(lambda s: obligations.find_many(s, range(1, 40))).values()
    states = {one.period_key: one.state.value for one in found if one.name.zh == "教职工政治学习"}
    assert states == {"2026-11": "excused", "2026-Q4": "open"}


async def test_duties_are_added_and_what_a_named_plan_leaves_out_is_paused(
    world: World, admin: Person
) -> None:
    await install_starter(world, admin)
    written = await export(world, admin)
    head, _, _ = written.partition("    - code: education-starter.duty-report")
    shown = await send_config(
        world,
        admin,
        head
        + """\
  own:
    name: {zh: 自订, en: Our own}
    duties:
    - code: own.visit
      name: {zh: 走访, en: Visit}
      owners: {offices: [secretary]}
      acts: [{kind: tick}]
      cadence: {due: {rule: FREQ=MONTHLY;BYMONTHDAY=25, shift: before}}
""",
    )
    assert "+1项任务 · 暂停2项 · 计划" in shown.text
    assert "新计划：自订" in shown.text
    assert "➕ 走访" in shown.text
    assert "⏸ 履责报告" in shown.text
    await world.press(admin, "确认")
    running = {one.code for one in world.look(duties.find_all) if not one.is_paused}
    assert running == {"education-starter.staff-study", "own.visit"}


async def test_a_due_day_is_shown_as_it_moves(world: World, scene: Organisation) -> None:
    admin = world.give_phone(scene.people["何静"], "何静", language="en")
    written = """\
muduo: 1
plans:
  own:
    name: {en: Our own}
    duties:
    - code: own.visit
      name: {en: Visit}
      owners: {kinds: [学校]}
      acts: [{kind: tick}]
      cadence: {due: {rule: FREQ=MONTHLY;BYMONTHDAY=25}}
"""
    assert "+1 duty" in (await send_config(world, admin, written)).text
    await world.press(admin, "Confirm")
    shown = await send_config(world, admin, written.replace("=25", "=28"))
    assert "1 changed" in shown.text
    assert "by: every month on day 25\n" in shown.text
    assert "by: every month on day 28\n" in shown.text
    assert "Affects 1 unit" in shown.text
    await world.press(admin, "Discard")
    assert "Discarded" in world.last(admin).text


async def test_history_lists_every_change_and_takes_one_back(world: World, admin: Person) -> None:
    begun = world.clock().astimezone(SHANGHAI)
    await install_starter(world, admin)
    written = await export(world, admin)
    await send_config(world, admin, written.replace(STUDY, "{at_least: 2, per: month}"))
    await world.press(admin, "确认")
    listed = await world.say(admin, "/config history")
    assert "1. " in listed.text
    assert f"{begun:%H:%M} · 方案 · 何静 +3" in listed.text
    assert "文件 · 何静 ✏️ 1" in listed.text
    await world.press(admin, "撤销 2")
    assert "撤销将改动的内容" in world.last(admin).text
    assert "+ 学校：每月至少1次活动" in world.last(admin).text
    await world.press(admin, "确认")
    assert study(world).at_least == 1
    causes = [
        one.cause for one in world.look(lambda s: config_versions.find_page(s, limit=9, offset=0))
    ]
    assert causes == ["undone", "imported", "installed"]


async def test_pressing_twice_and_late_applies_once(world: World, admin: Person) -> None:
    await install_starter(world, admin)
    written = await export(world, admin)
    shown = await send_config(world, admin, written.replace(STUDY, "{at_least: 2, per: month}"))
    for _ in range(2):
        world.stand_in.people.press(admin, shown.message_id, "确认")
    await world.muduo.settle()
    assert world.look(config_versions.count) == 2
    assert world.look(duties.find_all)[0].version == 2


async def test_what_changed_meanwhile_is_shown_anew(world: World, admin: Person) -> None:
    await install_starter(world, admin)
    written = await export(world, admin)
    await send_config(world, admin, written.replace(STUDY, "{at_least: 2, per: month}"))
    [duty, *_] = world.look(duties.find_all)
    world.change(lambda s: duties.pause(s, duty.id, now=world.clock()))
    await world.press(admin, "确认")
    assert "配置在此期间有变动" in world.last(admin).text
    assert study(world).at_least == 1
    await world.press(admin, "确认")
    assert study(world).at_least == 2
    assert not world.look(duties.find_all)[0].is_paused


async def test_an_administrator_of_a_part_and_a_member_may_not(
    world: World, admin: Person, scene: Organisation
) -> None:
    await install_starter(world, admin)
    written = await export(world, admin)
    shown = await send_config(world, admin, written.replace(STUDY, "{at_least: 2, per: month}"))
    member = world.give_phone(scene.people["王渡"], "王渡")
    await world.say(member, "/config")
    assert not has_button(world.last(member), "导出")
    data = [button.data for row in shown.buttons for button in row if button.data]
    for one in (*data, "v1:config_export:0:0", "v1:config_undo:1:0", "v1:config_page:0:1"):
        world.stand_in.people.press_stale(member, shown.message_id, one)
    await world.muduo.settle()
    assert study(world).at_least == 1
    assert world.last(member).document is None


async def test_words_and_the_schema(world: World, admin: Person) -> None:
    await world.say(admin, "配置")
    await world.press(admin, "编辑器校验文件")
    document = world.last(admin).document
    assert document is not None
    assert b"second_administrator_above" in document.content
    assert "请发送.yaml格式" in (await world.say(admin, "好" * 4000)).text


async def test_a_pause_is_a_version_too(world: World, admin: Person) -> None:
    await install_starter(world, admin)
    await world.say(admin, "/duty")
    await world.press(admin, "1")
    await world.press(admin, "⏸ 暂停")
    await world.press(admin, "是")
    assert "暂停 · 何静 ✏️ 1" in (await world.say(admin, "/config 历史")).text
    await world.press(admin, "撤销 2")
    assert "▶️ 恢复" in world.last(admin).text
    await world.press(admin, "确认")
    assert not world.look(duties.find_all)[0].is_paused


async def test_a_duty_that_was_made_in_chat_comes_back_unchanged(
    world: World, admin: Person
) -> None:
    await world.say(admin, "/duty 整改报告 会议后3个工作日内 学校")
    await world.press(admin, "确认")
    shown = await send_config(world, admin, await export(world, admin))
    assert "什么都没有改动" in shown.text
