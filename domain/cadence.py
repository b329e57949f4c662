"""How often a duty is owed, and when: six answers, one of them "no particular time"."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from domain.bilingual import NO_NAME, Bilingual
from domain.offset import Offset, read_offset
from domain.period import PeriodKind
from domain.recurrence import Recurrence
from domain.working_day import Shift

_A_MONTH = Offset(months=1)
# Dates are followed without a clock; any zone that never moves its clock will do.
_NO_CLOCK = ZoneInfo("UTC")


@dataclass(frozen=True, kw_only=True)
class Quota:
    """So often in each period, whenever in it."""

    per: PeriodKind
    at_least: int = 1

    def __post_init__(self) -> None:
        if self.at_least < 1:
            raise ValueError("a quota asks for at least one")


@dataclass(frozen=True, kw_only=True)
class OnDates:
    """It happens on fixed dates; each of them is one obligation.

    `rule` is RRULE text counted from `anchor`; ValueError when it cannot be followed. `duration`
    is from the hour `at`. `nth_working_day` counts from the day that the rule names, that day
    included: 3 is the third working day from then on, -2 the last but one until then.
    """

    rule: str
    anchor: date
    at: time | None = None
    duration: timedelta | None = None
    shift: Shift = Shift.KEEP
    nth_working_day: int = 0

    def __post_init__(self) -> None:
        _check(self)


@dataclass(frozen=True, kw_only=True)
class ByDate:
    """It must be done by fixed dates, as `OnDates` names them; each opens `lead` before."""

    rule: str
    anchor: date
    at: time | None = None
    shift: Shift = Shift.KEEP
    lead: Offset = _A_MONTH
    nth_working_day: int = 0

    def __post_init__(self) -> None:
        _check(self)


@dataclass(frozen=True, kw_only=True)
class AfterEvent:
    """It must be done `within` a stretch of time after something that an officer records."""

    event: str
    within: Offset
    name: Bilingual = NO_NAME


@dataclass(frozen=True, kw_only=True)
class TermEnds:
    """It must be done by the end of the unit's term; `months` are lengths by kind of unit."""

    months: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class NoCadence:
    """No plan says how often. It is never overdue, and shows when it was last done."""


Cadence = Quota | OnDates | ByDate | AfterEvent | TermEnds | NoCadence


def recurrence_of(cadence: OnDates | ByDate) -> Recurrence:
    """The rule, followed from midnight to midnight."""
    start = datetime.combine(cadence.anchor, time.min)
    return Recurrence(rule=cadence.rule, starts_on=start, zone=_NO_CLOCK)


def _check(cadence: OnDates | ByDate) -> None:
    recurrence_of(cadence)
    if cadence.nth_working_day and cadence.shift is not Shift.KEEP:
        raise ValueError("a working day is never moved off a day off")


def cadence_to_data(cadence: Cadence) -> dict[str, Any]:
    """Plain JSON under the name of the cadence."""
    match cadence:
        case Quota():
            return {"quota": {"per": cadence.per.value, "at_least": cadence.at_least}}
        case OnDates():
            seconds = cadence.duration.total_seconds() if cadence.duration else None
            return {"on_dates": {**_dates_to_data(cadence), "seconds": seconds}}
        case ByDate():
            return {"by_date": {**_dates_to_data(cadence), "lead": str(cadence.lead)}}
        case AfterEvent():
            return {"after_event": _event_to_data(cadence)}
        case TermEnds():
            return {"term_ends": {"months": dict(cadence.months)}}
        case NoCadence():
            return {"no_cadence": {}}


def _dates_to_data(cadence: OnDates | ByDate) -> dict[str, Any]:
    return {
        "rule": cadence.rule,
        "anchor": cadence.anchor.isoformat(),
        "at": cadence.at.isoformat() if cadence.at else None,
        "shift": cadence.shift.value,
        "nth_working_day": cadence.nth_working_day,
    }


def _event_to_data(cadence: AfterEvent) -> dict[str, Any]:
    return {
        "event": cadence.event,
        "within": str(cadence.within),
        "zh": cadence.name.zh,
        "en": cadence.name.en,
    }


def cadence_from_data(data: Mapping[str, Any]) -> Cadence:
    """The cadence again; ValueError for what is none."""
    [(name, facts)] = data.items()
    match name:
        case "quota":
            return Quota(per=PeriodKind(facts["per"]), at_least=facts["at_least"])
        case "on_dates":
            seconds = facts["seconds"]
            duration = timedelta(seconds=seconds) if seconds is not None else None
            return OnDates(**_dates_from_data(facts), duration=duration)
        case "by_date":
            return ByDate(**_dates_from_data(facts), lead=read_offset(facts["lead"]))
        case "after_event":
            return AfterEvent(
                event=facts["event"],
                within=read_offset(facts["within"]),
                name=Bilingual(zh=facts["zh"], en=facts["en"]),
            )
        case "term_ends":
            return TermEnds(months=dict(facts["months"]))
        case "no_cadence":
            return NoCadence()
        case _:
            raise ValueError(f"no cadence is named {name!r}")


def _dates_from_data(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "rule": facts["rule"],
        "anchor": date.fromisoformat(facts["anchor"]),
        "at": time.fromisoformat(facts["at"]) if facts["at"] else None,
        "shift": Shift(facts["shift"]),
        "nth_working_day": facts.get("nth_working_day", 0),
    }
