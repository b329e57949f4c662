"""Rules, limits and periods as people say them in English chats."""

import pytest

from tests.domain.schedule_words.telling import asked, told

_QUARTERS = "deadline FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10;BYHOUR=23;BYMINUTE=59"
_MOVED = "recurring FREQ=MONTHLY;BYMONTHDAY=15 workdays"
_BEFORE_WEEKENDS = f"{_MOVED} weekend-before"
_AFTER_WEEKENDS = f"{_MOVED} weekend-after"
CASES = {
    "two weeks before the AGM": "once meeting-P2W",
    "10 days before the board meeting": "once meeting-P10D",
    "by the 10th of the month following each quarter": _QUARTERS,
    "by the 10th of the month after each quarter end": _QUARTERS,
    "on the 15th of each month, moved to Friday when it falls on a weekend": _BEFORE_WEEKENDS,
    "on the 15th of each month, or the Friday before if it is a weekend": _BEFORE_WEEKENDS,
    "on the 15th of each month, if it is a weekend then the following Monday": _AFTER_WEEKENDS,
    "on the 15th of each month, or the Thursday before if it is a weekend": (
        "ask: not all understood"
    ),
    "mid-month": "period 2026-12-11 to 2026-12-20",
    "mid-December": "period 2026-12-11 to 2026-12-20",
    "early December": "period 2026-12-01 to 2026-12-10",
    "late next month": "period 2026-12-21 to 2026-12-31",
    "early next year": "ask: vague",
    "the middle of each month": "period FREQ=MONTHLY;BYMONTHDAY=11 lasts P10D",
    "in the last ten days of December": "period 2026-12-21 to 2026-12-31",
    "the last ten days": "period 2026-11-12 to 2026-11-21",
    "Wednesdays in the first ten days of each month": (
        "recurring FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7,8,9,10;BYDAY=WE"
    ),
    "EOD Friday": "deadline 2026-11-27T23:59",
    "by EOD": "deadline 2026-11-21T23:59",
    "COB Friday": "deadline 2026-11-27T18:00",
    "meeting at close of business Friday": "once 2026-11-27T18:00",
    "30 minutes before the start": "once event_start-PT30M",
    "Saturday mornings": "recurring FREQ=WEEKLY;BYDAY=SA morning",
    "Monday evenings at 7": "recurring FREQ=WEEKLY;BYDAY=MO;BYHOUR=19;BYMINUTE=0",
    "mornings at 8": "recurring FREQ=DAILY;BYHOUR=8;BYMINUTE=0",
    "second-to-last Friday of each month": "recurring FREQ=MONTHLY;BYDAY=-2FR",
    "the last but one Tuesday of every month": "recurring FREQ=MONTHLY;BYDAY=-2TU",
    "half-yearly, by 15 June and 15 December": (
        "deadline FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15;BYHOUR=23;BYMINUTE=59"
    ),
    "once a year, in late December": "period 1- per year",
    "once a quarter, mid-month": "ask: not all understood",
    "twice a year, once in each half": "period 1- per half-year",
    "twice a year, by 30 June and 31 December": (
        "deadline FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=30,31;BYHOUR=23;BYMINUTE=59;BYSETPOS=1,3"
    ),
    "every Wednesday at 3pm for the rest of the year": (
        "recurring FREQ=WEEKLY;BYDAY=WE;BYHOUR=15;BYMINUTE=0;UNTIL=20261231T235959"
    ),
    "every fortnight on a Friday": "recurring FREQ=WEEKLY;INTERVAL=2;BYDAY=FR from 2026-11-23",
    "every 3 months": "period 1- per quarter",
    "every two weeks": "period from 2026-11-23 1- per week",
    "every six months": "period 1- per half-year",
    "every six months on 1 June and 1 December": (
        "recurring FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=1"
    ),
    "between the 1st and the 5th of each month": "period FREQ=MONTHLY;BYMONTHDAY=1 lasts P5D",
    "between the 10th and the 15th": "period 2026-12-10 to 2026-12-15",
    "within 3 working days of receiving the notice": "deadline notice+3WD@23:59 workdays",
    "one month before contract expiry": "once contract_end-P1M",
    "once per school year": "refused: no time",
    "May Day": "once 2027-05-01",
    "every year on Labour Day": "recurring FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1",
    "three days before National Day": "once 2027-09-28",
    "the day before yesterday": "ask: past",
    "every year a week before Chinese New Year": "recurring spring_festival-P7D",
    "yearly, 10 days before 1 October": "recurring FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=21",
    "every Friday 15.00": "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0",
    "24.12. 15.00": "once 2026-12-24T15:00",
    "15.12": "once 2026-12-15",
}


@pytest.mark.parametrize("text", CASES)
def test_what_is_plain_to_a_person_is_understood(text: str) -> None:
    assert told(text) == CASES[text]


def test_by_some_part_of_a_month_is_its_end_or_the_day_before_it() -> None:
    assert asked("by mid-December") == (
        "ask: which meaning",
        "deadline 2026-12-20T23:59",
        "deadline 2026-12-10T23:59",
    )


def test_the_first_week_of_a_quarter_is_counted_from_its_first_day_or_its_first_monday() -> None:
    assert asked("first week of each quarter") == (
        "ask: which meaning",
        "period FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=1 lasts P7D",
        "period FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=1MO lasts P7D",
    )
