"""Stretches of time in Chinese, single and recurring."""

import pytest

from tests.domain.schedule_words.telling import told

CASES = {
    "last month": ("上个月", "period 2026-10-01 to 2026-10-31"),
    "the last days": ("近30天", "period 2026-10-23 to 2026-11-21"),
    "the coming days": ("未来7天", "period 2026-11-21 to 2026-11-27"),
    "a quarter": ("本季度", "period 2026-10-01 to 2026-12-31"),
    "half a year": ("今年上半年", "period 2026-01-01 to 2026-06-30"),
    "so far": ("今年以来", "period 2026-01-01 to 2026-11-21"),
    "a weekend": ("下周末", "period 2026-11-28 to 2026-11-29"),
    "dates": ("12月1日至15日", "period 2026-12-01 to 2026-12-15"),
    "dates in figures": ("12.1-12.15", "period 2026-12-01 to 2026-12-15"),
    "hours": ("明天下午2点-4点", "period 2026-11-22T14:00 to 2026-11-22T16:00"),
    "hours across noon": ("明天9点到5点", "period 2026-11-22T09:00 to 2026-11-22T17:00"),
    "hours across midnight": (
        "明晚10点到次日凌晨2点",
        "period 2026-11-22T22:00 to 2026-11-23T02:00",
    ),
    "days and hours": (
        "12月1日上午9点到12月3日下午5点",
        "period 2026-12-01T09:00 to 2026-12-03T17:00",
    ),
    "over the turn of the year": ("9月到次年1月", "period 2026-09-01 to 2027-01-31"),
    "ten days": ("下月中旬", "period 2026-12-11 to 2026-12-20"),
    "so long from a day": ("12月10日起三天", "period 2026-12-10 to 2026-12-12"),
    "so long from an hour": (
        "明天下午3点开始两小时",
        "period 2026-11-22T15:00 to 2026-11-22T17:00",
    ),
    "two days": ("明后天", "period 2026-11-22 to 2026-11-23"),
    "hours each week": (
        "每周三下午2点到4点",
        "period FREQ=WEEKLY;BYDAY=WE;BYHOUR=14;BYMINUTE=0 lasts PT2H",
    ),
    "hours on working days": (
        "工作日下午4点半到6点",
        "period FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=16;BYMINUTE=30 lasts PT1H30M workdays",
    ),
    "hours over midnight": ("22点到6点", "period 2026-11-22T22:00 to 2026-11-23T06:00"),
    "hours over midnight, every day": (
        "每晚10点到6点",
        "period FREQ=DAILY;BYHOUR=22;BYMINUTE=0 lasts PT8H",
    ),
    "hours of an evening": ("晚上8点到10点", "period 2026-11-22T20:00 to 2026-11-22T22:00"),
    "days each month": ("每月1日到5日", "period FREQ=MONTHLY;BYMONTHDAY=1 lasts P5D"),
    "to the month's end": ("每月25日至月底", "period FREQ=MONTHLY;BYMONTHDAY=25 lasts P6D"),
    "the first days": ("每月前三天", "period FREQ=MONTHLY;BYMONTHDAY=1 lasts P3D"),
    "ten days each month": ("每月中旬", "period FREQ=MONTHLY;BYMONTHDAY=11 lasts P10D"),
    "to the end, by the month": ("每月下旬", "period FREQ=MONTHLY;BYMONTHDAY=21 lasts P10D"),
    "days each year": ("每年9月1日至10日", "period FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1 lasts P10D"),
    "a quarter each year": ("每年第四季度", "period FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1 lasts P3M"),
    "every weekend": ("每周末", "period FREQ=WEEKLY;BYDAY=SA lasts P2D"),
    "so long each week": (
        "每周三下午3点，持续2小时",
        "period FREQ=WEEKLY;BYDAY=WE;BYHOUR=15;BYMINUTE=0 lasts PT2H",
    ),
}


@pytest.mark.parametrize(("words", "meaning"), CASES.values(), ids=CASES.keys())
def test_a_stretch_has_both_ends(words: str, meaning: str) -> None:
    assert told(words) == meaning


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("每年11月开始，年底前完成", "period FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=1 lasts P2M"),
        ("每年3月开始，6月底前完成", "period FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1 lasts P4M"),
        ("每年9月开始，12月前完成", "ask: not all understood"),
        ("每年11月开始", "ask: not all understood"),
    ],
)
def test_what_begins_every_year_is_no_rule_that_began_once(words: str, meaning: str) -> None:
    assert told(words) == meaning
