"""Composed expressions mean what a walk through the days finds, or are asked about."""

from collections.abc import Callable
from random import Random
from zoneinfo import ZoneInfo

import holidays
import pytest

from domain.schedule_words.json_form import to_fields
from domain.schedule_words.reader import read
from domain.schedule_words.word_settings import WordSettings
from domain.working_day import WorkingCalendar
from tests.oracles import schedule_words_chinese as chinese
from tests.oracles import schedule_words_english as english
from tests.oracles import schedule_words_windows as windows
from tests.oracles.schedule_words_composer import Said, agrees, take
from tests.oracles.schedule_words_meaning import Answer
from tests.oracles.schedule_words_row import NOW, ZONE

_MANY = 100
# 下周二十八点 is 下周二 at 18:00 for the composer; for a reader it is worth a question.
_UNDERSTOOD = 0.9
_LISTED = holidays.country_holidays("CN", years=range(2026, 2034))
_CALENDAR = WorkingCalendar(
    dict.fromkeys(_LISTED, False) | dict.fromkeys(_LISTED.weekend_workdays, True),
    frozenset({2026}),
)
_COMPOSERS: dict[str, Callable[[Random], Said]] = {
    "Chinese rules": chinese.recurring,
    "Chinese moments": chinese.once,
    "Chinese deadlines": chinese.deadline,
    "Chinese windows": windows.chinese_window,
    "Chinese periods": windows.chinese_period,
    "working days": windows.working_days,
    "English rules": english.recurring,
    "English moments": english.once,
    "English deadlines": english.deadline,
    "English windows": windows.english_window,
}


def answer(text: str) -> Answer:
    """The fields that `read-schedule` prints."""
    words = WordSettings()
    zone = ZoneInfo(ZONE)
    return to_fields(read(text, now_local=NOW, zone=zone, calendar=_CALENDAR, words=words), words)


@pytest.mark.parametrize("composer", _COMPOSERS.values(), ids=_COMPOSERS)
def test_what_is_understood_is_what_was_said(composer: Callable[[Random], Said]) -> None:
    told = [(said, answer(said.text)) for said in take(composer, _MANY, seed=64)]
    understood = [(said, one) for said, one in told if one["kind"] not in {"ask", "refused"}]
    assert [(said.text, one) for said, one in understood if not agrees(said, one)] == []
    assert len(understood) >= _UNDERSTOOD * _MANY


def test_a_part_that_nobody_understands_is_never_dropped() -> None:
    told = [(said.text, answer(said.text)) for said in take(windows.noisy, 3 * _MANY, seed=65)]
    assert [(text, one) for text, one in told if one["kind"] not in {"ask", "refused"}] == []
