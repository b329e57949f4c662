"""The weekday before or after a day, and what is done in the first days of a month."""

import pytest

from tests.domain.schedule_words.telling import asked, told

_AFTER_THE_15TH = "recurring FREQ=MONTHLY;BYMONTHDAY=16,17,18,19,20,21,22;BYDAY=FR"
CASES = {
    "元旦后第一个周一": "once 2027-01-04",
    "元旦后第一个周一下午3点": "once 2027-01-04T15:00",
    "元旦前的周五": "once 2026-12-25",
    "元旦前一个周五": "once 2026-12-25",
    "12月20日后的第一个周五": "once 2026-12-25",
    "12月25日后的第一个周五": "once 2027-01-01",
    "12月25日前的周五下午3点": "once 2026-12-18T15:00",
    "3月1日后下一个周一": "once 2027-03-08",
    "每月15日后第一个周五": _AFTER_THE_15TH,
    "每月25日后第一个周五": "ask: which meaning",
    "每月月底前最后一个周五": "recurring FREQ=MONTHLY;BYMONTHDAY=-8,-7,-6,-5,-4,-3,-2;BYDAY=FR",
    "每年国庆节后第一个周一": "ask: which meaning",
    "会议后第一个周五": "refused: not understood",
    "12月底前每周五": "recurring FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231T235959",
    "the Friday before Christmas": "once 2026-12-18",
    "the last Friday before Christmas": "once 2026-12-18",
    "Friday before Christmas at 3pm": "once 2026-12-18T15:00",
    "by the Friday before Christmas": "deadline 2026-12-18T23:59",
    "the first Monday after New Year": "once 2027-01-04",
    "the second Tuesday after New Year": "once 2027-01-12",
    "the first Friday after the 15th of each month": _AFTER_THE_15TH,
    "the last working day before National Day": "once 2027-09-30",
    "Friday before noon": "deadline 2026-11-27T12:00",
    "Friday after 5pm": "ask: not all understood",
}


@pytest.mark.parametrize("text", CASES)
def test_a_weekday_beside_a_day_is_the_nearest_one(text: str) -> None:
    assert told(text) == CASES[text]


@pytest.mark.parametrize("text", ["国庆节后第一个周一", "the Monday after National Day"])
def test_where_a_holiday_may_last_it_is_asked_which_one(text: str) -> None:
    assert asked(text) == ("ask: which meaning", "once 2027-10-04", "once 2027-10-11")


FIRST_DAYS = {
    "每月前三个工作日": "BYDAY=MO,TU,WE,TH,FR;BYHOUR=23;BYMINUTE=59;BYSETPOS=3",
    "每季度前5个工作日": "BYMONTH=1,4,7,10;BYDAY=MO,TU,WE,TH,FR;BYHOUR=23;BYMINUTE=59;BYSETPOS=5",
    "first three working days of the month": (
        "BYDAY=MO,TU,WE,TH,FR;BYHOUR=23;BYMINUTE=59;BYSETPOS=3"
    ),
    "first three working days of the quarter": (
        "BYMONTH=1,4,7,10;BYDAY=MO,TU,WE,TH,FR;BYHOUR=23;BYMINUTE=59;BYSETPOS=3"
    ),
}


@pytest.mark.parametrize("text", FIRST_DAYS)
def test_what_is_done_in_the_first_working_days_is_due_by_the_last_of_them(text: str) -> None:
    assert told(text) == f"deadline FREQ=MONTHLY;{FIRST_DAYS[text]} workdays"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("first 3 days of every month", "period FREQ=MONTHLY;BYMONTHDAY=1 lasts P3D"),
        ("first 5 days of December", "period 2026-12-01 to 2026-12-05"),
        ("first two working days of December", "deadline 2026-12-02T23:59"),
        ("first three working days of the month at 9am", "ask: not all understood"),
        ("每月前3个工作日上午9点", "ask: which meaning"),
    ],
)
def test_other_first_days(text: str, meaning: str) -> None:
    assert told(text) == meaning


_QUARTERS = "deadline FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15;BYHOUR=23;BYMINUTE=59"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("quarterly, by the 15th of the following month", _QUARTERS),
        ("every quarter by the 15th of the following month", _QUARTERS),
        (
            "monthly, by the 5th of the following month",
            "deadline FREQ=MONTHLY;BYMONTHDAY=5;BYHOUR=23;BYMINUTE=59",
        ),
        ("by the 15th of the following month", "ask: which meaning"),
    ],
)
def test_the_following_month_is_counted_from_what_was_said_to_recur(
    text: str, meaning: str
) -> None:
    assert told(text) == meaning


def test_little_new_year_has_two_days() -> None:
    assert asked("小年前") == (
        "ask: which meaning",
        "deadline 2027-01-29T23:59",
        "deadline 2027-01-30T23:59",
    )
