"""What must be asked in Chinese, and with which readings."""

import pytest

from tests.domain.schedule_words.telling import asked

CASES = {
    "past today": (
        "今天下午3点",
        (
            "ask: past",
            "once 2026-11-22T15:00",
            "once 2026-11-21T15:00",
        ),
    ),
    "past this week": (
        "本周五前",
        (
            "ask: past",
            "deadline 2026-11-27T23:59",
            "deadline 2026-11-20T23:59",
        ),
    ),
    "past for good": (
        "上周五下午3点",
        (
            "ask: past",
            "once 2026-11-13T15:00",
        ),
    ),
    "vague": ("尽快", ("ask: vague",)),
    "vague after days": ("过几天", ("ask: vague",)),
    "about": (
        "每月15日左右",
        (
            "ask: vague",
            "recurring FREQ=MONTHLY;BYMONTHDAY=15",
        ),
    ),
    "no day": ("每周", ("ask: no date",)),
    "an hour of the afternoon or the night": (
        "明天3点",
        (
            "ask: which half of the day",
            "once 2026-11-22T15:00",
            "once 2026-11-22T03:00",
        ),
    ),
    "a bare hour": (
        "8点",
        (
            "ask: which half of the day",
            "once 2026-11-22T20:00",
            "once 2026-11-22T08:00",
        ),
    ),
    "before a stretch": (
        "明年一季度前",
        (
            "ask: which meaning",
            "deadline 2027-03-31T23:59",
            "deadline 2026-12-31T23:59",
        ),
    ),
    "the following month": (
        "次月5日前",
        (
            "ask: which meaning",
            "deadline 2026-12-05T23:59",
            "deadline FREQ=MONTHLY;BYMONTHDAY=5;BYHOUR=23;BYMINUTE=59",
        ),
    ),
    "the month's end": (
        "本月底",
        (
            "ask: which meaning",
            "period 2026-11-25 to 2026-11-30",
            "once 2026-11-30",
        ),
    ),
    "each month's beginning": (
        "每月初",
        (
            "ask: which meaning",
            "period FREQ=MONTHLY;BYMONTHDAY=1 lasts P5D",
            "recurring FREQ=MONTHLY;BYMONTHDAY=1",
        ),
    ),
    "the first week": (
        "每月第一周周五",
        (
            "ask: which meaning",
            "recurring FREQ=MONTHLY;BYDAY=1FR",
            "recurring FREQ=MONTHLY;BYMONTHDAY=5,6,7,8,9,10,11;BYDAY=FR",
        ),
    ),
    "a literal gap": (
        "每隔两周周二",
        (
            "ask: which meaning",
            "recurring FREQ=WEEKLY;INTERVAL=3;BYDAY=TU from 2026-11-23",
            "recurring FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from 2026-11-23",
        ),
    ),
    "short months": (
        "每月31号",
        (
            "ask: short months",
            "recurring FREQ=MONTHLY;BYMONTHDAY=31",
            "recurring FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
        ),
    ),
    "bare weekdays": (
        "周二、周四",
        (
            "ask: which meaning",
            "recurring FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24,26;COUNT=2 from 2026-11-24",
            "recurring FREQ=WEEKLY;BYDAY=TU,TH",
        ),
    ),
    "bare days": (
        "10号、20号",
        (
            "ask: which meaning",
            "recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10,20;COUNT=2 from 2026-12-10",
            "recurring FREQ=MONTHLY;BYMONTHDAY=10,20",
        ),
    ),
    "a bare run": (
        "周一到周五",
        (
            "ask: which meaning",
            "period 2026-11-23 to 2026-11-27",
            "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        ),
    ),
    "a bare quarter": (
        "一季度",
        (
            "ask: which meaning",
            "period 2027-01-01 to 2027-03-31",
            "period 2026-01-01 to 2026-03-31",
        ),
    ),
    "term dates": ("开学第一周周五下午3点", ("ask: term start",)),
    "odd weeks": ("单周周三下午", ("ask: term start",)),
    "school holidays": ("每周一上午8点，寒暑假除外", ("ask: school dates",)),
    "a stretch of holiday": (
        "国庆期间",
        (
            "ask: holiday",
            "once 2027-10-01",
        ),
    ),
    "first days or days before": (
        "12月前三天",
        (
            "ask: which meaning",
            "period 2026-12-01 to 2026-12-03",
        ),
    ),
    "a rest": (
        "每周五下午3点 教研沙龙",
        (
            "ask: not all understood",
            "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0",
        ),
    ),
    "parts that do not fit": ("每周五下午3点 除了节假日 最后一周", ("ask: not all understood",)),
    "no such weekday": ("12月1日周五", ("refused: no such date",)),
}


@pytest.mark.parametrize(("words", "meaning"), CASES.values(), ids=CASES.keys())
def test_what_could_mean_two_things_is_asked(words: str, meaning: tuple[str, ...]) -> None:
    assert asked(words) == meaning
