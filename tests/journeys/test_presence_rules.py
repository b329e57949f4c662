"""What the organisation has settled about check-in holds wherever somebody looks."""

from dataclasses import replace

import pytest

from domain.presence_rules import PresenceRules
from domain.quorum import Share
from storage import presence_rules
from tests.harness.activities import hold_from, labels, open_more, open_school, press_stale
from tests.harness.duties import tag
from tests.harness.presence import plan_with, record_of, shown
from tests.harness.world import World, at


def settle(world: World, rules: PresenceRules) -> None:
    """The organisation has chosen."""
    world.change(lambda session: presence_rules.keep(session, rules))


def settled(world: World) -> PresenceRules:
    """What holds."""
    return world.look(presence_rules.load)


@pytest.mark.parametrize(
    ("language", "rules", "seconds", "trade", "choose", "after", "confirm"),
    [
        ("zh", "签到规则", "90秒", "屏幕截图", "准时：10分内", "开始后15分钟内签到为准时", "确认"),
        (
            "en",
            "Rules of check-in",
            "90 s",
            "picture of the screen",
            "In time: +10 min",
            "In time until 15 minutes after the start",
            "Confirm",
        ),
    ],
)
async def test_an_administrator_reads_the_rules_and_changes_one_with_a_preview(
    world: World,
    language: str,
    rules: str,
    seconds: str,
    trade: str,
    choose: str,
    after: str,
    confirm: str,
) -> None:
    school = await open_school(world, language)
    he = world.give_phone(school.scene.people["何静"], "何静", language=language)
    page = await world.say(he, "/config")
    await world.press(he, rules, message=page)
    assert seconds in page.text
    assert trade in page.text
    await world.press(he, choose, message=page)
    preview = world.last(he)
    assert after in preview.text
    assert settled(world).closes_after == 10
    await world.press(he, confirm, message=preview)
    assert settled(world) == PresenceRules(closes_after=15)


async def test_nobody_else_sees_or_turns_the_rules(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await press_stale(world, school.lin, card, "v1:config_rule:photo:0")
    assert settled(world) == PresenceRules()
    he = world.give_phone(school.scene.people["何静"], "何静")
    page = await world.say(he, "/config")
    assert "过时" in await press_stale(world, he, page, "v1:config_rule:gravity:0")


async def test_the_window_is_that_of_the_organisation(world: World) -> None:
    school = await open_school(world)
    settle(world, PresenceRules(opens_before=60, closes_after=0))
    await school.plan()
    await world.move_to(at("2026-11-27 14:00"))
    opening = world.last(school.wang)
    await world.move_to(at("2026-11-27 15:01"))
    await press_stale(world, school.wang, opening, "v1:checkin:1:0")
    assert school.states()["王渡"] == "late"


@pytest.mark.parametrize(
    ("language", "button", "missed", "reached"),
    [
        (
            "zh",
            "⚖️ > 1/2",
            "应到2，实到0；要求过半数（2人），未达到",
            "应到2，实到2；要求过半数（2人），已达到",
        ),
        (
            "en",
            "⚖️ > 1/2",
            "0 of 2 here; more than half (2): not reached",
            "2 of 2 here; more than half (2): reached",
        ),
    ],
)
async def test_a_quorum_counts_only_who_has_a_vote(
    world: World, language: str, button: str, missed: str, reached: str
) -> None:
    school = await open_school(world, language)
    settle(world, PresenceRules(quorum=Share.HALF, without_vote=("预备党员",)))
    tag(world, school.scene.people["王渡"], "预备党员")
    card = await school.plan(language)
    await open_more(world, school.lin, card)
    assert button in labels(card)
    assert missed in card.text
    await world.move_to(at("2026-11-27 15:00"))
    await press_stale(world, school.wang, world.last(school.wang), "v1:checkin:1:0")
    await press_stale(world, school.lin, card, "v1:activity:1:1")
    assert missed in card.text
    for name in ("林岚", "陈帆"):
        await press_stale(world, school.lin, card, f"v1:mark:1-{school.scene.people[name]}-here:1")
    await press_stale(world, school.lin, card, "v1:live:1:0")
    assert reached in world.last(school.lin).text
    await press_stale(world, school.lin, card, "v1:hold:1:1")
    assert reached in card.text


@pytest.mark.parametrize(
    ("language", "counted"), [("zh", "折算后缺席：1次"), ("en", "counted in: 1 absences")]
)
async def test_two_lates_are_one_absence_in_ones_own_record(
    world: World, language: str, counted: str
) -> None:
    school = await open_school(world, language)
    settle(world, PresenceRules(lates_per_absence=2))
    await school.plan(language)
    second = {"zh": "11月27日 16:00 读书会 图书馆", "en": "Nov 27 16:00 Reading, Library"}
    card = await world.say(school.lin, f"/activity {second[language]}")
    await world.press(school.lin, {"zh": "确认", "en": "Confirm"}[language], message=card)
    await world.move_to(at("2026-11-27 16:30"))
    own = world.last(school.wang)
    for activity in (1, 2):
        await press_stale(world, school.wang, own, f"v1:checkin:{activity}:0")
    assert counted in (await world.say(school.wang, "/history")).text


@pytest.mark.parametrize(("language", "left"), [("zh", "记为早退"), ("en", "left early")])
async def test_who_does_not_scan_again_at_the_end_has_left_early(
    world: World, language: str, left: str
) -> None:
    school = await open_school(world, language)
    settle(world, PresenceRules(second_scan=True))
    card = await plan_with(school, "wall", language)
    chen = world.give_phone(school.scene.people["陈帆"], "陈帆", language=language)
    await world.move_to(at("2026-11-27 15:02"))
    for phone in (school.wang, chen):
        await world.say(phone, f"/start {shown(world).scan}")
    await world.move_to(at("2026-11-27 16:30"))
    # Too early to say that one stays.
    await world.say(chen, f"/start {shown(world).scan}")
    await world.move_to(at("2026-11-27 16:52"))
    await world.say(chen, f"/start {shown(world).scan}")
    assert record_of(world, "陈帆")[1] == at("2026-11-27 15:02")
    await hold_from(world, school.lin, card)
    assert left in world.last(school.wang).text
    assert left not in world.last(chen).text
    await press_stale(world, school.lin, card, "v1:unhold:1:3")
    assert left not in world.last(school.wang).text


@pytest.mark.parametrize(
    ("language", "told", "missing"),
    [("zh", "系统中断", "未签到（3人）"), ("en", "I was away", "Not checked in (3)")],
)
async def test_an_outage_at_the_close_is_told_to_who_is_in_charge(
    world: World, language: str, told: str, missing: str
) -> None:
    school = await open_school(world, language)
    await school.plan(language)
    await world.move_to(at("2026-11-27 15:05"))
    await world.muduo.close()
    world.clock.move_to(at("2026-11-27 15:12"))
    world.muduo = type(world.muduo)(world.muduo.parts)
    await world.muduo.open()
    await world.muduo.settle()
    message = world.last(school.lin)
    assert told in message.text
    assert missing in message.text
    await world.tick(seconds=100)
    await press_stale(world, school.wang, world.last(school.wang), "v1:checkin:1:0")
    assert school.states()["王渡"] == "present"


async def test_rules_of_an_activity_stay_those_under_which_it_was_planned(world: World) -> None:
    school = await open_school(world)
    await school.plan()
    settle(world, replace(settled(world), closes_after=0))
    await world.move_to(at("2026-11-27 15:08"))
    await press_stale(world, school.wang, world.last(school.wang), "v1:checkin:1:0")
    assert school.states()["王渡"] == "present"
