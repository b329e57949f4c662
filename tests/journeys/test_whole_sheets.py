"""The attendance sheet with every standing in it, opened and compared cell by cell."""

from datetime import datetime, time
from typing import Any

import pytest
from sqlmodel import Session

from storage.tables.activities import ActivityRow, ExpectedRow
from tests.harness.activities import School, open_school, press_stale
from tests.harness.ledgers import document, read_book
from tests.harness.scenes import add_person
from tests.harness.world import World, at

IN_TIME, LATER = at("2026-11-27 14:45"), at("2026-11-27 15:20")
STANDINGS: dict[str, dict[str, Any]] = {
    "林岚": {"state": "present", "way": "self", "recorded_at": IN_TIME},
    "陈帆": {"state": "late", "way": "wall", "recorded_at": LATER},
    "王渡": {"state": "excused", "way": "self", "recorded_at": IN_TIME, "reason": "ill"},
    "甲": {"state": "absent"},
    "乙": {"state": "made_up", "way": "officer", "recorded_at": IN_TIME},
    "丙": {"state": "present", "way": "code", "recorded_at": IN_TIME, "left_at": LATER},
    "丁": {"state": "expected"},
    "观察员": {"state": "present", "recorded_at": IN_TIME, "way": "self", "is_observer": True},
}


async def open_sheet(world: World, language: str) -> list[tuple[object, ...]]:
    """A study at which everybody stands otherwise was held; its sheet."""
    school = await open_school(world, language)
    card = await school.plan(language)
    await world.move_to(at("2026-11-27 17:00"))
    world.change(lambda s: _stand(s, school, now=world.clock()))
    await press_stale(world, school.lin, card, "v1:sheet:1:1")
    [rows] = read_book(document(world.last(school.lin))[1]).values()
    return rows


def _stand(session: Session, school: School, *, now: datetime) -> None:
    activity = session.get_one(ActivityRow, 1)
    activity.state, activity.topic, activity.settled_at = "held", "学习章程", now
    for name, standing in STANDINGS.items():
        person = school.scene.people.get(name)
        if person is None:
            person = add_person(session, name, school.scene.units["branch"], now=now)
            session.add(ExpectedRow(activity_id=1, person_id=person))
            session.flush()
        row = session.get_one(ExpectedRow, (1, person))
        for field, value in standing.items():
            setattr(row, field, value)


BRANCH = "青石小学第一支部"
SHEET: dict[str, list[tuple[object, ...]]] = {
    "zh": [
        ("青石小学 教职工政治学习",),
        ("时间：2026年11月27日星期五 15:00",),
        ("地点：会议室",),
        ("议题：学习章程",),
        ("状态：已开",),
        ("序号", "姓名", "组织", "签到时间", "方式", "状态", "备注"),
        (1, "林岚", "青石小学", time(14, 45), "本人", "签到", "无"),
        (2, "陈帆", BRANCH, time(15, 20), "会场二维码", "迟到", "无"),
        (3, "王渡", BRANCH, "无", "无", "请假", "病假"),
        (4, "甲", BRANCH, "无", "无", "缺席", "无"),
        (5, "乙", BRANCH, "无", "负责人代签", "补学", "无"),
        (6, "丙", BRANCH, time(14, 45), "签到码", "签到", "早退"),
        (7, "丁", BRANCH, "无", "无", "未签到", "无"),
        ("应到7 · 实到4 · 请假1 · 缺席1 · 出席率57.1%",),
        ("主持人：                    记录人：",),
    ],
    "en": [
        ("青石小学 Staff study",),
        ("Time: Fri 27 Nov 2026 15:00",),
        ("Place: Room 2",),
        ("Topic: 学习章程",),
        ("State: held",),
        ("No.", "Full name", "Unit", "Checked in at", "Way", "State", "Remarks"),
        (1, "林岚", "青石小学", time(14, 45), "self", "present", "none"),
        (2, "陈帆", BRANCH, time(15, 20), "code on the wall", "late", "none"),
        (3, "王渡", BRANCH, "none", "none", "on leave", "Ill"),
        (4, "甲", BRANCH, "none", "none", "absent", "none"),
        (5, "乙", BRANCH, "none", "by an officer", "made up", "none"),
        (6, "丙", BRANCH, time(14, 45), "code", "present", "left early"),
        (7, "丁", BRANCH, "none", "none", "not checked in", "none"),
        ("Expected 7 · came 4 · on leave 1 · absent 1 · rate 57.1%",),
        ("Chair:                    Recorder:",),
    ],
}


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_cell_of_the_sheet_is_right(world: World, language: str) -> None:
    rows = await open_sheet(world, language)
    assert [tuple(cell for cell in row if cell is not None) for row in rows] == SHEET[language]
