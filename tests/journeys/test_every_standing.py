"""Every way in which somebody can stand, as an officer says it and as everybody then reads it."""

import pytest
from sqlmodel import select

from domain.correction import Why
from sandbox.chats import Message
from storage.tables.process import HistoryRow
from tests.harness.activities import School, hold_from, open_school, press_stale
from tests.harness.world import World, at

# What is said, how it is kept, what his own card says then, and what his record says.
Said = tuple[str, str, str, str]
ONCE_HELD: dict[str, tuple[Said, ...]] = {
    "zh": (
        ("签到", "present", "✅ 已签到", "签到"),
        ("迟到", "late", "已签到（迟到）", "迟到"),
        ("早退", "late", "记为早退", "早退"),
        ("请假", "excused", "负责人已为您登记请假", "请假"),
        ("补学", "made_up", "您已补学", "补学"),
        ("缺席", "absent", "您被记为缺席", "缺席"),
    ),
    "en": (
        ("present", "present", "✅ Checked in", "present"),
        ("late", "late", "Checked in late", "late"),
        ("left early", "late", "Noted as having left early", "left early"),
        ("on leave", "excused", "has noted you as on leave", "on leave"),
        ("made up", "made_up", "You have made it up", "made up"),
        ("absent", "absent", "you are noted as absent", "absent"),
    ),
}
WHILE_PLANNED: dict[str, tuple[Said, ...]] = {
    "zh": (
        *ONCE_HELD["zh"][:4],
        ("未签到", "expected", "签到时间 14:30 至 15:10", "未签到"),
    ),
    "en": (
        *ONCE_HELD["en"][:4],
        ("not checked in", "expected", "Check-in 14:30 to 15:10", "not checked in"),
    ),
}
WHY = {
    "zh": ("忘记签到", "没带手机", "已口头说明", "登记有误", "其他"),
    "en": ("Forgot to check in", "No phone", "Told me orally", "Entered wrongly", "Other"),
}
SAVED = {"zh": "已更正", "en": "Corrected"}


async def begin(world: World, language: str) -> tuple[School, Message]:
    """The study has begun, and everybody is expected; the secretary's card."""
    school = await open_school(world, language)
    card = await school.plan(language)
    await world.move_to(at("2026-11-27 15:05"))
    return school, card


async def correct(school: School, card: Message, label: str, why: str) -> str:
    """Go through name, standing and reason by their buttons; returns the toast."""
    wang = school.scene.people["王渡"]
    await press_stale(school.world, school.lin, card, "v1:fix:1:1")
    [name] = [b for row in card.buttons for b in row if (b.data or "").endswith(f"1-{wang}:1")]
    await school.world.press(school.lin, name.text, message=card)
    await school.world.press(school.lin, label, message=card)
    return await school.world.press(school.lin, why, message=card)


def kept(world: World) -> list[tuple[str, str, str]]:
    """Every correction as the history has it: before, after, why."""
    rows = world.look(lambda s: s.exec(select(HistoryRow)).all())
    return [
        (row.before["state"], row.after["state"], row.after["why"])
        for row in rows
        if row.verb == "corrected" and row.before and row.after
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("is_held", [True, False], ids=["once held", "while it goes on"])
async def test_every_standing_can_be_said_and_is_read_by_everybody(
    world: World, language: str, is_held: bool
) -> None:
    school, card = await begin(world, language)
    invitation = world.last(school.wang)
    if is_held:
        await hold_from(world, school.lin, card)
    every = (ONCE_HELD if is_held else WHILE_PLANNED)[language]
    was = "absent" if is_held else "expected"
    expected = []
    for number, (label, state, own, record) in enumerate(every):
        toast = await correct(school, card, label, WHY[language][number % 5])
        assert SAVED[language] in toast
        assert school.states()["王渡"] == state
        assert own in invitation.text
        assert record in (await world.say(school.wang, "/history")).text
        expected.append((was, state, list(Why)[number % 5].value))
        was = state
    assert kept(world) == expected
