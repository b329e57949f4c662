"""English words for what comes every month or every year, and the rules that they mean."""

import pytest

from tests.domain.schedule_words.telling import told


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("every 2nd Tuesday of the month", "recurring FREQ=MONTHLY;BYDAY=2TU"),
        (
            "first business day of each month at 10am",
            "recurring FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=10;BYMINUTE=0;BYSETPOS=1 workdays",
        ),
        ("last Friday of each month", "recurring FREQ=MONTHLY;BYDAY=-1FR"),
        ("15th of every month", "recurring FREQ=MONTHLY;BYMONTHDAY=15"),
        ("on the 10th and 20th", "recurring FREQ=MONTHLY;BYMONTHDAY=10,20"),
        ("end of each quarter", "recurring FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        ("annually on 10 January", "recurring FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=10"),
        ("every January and July", "period FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1 lasts P1M"),
        (
            "every year on the first Monday of December",
            "recurring FREQ=YEARLY;BYMONTH=12;BYDAY=1MO",
        ),
        (
            "every 10th; if it is a holiday then the next working day",
            "recurring FREQ=MONTHLY;BYMONTHDAY=10 workdays after",
        ),
        (
            "every two months on the 1st",
            "recurring FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1 from 2026-12-01",
        ),
        ("last day of February each year", "recurring FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
        (
            "monthly on the last Friday at 15:00",
            "recurring FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=15;BYMINUTE=0",
        ),
        (
            "the first Monday of March and September each year",
            "recurring FREQ=YEARLY;BYMONTH=3,9;BYDAY=1MO",
        ),
        ("every first Monday of the quarter", "recurring FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=1MO"),
        (
            "second Wednesday of every other month",
            "recurring FREQ=MONTHLY;INTERVAL=2;BYDAY=2WE from 2026-12-01",
        ),
        (
            "last Thursday of every quarter at 2pm",
            "recurring FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=-1TH;BYHOUR=14;BYMINUTE=0",
        ),
        ("every 1 January", "recurring FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"),
        ("every May 4th", "recurring FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4"),
        ("every year on Oct 1st", "recurring FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1"),
        ("once a year on March 8", "recurring FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8"),
        (
            "every month except August on the 5th",
            "recurring FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYMONTHDAY=5",
        ),
        (
            "10 January and 20 July each year",
            "recurring FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=10,20;BYSETPOS=1,4",
        ),
        (
            "1 March and 15 September each year",
            "recurring FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1,15;BYSETPOS=1,4",
        ),
        (
            "every year on March 1 and September 15 at 9am",
            "recurring FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1,15;BYHOUR=9;BYMINUTE=0;BYSETPOS=1,4",
        ),
        (
            "every 3 months on the 1st",
            "recurring FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1 from 2026-12-01",
        ),
        (
            "every 3 months on the first Monday",
            "recurring FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO from 2026-12-01",
        ),
        ("half-yearly on the first Monday", "recurring FREQ=YEARLY;BYMONTH=1,7;BYDAY=1MO"),
        ("yearly on the 1st of June", "recurring FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1"),
        ("every year in June", "period FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1 lasts P1M"),
        ("every June", "period FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1 lasts P1M"),
        ("every June 1", "recurring FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1"),
        ("the first of June every year", "recurring FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1"),
        ("each year on the last Friday in June", "recurring FREQ=YEARLY;BYMONTH=6;BYDAY=-1FR"),
        ("the last Friday in June of each year", "recurring FREQ=YEARLY;BYMONTH=6;BYDAY=-1FR"),
        ("first Monday of each quarter", "recurring FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=1MO"),
        (
            "last working day of each quarter",
            "recurring FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 workdays",
        ),
        (
            "the 1st working day of each month",
            "recurring FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1 workdays",
        ),
        ("the second to last Friday of each month", "recurring FREQ=MONTHLY;BYDAY=-2FR"),
        (
            "penultimate working day of every month",
            "recurring FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2 workdays",
        ),
        (
            "5 working days before the end of each month",
            "recurring FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-5 workdays",
        ),
        ("3 days before the end of every month", "recurring FREQ=MONTHLY;BYMONTHDAY=-4"),
        ("two days before each month end", "recurring FREQ=MONTHLY;BYMONTHDAY=-3"),
        (
            "the 5th working day of each month at 10:00",
            "recurring FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=10;BYMINUTE=0;BYSETPOS=5 workdays",
        ),
        (
            "on the 1st of each month, or the next working day",
            "recurring FREQ=MONTHLY;BYMONTHDAY=1 workdays after",
        ),
        (
            "on the 10th of each month or the previous working day if that's a holiday",
            "recurring FREQ=MONTHLY;BYMONTHDAY=10 workdays before",
        ),
        ("every month end", "recurring FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("last weekday of every month", "recurring FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        (
            "every 1st and 3rd Wednesday of the month at 14:00",
            "recurring FREQ=MONTHLY;BYDAY=1WE,3WE;BYHOUR=14;BYMINUTE=0",
        ),
        ("every second Friday of December", "recurring FREQ=YEARLY;BYMONTH=12;BYDAY=2FR"),
        (
            "on the 10th and 20th of each month at 9am",
            "recurring FREQ=MONTHLY;BYMONTHDAY=10,20;BYHOUR=9;BYMINUTE=0",
        ),
        ("annual on 10 January", "recurring FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=10"),
        ("every 15th at 10", "recurring FREQ=MONTHLY;BYMONTHDAY=15;BYHOUR=10;BYMINUTE=0"),
        (
            "every first working day of the month",
            "recurring FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1 workdays",
        ),
    ],
)
def test_english_words_become_a_rule_of_months(text: str, meaning: str) -> None:
    assert told(text) == meaning
