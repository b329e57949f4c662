"""The parts of a rule in any order: no hour, bound or day is lost between two commas."""

import pytest

from tests.domain.schedule_words.telling import told

_MONDAYS = "recurring FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0"
CASES = {
    "每周一上午9点，12月1日起": f"{_MONDAYS} from 2026-12-01",
    "每周一上午9点，12月1日起，至明年1月底": f"{_MONDAYS};UNTIL=20270131T235959 from 2026-12-01",
    "从12月1日上午9点起，每周一": f"{_MONDAYS} from 2026-12-01",
    "每周一9点，到12月31日下午5点为止": f"{_MONDAYS};UNTIL=20261231T170000",
    "每周一上午9点到11点，从12月1日到12月31日": (
        "period FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0;UNTIL=20261231T235959"
        " from 2026-12-01 lasts PT2H"
    ),
    "3月到6月，周二和周四": (
        "recurring FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270630T235959 from 2027-03-01"
    ),
    "3月到6月，工作日9:30": (
        "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=30;UNTIL=20270630T235959"
        " from 2027-03-01 workdays"
    ),
    "每月15日，3月到6月": (
        "recurring FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20270630T235959 from 2027-03-01"
    ),
    "每月15日前，3月到6月": (
        "deadline FREQ=MONTHLY;BYMONTHDAY=15;BYHOUR=23;BYMINUTE=59;UNTIL=20270630T235959"
        " from 2027-03-01"
    ),
    "每年3月5日前，3月到6月": "ask: which meaning",
    "每季度首月10日，12月1日至明年1月31日": "ask: which meaning",
    "每季度首月10日，3月到6月": "ask: which meaning",
    "every Monday at 3pm, except holidays, in December": (
        "recurring FREQ=WEEKLY;BYDAY=MO;BYHOUR=15;BYMINUTE=0;UNTIL=20261231T235959"
        " from 2026-12-01 workdays skip"
    ),
    "every Monday, until the end of the year in the morning": (
        "recurring FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231T235959 morning"
    ),
    "weekdays starting 1 December in the morning": (
        "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-12-01 morning"
    ),
    "tomorrow until the end of the year at 8am and 2pm": "ask: not all understood",
    "到年底为止，周二和周四，节假日除外": "ask: which meaning",
    "每天，周六和周日除外": "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "本周内完成，最晚周日": "deadline 2026-11-22T23:59",
    "12月内完成，最晚20日": "deadline 2026-12-20T23:59",
    "每月5日，遇节假日顺延至下周一": "ask: not all understood",
    "明天，遇周末提前": "ask: past",
    "每年两次，3月15日、9月15日": "recurring FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=15",
    "每年两次，分别在3月和9月": "period 1- per month",
    "本周五前报下周安排": "ask: not all understood",
    "明天下午3点起两个小时": "period 2026-11-22T15:00 to 2026-11-22T17:00",
}


@pytest.mark.parametrize("text", CASES)
def test_every_part_is_kept_or_asked_about(text: str) -> None:
    assert told(text) == CASES[text]
