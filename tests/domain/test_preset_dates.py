"""Every date in the previews of all ready plans, 2026 to 2030, equals one found by plain loops."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
import yaml

from domain.duty import Duty
from domain.preset import duties_of
from domain.upcoming import LOOK_AHEAD_MONTHS, TermEnd, upcoming_dates
from domain.working_day import WorkingCalendar
from papers.preset_files import PRESETS, find_preset, ready_presets
from tests.oracles.preview_oracle import (
    PUBLISHED,
    RESTS,
    WORKS,
    Seen,
    next_five,
    quota_dates,
    rule_dates,
    term_dates,
)

CALENDAR = WorkingCalendar(dict.fromkeys(WORKS, True) | dict.fromkeys(RESTS, False), PUBLISHED)
USUAL, TERM = [10, 3, 1, 0], [6, 3, 1]
TERM_ENDS = [date(2027, 3, 31), date(2028, 2, 29), date(2029, 8, 31), date(2030, 12, 30)]


def todays() -> Iterator[date]:
    for year in range(2026, 2031):
        for month in range(1, 13):
            for day in (1, 11, 21, 28):
                yield date(year, month, day)


def written(code: str) -> dict[str, Mapping[str, Any]]:
    """The duties as they stand in the file, read by nothing of ours."""
    content = yaml.safe_load((PRESETS / f"{code}.yaml").read_text("utf-8"))
    return {f"{code}.{duty['code']}": duty for duty in content["duties"]}


def duties() -> Iterator[Any]:
    for preset in ready_presets():
        chosen = {kind.role: [kind.role] for kind in preset.kinds}
        raw = written(preset.code)
        made = duties_of(preset, chosen, begins_on=date(2026, 1, 1))
        assert [duty.code for duty in made] == list(raw)
        yield from (pytest.param(duty, raw[duty.code], id=duty.code) for duty in made)


def expected(raw: Mapping[str, Any]) -> list[Seen]:
    before = raw.get("reminders", {}).get("days_before", USUAL)
    match raw["cadence"]:
        case {"quota": quota}:
            return quota_dates(quota, before, raw.get("exempt_months", []))
        case {"due": dates} | {"dates": dates}:
            return rule_dates(dates["rule"], dates.get("shift", "keep"))
        case _:
            return []


def shown(duty: Duty, today: date, terms: list[TermEnd]) -> list[Seen]:
    found = upcoming_dates(duty, CALENDAR, today=today, terms=terms)
    return [(one.day, one.is_due, one.moved_from, one.is_provisional) for one in found]


@pytest.mark.parametrize(("duty", "raw"), duties())
def test_every_date_shown_is_the_one_that_the_loops_find(
    duty: Duty, raw: Mapping[str, Any]
) -> None:
    dates = expected(raw)
    ends = TERM_ENDS if "term" in raw["cadence"] else [None]
    for end in ends:
        of_term = term_dates(end, TERM) if end else dates
        terms = [TermEnd(unit_name="", ends_on=end)] if end else []
        for today in todays():
            if end is not None and today > end:
                continue
            right, seen = next_five(of_term, today), shown(duty, today, terms)
            assert seen == right[: len(seen)], today
            assert len(seen) == len(right) or is_far(right[len(seen)][0], today)


def is_far(day: date, today: date) -> bool:
    """Farther than previews look ahead."""
    return (day.year - today.year) * 12 + day.month - today.month >= LOOK_AHEAD_MONTHS


def test_without_a_published_list_dates_are_provisional_and_those_of_2026_are_not() -> None:
    [study] = [
        one
        for one in duties_of(
            preset("education-starter"), {"school": ["s"], "branch": ["b"], "committee": ["c"]},
            begins_on=date(2026, 1, 1),
        )
        if one.code.endswith("staff-study")
    ]  # fmt: skip
    marks = {
        seen[0].year: seen[3]
        for today in (date(2026, 5, 1), date(2027, 5, 1))
        for seen in shown(study, today, [])
        if not seen[1]
    }
    assert marks == {2026: False, 2027: True}


def preset(code: str) -> Any:
    found = find_preset(code)
    assert found is not None
    return found
