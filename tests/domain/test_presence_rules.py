"""The rules of check-in: windows, lates that count as absences, quorums; and their facts."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.activity import Activity
from domain.check_in import CheckInState, decide_presence
from domain.presence_rules import (
    DEFAULT_RULES,
    LeaveApproval,
    PresenceRules,
    Rule,
    rules_from_facts,
    rules_to_facts,
    turned,
    value_of,
)
from domain.quorum import Quorum, Share
from domain.unit import Unit

START = datetime(2026, 11, 27, 7, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

RULES = st.builds(
    PresenceRules,
    opens_before=st.integers(0, 180),
    closes_after=st.integers(0, 120),
    lates_per_absence=st.integers(0, 10),
    leave_approval=st.sampled_from(LeaveApproval),
    leave_days_after=st.integers(0, 31),
    reasons_fade_after=st.integers(1, 730),
    second_scan=st.booleans(),
    photo=st.booleans(),
    quorum=st.sampled_from(Share),
    without_vote=st.lists(st.text(min_size=1, max_size=64), max_size=5).map(tuple),
)


@pytest.mark.parametrize(
    ("share", "due", "least"),
    [
        (Share.HALF, 0, 1),
        (Share.HALF, 1, 1),
        (Share.HALF, 9, 5),
        (Share.HALF, 10, 6),
        (Share.TWO_THIRDS, 1, 1),
        (Share.TWO_THIRDS, 9, 6),
        (Share.TWO_THIRDS, 10, 7),
        (Share.FOUR_FIFTHS, 1, 1),
        (Share.FOUR_FIFTHS, 5, 5),
        (Share.FOUR_FIFTHS, 9, 8),
        (Share.FOUR_FIFTHS, 10, 9),
        (Share.NONE, 10, 0),
    ],
)
def test_the_fewest_that_are_enough(share: Share, due: int, least: int) -> None:
    assert share.least(due) == least


@pytest.mark.parametrize(
    ("share", "due", "present", "is_met"),
    [
        pytest.param(Share.HALF, 10, 5, False, id="half is not more than half"),
        pytest.param(Share.HALF, 10, 6, True, id="one more than half"),
        pytest.param(Share.TWO_THIRDS, 9, 6, True, id="two thirds exactly"),
        pytest.param(Share.TWO_THIRDS, 9, 5, False, id="less than two thirds"),
        pytest.param(Share.FOUR_FIFTHS, 10, 8, False, id="four fifths is not more"),
        pytest.param(Share.FOUR_FIFTHS, 10, 9, True, id="more than four fifths"),
        pytest.param(Share.HALF, 0, 0, False, id="nobody is never enough"),
        pytest.param(Share.TWO_THIRDS, 0, 0, False, id="nobody due"),
    ],
)
def test_a_quorum_is_reached_or_not(share: Share, due: int, present: int, is_met: bool) -> None:
    assert Quorum(share=share, due=due, present=present).is_met is is_met


@given(
    share=st.sampled_from([one for one in Share if one is not Share.NONE]),
    due=st.integers(0, 3000),
    present=st.integers(0, 3000),
)
def test_one_more_who_comes_never_undoes_a_quorum(share: Share, due: int, present: int) -> None:
    now = Quorum(share=share, due=due, present=present)
    assert not now.is_met or Quorum(share=share, due=due, present=present + 1).is_met
    # All of those due are enough, whatever the share.
    assert Quorum(share=share, due=due, present=max(due, 1)).is_met
    exact = {
        Share.HALF: present * 2 > due,
        Share.TWO_THIRDS: present * 3 >= due * 2,
        Share.FOUR_FIFTHS: present * 5 > due * 4,
    }[share]
    assert now.is_met == (exact and present > 0)


@pytest.mark.parametrize(
    ("per_absence", "absent", "late", "counted"),
    [
        pytest.param(0, 1, 9, 1, id="lates are only lates"),
        pytest.param(2, 0, 1, 0, id="one late is none yet"),
        pytest.param(2, 0, 2, 1, id="two lates are one absence"),
        pytest.param(2, 3, 5, 5, id="beside absences"),
        pytest.param(3, 0, 5, 1, id="three to one"),
    ],
)
def test_lates_count_as_absences_where_that_is_the_rule(
    per_absence: int, absent: int, late: int, counted: int
) -> None:
    rules = PresenceRules(lates_per_absence=per_absence)
    assert rules.count_absences(absent=absent, late=late) == counted


@given(rules=RULES, late=st.integers(0, 300), absent=st.integers(0, 300))
def test_no_late_ever_makes_the_count_smaller(rules: PresenceRules, late: int, absent: int) -> None:
    counted = rules.count_absences(absent=absent, late=late)
    assert absent <= counted <= absent + late
    assert counted <= rules.count_absences(absent=absent, late=late + 1)


@given(rules=RULES, seconds=st.integers(-4 * 3600, 4 * 3600))
def test_a_press_is_early_in_time_or_late_by_the_window_of_the_organisation(
    rules: PresenceRules, seconds: int
) -> None:
    opens_at, closes_at = rules.window(START)
    activity = Activity(
        id=1,
        unit=Unit(id=1, name="青石小学", kind="学校", path="/1/"),
        title="教职工政治学习",
        place="",
        starts_at=START,
        opens_at=opens_at,
        closes_at=closes_at,
    )
    found = decide_presence(activity, at=START + timedelta(seconds=seconds))
    if seconds < -60 * rules.opens_before:
        assert found is None
    elif seconds <= 60 * rules.closes_after:
        assert found is CheckInState.PRESENT
    else:
        assert found is CheckInState.LATE


@given(RULES)
def test_rules_come_back_from_their_facts(rules: PresenceRules) -> None:
    assert rules_from_facts(rules_to_facts(rules)) == rules


@pytest.mark.parametrize("rule", Rule)
def test_every_value_on_offer_is_reached_and_none_else_changes(rule: Rule) -> None:
    rules, seen = DEFAULT_RULES, set()
    while value_of(rules, rule) not in seen:
        seen.add(value_of(rules, rule))
        after = turned(rules, rule)
        others = [one for one in Rule if one is not rule]
        assert [value_of(after, one) for one in others] == [value_of(rules, one) for one in others]
        rules = after
    assert len(seen) >= 2
    assert value_of(DEFAULT_RULES, rule) in seen
