"""A morning or an evening holds for whatever it was said of; hours are read as they are written."""

import pytest

from tests.domain.schedule_words.telling import told

CASES = {
    "每周五上午前": "deadline FREQ=WEEKLY;BYDAY=FR;BYHOUR=12;BYMINUTE=0 morning",
    "每周五晚上之前提交": "deadline FREQ=WEEKLY;BYDAY=FR;BYHOUR=23;BYMINUTE=59 evening",
    "三天后上午前": "deadline 2026-11-24T12:00 morning",
    "by every Friday morning": "deadline FREQ=WEEKLY;BYDAY=FR;BYHOUR=12;BYMINUTE=0 morning",
    "the day after tomorrow in the afternoon": "once 2026-11-23 afternoon",
    "two days before Christmas in the morning": "once 2026-12-23 morning",
    "每天早8点晚6点": "recurring FREQ=DAILY;BYHOUR=8,18;BYMINUTE=0",
    "每周五 3pm": "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0",
    "每周五下午3pm": "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0",
    "下午9am": "ask: not all understood",
    "every周五15:00": "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0",
    "每周Friday下午3点": "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0",
    "next Friday下午3点": "once 2026-11-27T15:00",
    "DDL：12月5日18:00": "deadline 2026-12-05T18:00",
    "每周五【15:00】": "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0",
    "每周五下午3：30分": "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=30",
    "每月5日上午、20日下午": "ask: which meaning",
    "每月5日上午、20日下午3点": "ask: which meaning",
    "12月3日上午和12月4日下午": "ask: which meaning",
    "12月3日下午和12月4日下午": (
        "recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3,4;COUNT=2 from 2026-12-03 afternoon"
    ),
    "Monday mornings and Friday afternoons": "ask: which meaning",
    "24/7": "refused: not understood",
    "每周三下午2点，2小时": "period FREQ=WEEKLY;BYDAY=WE;BYHOUR=14;BYMINUTE=0 lasts PT2H",
}


@pytest.mark.parametrize("text", CASES)
def test_what_it_means(text: str) -> None:
    assert told(text) == CASES[text]
