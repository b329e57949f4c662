"""So often in each stretch, in Chinese."""

import pytest

from tests.domain.schedule_words.telling import told

CASES = {
    "each year": ("每年不少于一次", "period 1- per year"),
    "each quarter": ("每季度不少于2次", "period 2- per quarter"),
    "each month": ("每月至少一次", "period 1- per month"),
    "at least, said first": ("至少每月一次", "period 1- per month"),
    "each half-year": ("每半年一次", "period 1- per half-year"),
    "each term": ("每学期至少两次", "period 2- per term"),
    "each week": ("每周至少2次", "period 2- per week"),
    "a person": ("每人每年2次", "period 2- per year"),
    "a year, four": ("一年四次", "period 4- per year"),
    "a term, two": ("一学期两次", "period 2- per term"),
    "between": ("每月1-2次", "period 1-2 per month"),
    "at most": ("每月不超过3次", "period 0-3 per month"),
    "or more": ("每季度2次以上", "period 2- per quarter"),
    "with a verb": ("每季度召开一次", "period 1- per quarter"),
    "within a window": ("每年一次，第四季度", "period 1- per year"),
    "every second week": ("每两周一次", "period from 2026-11-23 1- per week"),
    "next year": ("明年每季度至少1次", "period from 2027-01-01 1- per quarter"),
    "this year": ("今年每月至少1次", "period from 2026-01-01 1- per month"),
}


@pytest.mark.parametrize(("words", "meaning"), CASES.values(), ids=CASES.keys())
def test_a_minimum_is_a_minimum(words: str, meaning: str) -> None:
    assert told(words) == meaning


def test_a_minimum_beside_a_day_is_asked_about() -> None:
    assert told("每月至少一次，最后一个周五") == "ask: which meaning"
