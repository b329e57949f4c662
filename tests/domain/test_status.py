"""What counts on a board today, and for whom."""

from datetime import date, timedelta

import pytest

from domain.bilingual import Bilingual
from domain.ladder import ReminderPolicy
from domain.missing import Scope, read_scope
from domain.obligation import Obligation, ObligationState
from domain.status import Mark, Tally, mark_of, top_paths
from domain.unit import Unit

TODAY = date(2026, 11, 20)
RUNNING = (date(2026, 11, 1), date(2026, 11, 30))
ENDS_TODAY = (date(2026, 11, 1), TODAY)
OVER = (date(2026, 10, 1), date(2026, 10, 31))
AHEAD = (TODAY + timedelta(days=1), date(2026, 12, 31))


def obligation(state: ObligationState, period: tuple[date, date]) -> Obligation:
    """One obligation of no particular duty."""
    return Obligation(
        id=1,
        duty_id=1,
        name=Bilingual(zh="学习", en="Study"),
        unit=Unit(id=2, name="青石小学", kind="学校", path="/1/2/", parent_id=1),
        period_key="2026-11",
        first_day=period[0],
        last_day=period[1],
        state=state,
        policy=ReminderPolicy(),
    )


@pytest.mark.parametrize(
    ("state", "period", "mark"),
    [
        pytest.param(ObligationState.OPEN, RUNNING, Mark.OPEN, id="open in its period"),
        pytest.param(ObligationState.OPEN, ENDS_TODAY, Mark.OPEN, id="open on its last day"),
        pytest.param(ObligationState.OPEN, OVER, Mark.OVERDUE, id="open past its last day"),
        pytest.param(ObligationState.OPEN, AHEAD, None, id="not begun"),
        pytest.param(ObligationState.DONE, RUNNING, Mark.DONE, id="done while its period runs"),
        pytest.param(ObligationState.DONE, ENDS_TODAY, Mark.DONE, id="done, last day"),
        pytest.param(ObligationState.DONE, OVER, None, id="done long ago"),
        pytest.param(ObligationState.EXCUSED, RUNNING, None, id="excused"),
        pytest.param(ObligationState.MISSED, OVER, None, id="missed and given up"),
    ],
)
def test_a_board_counts_what_runs_or_is_overdue(
    state: ObligationState, period: tuple[date, date], mark: Mark | None
) -> None:
    assert mark_of(obligation(state, period), TODAY) is mark


@pytest.mark.parametrize(
    ("tally", "mark"),
    [
        (Tally(done=3, open=2, overdue=1), Mark.OVERDUE),
        (Tally(done=3, open=2), Mark.OPEN),
        (Tally(done=3), Mark.DONE),
        (Tally(), None),
    ],
)
def test_the_worst_marks_a_subtree(tally: Tally, mark: Mark | None) -> None:
    assert tally.mark is mark


def test_subtrees_inside_others_are_looked_at_once() -> None:
    assert top_paths(["/1/4/", "/1/4/9/", "/1/40/", "/1/4/"]) == ("/1/4/", "/1/40/")


@pytest.mark.parametrize(
    "scope",
    [
        Scope(),
        Scope(unit_id=4),
        Scope(duty_id=7),
        Scope(unit_id=4, duty_id=7),
        Scope(duty_id=7, is_told=True),
    ],
)
def test_a_scope_travels_in_a_button(scope: Scope) -> None:
    assert read_scope(scope.key) == scope


@pytest.mark.parametrize("key", ["", "x", "4-", "-7", "4-7-9", "4_7", "9" * 30, "told7", "٤"])
def test_a_key_that_we_did_not_write_is_no_scope(key: str) -> None:
    assert read_scope(key) is None
