"""Deadlines in Chinese."""

import pytest

from tests.domain.schedule_words.telling import told

CASES = {
    "a bare day is inclusive": ("25号之前", "deadline 2026-11-25T23:59"),
    "a bare day that is over is next month's": ("20日前", "deadline 2026-12-20T23:59"),
    "in words": ("截止到12月15日17:00", "deadline 2026-12-15T17:00"),
    "not later than": ("不晚于12月20日", "deadline 2026-12-20T23:59"),
    "the month's end": ("月底前", "deadline 2026-11-30T23:59"),
    "the year's end": ("年底前", "deadline 2026-12-31T23:59"),
    "within the month": ("本月内", "deadline 2026-11-30T23:59"),
    "within the year": ("年内", "deadline 2026-12-31T23:59"),
    "within days": ("三天之内", "deadline 2026-11-24T23:59"),
    "within working days": ("3个工作日内", "deadline 2026-11-25T23:59"),
    "by the hour": ("下午6点前", "deadline 2026-11-22T18:00"),
    "by close of business": ("周五下班前", "deadline 2026-11-27T18:00"),
    "a festival is a border": ("元旦前", "deadline 2026-12-31T23:59"),
    "what it is for": ("12月31日前上报", "deadline 2026-12-31T23:59"),
    "each month": ("每月25日前", "deadline FREQ=MONTHLY;BYMONTHDAY=25;BYHOUR=23;BYMINUTE=59"),
    "each year twice": (
        "每年1月10日前、7月10日前",
        "deadline FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=10;BYHOUR=23;BYMINUTE=59",
    ),
    "unlike dates": (
        "每年6月30日、12月31日前",
        "deadline FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=30,31;BYHOUR=23;BYMINUTE=59;BYSETPOS=1,3",
    ),
    "in a quarter": (
        "每季度首月10日前",
        "deadline FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10;BYHOUR=23;BYMINUTE=59",
    ),
    "after a quarter": (
        "每季度结束后10日内",
        "deadline FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10;BYHOUR=23;BYMINUTE=59",
    ),
    "in the month after a quarter": (
        "每季度次月15日前",
        "deadline FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15;BYHOUR=23;BYMINUTE=59",
    ),
    "in the month after each half": (
        "每半年次月10日前",
        "deadline FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=10;BYHOUR=23;BYMINUTE=59",
    ),
    "in the month after each month": (
        "每月次月5日前",
        "deadline FREQ=MONTHLY;BYMONTHDAY=5;BYHOUR=23;BYMINUTE=59",
    ),
    "after a month, in working days": (
        "每月结束后5个工作日内",
        "deadline FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=23;BYMINUTE=59;BYSETPOS=5 workdays",
    ),
    "the first working days": (
        "每月前5个工作日内",
        "deadline FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=23;BYMINUTE=59;BYSETPOS=5 workdays",
    ),
    "before a festival each year": (
        "每年七一前",
        "deadline FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30;BYHOUR=23;BYMINUTE=59",
    ),
    "before a lunar festival each year": ("每年中秋节前", "deadline mid_autumn-P1D@23:59"),
    "after a meeting": ("会后3个工作日内", "deadline meeting+3WD@23:59 workdays"),
    "after a notice": ("收到通知后3天内", "deadline notice+P3D@23:59"),
    "after a date": ("12月1日后3天内", "deadline 2026-12-04T23:59"),
    "each month's end": ("每月底前", "deadline FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=23;BYMINUTE=59"),
}


@pytest.mark.parametrize(("words", "meaning"), CASES.values(), ids=CASES.keys())
def test_a_deadline_counts_to_its_last_minute(words: str, meaning: str) -> None:
    assert told(words) == meaning
