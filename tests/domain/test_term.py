"""How a term stands, and which days can be the day of an election."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.act import Act, ActKind
from domain.bilingual import Bilingual
from domain.ladder import TERM_POLICY
from domain.obligation import Obligation, ObligationState
from domain.term import (
    Extension,
    RecordedTerm,
    Term,
    TermState,
    order_terms,
    read_years,
    state_after_election,
    state_without_election,
)
from domain.term_answer import BadDay, refuse_election
from domain.unit import Unit

UNIT = Unit(id=4, name="branch", kind="branch", path="/1/4/", parent_id=1)
BEGAN = date(2024, 5, 31)
TERM = Term(unit=UNIT, began_on=BEGAN, months=36)
AT = datetime(2027, 2, 19, 1, tzinfo=UTC)
OWED = Obligation(
    id=1,
    duty_id=1,
    acts=(Act(kind=ActKind.VOTE, code="vote", name=Bilingual(zh="换届", en="Election")),),
    name=Bilingual(zh="换届", en="Election"),
    unit=UNIT,
    period_key="term-2027-05-31",
    first_day=date(2026, 11, 30),
    last_day=date(2027, 5, 31),
    state=ObligationState.OPEN,
    policy=TERM_POLICY,
)
RECORD = RecordedTerm(
    id=1, began_on=date(2027, 2, 18), ends_on=date(2030, 2, 18), months=36, recorded_at=AT
)


AS_LONG_AS_USUAL = Extension(
    until=date(2028, 5, 31), approved_by="district", approved_on=date(2027, 5, 1)
)
TOO_LONG = replace(AS_LONG_AS_USUAL, until=date(2028, 11, 30))


@pytest.mark.parametrize(
    ("today", "extension", "state"),
    [
        (date(2026, 11, 29), None, TermState.RUNNING),
        (date(2026, 11, 30), None, TermState.ENDING),
        (date(2027, 5, 31), None, TermState.ENDING),
        (date(2027, 6, 1), None, TermState.EXPIRED),
        (date(2028, 5, 31), None, TermState.EXPIRED),
        (date(2028, 6, 1), None, TermState.OVERDUE),
        (date(2027, 5, 2), AS_LONG_AS_USUAL, TermState.EXTENDED),
        (date(2028, 5, 31), AS_LONG_AS_USUAL, TermState.EXTENDED),
        (date(2028, 6, 1), AS_LONG_AS_USUAL, TermState.OVERDUE),
        (date(2028, 5, 31), TOO_LONG, TermState.EXTENDED),
        (date(2028, 6, 1), TOO_LONG, TermState.OVERDUE),
        (date(2027, 9, 1), replace(AS_LONG_AS_USUAL, until=date(2027, 8, 31)), TermState.OVERDUE),
    ],
    ids=[
        "in term",
        "six months ahead",
        "the last day",
        "the day after",
        "a year without an election",
        "more than a year without one",
        "extended before it ended",
        "the last day of a year's extension",
        "after the extension",
        "a year into a longer extension",
        "more than a year, though approved",
        "a short extension is over",
    ],
)
def test_a_term_stands_as_the_dates_compare(
    today: date, extension: Extension | None, state: TermState
) -> None:
    assert replace(TERM, extension=extension).state(today) is state


@pytest.mark.parametrize(
    ("began_on", "months", "ends_on"),
    [
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 2, 28), 36, date(2028, 2, 28)),
        (date(2024, 8, 31), 30, date(2027, 2, 28)),
        (date(2024, 5, 20), 60, date(2029, 5, 20)),
    ],
    ids=["leap day", "leap day to leap day", "the 28th", "years and months", "five years"],
)
def test_a_term_ends_on_the_same_day_or_the_last_of_a_shorter_month(
    began_on: date, months: int, ends_on: date
) -> None:
    assert Term(unit=UNIT, began_on=began_on, months=months).ends_on == ends_on


def test_the_last_day_for_an_election_is_that_of_the_extension() -> None:
    extended = replace(TERM, extension=AS_LONG_AS_USUAL)
    assert (TERM.due_on, extended.due_on) == (date(2027, 5, 31), date(2028, 5, 31))


def test_without_a_beginning_or_a_length_nothing_is_known() -> None:
    assert replace(TERM, months=None).state(BEGAN) is TermState.UNKNOWN
    assert replace(TERM, began_on=None).ends_on is None


def test_the_earliest_end_comes_first_and_the_unknown_last() -> None:
    later = replace(TERM, began_on=date(2025, 1, 1))
    unknown = replace(TERM, months=None)
    assert order_terms([unknown, later, TERM]) == [TERM, later, unknown]


@pytest.mark.parametrize(
    ("held_on", "because"),
    [
        (date(2027, 2, 19), None),
        (date(2027, 2, 20), BadDay.FUTURE),
        (BEGAN, BadDay.BEFORE_THE_TERM),
        (date(2024, 6, 1), None),
    ],
    ids=["today", "tomorrow", "the day the term began", "early in the term"],
)
def test_an_election_lies_between_the_one_before_and_today(
    held_on: date, because: BadDay | None
) -> None:
    assert refuse_election(held_on, today=date(2027, 2, 19), began_on=BEGAN) is because


def test_an_election_fulfils_what_is_open_but_not_the_next_term() -> None:
    assert state_after_election(OWED, "term-2030-02-18") is ObligationState.DONE
    assert state_after_election(OWED, OWED.period_key) is ObligationState.OPEN
    set_aside = replace(OWED, state=ObligationState.EXCUSED)
    assert state_after_election(set_aside, OWED.period_key) is ObligationState.OPEN
    assert state_after_election(set_aside, "term-2030-02-18") is ObligationState.EXCUSED


def test_what_an_election_had_fulfilled_is_owed_again_when_it_is_taken_back() -> None:
    fulfilled = replace(OWED, state=ObligationState.DONE, settled_at=AT)
    older = replace(fulfilled, settled_at=datetime(2024, 5, 31, tzinfo=UTC))
    following = replace(OWED, period_key="term-2030-02-18")
    key = following.period_key
    assert state_without_election(fulfilled, RECORD, key) is ObligationState.OPEN
    assert state_without_election(older, RECORD, key) is ObligationState.DONE
    assert state_without_election(following, RECORD, key) is ObligationState.EXCUSED


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("3", 3),
        ("３年", 3),
        ("三年", 3),
        ("两年", 2),
        ("1 year", 1),
        ("5 years", 5),
        ("十年", 10),
        ("0", None),
        ("11", None),
        ("3.5", None),
        ("eleven", None),
        ("", None),
    ],
)
def test_years_are_read_or_not_understood(words: str, years: int | None) -> None:
    assert read_years(words) == years
