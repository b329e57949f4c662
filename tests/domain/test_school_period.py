"""Quotas per school term follow the unit's own terms; half-years stand in where none is known."""

from datetime import date

import pytest

from domain.act import Act, ActKind
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import Quota
from domain.duty import Duty
from domain.ladder import ReminderPolicy
from domain.period import PeriodKind
from domain.school_period import period_after, periods_within
from domain.school_term import SchoolTerm
from domain.upcoming import LOOK_AHEAD_MONTHS, upcoming_dates
from domain.working_day import WorkingCalendar
from tests.oracles.preview_oracle import PUBLISHED, RESTS, WORKS, next_five, school_term_dates

NAME = Bilingual(zh="家长会", en="Parents' evening")
Days = tuple[date, date]
AUTUMN = (date(2026, 9, 1), date(2027, 1, 22))
SPRING = (date(2027, 2, 15), date(2027, 7, 9))
LONG_AUTUMN = (date(2026, 8, 24), date(2027, 2, 5))
EARLY_SPRING = (date(2027, 1, 25), date(2027, 7, 2))
THIRDS = [
    (date(2026, 9, 1), date(2026, 12, 18)),
    (date(2027, 1, 11), date(2027, 4, 2)),
    (date(2027, 4, 19), date(2027, 7, 16)),
]
SHORT = (date(2026, 8, 17), date(2026, 8, 30))
AUGUST, JANUARY = date(2026, 8, 1), date(2027, 1, 31)
FEBRUARY, JULY = date(2027, 2, 1), date(2027, 7, 31)


def terms(own: list[Days]) -> tuple[SchoolTerm, ...]:
    return tuple(
        SchoolTerm(name=f"学期{number}", first_day=first, last_day=last)
        for number, (first, last) in enumerate(own, start=1)
    )


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        pytest.param([], [("2026-S1", AUGUST, JANUARY), ("2026-S2", FEBRUARY, JULY)], id="none"),
        pytest.param(
            [AUTUMN, SPRING], [("2026-S1", *AUTUMN), ("2026-S2", *SPRING)], id="a whole year"
        ),
        pytest.param([AUTUMN], [("2026-S1", *AUTUMN), ("2026-S2", FEBRUARY, JULY)], id="one only"),
        pytest.param(
            [LONG_AUTUMN],
            [("2026-S1", *LONG_AUTUMN), ("2026-S2", date(2027, 2, 6), JULY)],
            id="into the next half-year",
        ),
        pytest.param(
            [EARLY_SPRING],
            [("2026-S1", AUGUST, date(2027, 1, 24)), ("2026-S2", *EARLY_SPRING)],
            id="begun before its half-year",
        ),
        pytest.param(
            THIRDS,
            [("2026-S1", *THIRDS[0]), ("2026-S2", *THIRDS[1]), ("2026-S-学期3", *THIRDS[2])],
            id="three a year",
        ),
        pytest.param(
            [SHORT],
            [
                ("2026-S-学期1", *SHORT),
                ("2026-S1", date(2026, 8, 31), JANUARY),
                ("2026-S2", FEBRUARY, JULY),
            ],
            id="a short one leaves the half-year",
        ),
        pytest.param(
            [SHORT, AUTUMN, SPRING],
            [("2026-S-学期1", *SHORT), ("2026-S1", *AUTUMN), ("2026-S2", *SPRING)],
            id="a short one beside two long ones",
        ),
    ],
)
def test_the_terms_of_a_school_year(
    own: list[Days], expected: list[tuple[str, date, date]]
) -> None:
    found = periods_within(PeriodKind.SCHOOL_TERM, terms(own), date(2026, 8, 20), date(2027, 7, 1))
    assert [(one.key, one.first_day, one.last_day) for one in found] == expected


def test_between_two_terms_there_is_none() -> None:
    gap = date(2027, 1, 30)
    known = terms([AUTUMN, SPRING])
    assert list(periods_within(PeriodKind.SCHOOL_TERM, known, gap, gap)) == []
    assert period_after(PeriodKind.SCHOOL_TERM, known, gap).key == "2026-S2"
    assert period_after(PeriodKind.SCHOOL_TERM, known, date(2027, 3, 1)).key == "2027-S1"


def test_other_periods_do_not_know_of_terms() -> None:
    known = terms([AUTUMN])
    found = periods_within(PeriodKind.MONTH, known, date(2027, 1, 30), date(2027, 2, 1))
    assert [one.key for one in found] == ["2027-01", "2027-02"]
    assert period_after(PeriodKind.QUARTER, known, date(2027, 1, 30)).key == "2027-Q2"


@pytest.mark.parametrize("own", [[], [AUTUMN, SPRING], [AUTUMN], [LONG_AUTUMN], [EARLY_SPRING]])
def test_every_date_shown_is_one_that_plain_loops_find(own: list[Days]) -> None:
    days = dict.fromkeys(WORKS, True) | dict.fromkeys(RESTS, False)
    calendar = WorkingCalendar(days, PUBLISHED, terms=terms(own))
    duty = Duty(
        id=1,
        code="evening",
        acts=(Act(kind=ActKind.TICK, code="evening", name=NAME),),
        audience=Audience(kinds=("学校",)),
        cadence=Quota(per=PeriodKind.SCHOOL_TERM),
        name=NAME,
        source=NAME,
        policy=ReminderPolicy(),
        begins_on=date(2026, 1, 1),
    )
    right = school_term_dates(own, [10, 3, 1, 0])
    for month in range(60):
        for day in (1, 14, 27):
            today = date(2026 + month // 12, month % 12 + 1, day)
            seen = [
                (one.day, one.is_due, one.moved_from, one.is_provisional)
                for one in upcoming_dates(duty, calendar, today=today)
            ]
            expected = next_five(right, today)
            assert seen == expected[: len(seen)], today
            far = expected[len(seen)][0] if len(seen) < len(expected) else None
            assert far is None or (far - today).days >= LOOK_AHEAD_MONTHS * 30
