"""When the level above is told is taken out of a sentence, and what only looks like it stays."""

import pytest

from domain.climb_phrases import find_climb


@pytest.mark.parametrize(
    ("words", "after", "rest"),
    [
        ("学习 每月5日前，逾期5个工作日报上级", (5,), "学习 每月5日前"),
        ("学习 每月5日前 逾期满三天后上报", (3,), "学习 每月5日前"),
        ("逾期第5、10个工作日上报", (5, 10), ""),
        ("逾期超过10天仍未完成，则通知上级组织", (10,), ""),
        ("逾期两天就告诉上一级", (2,), ""),
        ("逾期后不通知上级，提前3天提醒", (), "，提前3天提醒"),
        ("不报上级", (), ""),
        ("逾期不上报", (), ""),
        ("by the 5th, escalate after 5 and 10 working days", (5, 10), "by the 5th"),
        ("tell the level above 3 days after the deadline", (3,), ""),
        ("notify the superior after 5 days", (5,), ""),
        ("when 5 working days overdue, tell the level above", (5,), ""),
        ("escalate to the level above on day 7", (7,), ""),
        ("never escalate", (), ""),
        ("don't tell the level above", (), ""),
        ("会后5个工作日报上级党委", None, "会后5个工作日报上级党委"),
        ("完成后5个工作日内上报上级", None, "完成后5个工作日内上报上级"),
        ("每月5日前上报台账", None, "每月5日前上报台账"),
        ("台账报送上级 每月5日前", None, "台账报送上级 每月5日前"),
        ("逾期后第1、3天提醒", None, "逾期后第1、3天提醒"),
        ("tell the level above every month", None, "tell the level above every month"),
        ("escalation drill every quarter", None, "escalation drill every quarter"),
        ("", None, ""),
    ],
)  # fmt: skip
def test_the_level_above_in_words(words: str, after: tuple[int, ...] | None, rest: str) -> None:
    found = find_climb(words)
    assert (found.after, found.rest, found.is_too_much) == (after, rest, False)


@pytest.mark.parametrize(
    "words",
    [
        "逾期第1、2、3、4、5、6天上报",
        "逾期100天上报",
        "逾期0天上报",
        "escalate after 5 and 5 days",
        "escalate after 999 working days",
    ],
)
def test_more_than_there_can_be_is_told(words: str) -> None:
    found = find_climb(words)
    assert (found.after, found.is_too_much) == (None, True)
