"""Checking in proves that one is there: a code on the wall, or four digits told in the room."""

import pytest

from tests.harness.activities import labels, open_more, open_school, press_stale
from tests.harness.presence import plan_with, record_of, shown
from tests.harness.world import World, at


@pytest.mark.parametrize(
    ("language", "told", "here"),
    [
        ("zh", "扫会场屏幕上的二维码", "✅ 已签到 15:02"),
        ("en", "scan the code", "Checked in at 15:02"),
    ],
)
async def test_a_scan_checks_in_at_once_by_the_instant_of_its_step(
    world: World, language: str, told: str, here: str
) -> None:
    school = await open_school(world, language)
    await plan_with(school, "wall", language)
    invitation = world.last(school.wang)
    assert told in invitation.text
    assert "✅" not in "".join(labels(invitation))
    scanned = shown(world, at("2026-11-27 15:02:14")).scan
    await world.move_to(at("2026-11-27 15:03:20"))
    assert here in (await world.say(school.wang, f"/start {scanned}")).text
    wang = school.scene.people["王渡"]
    assert record_of(world, "王渡") == ("present", at("2026-11-27 15:02"), "wall", wang)
    assert "15:02" in invitation.text


@pytest.mark.parametrize(
    ("language", "late"), [("zh", "（迟到）15:10"), ("en", "Checked in late, at 15:10")]
)
async def test_the_step_decides_who_is_late_not_the_phone(
    world: World, language: str, late: str
) -> None:
    school = await open_school(world, language)
    await plan_with(school, "wall", language)
    chen = world.give_phone(school.scene.people["陈帆"], "陈帆", language=language)
    last = shown(world, at("2026-11-27 15:10:14")).scan
    first_late = shown(world, at("2026-11-27 15:10:15")).scan
    await world.move_to(at("2026-11-27 15:11:20"))
    await world.say(school.wang, f"/start {last}")
    assert late in (await world.say(chen, f"/start {first_late}")).text
    assert (school.states()["王渡"], school.states()["陈帆"]) == ("present", "late")


@pytest.mark.parametrize(
    ("language", "again"), [("zh", "您已于14:40签到"), ("en", "Already checked in, at 14:40")]
)
async def test_a_second_scan_says_what_stands(world: World, language: str, again: str) -> None:
    school = await open_school(world, language)
    await plan_with(school, "wall", language)
    await world.move_to(at("2026-11-27 14:40"))
    scanned = shown(world).scan
    await world.say(school.wang, f"/start {scanned}")
    await world.tick(seconds=20)
    for payload in (scanned, shown(world).scan):
        assert again in (await world.say(school.wang, f"/start {payload}")).text
    assert record_of(world, "王渡")[1] == at("2026-11-27 14:40")


@pytest.mark.parametrize(
    ("language", "old", "none", "early"),
    [
        ("zh", "已过期", "无效", "签到将于11月27日星期五 14:30开放"),
        ("en", "too old", "not one of mine", "opens at Fri 27 Nov 14:30"),
    ],
)
async def test_pictures_forgeries_and_codes_of_tomorrow_open_nothing(
    world: World, language: str, old: str, none: str, early: str
) -> None:
    school = await open_school(world, language)
    await plan_with(school, "wall", language)
    assert early in (await world.say(school.wang, f"/start {shown(world).scan}")).text
    await world.move_to(at("2026-11-27 14:45"))
    picture = shown(world).scan
    ahead = shown(world, at("2026-11-27 14:50")).scan
    forged = picture[:-22] + "A" * 22
    await world.tick(seconds=91)
    for payload, answer in ((picture, old), (ahead, old), (forged, none), ("c_x", none)):
        assert answer in (await world.say(school.wang, f"/start {payload}")).text
    assert school.states()["王渡"] == "expected"


async def test_a_scan_that_waited_for_us_counts_by_when_it_was_sent(world: World) -> None:
    school = await open_school(world)
    await plan_with(school, "wall")
    world.clock.move_to(at("2026-11-27 15:05"))
    world.stand_in.people.say(school.wang, f"/start {shown(world).scan}")
    await world.tick(hours=2)
    assert "已签到 15:05" in world.last(school.wang).text
    assert school.states()["王渡"] == "present"


@pytest.mark.parametrize(
    ("language", "unknown"), [("zh", "我还不认识您"), ("en", "I do not know you yet")]
)
async def test_an_unlinked_stranger_learns_nothing(
    world: World, language: str, unknown: str
) -> None:
    school = await open_school(world, language)
    await plan_with(school, "wall", language)
    await world.move_to(at("2026-11-27 14:45"))
    code = "zh-hans" if language == "zh" else "en"
    stranger = world.stand_in.people.add_person("路人", code)
    answers = {
        (await world.say(stranger, f"/start {payload}")).text
        for payload in (shown(world).scan, "c_1-1-" + "A" * 22)
    }
    assert len(answers) == 1
    assert unknown in answers.pop()
    said = "".join(message.text for message in world.messages(stranger))
    assert not any(word in said for word in ("学习", "study", "青石", "会议室", "Room"))


@pytest.mark.parametrize(
    ("language", "asked", "add", "counted"),
    [
        ("zh", "我已请负责人加入您", "加入并计入", "✅ 已签到 14:45"),
        ("en", "I have asked the officer", "Add and count", "✅ Checked in at 14:45"),
    ],
)
async def test_a_guest_is_added_by_the_officer_and_counts_by_his_scan(
    world: World, language: str, asked: str, add: str, counted: str
) -> None:
    school = await open_school(world, language)
    await plan_with(school, "wall", language)
    zhou = world.give_phone(school.scene.people["周敏"], "周敏", language=language)
    await world.move_to(at("2026-11-27 14:45"))
    assert asked in (await world.say(zhou, f"/start {shown(world).scan}")).text
    assert "周敏" not in school.states()
    card = world.last(school.lin)
    assert "周敏" in card.text
    await world.tick(minutes=20)
    await world.press(school.lin, add, message=card)
    assert labels(card) == []
    assert counted in world.last(zhou).text
    lin = school.scene.people["林岚"]
    assert record_of(world, "周敏") == ("present", at("2026-11-27 14:45"), "officer", lin)
    await press_stale(world, school.lin, card, "v1:guest_no:1:0")
    assert school.states()["周敏"] == "present"


async def test_a_guest_who_is_not_added_is_told_and_asks_only_once(world: World) -> None:
    school = await open_school(world)
    await plan_with(school, "wall")
    zhou = world.give_phone(school.scene.people["周敏"], "周敏")
    await world.move_to(at("2026-11-27 14:45"))
    for _ in range(3):
        await world.say(zhou, f"/start {shown(world).scan}")
    asked = [one for one in world.messages(school.lin) if "周敏" in one.text]
    assert len(asked) == 1
    assert "不能" in await press_stale(world, school.wang, asked[0], "v1:guest_add:1:0")
    await world.press(school.lin, "不加入", message=asked[0])
    assert "未计入" in world.last(zhou).text
    assert "未计入" in (await world.say(zhou, f"/start {shown(world).scan}")).text
    assert "周敏" not in school.states()


@pytest.mark.parametrize(
    ("language", "button", "refused"),
    [("zh", "✅ 签到", "签到方式：扫会场"), ("en", "✅ Check in", "To check in, scan")],
)
async def test_a_press_from_an_older_message_is_not_enough_any_more(
    world: World, language: str, button: str, refused: str
) -> None:
    school = await open_school(world, language)
    card = await school.plan(language)
    await world.move_to(at("2026-11-27 14:31"))
    opening = world.last(school.wang)
    assert button in labels(opening)
    await open_more(world, school.lin, card)
    await world.press(school.lin, "⚪ 大屏" if language == "zh" else "⚪ Wall", message=card)
    assert button not in labels(opening)
    assert refused in await press_stale(world, school.wang, opening, "v1:checkin:1:0")
    assert school.states()["王渡"] == "expected"
    await open_more(world, school.lin, card)
    await world.press(school.lin, "⚪ 按钮" if language == "zh" else "⚪ Button", message=card)
    assert button in labels(opening)


async def test_the_officer_sees_the_code_and_only_she(world: World) -> None:
    school = await open_school(world)
    card = await plan_with(school, "code")
    await world.move_to(at("2026-11-27 14:40:10"))
    assert shown(world).spoken in await world.press(school.lin, "🔢 查看签到码", message=card)
    refused = await press_stale(world, school.wang, world.last(school.wang), "v1:code:1:0")
    assert shown(world).spoken not in refused
    await open_more(world, school.lin, card)
    await world.press(school.lin, "⚪ 按钮", message=card)
    assert "不用签到码" in await press_stale(world, school.lin, card, "v1:code:1:0")


async def test_undo_takes_a_scan_back_for_ten_minutes(world: World) -> None:
    school = await open_school(world)
    await plan_with(school, "wall")
    await world.move_to(at("2026-11-27 14:40"))
    card = await world.say(school.wang, f"/start {shown(world).scan}")
    await world.press(school.wang, "↩️ 撤销", message=card)
    assert school.states()["王渡"] == "expected"
    assert "扫会场屏幕" in card.text
    await world.say(school.wang, f"/start {shown(world).scan}")
    assert school.states()["王渡"] == "present"
