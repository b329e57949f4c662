"""The attendance sheet as a picture, from an activity's card: for its officer, in private."""

from io import BytesIO

import pytest
from PIL import Image

from sandbox.chats import Message
from tests.harness.activities import School, hold, open_more, open_school
from tests.harness.ledgers import document, read_book
from tests.harness.two_districts import labels, press_data
from tests.harness.world import World, at

TO_CHOOSE = {"zh": "🖼 签到表图片", "en": "🖼 Sheet as picture"}
NAMES = {"zh": "含姓名", "en": "With names"}
FIGURES = {"zh": "只要人数", "en": "Figures only"}
CHECK_IN = {"zh": "✅ 签到", "en": "✅ Check in"}


async def held(world: World, language: str) -> School:
    """The study was held; one of three came."""
    school = await open_school(world, language)
    card = await school.plan(language)
    await world.move_to(at("2026-11-27 14:45"))
    await world.say(school.wang, "/checkin")
    await world.press(school.wang, CHECK_IN[language])
    await world.move_to(at("2026-11-27 15:30"))
    await hold(world, school.lin, card, language)
    return school


def has_picture(message: Message) -> bool:
    if message.photo is None:
        return False
    with Image.open(BytesIO(message.photo.content)) as picture:
        return min(picture.size) > 300


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh", "应到 3 · 实到 1 · 其中迟到 0 · 请假 0 · 缺席 2 · 出席率 33.3%"),
        ("en", "Expected 3 · Came 1 · Of these late 0 · On leave 0 · Absent 2 · Rate 33.3%"),
    ],
)
async def test_the_officer_chooses_and_the_picture_says_what_the_sheet_says(
    world: World, language: str, told: str
) -> None:
    school = await held(world, language)
    card = world.last_with_button(school.lin, TO_CHOOSE[language])
    for button in (NAMES, FIGURES):
        await world.press(school.lin, TO_CHOOSE[language], message=card)
        await world.press(school.lin, button[language], message=card)
        sent = world.last(school.lin)
        assert has_picture(sent)
        assert told in sent.text
        assert labels(sent) == []
        await world.press(school.lin, "‹ " + {"zh": "返回", "en": "Back"}[language], message=card)
    await world.press(school.lin, {"zh": "🖨 签到表", "en": "🖨 Sheet"}[language], message=card)
    (rows,) = read_book(document(world.last(school.lin))[1]).values()
    assert "33.3%" in str(rows[-2][0])
    assert {"zh": "缺席2", "en": "absent 2"}[language] in str(rows[-2][0])


async def test_before_it_was_held_nobody_is_called_absent(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await open_more(world, school.lin, card)
    await world.press(school.lin, TO_CHOOSE["zh"], message=card)
    await world.press(school.lin, NAMES["zh"], message=card)
    await world.press(school.lin, NAMES["zh"], message=card)
    said = world.last(school.lin).text
    assert "应到 3 · 实到 0 · 其中迟到 0 · 请假 0" in said
    assert "缺席" not in said
    assert "计划中，截至2026年11月23日" in said


async def test_nobody_else_gets_it(world: World) -> None:
    school = await open_school(world)
    await school.plan()
    chen = world.give_phone(school.scene.people["陈帆"], "陈帆")
    for phone in (chen, school.wang):
        await world.say(phone, "/help")
        for verb in ("sheet_pic", "names_pic", "figures_pic"):
            for subject in (1, 999):
                data = f"v1:{verb}:{subject}:1"
                assert await press_data(world, phone, data) == "这个按钮您不能使用。"
        assert not [one for one in world.messages(phone) if one.photo]
