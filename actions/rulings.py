"""The level above rules: more time, or not owed; and takes it back within a minute."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from actions import quieting
from actions.ruling_records import NewRuling, NotYours, Ruled, keep
from actions.running import reads
from actions.silent import find_to_rule
from domain.obligation import Obligation, ObligationState
from domain.permission import Actor
from domain.place import Place
from domain.ruling import (
    EXTENSIONS,
    Docket,
    ExcuseReason,
    RulingKind,
    Target,
    extended_by,
    latest_day,
    may_extend,
)
from domain.working_day import WorkingCalendar
from storage import calendar_days, drafts, easings, obligation_changes
from storage.rulings import NewItem

DRAFT = "extension"

# The last day that a ruling gives an obligation by its unit's calendar, None where it cannot.
NewDay = Callable[[Obligation, WorkingCalendar], date | None]


@dataclass(frozen=True, kw_only=True)
class Stale:
    """Things have changed since the button was shown; nothing was done."""

    docket: Docket


@dataclass(frozen=True, kw_only=True)
class NotPossible:
    """The day is past, no later than before, or beyond the limit."""

    docket: Docket


@reads
def find_docket(
    session: Session, actor: Actor, target: Target, *, now: datetime, place: Place
) -> Docket | NotYours:
    """What a ruling would be about, with the days to choose from."""
    found = find_to_rule(session, actor, target, now=now, place=place)
    return docket_of(session, target, found, today=place.today(now)) if found else NotYours()


def docket_of(
    session: Session, target: Target, found: Sequence[Obligation], *, today: date
) -> Docket:
    """The days to choose from are those of a single obligation, by its own unit's calendar."""
    if not target.obligation_id:
        choices = tuple((days, None) for days in EXTENSIONS)
        return Docket(target=target, today=today, items=tuple(found), choices=choices)
    single = found[0]
    calendar = calendar_days.calendar_for(session, single.unit)
    return Docket(
        target=target,
        today=today,
        items=tuple(found),
        choices=tuple(
            (days, extended_by(single, days, today=today, calendar=calendar)) for days in EXTENSIONS
        ),
        latest=latest_day(single, calendar),
    )


def extend(
    session: Session,
    actor: Actor,
    target: Target,
    *,
    days: int,
    version: int,
    now: datetime,
    place: Place,
) -> Ruled | Stale | NotPossible | NotYours:
    """Give so many more working days, counted from today where the last day is over."""
    today = place.today(now)

    def new_day(one: Obligation, calendar: WorkingCalendar) -> date | None:
        return extended_by(one, days, today=today, calendar=calendar)

    return _extend(session, actor, target, new_day, version=version, now=now, place=place)


def extend_to(
    session: Session, actor: Actor, day: date, *, now: datetime, place: Place
) -> Ruled | Stale | NotPossible | NotYours:
    """Take the day that was asked for in words."""
    draft = drafts.find_open(session, actor.person)
    if draft is None or draft.kind != DRAFT:
        return NotYours()
    today = place.today(now)

    def new_day(one: Obligation, calendar: WorkingCalendar) -> date | None:
        return day if may_extend(one, day, today=today, calendar=calendar) else None

    target = Target(obligation_id=draft.subject_id or 0, duty_id=draft.facts["duty"])
    version = draft.facts["version"]
    outcome = _extend(session, actor, target, new_day, version=version, now=now, place=place)
    if not isinstance(outcome, NotPossible):
        drafts.end(session, draft.id, state="confirmed", now=now)
    return outcome


def ask_day(
    session: Session, actor: Actor, target: Target, *, now: datetime, place: Place
) -> Docket | NotYours:
    """Begin to ask for a day: the next words are it."""
    found = find_to_rule(session, actor, target, now=now, place=place)
    if not found:
        return NotYours()
    docket = docket_of(session, target, found, today=place.today(now))
    facts = {"duty": target.duty_id, "version": docket.version}
    single = target.obligation_id or None
    drafts.begin(session, actor.person, DRAFT, subject_id=single, facts=facts, now=now)
    return docket


def _extend(
    session: Session,
    actor: Actor,
    target: Target,
    new_day: NewDay,
    *,
    version: int,
    now: datetime,
    place: Place,
) -> Ruled | Stale | NotPossible | NotYours:
    found = find_to_rule(session, actor, target, now=now, place=place)
    today = place.today(now)
    if not found:
        return NotYours()
    docket = docket_of(session, target, found, today=today)
    if docket.version != version:
        return Stale(docket=docket)
    look_at = place.morning_of(today + timedelta(days=1))
    calendars = calendar_days.load_for(session, [one.unit for one in found])
    items = []
    for one in found:
        to = new_day(one, calendars.of(one.unit))
        if to is not None and obligation_changes.extend(
            session, one, to=to, look_at=look_at, told_through=today
        ):
            quieting.quiet_obligation(session, one.id, version=one.version + 1, now=now)
            items.append(_new_item(one, to=to))
    if not items:
        return NotPossible(docket=docket)
    easings.wake(session, [one.obligation_id for one in items])
    ruling = NewRuling(kind=RulingKind.EXTEND, items=items, passed_over=len(found) - len(items))
    return keep(session, actor, ruling, now=now, place=place)


def excuse(
    session: Session,
    actor: Actor,
    target: Target,
    *,
    reason: ExcuseReason,
    version: int,
    now: datetime,
    place: Place,
) -> Ruled | Stale | NotYours:
    """It is not owed: the obligation is settled and nobody is reminded of it."""
    found = find_to_rule(session, actor, target, now=now, place=place)
    if not found:
        return NotYours()
    docket = docket_of(session, target, found, today=place.today(now))
    if docket.version != version:
        return Stale(docket=docket)
    items = []
    for one in found:
        if obligation_changes.settle(
            session, one, ObligationState.EXCUSED, counted=one.counted, by=actor.person, now=now
        ):
            quieting.quiet_obligation(session, one.id, version=one.version + 1, now=now)
            items.append(_new_item(one, to=one.last_day))
    ruling = NewRuling(
        kind=RulingKind.EXCUSE, items=items, reason=reason, passed_over=len(found) - len(items)
    )
    return keep(session, actor, ruling, now=now, place=place)


def _new_item(one: Obligation, *, to: date) -> NewItem:
    return NewItem(obligation_id=one.id, version=one.version + 1, from_day=one.last_day, to_day=to)
