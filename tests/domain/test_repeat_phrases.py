"""Reminders after the end are taken out of a sentence, as gaps or as places, and are capped."""

import pytest

from domain.repeat_phrases import FARTHEST_REPEAT, MOST_REPEATS, find_repeats


@pytest.mark.parametrize(
    ("words", "after", "rest"),
    [
        ("学习 每月5日前，之后每隔1、2、4天", (1, 3, 7), "学习 每月5日前"),
        ("每月5日前 之后每隔1，2，4天提醒", (1, 3, 7), "每月5日前"),
        ("每月5日前 逾期后每2天催一次，最多3次", (2, 4, 6), "每月5日前"),
        ("逾期后每隔三个工作日提醒一次", (3, 6, 9, 12, 15), ""),
        ("逾期后每隔1、2、4天提醒，最多5次", (1, 3, 7, 11, 15), ""),
        ("逾期第1、3、7个工作日提醒", (1, 3, 7), ""),
        ("逾期后1、2、4个工作日各催办一次", (1, 2, 4), ""),
        ("逾期未交的第二、五天再催", (2, 5), ""),
        ("逾期后不再提醒", (), ""),
        ("提前3天和1天，逾期后第1、3天提醒", (1, 3), "提前3天和1天"),
        ("提前3天提醒，此后每天提醒", (1, 2, 3, 4, 5), "提前3天提醒"),
        ("remind daily when overdue", (1, 2, 3, 4, 5), ""),
        ("when overdue remind every day, up to 3 times", (1, 2, 3), ""),
        ("by the 5th, then remind every 1, 2 and 4 days", (1, 3, 7), "by the 5th"),
        ("then every 1, 2, 4 working days", (1, 3, 7), ""),
        ("remind every 2 days when overdue, at most 4 times", (2, 4, 6, 8), ""),
        ("overdue: every two days, up to three times", (2, 4, 6), ""),
        ("when overdue remind on days 1, 3 and 7", (1, 3, 7), ""),
        ("overdue reminders after 1, 2 and 4 days", (1, 2, 4), ""),
        ("remind again 1 and 5 working days later", (1, 5), ""),
        ("remind 3 days before and 1, 2, 4 days after", (1, 2, 4), "remind 3 days before"),
        ("no reminders when overdue", (), ""),
        ("don't remind after the deadline", (), ""),
        ("remind 3 days and 1 day before", None, "remind 3 days and 1 day before"),
        ("in 3 working days after the meeting", None, "in 3 working days after the meeting"),
        ("会议之后3天内报送", None, "会议之后3天内报送"),
        ("每隔2天一次", None, "每隔2天一次"),
        ("12月5日开始，之后每隔2天", None, "12月5日开始，之后每隔2天"),
        ("every 2 days", None, "every 2 days"),
        ("remind 3 days after the meeting", None, "remind 3 days after the meeting"),
        ("食品过期每日检查", None, "食品过期每日检查"),
        ("check overdue every day, library", None, "check overdue every day, library"),
        ("每月5日前，逾期每2天，最多2次", (2, 4), "每月5日前"),
        ("then remind 10 and 1 days before", None, "then remind 10 and 1 days before"),
        ("then remind 1 day in advance", None, "then remind 1 day in advance"),
        ("then remind 1 and 3 days after", (1, 3), ""),
        ("", None, ""),
    ],
)  # fmt: skip
def test_repeats_in_words(words: str, after: tuple[int, ...] | None, rest: str) -> None:
    found = find_repeats(words)
    assert (found.after, found.rest, found.is_too_much) == (after, rest, False)


@pytest.mark.parametrize(
    "words",
    [
        "逾期后每隔1天提醒，最多11次",
        "逾期后每隔30天提醒，最多3次",
        "逾期后第0、1天提醒",
        "then remind every 1, 0 and 2 days",
        "逾期后第1、90天提醒",
        "when overdue remind on days 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 11",
        "逾期后每隔999天提醒，最多999次",
    ],
)
def test_nobody_is_reminded_for_ever(words: str) -> None:
    found = find_repeats(words)
    assert (found.after, found.is_too_much, found.rest) == (None, True, "")


def test_the_caps_themselves_are_allowed() -> None:
    assert find_repeats(f"逾期后每隔1天提醒，最多{MOST_REPEATS}次").after == tuple(range(1, 11))
    assert find_repeats(f"逾期后第{FARTHEST_REPEAT}天提醒").after == (FARTHEST_REPEAT,)


def test_very_long_words_are_left_alone() -> None:
    words = "逾期后" * 500 + "1、" * 1500 + "remind every 1, " * 300
    assert find_repeats(words).rest == words
