"""What a duty is made of, as plain JSON and back."""

import json
from datetime import date, time, timedelta

import pytest

from domain.act import (
    Act,
    ActKind,
    Needs,
    acts_from_data,
    acts_to_data,
    count_done,
    find_missing,
    step,
)
from domain.audience import Audience, Owner, OwnerKind, audience_from_data, audience_to_data
from domain.bilingual import Bilingual
from domain.cadence import (
    AfterEvent,
    ByDate,
    Cadence,
    NoCadence,
    OnDates,
    Quota,
    TermEnds,
    cadence_from_data,
    cadence_to_data,
)
from domain.office import Role
from domain.offset import Offset, back, read_offset, shifted
from domain.period import PeriodKind, next_period, period_named, period_of
from domain.tie import TieKind
from domain.unit import Unit
from domain.working_day import Shift, WorkingCalendar

PLAIN = WorkingCalendar(special_days={}, published_years=frozenset())
HEAR = Act(kind=ActKind.TICK, code="hear", name=Bilingual(zh="听取", en="Hear"))
STUDY = Act(kind=ActKind.ACTIVITY, code="study", name=Bilingual(zh="研究", en="Study"))
RULE = "FREQ=MONTHLY;BYDAY=-1FR"


@pytest.mark.parametrize(
    "cadence",
    [
        Quota(per=PeriodKind.SCHOOL_TERM, at_least=2),
        OnDates(
            rule=RULE,
            anchor=date(2026, 1, 1),
            at=time(15, 30),
            duration=timedelta(minutes=90),
            shift=Shift.BEFORE,
        ),
        OnDates(rule=RULE, anchor=date(2026, 1, 1)),
        ByDate(rule=RULE, anchor=date(2026, 1, 1), shift=Shift.SKIP, lead=read_offset("+5WD")),
        AfterEvent(event="new_head", within=read_offset("P1M"), name=Bilingual(zh="新", en="New")),
        TermEnds(months={"支部": 36}),
        NoCadence(),
    ],
    ids=lambda cadence: type(cadence).__name__,
)
def test_a_cadence_comes_back_as_it_was(cadence: Cadence) -> None:
    assert cadence_from_data(json.loads(json.dumps(cadence_to_data(cadence)))) == cadence


def test_an_unknown_cadence_is_refused() -> None:
    with pytest.raises(ValueError, match="no cadence"):
        cadence_from_data({"sometimes": {}})


def test_an_audience_comes_back_as_it_was() -> None:
    audience = Audience(
        kinds=("学校",),
        roles=(Role.SECRETARY,),
        tags=("思政课教师",),
        links=(TieKind.OVERSEE,),
        units=(4,),
        people=(5,),
        except_units=(6,),
        except_people=(7,),
    )
    assert audience_from_data(json.loads(json.dumps(audience_to_data(audience)))) == audience
    assert audience_to_data(Audience(kinds=("学校",))) == {"kinds": ["学校"]}


@pytest.mark.parametrize(
    ("audience", "owner"),
    [
        (Audience(kinds=("学校",)), OwnerKind.UNIT),
        (Audience(units=(1,)), OwnerKind.UNIT),
        (Audience(kinds=("学校",), roles=(Role.HEAD,)), OwnerKind.PERSON),
        (Audience(tags=("教师",)), OwnerKind.PERSON),
        (Audience(people=(3,)), OwnerKind.PERSON),
        (Audience(links=(TieKind.PAIR,), kinds=("学校",), roles=(Role.HEAD,)), OwnerKind.TIE),
    ],
    ids=["kinds", "units", "offices in kinds", "tags", "people", "ties"],
)
def test_what_an_audience_names_decides_what_owes(audience: Audience, owner: OwnerKind) -> None:
    assert audience.owner is owner
    assert not audience.is_empty


def test_an_audience_without_a_word_is_empty_and_exceptions_count() -> None:
    assert Audience().is_empty
    school = Unit(id=4, name="青石小学", kind="学校", path="/1/4/")
    assert Audience(kinds=("学校",)).names_unit(school)
    assert not Audience(kinds=("学校",), except_units=(4,)).names_unit(school)


def test_an_owner_is_known_by_its_key_wherever_it_counts() -> None:
    assert Owner(unit_id=4).key == "u4"
    assert Owner(unit_id=4, person_id=17).key == Owner(unit_id=5, person_id=17).key == "p17"
    assert Owner(unit_id=4, person_id=17, tie_id=9).key == "t9"


@pytest.mark.parametrize(
    ("needs", "progress", "count", "missing"),
    [
        (Needs.ANY, {}, 0, (HEAR, STUDY)),
        (Needs.ANY, {"hear": 1}, 1, (HEAR, STUDY)),
        (Needs.ANY, {"hear": 1, "study": 2}, 3, (HEAR, STUDY)),
        (Needs.ALL, {}, 0, (HEAR, STUDY)),
        (Needs.ALL, {"hear": 2}, 0, (STUDY,)),
        (Needs.ALL, {"hear": 1, "study": 1}, 1, (HEAR, STUDY)),
        (Needs.ALL, {"hear": 1, "gone": 5}, 0, (STUDY,)),
    ],
)
def test_any_of_several_acts_or_all_of_them(
    needs: Needs, progress: dict[str, int], count: int, missing: tuple[Act, ...]
) -> None:
    acts = (HEAR, STUDY)
    assert count_done(acts, needs, progress) == count
    assert find_missing(acts, needs, progress) == missing


def test_acts_come_back_and_are_never_counted_below_nothing() -> None:
    assert acts_from_data(json.loads(json.dumps(acts_to_data((HEAR, STUDY))))) == (HEAR, STUDY)
    assert step(step({}, "hear", 1), "hear", -1) == {"hear": 0}
    assert step({}, "hear", -1) == {"hear": 0}


@pytest.mark.parametrize(
    ("written", "offset", "after"),
    [
        ("P1M", Offset(months=1), date(2026, 2, 28)),
        ("-P6M", Offset(months=-6), date(2025, 7, 31)),
        ("P1Y", Offset(months=12), date(2027, 1, 31)),
        ("P2W", Offset(days=14), date(2026, 2, 14)),
        ("P1M3D", Offset(months=1, days=3), date(2026, 3, 3)),
        ("+5WD", Offset(working_days=5), date(2026, 2, 6)),
        ("5WD", Offset(working_days=5), date(2026, 2, 6)),
        ("-3WD", Offset(working_days=-3), date(2026, 1, 28)),
        ("P0D", Offset(), date(2026, 1, 31)),
    ],
)
def test_a_stretch_of_time_is_read_and_followed(written: str, offset: Offset, after: date) -> None:
    assert read_offset(written) == offset
    assert read_offset(str(offset)) == offset
    assert shifted(date(2026, 1, 31), offset, PLAIN) == after


@pytest.mark.parametrize("written", ["", "P", "5", "WD", "P5H", "P-1M", "++5WD", "P1M5WD", "５WD"])
def test_what_is_no_stretch_of_days_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="no stretch"):
        read_offset(written)


def test_back_is_the_other_direction() -> None:
    assert back(date(2026, 7, 1), read_offset("P1M"), PLAIN) == date(2026, 6, 1)


@pytest.mark.parametrize(
    ("day", "key", "first", "last"),
    [
        (date(2026, 8, 1), "2026-S1", date(2026, 8, 1), date(2027, 1, 31)),
        (date(2027, 1, 31), "2026-S1", date(2026, 8, 1), date(2027, 1, 31)),
        (date(2027, 2, 1), "2026-S2", date(2027, 2, 1), date(2027, 7, 31)),
        (date(2027, 7, 31), "2026-S2", date(2027, 2, 1), date(2027, 7, 31)),
    ],
)
def test_school_terms_follow_one_another_without_a_gap(
    day: date, key: str, first: date, last: date
) -> None:
    period = period_of(PeriodKind.SCHOOL_TERM, day)
    assert (period.key, period.first_day, period.last_day) == (key, first, last)
    assert period_named(key) == period
    assert next_period(period).first_day == last + timedelta(days=1)
