"""A period that runs backwards is a slip: it is asked about, and never stretched over years."""

import pytest

from tests.domain.schedule_words.telling import asked, told

BACKWARDS = (
    "Feb 28 to Feb 29",
    "December 20 to 10",
    "20-10 December",
    "30-1 December",
    "December 21 to December 15",
    "from December 20 to December 10",
    "12月20日到10日",
    "12月21日至12月15日",
    "2月28日到2月29日",
)


@pytest.mark.parametrize("text", BACKWARDS)
def test_a_period_that_ends_before_it_begins_is_asked_about(text: str) -> None:
    question, *readings = asked(text)
    assert question == "ask: which meaning"
    assert len(readings) == 1


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("12月1日到明年12月15日", "period 2026-12-01 to 2027-12-15"),
        ("11月20日到12月10日", "period 2026-11-20 to 2026-12-10"),
        ("September to June", "period 2026-09-01 to 2027-06-30"),
        ("1 September to 31 August", "period 2026-09-01 to 2027-08-31"),
        ("1月到12月", "period 2026-01-01 to 2026-12-31"),
    ],
)
def test_a_period_round_the_year_is_understood(text: str, meaning: str) -> None:
    assert told(text) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("from now until the end of the year", "period 2026-11-21 to 2026-12-31"),
        ("from now to Friday", "period 2026-11-21 to 2026-11-27"),
        (
            "every Friday from now until the end of the year",
            "recurring FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231T235959 from 2026-11-21",
        ),
        ("every Friday from now on", "recurring FREQ=WEEKLY;BYDAY=FR"),
    ],
)
def test_a_period_from_now_keeps_its_beginning(text: str, meaning: str) -> None:
    assert told(text) == meaning
