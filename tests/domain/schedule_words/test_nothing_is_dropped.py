"""Two conditions, exceptions and counts in one sentence: each of them counts, or it is asked."""

import pytest

from tests.domain.schedule_words.telling import told

UNDERSTOOD = {
    "每月第一个周一，7月和8月除外": (
        "recurring FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,9,10,11,12;BYDAY=1MO"
    ),
    "每月最后一个周五，7、8月除外": (
        "recurring FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,9,10,11,12;BYDAY=-1FR"
    ),
    "每周一，除了7月和节假日": (
        "recurring FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,8,9,10,11,12;BYDAY=MO workdays skip"
    ),
    "每月5日，周末除外": "recurring FREQ=MONTHLY;BYMONTHDAY=5;BYDAY=MO,TU,WE,TH,FR",
    "the 5th of each month, skipped if it falls on a weekend": (
        "recurring FREQ=MONTHLY;BYMONTHDAY=5;BYDAY=MO,TU,WE,TH,FR"
    ),
    "every Friday, skipping holidays, except in August": (
        "recurring FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=FR workdays skip"
    ),
    "每季度结束前5天": "recurring FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-6",
    "年底最后一天": "once 2026-12-31",
    "季度末月25日前": ("deadline FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25;BYHOUR=23;BYMINUTE=59"),
    "on the 5th and 20th of the first month of each quarter": (
        "recurring FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5,20"
    ),
    "by month end every month": ("deadline FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=23;BYMINUTE=59"),
    "by midnight every Sunday": "deadline FREQ=WEEKLY;BYDAY=SU;BYHOUR=23;BYMINUTE=59",
    "Wednesdays at 9am and Fridays at 3:30pm": (
        "recurring FREQ=WEEKLY;BYDAY=WE,FR;BYHOUR=9,15;BYMINUTE=0,30;BYSETPOS=1,8"
    ),
    "the last weekday of each month at 9am and 3pm": (
        "recurring FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9,15;BYMINUTE=0;BYSETPOS=-2,-1"
    ),
    "every 29 February": "recurring FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "闰年2月29日": "recurring FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "by the 25th, moved earlier on holidays": "deadline 2026-11-25T23:59",
    "tomorrow evening 8-10": "period 2026-11-22T20:00 to 2026-11-22T22:00",
    "every night from 10pm to 6am": "period FREQ=DAILY;BYHOUR=22;BYMINUTE=0 lasts PT8H",
}
ASKED = (
    *("7月每周一，8月除外", "每月5号，周末顺延，节假日提前", "每月最后一个周五，节假日提前到周四"),
    *("任期届满前三个月内", "within three days before the meeting", "国庆假期", "放暑假前一天"),
    *("每月20日前报下月计划", "每月上报下月计划", "12月5个工作日内", "每天每小时", "半月一次"),
    *("on the 5th and the last Friday of each month", "the end of term", "每周五除了最后一周"),
)


@pytest.mark.parametrize(("text", "meaning"), UNDERSTOOD.items(), ids=UNDERSTOOD)
def test_every_condition_counts(text: str, meaning: str) -> None:
    assert told(text) == meaning


@pytest.mark.parametrize("text", ASKED)
def test_what_cannot_be_kept_together_is_asked_about(text: str) -> None:
    assert told(text).startswith("ask: ")


def test_a_day_that_never_comes_is_refused_at_once() -> None:
    assert told("每年12月下旬第三个星期四下午两点") == "refused: no such date"
