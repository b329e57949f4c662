"""A unit's group: bound by a link, told numbers alone, and let go when it is gone."""

import re

import pytest

from sandbox.chats import Chat, Message
from tests.harness.activities import School, labels, open_school
from tests.harness.world import World, at

BOUND = {"zh": "本群已绑定青石小学", "en": "This group belongs to 青石小学"}
NAMES = ("林岚", "陈帆", "王渡")


def said(school: School, group: Chat) -> list[Message]:
    """What the bot has said in a group."""
    return [one for one in school.world.stand_in.messages(group.id) if one.from_bot]


async def say(school: School, group: Chat, text: str) -> None:
    """Lin gives a command in the group."""
    username = school.world.muduo.username
    command, _, rest = text.partition(" ")
    school.world.stand_in.people.say(school.lin, f"{command}@{username} {rest}".strip(), group)
    await school.world.muduo.settle()


async def make_secret(school: School, language: str = "zh") -> str:
    """The secret in the link that Lin gets for the school."""
    world = school.world
    await world.say(school.lin, "/group")
    await world.press(school.lin, "🔗 青石小学")
    [[button]] = world.last(school.lin).buttons
    found = re.fullmatch(r"https://t\.me/\w+\?startgroup=([\w-]{22})", button.url or "")
    assert found is not None
    return found[1]


def add_group(school: School, title: str = "青石小学教师群") -> Chat:
    """A group of Lin and Wang with the bot in it."""
    groups = school.world.stand_in.groups
    group = groups.add_group(title, [school.lin, school.wang])
    groups.add_bot_to_group(group, school.lin)
    return group


async def bind(school: School, language: str = "zh") -> Chat:
    """A group that belongs to the school."""
    group = add_group(school)
    await say(school, group, f"/start {await make_secret(school, language)}")
    return group


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_secretary_binds_a_group_by_a_link(world: World, language: str) -> None:
    school = await open_school(world, language)
    group = await bind(school, language)
    assert BOUND[language] in said(school, group)[-1].text
    listed = await world.say(school.lin, "/group")
    assert "青石小学教师群" in listed.text


async def test_a_link_works_once_and_for_its_maker_alone(world: World) -> None:
    school = await open_school(world)
    secret = await make_secret(school)
    group, other = add_group(school), add_group(school, "别的群")
    username = world.muduo.username
    world.stand_in.people.say(school.wang, f"/start@{username} {secret}", group)
    await world.muduo.settle()
    assert "绑定" not in said(school, group)[-1].text
    await say(school, group, f"/start {secret}")
    assert "本群已绑定" in said(school, group)[-1].text
    await say(school, other, f"/start {secret}")
    assert "绑定" not in said(school, other)[-1].text


async def test_a_link_ends_after_a_day_and_with_a_newer_one(world: World) -> None:
    school = await open_school(world)
    group = add_group(school)
    first, second = await make_secret(school), await make_secret(school)
    await say(school, group, f"/start {first}")
    assert "绑定" not in said(school, group)[-1].text
    world.clock.advance(hours=25)
    await say(school, group, f"/start {second}")
    assert "绑定" not in said(school, group)[-1].text


@pytest.mark.parametrize(
    ("language", "status", "coming"),
    [
        ("zh", ("已完成0", "进行中1", "即将举行的活动：1次"), ("教职工政治学习", "应到3 · 实到0")),
        ("en", ("Done 0", "open 1", "Activities ahead: 1"), ("Staff study", "Expected 3 · here 0")),
    ],
)
async def test_a_bound_group_is_told_numbers_and_no_names(
    world: World, language: str, status: tuple[str, ...], coming: tuple[str, ...]
) -> None:
    school = await open_school(world, language)
    await school.plan(language)
    group = await bind(school, language)
    for command, shown in (("/status", status), ("/next", coming)):
        await say(school, group, command)
        answer = said(school, group)[-1].text
        for words in shown:
            assert words in answer
    heard = "".join(one.text for one in said(school, group))
    assert not any(name in heard for name in NAMES)


async def test_a_group_that_is_nobodys_is_told_where_to_ask(world: World) -> None:
    school = await open_school(world)
    group = add_group(school)
    for command in ("/status", "/next"):
        await say(school, group, command)
        assert "私聊" in said(school, group)[-1].text


async def test_one_message_for_an_activity_follows_who_comes(world: World) -> None:
    school = await open_school(world)
    group = await bind(school)
    await school.plan()
    [card] = [one for one in said(school, group) if "教职工政治学习" in one.text]
    assert "应到3 · 实到0" in card.text
    await world.move_to(at("2026-11-27 14:40"))
    await world.press(school.wang, "✅ 签到")
    assert "实到0" in card.text
    await world.tick(seconds=6)
    assert "应到3 · 实到1" in card.text
    await world.tick(minutes=10)
    assert len([one for one in said(school, group) if "教职工政治学习" in one.text]) == 1


async def test_a_cancelled_activity_is_cancelled_in_the_group(world: World) -> None:
    school = await open_school(world)
    group = await bind(school)
    planned = await school.plan()
    await world.press(school.lin, "🚫 取消", message=planned)
    await world.press(school.lin, "是", message=planned)
    await world.tick(seconds=6)
    assert "已取消" in said(school, group)[-1].text


async def test_at_night_nothing_comes_into_a_group_unasked(world: World) -> None:
    school = await open_school(world)
    group = await bind(school)
    await world.move_to(at("2026-11-23 22:30"))
    before = len(said(school, group))
    await school.plan()
    await world.tick(hours=1)
    assert len(said(school, group)) == before
    await world.move_to(at("2026-11-24 07:31"))
    assert len(said(school, group)) == before + 1


async def test_a_group_is_unbound_by_its_officer(world: World) -> None:
    school = await open_school(world)
    group = await bind(school)
    await world.say(school.lin, "/group")
    await world.press(school.lin, "解绑")
    await say(school, group, "/status")
    assert "私聊" in said(school, group)[-1].text
    assert "解绑" not in labels(await world.say(school.lin, "/group"))


@pytest.mark.parametrize(
    ("language", "unbind", "stays"),
    [("zh", "解绑", "该群保持绑定"), ("en", "Unbind", "It stays bound")],
)
async def test_an_old_unbind_button_leaves_the_group_that_was_bound_since(
    world: World, language: str, unbind: str, stays: str
) -> None:
    school = await open_school(world, language)
    await bind(school, language)
    old = await world.say(school.lin, "/group")
    await world.tick(minutes=5)
    new = add_group(school, "新群")
    await say(school, new, f"/start {await make_secret(school, language)}")
    assert stays in await world.press(school.lin, unbind, message=old)
    assert "新群" in old.text
    await say(school, new, "/status")
    assert "私聊" not in said(school, new)[-1].text
    await world.press(school.lin, unbind, message=old)
    assert unbind not in labels(await world.say(school.lin, "/group"))


async def test_a_group_without_the_bot_is_let_go(world: World) -> None:
    school = await open_school(world)
    group = await bind(school)
    world.stand_in.groups.remove_bot_from_group(group, school.wang)
    await world.muduo.settle()
    assert "未绑定" in (await world.say(school.lin, "/group")).text


async def test_a_group_that_was_deleted_is_let_go_when_it_is_written_to(world: World) -> None:
    school = await open_school(world)
    group = await bind(school)
    world.stand_in.groups.delete_group(group)
    await school.plan()
    await world.muduo.settle()
    assert "未绑定" in (await world.say(school.lin, "/group")).text


async def test_a_group_that_becomes_a_supergroup_is_followed(world: World) -> None:
    school = await open_school(world)
    group = await bind(school)
    upgraded = world.stand_in.groups.upgrade_group(group, school.lin)
    await world.muduo.settle()
    await say(school, upgraded, "/status")
    assert "进行中1" in said(school, upgraded)[-1].text
    await school.plan()
    assert any("教职工政治学习" in one.text for one in said(school, upgraded))


async def test_a_member_binds_nothing(world: World) -> None:
    school = await open_school(world)
    assert "负责人" in (await world.say(school.wang, "/group")).text


async def test_a_group_bound_once_more_follows_its_messages_again(world: World) -> None:
    school = await open_school(world)
    group = await bind(school)
    await school.plan()
    await world.tick(minutes=5)
    card = said(school, group)[-1]
    await world.say(school.lin, "/group")
    await world.press(school.lin, "解绑")
    await say(school, group, f"/start {await make_secret(school)}")
    await world.move_to(at("2026-11-27 14:40"))
    await world.press(
        school.wang, "✅ 签到", message=world.last_with_button(school.wang, "✅ 签到")
    )
    await world.tick(minutes=1)
    assert "实到1" in card.text


async def test_a_group_names_no_host_and_gives_no_link(world: World) -> None:
    school = await open_school(world)
    group = await bind(school)
    card = await world.say(
        school.lin,
        "/activity 11月27日 15:00 学习，会议室，主持人：林岚，链接：https://meet.example/a",
    )
    await world.press(school.lin, "确认", message=card)
    await world.tick(minutes=5)
    await say(school, group, "/next")
    for one in said(school, group):
        assert not any(word in one.text for word in (*NAMES, "meet.example"))
