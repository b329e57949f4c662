"""The board as a picture under /status: the same figures, and nothing of anybody else's."""

from collections.abc import Sequence
from io import BytesIO

import pytest
from PIL import Image

from domain.obligation import ObligationState
from sandbox.chats import Message
from tests.harness.ledgers import Came, add_activity
from tests.harness.scenes import Organisation
from tests.harness.two_districts import CANARIES, finish, labels, november, press_data
from tests.harness.world import World, at
from tests.journeys.reporting import phone


def size_of(message: Message) -> tuple[int, int]:
    """The picture that a message shows."""
    assert message.photo is not None
    with Image.open(BytesIO(message.photo.content)) as picture:
        return picture.size


@pytest.mark.parametrize(
    ("language", "button", "said", "figures"),
    [
        ("zh", "🖼 看板图", "东岸片区 · 2026年 · 应完成事项", "✅ 1/3 · ⏳ 2"),
        ("en", "🖼 As a picture", "东岸片区 · 2026 · what was due", "✅ 1/3 · ⏳ 2"),
    ],
)
async def test_the_picture_says_in_words_what_it_shows(
    world: World, language: str, button: str, said: str, figures: str
) -> None:
    scene = await november(world)
    finish(world, scene.units["stone"])
    he = phone(world, scene, "何静", language)
    text = await world.say(he, "/status")
    assert ("✅ 1 · ⏳ 2") in text.text
    await world.press(he, button)
    picture = world.last(he)
    assert min(size_of(picture)) > 300
    assert picture.text.startswith(said)
    assert figures in picture.text
    assert "青石小学" in picture.text
    assert not [word for word in CANARIES if word in picture.text]
    # The text stays as it was, and one goes on with it.
    assert labels(world.messages(he)[-2]) == labels(text)


async def test_late_and_missed_ones_count_together_and_excused_ones_not_at_all(
    world: World,
) -> None:
    scene = await november(world)
    finish(world, scene.units["stone"], state=ObligationState.EXCUSED)
    finish(world, scene.units["willow"], state=ObligationState.MISSED)
    he = phone(world, scene, "何静")
    await world.say(he, "/status")
    await world.press(he, "🖼 看板图")
    lines = world.last(he).text.splitlines()
    assert "✅ 0/2 · ⏳ 1 · ⚠️ 1" in lines[1]
    assert lines[2:] == ["青石小学：–", "柳岸小学：✅ 0/1 · ⚠️ 1", "石桥小学：✅ 0/1 · ⏳ 1"]


async def test_a_unit_with_nothing_below_is_drawn_duty_by_duty(world: World) -> None:
    scene = await november(world)
    lin = phone(world, scene, "林岚", "en")
    await world.say(lin, "/status")
    await world.press(lin, "🖼 As a picture")
    assert "Staff study: ✅ 0/1 · ⏳ 1" in world.last(lin).text
    await world.press(lin, "‹ 2025")
    assert "2025 · what was due" in world.last(lin).text
    assert "Staff study" not in world.last(lin).text


def hold(
    world: World, scene: Organisation, unit: str, month: str, came: Sequence[tuple[str, str]]
) -> None:
    """A study of that month, with who came how."""
    states = [Came(person=scene.people[name], state=state) for name, state in came]
    start, by = at(f"2026-{month}-09 15:00"), scene.people["林岚"]
    world.change(lambda s: add_activity(s, scene.units[unit], "学习", start, by=by, came=states))


async def test_attendance_over_the_year_is_the_second_picture(world: World) -> None:
    scene = await november(world)
    hold(world, scene, "stone", "03", [("林岚", "present"), ("王渡", "late"), ("何静", "absent")])
    hold(world, scene, "stone", "10", [("林岚", "made_up")])
    hold(world, scene, "snow", "03", [("白露", "present")])
    he = phone(world, scene, "何静")
    await world.say(he, "/status")
    await world.press(he, "🖼 看板图")
    await world.press(he, "📈 出席情况图")
    lines = world.last(he).text.splitlines()
    assert lines == [
        "东岸片区 · 2026年 · 出席情况",
        "图：各月出席情况。全年实到3人次，应到4人次（75%）。",
        "3月：应到3人次，实到2人次（66%）",
        "10月：应到1人次，实到1人次（100%）",
    ]
    assert min(size_of(world.last(he))) > 300


async def test_pictures_of_other_units_and_years_that_never_were_are_refused(
    world: World,
) -> None:
    scene = await november(world)
    he, wang = phone(world, scene, "何静"), phone(world, scene, "王渡")
    await world.say(he, "/status")
    for key in ("snow", "west", "committee"):
        for verb in ("board_pic", "turnout_pic"):
            data = f"v1:{verb}:{scene.units[key]}-2026:1"
            assert await press_data(world, he, data) == "这个按钮您不能使用。"
    east = scene.units["east"]
    for subject in (f"{east}-2026-H1", f"{east}-0000", f"{east}-", f"{east}", "x-2026"):
        data = f"v1:board_pic:{subject}:1"
        assert await press_data(world, he, data) == "这个按钮您不能使用。"
    await world.say(wang, "/start")
    data = f"v1:board_pic:{scene.units['stone']}-2026:1"
    assert await press_data(world, wang, data) == "这个按钮您不能使用。"
    assert not [one for one in world.messages(he) if one.photo]
