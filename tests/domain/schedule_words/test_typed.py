"""What a text begins with: a moment with one meaning, a day, or nothing that is guessed."""

from datetime import date, datetime, time, timedelta

import pytest

from domain.schedule_words.reading import Ask, Question, Refused, Schedule
from domain.schedule_words.standpoint import Standpoint
from domain.schedule_words.typed import Typed, read_moment
from tests.domain.schedule_words.telling import CALENDAR, SHANGHAI, WORDS

# A Wednesday.
NOW = datetime.fromisoformat("2026-11-18T10:00")
HERE = Standpoint(now=NOW, zone=SHANGHAI, calendar=CALENDAR, words=WORDS)
FRIDAY = date(2026, 11, 27)

READ = [
    ("11月27日 15:00", FRIDAY, time(15)),
    ("11月27号15:00", FRIDAY, time(15)),
    ("11月27日 下午3点", FRIDAY, time(15)),
    ("11月27日下午三点半", FRIDAY, time(15, 30)),
    ("11月27日 15点30分", FRIDAY, time(15, 30)),
    ("11月27日 下午3:30", FRIDAY, time(15, 30)),
    ("11月27日的上午9点一刻", FRIDAY, time(9, 15)),
    ("11月27日 中午12点", FRIDAY, time(12)),
    ("11月27日 晚上7点", FRIDAY, time(19)),
    ("１１月２７日　１５：００", FRIDAY, time(15)),
    ("2026年11月27日 15:00", FRIDAY, time(15)),
    ("2026年11月27日，15：00", FRIDAY, time(15)),
    ("明年1月5日 15:00", date(2027, 1, 5), time(15)),
    ("今年12月1日 9:05", date(2026, 12, 1), time(9, 5)),
    ("1月5日 15:00", date(2027, 1, 5), time(15)),
    ("2026-11-27 15:00", FRIDAY, time(15)),
    ("2026/11/27 15:00", FRIDAY, time(15)),
    ("2026.11.27 15:00", FRIDAY, time(15)),
    ("2026-11-27, 15:00", FRIDAY, time(15)),
    ("27.11. 15:00", FRIDAY, time(15)),
    ("27.11.2026 15:00", FRIDAY, time(15)),
    ("Nov 27 15:00", FRIDAY, time(15)),
    ("nov 27 at 3pm", FRIDAY, time(15)),
    ("November 27th, 2026 3:30 pm", FRIDAY, time(15, 30)),
    ("27 Nov 15:00", FRIDAY, time(15)),
    ("27 November 2026 at 15:00", FRIDAY, time(15)),
    ("on 27th of November at noon", FRIDAY, time(12)),
    ("Fri 27 Nov 15:00", FRIDAY, time(15)),
    ("Friday, Nov 27, 3pm", FRIDAY, time(15)),
    ("Sept 1 2027 9:00", date(2027, 9, 1), time(9)),
    ("Dec 1 12am", date(2026, 12, 1), time(0)),
    ("Dec 1 12pm", date(2026, 12, 1), time(12)),
    ("今天 15:00", date(2026, 11, 18), time(15)),
    ("明天上午10点", date(2026, 11, 19), time(10)),
    ("后天 15:00", date(2026, 11, 20), time(15)),
    ("大后天 15:00", date(2026, 11, 21), time(15)),
    ("周五 15:00", date(2026, 11, 20), time(15)),
    ("星期三 15:00", date(2026, 11, 18), time(15)),
    ("周一 15:00", date(2026, 11, 23), time(15)),
    ("本周日 15:00", date(2026, 11, 22), time(15)),
    ("下周五下午3点", FRIDAY, time(15)),
    ("下周天 15:00", date(2026, 11, 29), time(15)),
    ("下个星期二 9:00", date(2026, 11, 24), time(9)),
    ("tomorrow 15:00", date(2026, 11, 19), time(15)),
    ("today at 3pm", date(2026, 11, 18), time(15)),
    ("the day after tomorrow 9am", date(2026, 11, 20), time(9)),
    ("Friday 3pm", date(2026, 11, 20), time(15)),
    ("this Friday at 15:00", date(2026, 11, 20), time(15)),
    ("mon 9:30am", date(2026, 11, 23), time(9, 30)),
    ("下个月1号 15:00", date(2026, 12, 1), time(15)),
    ("月底 15:00", date(2026, 11, 30), time(15)),
    ("今晚8点", date(2026, 11, 18), time(20)),
    ("tonight at 8", date(2026, 11, 18), time(20)),
    ("next Friday at 3pm", FRIDAY, time(15)),
    ("3pm on the 27th of November", FRIDAY, time(15)),
    ("in 90 minutes", date(2026, 11, 18), time(11, 30)),
    ("11/27 15:00", FRIDAY, time(15)),
    ("15:00", date(2026, 11, 18), time(15)),
]


def _wall(typed: Typed) -> datetime | None:
    at = typed.moment
    if at is None:
        return None
    return datetime.combine(at.day, time.min) + (at.clock or timedelta())


@pytest.mark.parametrize(("words", "day", "at"), READ, ids=[words for words, _, _ in READ])
def test_a_moment_with_one_meaning_is_read(words: str, day: date, at: time) -> None:
    found = read_moment(words, HERE)
    assert (_wall(found), found.rest) == (datetime.combine(day, at), "")


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("11月27日 15:00 教职工政治学习 会议室", "教职工政治学习 会议室"),
        ("11月27日15:00教职工政治学习", "教职工政治学习"),
        ("下周五下午3点 教职工学习 会议室", "教职工学习 会议室"),
        ("next Friday at 3pm Staff study, Room 2", "Staff study, Room 2"),
        ("Nov 27 15:00 Staff study Room 2", "Staff study Room 2"),
        ("明天 15:00，学习", "学习"),
        ("Nov 27 15:00学习", "学习"),
        ("Nov 27 15:00 9th grade meeting", "9th grade meeting"),
        ("27 Nov 3pm May day, planning", "May day, planning"),
        ("11月27日 15:00 周一例会", "周一例会"),
        ("12月4日 下午两点半 三会一课 会议室", "三会一课 会议室"),
        ("tomorrow 3pm a week of reading", "a week of reading"),
    ],
)
def test_what_follows_the_moment_is_kept(words: str, rest: str) -> None:
    found = read_moment(words, HERE)
    assert found.moment is not None
    assert found.rest == rest


REFUSED = [
    "",
    "11月31日 15:00",
    "2027-02-29 15:00",
    "11月27日 25:00",
    "11月27日 15:60",
    "Nov 27 0am",
    "Friday 26 November 15:00",
    "9999-11-27 15:00",
    "Nov 27 15:00:30",
    "会议室 11月27日 15:00",
    "In the garden tomorrow 3pm",
    "Marching 27 15:00",
    "26 3pm",
    "改天 学习",
    "元旦晚会 会议室",
    "满" * 5000,
    "1" * 5000,
]


@pytest.mark.parametrize("words", REFUSED, ids=[words[:20] or "nothing" for words in REFUSED])
def test_what_names_no_moment_is_not_read(words: str) -> None:
    assert isinstance(read_moment(words, HERE).reading, Refused)


@pytest.mark.parametrize(
    "words",
    [
        "11月27日 15:00-17:00",
        "11月27日 15:00 到17:00",
        "Nov 27 15:00 to 17:00",
        "Nov 27 3pm-5pm",
        "3pm Friday - 5pm",
        "6月30日前 15:00",
        "by June 30 3pm",
        "每周五15:00 学习",
    ],
)
def test_a_window_a_deadline_and_a_rule_are_no_moment(words: str) -> None:
    found = read_moment(words, HERE)
    assert isinstance(found.reading, Schedule)
    assert (found.moment, found.day) == (None, None)


@pytest.mark.parametrize(
    ("words", "day"),
    [("11月27日 学习", FRIDAY), ("Nov 27", FRIDAY), ("周五 学习", date(2026, 11, 20))],
)
def test_a_day_without_an_hour_is_a_day(words: str, day: date) -> None:
    found = read_moment(words, HERE)
    assert (found.moment, found.day) == (None, day)


@pytest.mark.parametrize("words", ["周五3点", "11月27日 3点 学习", "Nov 27 at 3"])
def test_an_hour_of_the_morning_or_the_afternoon_is_asked(words: str) -> None:
    found = read_moment(words, HERE)
    assert isinstance(found.reading, Ask)
    assert found.reading.question is Question.WHICH_HALF_OF_DAY
    assert found.day is not None


@pytest.mark.parametrize(
    ("words", "wall"),
    [
        ("上周五 15:00", datetime.fromisoformat("2026-11-13T15:00")),
        ("今天 09:00 学习", datetime.fromisoformat("2026-11-18T09:00")),
        # Of this year, for it is not long over; the next year must be said.
        ("11月1日 15:00", datetime.fromisoformat("2026-11-01T15:00")),
        ("3pm on the 1st of November", datetime.fromisoformat("2026-11-01T15:00")),
        ("2020-11-27 15:00", datetime.fromisoformat("2020-11-27T15:00")),
    ],
)
def test_what_is_over_is_never_moved(words: str, wall: datetime) -> None:
    found = read_moment(words, HERE)
    assert found.passed is not None
    assert (
        datetime.combine(found.passed.day, time.min) + (found.passed.clock or timedelta()) == wall
    )


@pytest.mark.parametrize(
    ("words", "wall"),
    [
        ("15:00", datetime.fromisoformat("2026-11-27T15:00")),
        ("下午3点 会议室", datetime.fromisoformat("2026-11-27T15:00")),
        ("3pm", datetime.fromisoformat("2026-11-27T15:00")),
        ("后天 16:00", datetime.fromisoformat("2026-11-20T16:00")),
    ],
)
def test_an_hour_alone_is_one_of_the_day_that_was_said_before(words: str, wall: datetime) -> None:
    assert _wall(read_moment(words, HERE, day=FRIDAY)) == wall
