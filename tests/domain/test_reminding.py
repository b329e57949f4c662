"""What somebody wants to hear before the end and after it."""

from datetime import date

import pytest

from domain.easing import Reminding, first_day_overdue, is_stilled, reminding
from domain.ladder import Hearer, ReminderPolicy, Step
from domain.working_day import WorkingCalendar

POLICY = ReminderPolicy(days_before=(10, 3, 0), working_days_after=(1, 2, 4))
RUNGS = {
    "before-10": date(2026, 11, 20),
    "before-3": date(2026, 11, 27),
    "before-0": date(2026, 11, 30),
    "after-1": date(2026, 12, 1),
    "after-2": date(2026, 12, 2),
    "after-4": date(2026, 12, 4),
}


@pytest.mark.parametrize(
    ("chosen", "silent"),
    [
        (Reminding.ALL, set()),
        (Reminding.LAST_DAYS, {"before-10", "before-3"}),
        (Reminding.ONCE_AFTER, {"after-2", "after-4"}),
        (Reminding.FEWEST, {"before-10", "before-3", "after-2", "after-4"}),
    ],
)
def test_a_choice_stills_these_rungs_alone(chosen: Reminding, silent: set[str]) -> None:
    rungs = [Step(key=key, on=on, hearer=Hearer.OWNER) for key, on in RUNGS.items()]
    stilled = {
        one.key
        for one in rungs
        if is_stilled(one, POLICY, easing=None, reminding=chosen, overdue_since=RUNGS["after-1"])
    }
    assert stilled == silent


def test_the_first_one_after_the_end_is_told_whichever_it_is() -> None:
    late = Step(key="after-4", on=RUNGS["after-4"], hearer=Hearer.OWNER)
    assert not is_stilled(late, POLICY, easing=None, reminding=Reminding.FEWEST)


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("after", [True, False])
def test_every_pair_of_choices_has_a_name(before: bool, after: bool) -> None:
    chosen = reminding(is_all_before=before, is_all_after=after)
    assert (chosen.is_all_before, chosen.is_all_after) == (before, after)


def test_the_first_day_overdue_is_a_working_day() -> None:
    plain = WorkingCalendar(special_days={}, published_years=frozenset())
    assert first_day_overdue(POLICY, date(2026, 11, 27), plain) == date(2026, 11, 30)
    silent = ReminderPolicy(working_days_after=())
    assert first_day_overdue(silent, date(2026, 11, 27), plain) is None
