"""Whatever the rule and wherever one looks, each occurrence is told once."""

from datetime import UTC, datetime
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.recurrence import MonthEnd, Recurrence, occurrences_after, occurrences_between

_WEEKDAYS = st.lists(
    st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=3, unique=True
).map(",".join)
_MONTH_DAYS = st.sets(st.integers(1, 31) | st.integers(-31, -1), max_size=3).flatmap(
    lambda days: st.just(",".join(map(str, sorted(days | {7}))))
)
_ENDS = st.sampled_from(["", ";COUNT=7", ";COUNT=400", ";UNTIL=20280229T120000"])
_HOURS = st.sampled_from(["", ";BYHOUR=6,18"])
_SHORT_RULES = st.builds(
    "FREQ={0};INTERVAL={1}{2}{3}".format,
    st.sampled_from(["DAILY", "WEEKLY"]),
    st.integers(1, 6),
    _WEEKDAYS.map(";BYDAY={}".format) | st.just(""),
    _HOURS,
)
_LONG_RULES = st.builds(
    "FREQ={0};INTERVAL={1}{2}{3}".format,
    st.sampled_from(["MONTHLY", "YEARLY"]),
    st.integers(1, 14),
    _MONTH_DAYS.map(";BYMONTHDAY={}".format)
    | _WEEKDAYS.map(";BYDAY={};BYSETPOS=-1".format)
    | _WEEKDAYS.map(";BYDAY={}".format)
    | st.just(""),
    _HOURS,
)
_RULES = st.builds("{0}{1}".format, _SHORT_RULES | _LONG_RULES, _ENDS)
_STARTS = st.datetimes(
    min_value=datetime.fromisoformat("2010-01-01"), max_value=datetime.fromisoformat("2027-01-01")
).map(lambda moment: moment.replace(microsecond=0))
_LOOKS = st.datetimes(
    min_value=datetime.fromisoformat("2009-01-01"),
    max_value=datetime.fromisoformat("2032-01-01"),
    timezones=st.just(UTC),
)


@settings(deadline=None)
@given(rule=_RULES, starts_on=_STARTS, after=_LOOKS)
def test_starting_near_the_look_tells_the_same_as_counting_from_the_start(
    rule: str, starts_on: datetime, after: datetime
) -> None:
    counted = rrulestr(rule, dtstart=starts_on)
    assert isinstance(counted, rrule)
    expected = islice(counted.xafter(after.replace(tzinfo=None)), 5)
    recurrence = Recurrence(rule=rule, starts_on=starts_on, zone=ZoneInfo("UTC"), month_end="skip")
    assert list(islice(occurrences_after(recurrence, after), 5)) == [
        wall.replace(tzinfo=UTC) for wall in expected
    ]


@settings(deadline=None, max_examples=50)
@given(
    rule=_RULES,
    starts_on=_STARTS,
    cuts=st.lists(_LOOKS, min_size=3, max_size=6, unique=True).map(sorted),
    month_end=st.sampled_from(["clamp", "skip"]),
)
def test_spans_that_meet_tell_each_occurrence_exactly_once(
    rule: str, starts_on: datetime, cuts: list[datetime], month_end: MonthEnd
) -> None:
    recurrence = Recurrence(
        rule=rule, starts_on=starts_on, zone=ZoneInfo("Australia/Lord_Howe"), month_end=month_end
    )
    in_spans = [
        instant
        for begin, end in pairwise(cuts)
        for instant in occurrences_between(recurrence, begin, end)
    ]
    assert in_spans == occurrences_between(recurrence, cuts[0], cuts[-1])
    assert in_spans == sorted(set(in_spans))


@settings(deadline=None, max_examples=50)
@given(
    rule=st.text(max_size=40) | st.from_regex(r"FREQ=[A-Z]+(;[A-Z]+=[-+,A-Z0-9]*)*", fullmatch=True)
)
def test_any_text_is_refused_or_followed(rule: str) -> None:
    starts_on = datetime.fromisoformat("2026-01-01")
    try:
        recurrence = Recurrence(rule=rule, starts_on=starts_on, zone=ZoneInfo("UTC"))
    except ValueError:
        return
    first = list(islice(occurrences_after(recurrence, starts_on.replace(tzinfo=UTC)), 5))
    assert first == sorted(set(first))
