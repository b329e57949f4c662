"""A written moment is read strictly: one meaning, or none."""

from datetime import UTC, date, datetime, time

import pytest

from domain.written_moment import WrittenMoment, read_moment

# A Wednesday.
NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
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
    ("1月5日 15:00", date(2026, 1, 5), time(15)),
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
]


@pytest.mark.parametrize(("words", "day", "at"), READ, ids=[words for words, _, _ in READ])
def test_a_moment_with_one_meaning_is_read(words: str, day: date, at: time) -> None:
    assert read_moment(words, local_now=NOW) == WrittenMoment(day=day, at=at, rest="")


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("11月27日 15:00 教职工政治学习 会议室", "教职工政治学习 会议室"),
        ("11月27日15:00教职工政治学习", "教职工政治学习"),
        ("Nov 27 15:00 Staff study Room 2", "Staff study Room 2"),
        ("明天 15:00，学习", "学习"),
        ("Nov 27 15:00 9th grade meeting", "9th grade meeting"),
        ("27 Nov 3pm May day, planning", "May day, planning"),
    ],
)
def test_what_follows_the_moment_is_kept(words: str, rest: str) -> None:
    found = read_moment(words, local_now=NOW)
    assert found is not None
    assert found.rest == rest


REFUSED = [
    "",
    "15:00",
    "11月27日",
    "Nov 27",
    "周五",
    "周五3点",
    "11月27日 3点",
    "11月31日 15:00",
    "2027-02-29 15:00",
    "13月1日 15:00",
    "11月27日 25:00",
    "11月27日 15:60",
    "11月27日 15:00-17:00",
    "11月27日 15:00 到17:00",
    "Nov 27 15:00 to 17:00",
    "Nov 27 3pm-5pm",
    "Nov 27 13pm",
    "Nov 27 0am",
    "11月27日 上午15点",
    "27/11 15:00",
    "11/27 15:00",
    "27.11 15:00",
    "11-27 15:00",
    "next Friday 3pm",
    "tonight at 8",
    "今晚8点",
    "上周五 15:00",
    "月底 15:00",
    "6月30日前 15:00",
    "Friday 26 November 15:00",
    "9999-11-27 15:00",
    "2020-11-27 15:00",
    "Nov 27 15:00:30",
    "会议室 11月27日 15:00",
    "Marching 27 15:00",
    "满" * 5000,
    "1" * 5000,
]


@pytest.mark.parametrize("words", REFUSED, ids=[words[:20] or "nothing" for words in REFUSED])
def test_what_could_mean_two_things_or_nothing_is_not_read(words: str) -> None:
    assert read_moment(words, local_now=NOW) is None
