"""Counts that say the same twice, weeks that were counted, and days of one week alone."""

import pytest

from tests.domain.schedule_words.telling import asked, told

_IN_HALVES = "deadline FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1;BYHOUR=23;BYMINUTE=59"
CASES = {
    "每年不少于4次，每季度至少1次": "period 1- per quarter",
    "每年不少于6次，每季度至少1次": "ask: not all understood",
    "每半年一次，6月底和12月底前": _IN_HALVES,
    "每半年一次，6月、12月": "period 1- per half-year",
    "two to three times a year": "period 2-3 per year",
    "once or twice a month": "period 1-2 per month",
    "in mid-June and mid-December each year": (
        "period FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=11 lasts P10D"
    ),
    "两周后周三下午3点": "once 2026-12-02T15:00",
    "连续三周周六上午9点": (
        "recurring FREQ=WEEKLY;BYDAY=SA;BYHOUR=9;BYMINUTE=0;COUNT=3 from 2026-11-28"
    ),
    "下周一至周五每天上午8点半": (
        "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=8;BYMINUTE=30;UNTIL=20261127T235959"
        " from 2026-11-23"
    ),
    "下周一至周五上午9点": "ask: which meaning",
    "会前3天通知": "once meeting-P3D",
}


@pytest.mark.parametrize("text", CASES)
def test_what_it_means(text: str) -> None:
    assert told(text) == CASES[text]


def test_middles_of_two_months_are_of_every_year_or_of_the_next_one() -> None:
    assert asked("mid-June and mid-December") == (
        "ask: which meaning",
        "period FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=11 lasts P10D",
        "period 2026-12-11 to 2026-12-20",
        "period 2027-06-11 to 2027-06-20",
    )
