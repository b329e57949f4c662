"""Codes that prove presence: their steps, how long they are taken, and what guessing brings."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import code
from domain.activity import Activity
from domain.check_in import CheckInState, decide_proven
from domain.unit import Unit

SECRET = "5e" * 32
GOOD_FOR = timedelta(seconds=90)
START = datetime(2026, 11, 27, 7, 0, tzinfo=UTC)
ACTIVITY = Activity(
    id=12,
    unit=Unit(id=1, name="青石小学", kind="学校", path="/1/"),
    title="教职工政治学习",
    place="会议室",
    starts_at=START,
    opens_at=START - timedelta(minutes=30),
    closes_at=START + timedelta(minutes=10),
)

instants = st.timedeltas(timedelta(), timedelta(days=12_000)).map(START.__add__)
lengths = st.sampled_from([code.SCAN_STEP, code.SPOKEN_STEP])
secrets = st.text("0123456789abcdef", min_size=64, max_size=64)
activity_ids = st.integers(min_value=1, max_value=10**9 - 1)
delays = st.timedeltas(min_value=timedelta(seconds=-15), max_value=timedelta(minutes=10))


@given(instants, lengths)
def test_every_instant_lies_in_one_step_that_began_at_a_round_second(
    at: datetime, length: timedelta
) -> None:
    began = code.began_at(code.step_at(at, length), length)
    assert began <= at < began + length
    assert (began.microsecond, began.second % min(60, int(length.total_seconds()))) == (0, 0)


@given(secrets, activity_ids, instants, delays)
def test_a_scan_counts_by_its_own_step_however_slow_the_phone(
    secret: str, activity_id: int, shown_at: datetime, delay: timedelta
) -> None:
    payload = code.show(secret, activity_id, at=shown_at).scan
    scan = code.read_scan(payload)
    assert scan is not None
    assert code.is_genuine(secret, scan)
    assert timedelta() <= shown_at - scan.began_at < code.SCAN_STEP
    used_at = shown_at + delay
    taken = code.is_accepted(scan.began_at, code.SCAN_STEP, at=used_at, good_for=GOOD_FOR)
    assert taken == (timedelta(seconds=-15) <= used_at - scan.began_at <= GOOD_FOR)


@given(secrets, activity_ids, instants)
def test_a_payload_is_what_telegram_takes_in_a_deep_link(
    secret: str, activity_id: int, at: datetime
) -> None:
    payload = code.show(secret, activity_id, at=at).scan
    assert len(payload) <= 64
    assert set(payload) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


@given(secrets, activity_ids, instants, delays)
def test_a_spoken_code_is_taken_for_as_long_after_it_was_replaced(
    secret: str, activity_id: int, shown_at: datetime, delay: timedelta
) -> None:
    typed = code.show(secret, activity_id, at=shown_at).spoken
    began = code.began_at(code.step_at(shown_at, code.SPOKEN_STEP), code.SPOKEN_STEP)
    used_at = shown_at + delay
    found = code.find_spoken(secret, activity_id, typed, at=used_at, good_for=GOOD_FOR)
    if timedelta(seconds=-15) <= used_at - began <= timedelta(seconds=135):
        # Two steps have the same digits once in ten thousand times; the earlier one counts.
        assert found is not None
        assert found <= began
    else:
        assert found != began


@given(instants, st.timedeltas(timedelta(), timedelta(seconds=90)))
def test_who_scanned_in_time_is_not_late(closes_at: datetime, delay: timedelta) -> None:
    closes_at = closes_at.replace(second=0, microsecond=0)
    began = code.began_at(code.step_at(closes_at, code.SCAN_STEP), code.SCAN_STEP)
    decided = decide_proven(
        at_window(closes_at - timedelta(hours=1), closes_at), instant=began, at=began + delay
    )
    assert decided == (CheckInState.PRESENT, began)


def at_window(opens_at: datetime, closes_at: datetime) -> Activity:
    return Activity(
        id=1,
        unit=ACTIVITY.unit,
        title="",
        place="",
        starts_at=closes_at,
        opens_at=opens_at,
        closes_at=closes_at,
    )


@pytest.mark.parametrize(
    ("instant", "at", "decided"),
    [
        pytest.param(-31, -30.1, None, id="used before the window opens"),
        pytest.param(-30.1, -30, ("present", -30), id="the step in which the window opens"),
        pytest.param(0, 1, ("present", 0), id="within the window"),
        pytest.param(10, 11.4, ("present", 10), id="the last step, used by a slow phone"),
        pytest.param(10.25, 10.3, ("late", 10.25), id="the step after the window"),
    ],
)
def test_the_step_decides_between_present_and_late(
    instant: float, at: float, decided: tuple[str, float] | None
) -> None:
    def after_start(minutes: float) -> datetime:
        return START + timedelta(minutes=minutes)

    found = decide_proven(ACTIVITY, instant=after_start(instant), at=after_start(at))
    expected = (CheckInState(decided[0]), after_start(decided[1])) if decided else None
    assert found == expected


def test_a_million_forged_codes_open_nothing() -> None:
    """Each is as good as a forger can make it: the right activity, a step that is taken now."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
    step = code.step_at(START, code.SCAN_STEP)
    genuine = code.read_scan(code.scan_code(SECRET, 12, step))
    assert genuine is not None
    stream = "".join(random.Random(20261127).choices(letters, k=1_000_021))
    hits = sum(
        code.is_genuine(SECRET, code.Scan(activity_id=12, step=step, mac=stream[at : at + 22]))
        for at in range(1_000_000)
    )
    assert hits == 0
    assert code.is_genuine(SECRET, genuine)


def test_a_code_is_worth_nothing_anywhere_else() -> None:
    step = code.step_at(START, code.SCAN_STEP)
    scan = code.read_scan(code.scan_code(SECRET, 12, step))
    assert scan is not None
    for other in (
        code.Scan(activity_id=13, step=step, mac=scan.mac),
        code.Scan(activity_id=12, step=step + 1, mac=scan.mac),
        code.Scan(activity_id=12, step=step, mac=scan.mac[::-1]),
    ):
        assert not code.is_genuine(SECRET, other)
    assert not code.is_genuine("00" * 32, scan)


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "c_",
        "c_12",
        "c_0-1-" + "A" * 22,
        "c_012-1-" + "A" * 22,
        "c_1-1-" + "A" * 21,
        "c_1-1-" + "A" * 23,
        "c_١-1-" + "A" * 22,
        "c_1-1-" + "é" * 22,
        "c_1-1-" + "A" * 22 + "\n",
        "c_9999999999-1-" + "A" * 22,
        "c_1-999999999999-" + "A" * 22,
        "d_1-1-" + "A" * 22,
    ],
)
def test_what_has_not_the_shape_of_a_scan_is_none(payload: str) -> None:
    assert code.read_scan(payload) is None


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("4821", "4821"),
        (" 4821 ", "4821"),
        ("48 21", "4821"),
        ("４８２１", "4821"),
        ("0007", "0007"),
        ("482", None),
        ("48211", None),
        ("4 8 2 1", None),
        ("four", None),
        ("-482", None),
        ("٤٨٢١", None),
        ("4821!", None),
    ],
)
def test_four_digits_are_read_as_people_type_them(words: str, digits: str | None) -> None:
    assert code.read_spoken(words) == digits


def test_five_guesses_find_a_spoken_code_once_in_five_hundred_times_at_most() -> None:
    every = [f"{number:04}" for number in range(10_000)]
    hits = sum(
        code.find_spoken(SECRET, 12, guess, at=START, good_for=GOOD_FOR) is not None
        for guess in every
    )
    assert 0 < hits * code.WRONG_CODES / len(every) <= 1 / 500
