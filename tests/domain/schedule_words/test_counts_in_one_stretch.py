"""So often in one stretch, or in each of several that were named."""

import pytest

from domain.dated_cadence import Unfit
from domain.schedule_cadence import cadence_of
from domain.schedule_words.reading import Schedule
from tests.domain.schedule_words.telling import NOW, reading_of, told

_FIRST_HALF = "period 2027-01-01 to 2027-06-30"
CASES = {
    "上半年完成一次": f"{_FIRST_HALF} 1- per half-year",
    "下半年至少两次": "period 2026-07-01 to 2026-12-31 2- per half-year",
    "明年上半年至少一次": f"{_FIRST_HALF} 1- per half-year",
    "上半年内完成两次": f"{_FIRST_HALF} 2- per half-year",
    "本月至少1次": "period 2026-11-01 to 2026-11-30 1- per month",
    "下个月至少1次": "period 2026-12-01 to 2026-12-31 1- per month",
    "12月至少2次": "period 2026-12-01 to 2026-12-31 2- per month",
    "本季度至少一次": "period 2026-10-01 to 2026-12-31 1- per quarter",
    "今年至少2次": "period 2026-01-01 to 2026-12-31 2- per year",
    "上月至少1次": "ask: past",
    "3、4月至少1次": "ask: not all understood",
    "每年6月、12月各一次": "period 1- per month",
    "每年两次，6月、12月各一次": "period 1- per month",
    "每年三次，6月、12月各一次": "ask: not all understood",
    "每年一、三季度各至少一次": "period 1- per quarter",
    "每月5日、20日各一次": "recurring FREQ=MONTHLY;BYMONTHDAY=5,20",
    "at least twice in the first half of the year": f"{_FIRST_HALF} 2- per half-year",
    "once in December": "period 2026-12-01 to 2026-12-31 1- per month",
    "at least once this quarter": "period 2026-10-01 to 2026-12-31 1- per quarter",
    "twice this year": "period 2026-01-01 to 2026-12-31 2- per year",
    "every Friday once in the morning": "ask: not all understood",
    "once in a while": "refused: not understood",
}


@pytest.mark.parametrize("text", CASES)
def test_a_count_keeps_its_stretch(text: str) -> None:
    assert told(text) == CASES[text]


def test_a_count_in_each_of_some_months_is_counted_in_these_alone() -> None:
    reading = reading_of("每年6月、12月各一次")
    assert isinstance(reading, Schedule)
    assert reading.rule is not None
    assert (reading.rule.months, reading.duration) == ((6, 12), "P1M")


@pytest.mark.parametrize("text", ["上半年至少一次", "每年6月、12月各一次"])
def test_a_count_in_some_stretches_is_no_duty_of_all_of_them(text: str) -> None:
    reading = reading_of(text)
    assert isinstance(reading, Schedule)
    assert cadence_of(reading, today=NOW.date()) is Unfit.QUOTA
