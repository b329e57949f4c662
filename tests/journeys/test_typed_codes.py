"""Four digits told in the room and typed in the private chat prove that one is there."""

import pytest

from tests.harness.activities import open_school
from tests.harness.presence import plan_with, record_of, shown
from tests.harness.world import World, at


@pytest.mark.parametrize("typed", ["{code}", "/checkin {code}", " {code} "])
@pytest.mark.parametrize("proof", ["code", "wall"])
async def test_four_digits_are_typed_in_the_private_chat(
    world: World, proof: str, typed: str
) -> None:
    school = await open_school(world)
    await plan_with(school, proof)
    await world.move_to(at("2026-11-27 15:10:40"))
    spoken = shown(world).spoken
    await world.move_to(at("2026-11-27 15:12:10"))
    answer = await world.say(school.wang, typed.format(code=spoken))
    assert "✅ 已签到 15:10" in answer.text
    assert record_of(world, "王渡")[:3] == ("present", at("2026-11-27 15:10"), "code")


@pytest.mark.parametrize(
    ("language", "wrong", "ended"),
    [
        ("zh", "您还可以再试4次", "只能请负责人为您代签"),
        ("en", "You can try 4 more times", "only the officer in charge can record you"),
    ],
)
async def test_after_five_wrong_codes_only_the_officer_can_record_him(
    world: World, language: str, wrong: str, ended: str
) -> None:
    school = await open_school(world, language)
    card = await plan_with(school, "code", language)
    await world.move_to(at("2026-11-27 14:45"))
    right = shown(world).spoken
    bad = f"{(int(right) + 1) % 10_000:04}"
    assert wrong in (await world.say(school.wang, bad)).text
    for _ in range(4):
        await world.say(school.wang, bad)
    assert ended in world.last(school.wang).text
    assert ended in (await world.say(school.wang, right)).text
    assert school.states()["王渡"] == "expected"
    pages = {"zh": "✍️ 代签", "en": "✍️ Mark"}
    await world.press(school.lin, pages[language], message=card)
    await world.press(school.lin, "⬜ 王渡", message=card)
    assert record_of(world, "王渡")[2] == "officer"


async def test_ten_minutes_later_a_code_is_taken_again(world: World) -> None:
    school = await open_school(world)
    await plan_with(school, "code")
    await world.move_to(at("2026-11-27 14:45"))
    bad = f"{(int(shown(world).spoken) + 1) % 10_000:04}"
    for _ in range(5):
        await world.say(school.wang, bad)
    await world.tick(minutes=10, seconds=1)
    await world.say(school.wang, shown(world).spoken)
    assert school.states()["王渡"] == "present"


async def test_four_digits_mean_nothing_where_no_code_is_asked_for(world: World) -> None:
    school = await open_school(world)
    await school.plan()
    await world.move_to(at("2026-11-27 14:45"))
    assert "没有等您回答" in (await world.say(school.wang, "4821")).text
    assert "没有需要签到码" in (await world.say(school.wang, "/checkin 4821")).text
    assert "四位数字" in (await world.say(school.wang, "/checkin 48210")).text
    stranger = world.stand_in.people.add_person("路人", "zh-hans")
    assert "还不认识" in (await world.say(stranger, "4821")).text
    assert "还不认识" in (await world.say(stranger, "/checkin 4821")).text


async def test_whoever_is_present_answers_a_dialogue_with_four_digits(world: World) -> None:
    school = await open_school(world)
    await plan_with(school, "code")
    await world.move_to(at("2026-11-27 14:45"))
    await world.say(school.lin, shown(world).spoken)
    await world.say(school.lin, "/calendar")
    await world.press(school.lin, "✏️ 修改")
    assert record_of(world, "林岚")[0] == "present"
    answer = await world.say(school.lin, "2027")
    assert "没有看懂“2027”" in answer.text
    assert "✅ 已签到 14:45" in (await world.say(school.wang, shown(world).spoken)).text
    assert "您已于14:45签到" in (await world.say(school.wang, shown(world).spoken)).text
