"""Values that would be too large, or refused too often, if every field of them were drawn."""

from collections.abc import Callable
from datetime import date, time, timedelta

from hypothesis import strategies as st

from domain.act import Act, ActKind, Needs
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import ByDate, NoCadence, OnDates, Quota, TermEnds
from domain.duty_entry import DutyEntry, NamedOwners
from domain.ladder import TERM_POLICY, ReminderPolicy
from domain.period import PeriodKind
from domain.working_day import Shift

_ANCHOR = date(2024, 1, 1)
_RULES = st.sampled_from(
    [
        "FREQ=MONTHLY;BYMONTHDAY=25",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=-1FR",
    ]
)
_HOURS = st.sampled_from([None, time(15, 0)])

FIXED_DATES: dict[object, st.SearchStrategy[object]] = {
    OnDates: st.builds(
        OnDates,
        rule=_RULES,
        anchor=st.just(_ANCHOR),
        at=_HOURS,
        duration=st.sampled_from([None, timedelta(hours=2)]),
        shift=st.sampled_from(Shift),
    ),
    ByDate: st.builds(
        ByDate, rule=_RULES, anchor=st.just(_ANCHOR), at=_HOURS, shift=st.sampled_from(Shift)
    ),
}


def _entries(texts: st.SearchStrategy[str]) -> st.SearchStrategy[DutyEntry]:
    names = st.builds(Bilingual, zh=texts, en=texts)
    cadences = st.sampled_from(
        [Quota(per=PeriodKind.MONTH, at_least=2), TermEnds(months={"K": 36}), NoCadence()]
    )
    return st.builds(
        DutyEntry,
        code=st.just("own.study"),
        name=names,
        source=names,
        audience=st.builds(Audience, kinds=st.tuples(texts)),
        named=st.builds(NamedOwners, units=st.tuples(texts), except_people=st.tuples(texts)),
        acts=st.tuples(st.builds(Act, kind=st.just(ActKind.TICK), code=st.just("a"), name=names)),
        needs=st.sampled_from(Needs),
        cadence=st.one_of(cadences, FIXED_DATES[ByDate]),
        policy=st.sampled_from([ReminderPolicy(), TERM_POLICY]),
        is_paused=st.booleans(),
        plan=texts,
        begins_on=st.sampled_from([None, _ANCHOR]),
    )


# Made of the texts that are asked for.
OF_TEXTS: dict[object, Callable[[st.SearchStrategy[str]], st.SearchStrategy[object]]] = {
    DutyEntry: _entries,
}
