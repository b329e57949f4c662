"""What a person's year comes to: each thing that he was due at counts once."""

from datetime import UTC, datetime

import pytest

from domain.check_in import CheckInState
from domain.ledger import Turnout
from domain.own_record import Attended, study_of, turnout_of

AT = datetime(2026, 11, 27, 7, tzinfo=UTC)
PRESENT, LATE, EXCUSED = CheckInState.PRESENT, CheckInState.LATE, CheckInState.EXCUSED
ABSENT, MADE_UP, EXPECTED = CheckInState.ABSENT, CheckInState.MADE_UP, CheckInState.EXPECTED


def study(state: CheckInState, *, makes_up: bool = False, left: bool = False) -> Attended:
    return Attended(
        title="学习",
        duty=None,
        at=AT,
        state=state,
        study_minutes=60,
        left_at=AT if left else None,
        makes_up=makes_up,
    )


def session(state: CheckInState, *, left: bool = False) -> Attended:
    """A make-up session for something at which he was due."""
    return study(state, makes_up=True, left=left)


@pytest.mark.parametrize(
    ("attended", "turnout", "minutes"),
    [
        pytest.param([], Turnout(), 0, id="an empty year"),
        pytest.param([study(ABSENT)], Turnout(total=1, absent=1), 0, id="absent"),
        pytest.param(
            [study(ABSENT), session(ABSENT)],
            Turnout(total=1, absent=1),
            0,
            id="absent from the session too",
        ),
        pytest.param(
            [study(ABSENT), session(ABSENT), session(ABSENT)],
            Turnout(total=1, absent=1),
            0,
            id="and from a second one",
        ),
        pytest.param(
            [study(EXCUSED), session(ABSENT)],
            Turnout(total=1, excused=1),
            0,
            id="on leave, and absent from the session",
        ),
        pytest.param(
            [study(EXCUSED), session(EXCUSED)], Turnout(total=1, excused=1), 0, id="on leave twice"
        ),
        pytest.param(
            [study(MADE_UP), session(PRESENT)],
            Turnout(total=1, made_up=1),
            60,
            id="made up: there once, and its hours once",
        ),
        pytest.param(
            [study(MADE_UP), session(LATE, left=True)],
            Turnout(total=1, made_up=1),
            60,
            id="late at the session is no late of its own",
        ),
        pytest.param(
            [study(MADE_UP), session(ABSENT), session(PRESENT)],
            Turnout(total=1, made_up=1),
            60,
            id="made up at the second session",
        ),
        pytest.param(
            [study(ABSENT), session(EXPECTED)],
            Turnout(total=1, absent=1),
            0,
            id="a session of which nobody has said that it was held",
        ),
        pytest.param(
            [study(PRESENT), study(LATE, left=True), study(ABSENT), study(EXCUSED)],
            Turnout(total=4, present=1, late=1, excused=1, absent=1, left_early=1),
            120,
            id="everything else counts for itself",
        ),
    ],
)
def test_what_was_missed_counts_once(
    attended: list[Attended], turnout: Turnout, minutes: int
) -> None:
    assert turnout_of(attended) == turnout
    assert study_of(attended) == minutes
