"""English words that must be asked about, with the meanings to choose from."""

import pytest

from tests.domain.schedule_words.telling import asked


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        (
            "every second Tuesday",
            (
                "ask: which meaning",
                "recurring FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from 2026-11-23",
                "recurring FREQ=MONTHLY;BYDAY=2TU",
            ),
        ),
        (
            "every third Friday at 3pm",
            (
                "ask: which meaning",
                "recurring FREQ=WEEKLY;INTERVAL=3;BYDAY=FR;BYHOUR=15;BYMINUTE=0 from 2026-11-23",
                "recurring FREQ=MONTHLY;BYDAY=3FR;BYHOUR=15;BYMINUTE=0",
            ),
        ),
        (
            "biweekly",
            ("ask: which meaning", "period from 2026-11-23 1- per week", "period 2- per week"),
        ),
        (
            "from Monday to Friday",
            (
                "ask: which meaning",
                "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
                "period 2026-11-23 to 2026-11-27",
            ),
        ),
        (
            "last working day of the month",
            (
                "ask: which meaning",
                "recurring FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 workdays",
                "once 2026-11-30",
            ),
        ),
        ("quarterly", ("ask: which meaning", "period 1- per quarter")),
        ("every quarter", ("ask: which meaning", "period 1- per quarter")),
        ("every week until the end of the year", ("ask: no date",)),
        (
            "by the 5th of the following month",
            (
                "ask: which meaning",
                "deadline FREQ=MONTHLY;BYMONTHDAY=5;BYHOUR=23;BYMINUTE=59",
                "deadline 2026-12-05T23:59",
            ),
        ),
        ("this Friday", ("ask: past", "once 2026-11-27", "once 2026-11-20")),
        ("tonight at 8", ("ask: past", "once 2026-11-22T20:00", "once 2026-11-21T20:00")),
        (
            "tomorrow at quarter past three",
            ("ask: which half of the day", "once 2026-11-22T15:15", "once 2026-11-22T03:15"),
        ),
        (
            "half past two",
            ("ask: which half of the day", "once 2026-11-22T14:30", "once 2026-11-22T02:30"),
        ),
        ("at 3", ("ask: which half of the day", "once 2026-11-22T15:00", "once 2026-11-22T03:00")),
        (
            "Friday at 3",
            ("ask: which half of the day", "once 2026-11-27T15:00", "once 2026-11-27T03:00"),
        ),
        ("sometime next week", ("ask: vague",)),
        ("in a few days", ("ask: vague",)),
        (
            "the 31st of every month",
            (
                "ask: short months",
                "recurring FREQ=MONTHLY;BYMONTHDAY=31",
                "recurring FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
            ),
        ),
        (
            "the 30th of each month",
            (
                "ask: short months",
                "recurring FREQ=MONTHLY;BYMONTHDAY=30",
                "recurring FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
            ),
        ),
        (
            "Friday at midnight",
            ("ask: which meaning", "once 2026-11-27T00:00", "once 2026-11-28T00:00"),
        ),
        (
            "by 6",
            (
                "ask: which half of the day",
                "deadline 2026-11-22T18:00",
                "deadline 2026-11-22T06:00",
            ),
        ),
        (
            "before Monday",
            ("ask: which meaning", "deadline 2026-11-22T23:59", "deadline 2026-11-23T23:59"),
        ),
        (
            "beginning of next month",
            ("ask: which meaning", "period 2026-12-01 to 2026-12-05", "once 2026-12-01"),
        ),
        (
            "by the start of December",
            ("ask: which meaning", "deadline 2026-11-30T23:59", "deadline 2026-12-01T23:59"),
        ),
        (
            "by December",
            ("ask: which meaning", "deadline 2026-12-31T23:59", "deadline 2026-11-30T23:59"),
        ),
        (
            "by next week",
            ("ask: which meaning", "deadline 2026-11-29T23:59", "deadline 2026-11-22T23:59"),
        ),
        (
            "by next month",
            ("ask: which meaning", "deadline 2026-12-31T23:59", "deadline 2026-11-30T23:59"),
        ),
        ("this evening at 7", ("ask: past", "once 2026-11-22T19:00", "once 2026-11-21T19:00")),
        ("yesterday", ("ask: past", "once 2026-11-20")),
        ("last Friday", ("ask: past", "once 2026-11-13")),
        (
            "first week of December",
            (
                "ask: which meaning",
                "period 2026-11-30 to 2026-12-06",
                "period 2026-12-07 to 2026-12-13",
            ),
        ),
        (
            "first Monday in March and September",
            (
                "ask: which meaning",
                "recurring FREQ=YEARLY;BYMONTH=3,9;BYDAY=1MO",
                "once 2027-03-01",
                "once 2027-09-06",
            ),
        ),
        (
            "third Friday of March, June, September and December",
            (
                "ask: which meaning",
                "recurring FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=3FR",
                "once 2026-12-18",
                "once 2027-03-19",
                "once 2027-06-18",
                "once 2027-09-17",
            ),
        ),
        ("every Monday and on the 15th", ("ask: which meaning", "recurring FREQ=WEEKLY;BYDAY=MO")),
        (
            "Dec 1 at 9am and Dec 3 at 2pm",
            ("ask: which meaning", "once 2026-12-01T09:00", "once 2026-12-03T14:00"),
        ),
        (
            "tomorrow at 7",
            ("ask: which half of the day", "once 2026-11-22T19:00", "once 2026-11-22T07:00"),
        ),
        ("today at noon", ("ask: past", "once 2026-11-22T12:00", "once 2026-11-21T12:00")),
        ("every two weeks from December 1", ("ask: no date",)),
        ("every half year", ("ask: which meaning", "period 1- per half-year")),
        ("half-yearly", ("ask: which meaning", "period 1- per half-year")),
        ("semi-annually", ("ask: which meaning", "period 1- per half-year")),
        ("every year", ("ask: which meaning", "period 1- per year")),
        ("yearly", ("ask: which meaning", "period 1- per year")),
        (
            "the last day of the quarter",
            (
                "ask: which meaning",
                "recurring FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
                "once 2026-12-31",
            ),
        ),
        (
            "3rd working day of the month",
            (
                "ask: which meaning",
                "recurring FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=3 workdays",
                "once 2026-12-03",
            ),
        ),
        ("two weeks after the term starts", ("ask: term start",)),
        ("this weekend at 10", ("ask: no date", "period 2026-11-21 to 2026-11-22")),
        ("next weekend at 10am", ("ask: no date", "period 2026-11-28 to 2026-11-29")),
        ("this Friday at noon", ("ask: past", "once 2026-11-27T12:00", "once 2026-11-20T12:00")),
        (
            "Dec 5 at 24:00",
            ("ask: which meaning", "once 2026-12-05T00:00", "once 2026-12-06T00:00"),
        ),
        (
            "every 1.12.",
            (
                "ask: which meaning",
                "recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1",
                "recurring FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=12",
            ),
        ),
        ("Friday this week", ("ask: past", "once 2026-11-27", "once 2026-11-20")),
        ("Wednesday last week", ("ask: past", "once 2026-11-11")),
        ("last week Wednesday", ("ask: past", "once 2026-11-11")),
        (
            "by the end of next week",
            ("ask: which meaning", "deadline 2026-11-29T23:59", "deadline 2026-11-27T23:59"),
        ),
        (
            "by the end of the week",
            (
                "ask: which meaning",
                "deadline 2026-11-22T23:59",
                "deadline 2026-11-27T23:59",
            ),
        ),
        ("an hour ago", ("ask: past", "once 2026-11-21T21:00")),
        ("two days ago", ("ask: past", "once 2026-11-19")),
    ],
)
def test_english_words_are_asked_about(text: str, meaning: tuple[str, ...]) -> None:
    assert asked(text) == meaning
