"""What is written after the moment is taken apart into title and place."""

from datetime import UTC, datetime

import pytest

from domain.activity_plan import ActivityPlan, OwedDuty, Question, plan_from_facts, split_words
from domain.bilingual import Bilingual

STUDY = OwedDuty(id=1, name=Bilingual(zh="教职工政治学习", en="Staff study"), unit_ids=(2,))
LONGER = OwedDuty(id=3, name=Bilingual(zh="教职工政治学习会", en="Staff study day"), unit_ids=(2,))
OWED = (STUDY, LONGER)


@pytest.mark.parametrize(
    ("words", "title", "place", "duty"),
    [
        ("教职工政治学习 会议室", "教职工政治学习", "会议室", STUDY),
        ("教职工政治学习", "教职工政治学习", None, STUDY),
        ("教职工政治学习会 礼堂", "教职工政治学习会", "礼堂", LONGER),
        ("Staff study Room 2", "Staff study", "Room 2", STUDY),
        ("staff STUDY Room 2", "Staff study", "Room 2", STUDY),
        ("Staff study day Hall", "Staff study day", "Hall", LONGER),
        ("Staff study, Room 2", "Staff study", "Room 2", STUDY),
        ("教职工政治学习，会议室", "教职工政治学习", "会议室", STUDY),
        ("Staff studying Hall", "Staff studying Hall", None, None),
        ("Sports day, Field, east side", "Sports day", "Field, east side", None),
        ("运动会 操场 东侧", "运动会", "操场 东侧", None),
        ("Concert", "Concert", None, None),
        ("  Concert   Main  hall ", "Concert Main hall", None, None),
    ],
)
def test_an_owed_duty_a_comma_or_a_chinese_word_ends_the_title(
    words: str, title: str, place: str | None, duty: OwedDuty | None
) -> None:
    found = split_words(words, OWED)
    assert (found.title, found.place, found.duty) == (title, place, duty)


def test_a_plan_asks_for_what_it_lacks_in_order() -> None:
    plan = ActivityPlan()
    assert plan.question is Question.WHEN
    plan = ActivityPlan(starts_at=datetime(2026, 11, 27, 7, tzinfo=UTC))
    assert plan.question is Question.TITLE
    plan = plan.answered("运动会")
    assert plan.question is Question.PLACE
    assert plan.answered("无").place == ""
    assert plan.answered("操场").question is None


def test_a_plan_survives_in_a_draft() -> None:
    plan = ActivityPlan(
        starts_at=datetime(2026, 11, 27, 7, tzinfo=UTC),
        title="运动会",
        place="",
        duty_id=3,
        unit_id=2,
    )
    assert plan_from_facts(plan.to_facts()) == plan
    assert plan_from_facts({}) == ActivityPlan()
