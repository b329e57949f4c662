"""A line of an admin holds a name, a schedule and lead times; nothing of it is lost."""

import pytest

from domain.schedule_words.json_form import to_fields
from domain.schedule_words.line import LONGEST_LINE, ScheduleLine, find_schedule
from domain.schedule_words.meaning import Amount, Unit
from domain.schedule_words.reading import Ask, Question, Refused, Schedule
from tests.domain.schedule_words.telling import HERE, WORDS

LAST_FRIDAY = "FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=15;BYMINUTE=0"
QUARTERLY = "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=1"


def _found(line: str) -> ScheduleLine:
    return find_schedule(line, HERE)


@pytest.mark.parametrize(
    ("line", "name", "rule", "leads"),
    [
        (
            "教职工政治学习 每月最后一个周五15:00 提前3天和1天提醒",
            "教职工政治学习",
            LAST_FRIDAY,
            [3, 1],
        ),
        (
            "教职工政治学习每月最后一个周五15:00，提前3天和1天提醒",
            "教职工政治学习",
            LAST_FRIDAY,
            [3, 1],
        ),
        ("每月最后一个周五15:00 教职工政治学习", "教职工政治学习", LAST_FRIDAY, []),
        ("第一党支部三会一课 每季度至少一次", "第一党支部三会一课", QUARTERLY, []),
        ("党员大会每季度一次 提前10天、3天提醒", "党员大会", QUARTERLY, [10, 3]),
        ("党费收缴 每月1日 3天前提醒", "党费收缴", "FREQ=MONTHLY;BYMONTHDAY=1", [3]),
        ("五四表彰大会 每年5月4日", "五四表彰大会", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4", []),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_line_is_taken_apart(line: str, name: str, rule: str, leads: list[int]) -> None:
    found = _found(line)
    assert isinstance(found.reading, Schedule)
    fields = to_fields(found.reading, WORDS)
    assert (found.name, fields["rrule"], found.rest) == (name, rule, "")
    assert found.leads == tuple(Amount(count=days, unit=Unit.DAY) for days in leads)


@pytest.mark.parametrize(
    "said",
    [
        "remind 3 and 1 days before",
        "with reminders 3 days and 1 day ahead",
        "with a reminder 3, 1 days before",
        "warn everybody three and one days in advance",
        "reminders: 3 days, and one day before",
        ", 3 and 1 days before",
        "; three days and one day before.",
    ],
)
def test_english_says_how_long_before_with_a_word_for_it_or_alone(said: str) -> None:
    found = _found(f"Safety check on the last Friday of each month at 15:00 {said}")
    assert (found.name, found.rest) == ("Safety check", "")
    assert found.leads == tuple(Amount(count=days, unit=Unit.DAY) for days in (3, 1))


def test_days_before_something_named_are_no_reminder() -> None:
    assert _found("Seating plan, 3 days before term end").leads == ()


def test_a_festival_in_the_name_stays_there() -> None:
    found = _found("元旦晚会 12月30日19:00 提前一周提醒")
    assert found.name == "元旦晚会"
    assert found.leads == (Amount(count=1, unit=Unit.WEEK),)
    assert isinstance(found.reading, Schedule)
    assert to_fields(found.reading, WORDS)["at"] == "2026-12-30T19:00"


def test_what_follows_and_is_not_understood_is_told() -> None:
    found = _found("支委会 每月第一个周三14:00 请带笔记本")
    assert found.name == "支委会"
    assert found.rest == "请带笔记本"


def test_a_line_without_a_schedule_is_all_name() -> None:
    found = _found("八一学校联席会")
    assert found.name == "八一学校联席会"
    assert isinstance(found.reading, Refused)


def test_a_line_too_long_is_not_read() -> None:
    found = _found("每" * (LONGEST_LINE + 1))
    assert isinstance(found.reading, Refused)
    assert len(found.rest) == LONGEST_LINE + 1


@pytest.mark.parametrize(
    ("line", "name", "question"),
    [
        ("周例会 每周五下午3点 除了节假日 最后一周", "周例会", Question.NOT_ALL_UNDERSTOOD),
        ("报告 事件发生后10个工作日内", "报告", Question.NOT_ALL_UNDERSTOOD),
        ("每周五下午3点，寒假除外", "", Question.SCHOOL_DATES),
        ("every Friday 3pm except the last week", "", Question.NOT_ALL_UNDERSTOOD),
    ],
)
def test_no_word_about_time_is_left_over_beside_the_schedule(
    line: str, name: str, question: Question
) -> None:
    found = _found(line)
    assert isinstance(found.reading, Ask)
    assert (found.name, found.reading.question, found.rest) == (name, question, "")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("清明活动 清明节前一周", "清明活动"),
        ("weekly meeting every Friday at 3pm", "weekly meeting"),
        ("Report by 3 December 2026", "Report"),
        ("every Friday at 3pm", ""),
        ("开学 3天后", ""),
        ("the last Friday of every month at 15:00", ""),
    ],
)
def test_a_name_that_could_belong_to_the_schedule_stays_a_name(line: str, name: str) -> None:
    assert _found(line).name == name
