"""What the one who owes it can answer to a reminder: in hand, tomorrow, a problem."""

import pytest

from tests.harness.ladders import digests, open_item
from tests.harness.two_districts import CANARIES, finish, labels, november, owed_by, press_data
from tests.harness.world import World, at


async def test_a_line_opens_its_item_with_everything_that_can_be_done(world: World) -> None:
    scene = await november(world)
    world.give_phone(scene.people["何静"], "何静")
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.move_to(at("2026-11-20 08:30"))
    [digest] = world.messages(lin)
    assert labels(digest) == ["1 安排", "1 更多", "为什么提醒我"]
    assert "如12月7日星期一 08:30前仍未完成，将告知东岸片区书记。" in digest.text
    card = await open_item(world, lin)
    assert labels(card) == ["安排", "👌 知道了", "⏭ 下个工作日再说", "⚠ 有困难"]
    assert "下次提醒：11月27日星期五。" in card.text
    assert "将告知东岸片区书记" in card.text
    assert len(world.messages(lin)) == 2


async def test_in_hand_stills_the_reminders_until_the_last_day_and_then_until_it_is_overdue(
    world: World,
) -> None:
    scene = await november(world)
    he, lin = (world.give_phone(scene.people[n], n) for n in ("何静", "林岚"))
    await world.move_to(at("2026-11-20 08:30"))
    card = await open_item(world, lin)
    assert "截止日期不变" in await world.press(lin, "👌 知道了")
    assert "👌 知道了：11月30日星期一起再提醒您。" in card.text
    assert labels(card) == ["安排", "⏭ 下个工作日再说", "⚠ 有困难"]
    assert "👌 知道了" in digests(world, lin)[0]
    await world.move_to(at("2026-11-27 12:00"))
    assert len(digests(world, lin)) == 1
    await world.move_to(at("2026-11-30 12:00"))
    assert len(digests(world, lin)) == 2
    await open_item(world, lin)
    await world.press(lin, "👌 知道了")
    await world.move_to(at("2026-12-01 12:00"))
    assert len(digests(world, lin)) == 3
    await open_item(world, lin)
    await world.press(lin, "👌 知道了")
    heard = len(digests(world, he))
    await world.move_to(at("2026-12-07 12:00"))
    assert len(digests(world, lin)) == 3
    assert "青石小学" in digests(world, he)[heard]


async def test_pressing_in_hand_twice_changes_nothing_more(world: World) -> None:
    scene = await november(world)
    lin = world.give_phone(scene.people["林岚"], "Lin", language="en")
    await world.move_to(at("2026-11-20 08:30"))
    card = await open_item(world, lin)
    data = next(b.data for row in card.buttons for b in row if b.text == "👌 In hand")
    await world.press(lin, "👌 In hand")
    assert await press_data(world, lin, data or "") == "Nothing was changed; this is how it stands."
    assert "👌 In hand: I remind you again from Mon 30 Nov on." in world.last(lin).text


async def test_tomorrow_moves_the_next_telling_by_one_working_day_at_most_twice(
    world: World,
) -> None:
    scene = await november(world)
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.move_to(at("2026-11-20 08:30"))
    card = await open_item(world, lin)
    stale = next(b.data for row in card.buttons for b in row if "下个工作日" in b.text)
    assert "还可以推迟一次" in await world.press(lin, "⏭ 下个工作日再说")
    assert "下次提醒：11月23日星期一" in world.last(lin).text
    assert await press_data(world, lin, stale or "") == "没有改动，现状如此。"
    await world.move_to(at("2026-11-22 12:00"))
    assert len(digests(world, lin)) == 1
    await world.move_to(at("2026-11-23 08:30"))
    assert len(digests(world, lin)) == 2
    assert "还有7天" in digests(world, lin)[1]
    await open_item(world, lin)
    assert "不能再推迟" in await world.press(lin, "⏭ 明天再说")
    await world.move_to(at("2026-11-24 08:30"))
    assert len(digests(world, lin)) == 3
    assert "⏭" not in "".join(labels(await open_item(world, lin)))
    await world.move_to(at("2026-11-26 12:00"))
    assert len(digests(world, lin)) == 3


async def test_what_was_put_off_and_is_done_by_then_is_not_said(world: World) -> None:
    scene = await november(world)
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.move_to(at("2026-11-20 08:30"))
    await open_item(world, lin)
    await world.press(lin, "⏭ 下个工作日再说")
    finish(world, scene.units["stone"])
    await world.move_to(at("2026-11-23 12:00"))
    assert len(digests(world, lin)) == 1
    assert "✅ 已完成" in digests(world, lin)[0]


async def test_a_problem_goes_once_and_only_to_the_officer_above(world: World) -> None:
    scene = await november(world)
    he, zhou, chen = (world.give_phone(scene.people[n], n) for n in ("何静", "周敏", "陈帆"))
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.move_to(at("2026-11-20 21:30"))
    await world.say(lin, "/todo")
    item = await open_item(world, lin)
    before = [len(world.messages(phone)) for phone in (he, zhou, chen)]
    await world.press(lin, "⚠ 有困难")
    assert "只有上级负责人会看到" in item.text
    await world.press(lin, "其他困难")
    assert "只有上级负责人会看到" in world.last(lin).text
    said = await world.say(lin, "会议室被占用，<b>本周没有场地")
    assert "⚠ 有困难：会议室被占用" in said.text
    assert [len(world.messages(phone)) for phone in (he, zhou, chen)] == before
    await world.move_to(at("2026-11-21 07:30"))
    after = [len(world.messages(phone)) for phone in (he, zhou, chen)]
    assert after == [before[0] + 1, *before[1:]]
    card = world.last(he)
    assert card.text.startswith("⚠ 林岚反映有困难\n\n教职工政治学习 · 2026年11月 · 青石小学")
    assert "会议室被占用，<b>本周没有场地" in card.text
    assert labels(card) == ["🕓 延期", "🕊 免除", "👌 知道了"]
    await world.press(he, "👌 知道了")
    assert labels(card) == ["🕓 延期", "🕊 免除"]
    again = await open_item(world, lin)
    assert "👀 何静已知悉" in again.text
    assert "⚠ 有困难" not in labels(again)
    [owed] = owed_by(world, scene.units["stone"])
    await press_data(world, lin, f"v1:problem_is:{owed.id}-time:1")
    await world.tick(hours=2)
    assert sum("有困难" in one.text for one in world.messages(he)) == 1


async def test_a_problem_is_said_in_words_that_are_not_too_long(world: World) -> None:
    scene = await november(world)
    world.give_phone(scene.people["何静"], "何静")
    lin = world.give_phone(scene.people["林岚"], "Lin", language="en")
    await world.move_to(at("2026-11-20 08:30"))
    await open_item(world, lin)
    await world.press(lin, "⚠ Problem")
    await world.press(lin, "Something else")
    assert "4700 characters too long" in (await world.say(lin, "x" * 5000)).text.replace(",", "")
    world.stand_in.people.send_photo(lin, b"no picture")
    await world.muduo.settle()
    assert "Please write it in words" in world.last(lin).text
    assert "No hall" in (await world.say(lin, "No hall")).text


@pytest.mark.parametrize("verb", ["item", "in_hand", "tomorrow", "problem", "problem_is"])
async def test_what_belongs_to_others_cannot_be_answered(world: World, verb: str) -> None:
    scene = await november(world)
    snow, lin = (world.give_phone(scene.people[n], n) for n in ("白露", "林岚"))
    wang = world.give_phone(scene.people["王渡"], "王渡")
    await world.move_to(at("2026-11-20 08:30"))
    [foreign] = owed_by(world, scene.units["snow"])
    [own] = owed_by(world, scene.units["stone"])
    for phone, one in ((lin, foreign), (wang, own), (wang, foreign)):
        if not world.messages(phone):
            await world.say(phone, "/todo")
        subject = f"{one.id}-time" if verb == "problem_is" else one.id
        assert await press_data(world, phone, f"v1:{verb}:{subject}:0") == "这个按钮您不能使用。"
        assert not any(canary in world.last(phone).text for canary in CANARIES)
    assert "⚠" not in world.last(snow).text
