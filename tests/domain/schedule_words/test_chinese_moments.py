"""Single moments in Chinese."""

import pytest

from tests.domain.schedule_words.telling import told

CASES = {
    "a weekday of next week": ("下周三14:30", "once 2026-11-25T14:30"),
    "of the week after": ("下下周五下午4点", "once 2026-12-04T16:00"),
    "this week": ("本周日晚上7点", "once 2026-11-22T19:00"),
    "a bare weekday is the next": ("周五下午3点", "once 2026-11-27T15:00"),
    "a bare weekday today is next week": ("周六", "once 2026-11-28"),
    "a bare weekday, later today": ("周六晚上11点", "once 2026-11-21T23:00"),
    "a bare hour is the next": ("下午两点", "once 2026-11-22T14:00"),
    "a bare date is the next": ("3月5日", "once 2027-03-05"),
    "a date and its year": ("2026年12月31日23:59", "once 2026-12-31T23:59"),
    "figures": ("2026-12-05 15:00", "once 2026-12-05T15:00"),
    "an ISO moment": ("2026-12-05T15:00", "once 2026-12-05T15:00"),
    "month and day": ("12/25", "once 2026-12-25"),
    "numerals": ("二〇二六年十二月五日下午三时", "once 2026-12-05T15:00"),
    "short numerals": ("廿五日", "once 2026-11-25"),
    "full width": ("１２月５日　１５：００", "once 2026-12-05T15:00"),
    "traditional": ("下週三下午三點", "once 2026-11-25T15:00"),
    "a quarter past": ("大后天下午两点一刻", "once 2026-11-24T14:15"),
    "a quarter to": ("明天下午三点三刻", "once 2026-11-22T15:45"),
    "tomorrow evening": ("明晚8点半", "once 2026-11-22T20:30"),
    "noon": ("明天中午", "once 2026-11-22T12:00"),
    "midnight tonight": ("今晚12点", "once 2026-11-22T00:00"),
    "the end of a day": ("明天24:00", "once 2026-11-23T00:00"),
    "a day's start": ("明天零点", "once 2026-11-22T00:00"),
    "next month": ("下个月第二个周三14:00", "once 2026-12-09T14:00"),
    "the last working day of this month": ("本月最后一个工作日", "once 2026-11-30"),
    "so long from now": ("两小时后", "once 2026-11-22T00:00"),
    "compound": ("一小时三十分钟后", "once 2026-11-21T23:30"),
    "half an hour": ("半小时后", "once 2026-11-21T22:30"),
    "a week": ("一周后", "once 2026-11-28"),
    "half a year": ("半年后", "once 2027-05-21"),
    "a month clamps": ("三个月后", "once 2027-02-21"),
    "a festival": ("清明节", "once 2027-04-05"),
    "the day before a holiday": ("除夕", "once 2027-02-05"),
    "days before": ("端午节前三天", "once 2027-06-06"),
    "a working day after": ("国庆节后第一个工作日", "once 2027-10-04"),
    "a date that is checked by its weekday": ("12月1日周二", "once 2026-12-01"),
    "before a term ends": ("任期届满前六个月和三个月", "once term_end-P6M, term_end-P3M"),
    "so long before, said last": ("任期届满6个月前", "once term_end-P6M"),
    "before a meeting": ("会前三天", "once meeting-P3D"),
    "on its day": ("会议当天早上8点", "once meeting-P0D@08:00"),
    "after a holiday": ("节后第一个工作日", "once holiday_end+1WD workdays"),
    "the next day": ("会后次日", "once meeting+P1D"),
}


@pytest.mark.parametrize(("words", "meaning"), CASES.values(), ids=CASES.keys())
def test_a_single_moment_is_the_next_or_the_one_that_was_named(words: str, meaning: str) -> None:
    assert told(words) == meaning
