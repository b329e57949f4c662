"""A choice, a contradiction, or a part that fits nowhere is never taken for something else."""

import pytest

from domain.schedule_words.reading import Ask, Refused
from tests.domain.schedule_words.telling import reading_of

CASES = {
    "a choice of days": "每周五或周六下午3点",
    "a choice of hours": "每周五下午3点或4点",
    "a choice of single days": "明天或后天",
    "an hour that no morning has": "上午15点",
    "an hour that no night has": "凌晨13点",
    "a minute that no hour has": "每月1日9:60",
    "two places in time": "明年今天",
    "a day that the month lacks": "4月1日到31日",
    "a leap day in a common year": "2月28日到29日",
    "perhaps": "可能每周五下午3点",
    "a weekday in an interval of years": "每隔年周三",
    "a number that is no weekday": "每周1、33、5",
    "a word that is no hour": "早完成",
    "nothing is owed": "每月至少0次",
    "a lead is not the schedule": "每周五下午3点提前1天提醒",
    "a bound without a rule": "从12月1日起会后三天",
    "an exception without a rule": "除周三外下周五下午3点",
    "exams": "期末考试前",
}


@pytest.mark.parametrize("words", CASES.values(), ids=CASES.keys())
def test_what_does_not_fit_is_asked_about_or_refused(words: str) -> None:
    assert isinstance(reading_of(words), Ask | Refused)
