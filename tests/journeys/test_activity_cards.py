"""The officer's card holds what is used most; More holds the rest, in the same message."""

import pytest

from tests.harness.activities import labels, open_school, press_stale
from tests.harness.presence import plan_with
from tests.harness.world import World, at

MORE = {"zh": "⋯ 更多", "en": "⋯ More"}
BACK = {"zh": "‹ 返回", "en": "‹ Back"}


@pytest.mark.parametrize("proof", ["button", "wall"])
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_card_has_five_rows_at_most(world: World, language: str, proof: str) -> None:
    school = await open_school(world, language)
    if proof == "wall":
        card = await plan_with(school, proof, language)
    else:
        card = await school.plan(language)
    for moment in ("2026-11-27 14:35", "2026-11-27 15:30"):
        await press_stale(world, school.lin, card, "v1:activity:1:1")
        assert len(card.buttons) <= 5
        assert MORE[language] in labels(card)
        await world.move_to(at(moment))


@pytest.mark.parametrize(
    ("language", "rest"),
    [
        ("zh", ("🔗 还计入…", "🖨 签到表", "🖼 签到表图片", "✏️ 更正", "🔁 再办一次")),
        ("en", ("🔗 Counts for…", "🖨 Sheet", "🖼 Sheet as picture", "✏️ Correct", "🔁 Once more")),
    ],
)
async def test_more_edits_the_message_and_back_returns(
    world: World, language: str, rest: tuple[str, ...]
) -> None:
    school = await open_school(world, language)
    card = await school.plan(language)
    text, before, heard = card.text, labels(card), len(world.messages(school.lin))
    await world.press(school.lin, MORE[language], message=card)
    assert set(rest) < set(labels(card))
    assert len(labels(card)) == len(set(labels(card)))
    assert card.text == text
    await world.press(school.lin, BACK[language], message=card)
    assert labels(card) == before
    assert len(world.messages(school.lin)) == heard


async def test_more_of_what_is_over_is_what_can_still_be_done(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await press_stale(world, school.lin, card, "v1:call_off_yes:1:1")
    await press_stale(world, school.lin, card, "v1:activity_more:1:1")
    assert labels(card) == ["🔁 再办一次"]
    assert "不能" in await press_stale(
        world, school.wang, world.last(school.wang), "v1:activity_more:1:1"
    )


async def test_the_quorum_can_be_turned_again_and_again(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.press(school.lin, "⋯ 更多", message=card)
    for label in ("⚖️ 无到会要求", "⚖️ > 1/2", "⚖️ ≥ 2/3"):
        [shown] = [one for one in labels(card) if one.startswith("⚖️")]
        assert shown == label
        await world.press(school.lin, shown, message=card)
