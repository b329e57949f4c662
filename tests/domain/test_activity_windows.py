"""What holds of every window of check-in, whatever its hours, and whenever the bot was down."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.activity import PRESSES_LIVE, Activity, effective_close, window
from domain.check_in import CheckInState, decide_presence, decide_proven
from domain.unit import Unit

STARTS_AT = datetime(2026, 11, 27, 7, tzinfo=UTC)
_LENGTHS = st.timedeltas(timedelta(), timedelta(hours=3))
_AROUND = st.timedeltas(timedelta(hours=-6), timedelta(hours=6))
_RANK = {None: 0, CheckInState.PRESENT: 1, CheckInState.LATE: 2}


@st.composite
def activities(draw: st.DrawFn) -> Activity:
    """An activity with any window."""
    opens_at, closes_at = window(
        STARTS_AT, opens_before=draw(_LENGTHS), closes_after=draw(_LENGTHS)
    )
    return Activity(
        id=1,
        unit=Unit(id=1, parent_id=None, name="学校", kind="学校", path="/1/"),
        title="学习",
        place="",
        starts_at=STARTS_AT,
        opens_at=opens_at,
        closes_at=closes_at,
    )


@given(activities(), _AROUND, _AROUND)
def test_whoever_comes_later_never_stands_better(
    activity: Activity, one: timedelta, other: timedelta
) -> None:
    earlier, later = sorted((STARTS_AT + one, STARTS_AT + other))
    ranks = [_RANK[decide_presence(activity, at=at)] for at in (earlier, later)]
    assert ranks == sorted(ranks)


@given(activities(), st.booleans())
def test_both_ends_of_a_window_are_in_time(activity: Activity, is_end: bool) -> None:
    end = activity.closes_at if is_end else activity.opens_at
    assert decide_presence(activity, at=end) is CheckInState.PRESENT
    second = timedelta(seconds=1)
    assert decide_presence(activity, at=activity.opens_at - second) is None
    assert decide_presence(activity, at=activity.closes_at + second) is CheckInState.LATE


@given(activities(), _AROUND, st.timedeltas(timedelta(), timedelta(seconds=105)))
def test_a_slow_phone_never_makes_a_punctual_person_late(
    activity: Activity, when: timedelta, slow: timedelta
) -> None:
    instant = STARTS_AT + when
    found = decide_proven(activity, instant=instant, at=instant + slow)
    if found is None:
        assert instant + slow < activity.opens_at
        return
    state, counts_at = found
    assert activity.opens_at <= counts_at <= max(instant, activity.opens_at)
    assert (state is CheckInState.LATE) == (instant > activity.closes_at)


@given(_AROUND, _AROUND)
def test_an_outage_never_shortens_a_window_and_only_one_at_its_close_moves_it(
    one: timedelta, other: timedelta
) -> None:
    down_at, back_at = sorted((STARTS_AT + one, STARTS_AT + other))
    closes_at = effective_close(STARTS_AT, last_alive=down_at, back_at=back_at)
    if down_at < STARTS_AT <= back_at:
        assert closes_at == back_at + PRESSES_LIVE
    else:
        assert closes_at == STARTS_AT
    assert closes_at >= STARTS_AT
