"""What was missed counts once, however many make-up sessions there were."""

import pytest
from sqlmodel import col, update

from storage.tables.activities import ActivityRow
from storage.tables.organisation import PersonRow
from tests.harness.world import World, at
from tests.journeys.test_absences import FIRST, MISSED, SECOND, open_study


@pytest.mark.parametrize(
    ("language", "missed", "session", "made_up"),
    [
        (
            "zh",
            "活动：应到1次，实到0次 · 迟到0 · 请假0 · 缺席1",
            "缺席 （补学活动）",
            "活动：应到1次，实到1次 · 迟到0 · 请假0 · 缺席0",
        ),
        (
            "en",
            "there 0 of 1 · late 0 · on leave 0 · absent 1",
            "absent (make-up session)",
            "there 1 of 1 · late 0 · on leave 0 · absent 0",
        ),
    ],
)
async def test_what_was_missed_counts_once_in_ones_own_record_whatever_sessions_there_were(
    world: World, language: str, missed: str, session: str, made_up: str
) -> None:
    study = await open_study(world)
    wang = study.school.wang
    world.change(lambda s: s.execute(update(PersonRow).values(language=language)))
    await world.move_to(at("2026-12-01 16:00"))
    await study.hold(FIRST)
    said = (await world.say(wang, "/history")).text
    assert missed in said
    assert session in said
    await study.mark(SECOND, "王渡")
    await study.hold(SECOND)
    assert made_up in (await world.say(wang, "/history")).text


async def test_a_session_counts_for_itself_where_nothing_was_missed(world: World) -> None:
    study = await open_study(world)
    off = update(ActivityRow).where(col(ActivityRow.id) == MISSED).values(state="cancelled")
    world.change(lambda s: s.execute(off))
    await world.move_to(at("2026-12-01 15:00"))
    await study.mark(FIRST, "王渡")
    await world.move_to(at("2026-12-02 15:00"))
    said = (await world.say(study.school.wang, "/history")).text
    assert "应到2次，实到1次" in said
    assert "补学活动" not in said
