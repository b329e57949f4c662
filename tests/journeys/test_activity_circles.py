"""Activities for those who hold an office, or carry a tag: planned, repeated, in series."""

import pytest

from tests.harness.activities import CONFIRM, press_stale
from tests.harness.circles import (
    EXPECTED,
    FOR,
    MEETING,
    SERIES,
    end_office,
    on_list,
    open_committee,
    plan,
)
from tests.harness.scenes import add_office
from tests.harness.world import World, at


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_committee_meeting_invites_the_committee_alone(world: World, language: str) -> None:
    school = await open_committee(world, language)
    chen = world.give_phone(school.scene.people["陈帆"], "陈帆", language=language)
    before = len(world.messages(chen))
    shown = await world.say(school.lin, MEETING[language])
    assert EXPECTED[language].format(3) in shown.text
    assert FOR[language] in shown.text
    await world.press(school.lin, CONFIRM[language], message=shown)
    assert set(school.states()) == {"王渡", "李川", "何湾"}
    assert FOR[language] in shown.text
    assert FOR[language] in world.last(school.wang).text
    assert len(world.messages(chen)) == before


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("积极分子", {"李川"}),
        ("委员、积极分子", {"李川"}),
        ("本单位", {"林岚"}),
        ("书记", {"林岚", "陈帆"}),
        ("书记（仅本单位）", {"林岚"}),
        ("所有人", {"林岚", "陈帆", "王渡", "李川"}),
    ],
)
async def test_tags_offices_and_the_unit_itself(
    world: World, said: str, expected: set[str]
) -> None:
    school = await open_committee(world)
    shown = await plan(school, f"/activity 11月27日 15:00 座谈会 会议室\n对象：{said}")
    assert set(school.states()) == expected
    assert f"应到{len(expected)}" in shown.text


async def test_people_who_are_named_come_besides_and_count_once(world: World) -> None:
    school = await open_committee(world)
    shown = await world.say(school.lin, f"{MEETING['zh']}\n另邀：陈帆、王渡\n列席：周敏、李川")
    assert "应到3人" in shown.text
    await world.press(school.lin, "确认", message=shown)
    assert set(school.states()) == {"王渡", "李川", "何湾", "陈帆", "周敏"}
    assert "应到3 · 签到0" in shown.text


@pytest.mark.parametrize(
    ("language", "line", "refused"),
    [
        ("zh", "对象：组长", "没有“组长”可以邀请"),
        ("en", "For: group leaders", "there is nobody to invite for “Group leader”"),
    ],
)
async def test_a_meeting_of_nobody_is_refused(
    world: World, language: str, line: str, refused: str
) -> None:
    school = await open_committee(world, language)
    shown = await plan(school, MEETING[language].split("\n")[0] + f"\n{line}", language)
    assert refused in shown.text
    assert school.states() == {}


@pytest.mark.parametrize("said", ["部长", "委员、部长", "长" * 4000])
async def test_an_unknown_office_is_told(world: World, said: str) -> None:
    school = await open_committee(world)
    shown = await world.say(school.lin, f"/activity 11月27日 15:00 支委会 会议室\n对象：{said}")
    assert f"没有叫{said[-2:]}" in shown.text or "没有叫长长" in shown.text
    assert "🎯" not in shown.text


@pytest.mark.parametrize(
    ("language", "line", "place", "asked", "everybody"),
    [
        ("zh", "对象：部长", "地点：大会议室", "请再写一次对象", "对象：所有人"),
        ("en", "For: ministers", "Place: Hall", "Write once more whom it is for", "For: everybody"),
    ],
)
async def test_nobody_is_invited_before_it_is_clear_whom_it_is_for(
    world: World, language: str, line: str, place: str, asked: str, everybody: str
) -> None:
    school = await open_committee(world, language)
    first = MEETING[language].split("\n")[0]
    for words in (f"{first}\n{line}", place):
        shown = await world.say(school.lin, words)
        assert asked in shown.text
        assert CONFIRM[language] not in str(shown.buttons)
        for version in range(1, 5):
            await press_stale(world, school.lin, shown, f"v1:plan_make:1:{version}")
        assert school.states() == {}
    shown = await world.say(school.lin, everybody)
    assert asked not in shown.text
    await world.press(school.lin, CONFIRM[language], message=shown)
    assert set(school.states()) == {"林岚", "陈帆", "王渡", "李川"}


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_series_invites_who_is_on_the_committee_by_then(
    world: World, language: str
) -> None:
    school = await open_committee(world, language)
    shown = await world.say(school.lin, SERIES[language])
    assert FOR[language] in shown.text
    await world.press(school.lin, CONFIRM[language], message=shown)
    await world.move_to(at("2026-11-24 10:00"))
    end_office(world, school.scene.people["王渡"])
    chen, branch, now = school.scene.people["陈帆"], school.scene.units["branch"], world.clock()
    world.change(lambda s: add_office(s, chen, branch, role="committee_member", now=now))
    heard = len(world.messages(school.wang))
    await world.move_to(at("2026-11-30 07:31"))
    assert on_list(school, activity=2) == {"李川", "何湾", "陈帆"}
    assert not [one for one in world.messages(school.wang)[heard:] if "12月7日" in one.text]


async def test_who_was_named_stays_when_his_office_ends(world: World) -> None:
    school = await open_committee(world)
    await plan(school, f"{SERIES['zh']}\n另邀：王渡\n列席：周敏")
    end_office(world, school.scene.people["王渡"])
    end_office(world, school.scene.people["何湾"])
    await world.move_to(at("2026-11-30 07:31"))
    assert on_list(school, activity=2) == {"李川", "王渡", "周敏"}


async def test_once_more_is_for_the_same(world: World) -> None:
    school = await open_committee(world)
    await plan(school, MEETING["zh"])
    end_office(world, school.scene.people["王渡"])
    await press_stale(world, school.lin, world.last(school.lin), "v1:plan_again:1:1")
    shown = await world.say(school.lin, "12月4日 15:00")
    assert FOR["zh"] in shown.text
    assert "应到2人" in shown.text
    assert "另邀" not in shown.text
