"""Open the obligations whose time has begun."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import assert_never

from sqlmodel import Session

from actions import corrected_terms, office_terms, owner_calendars
from actions.owner_calendars import Group, OwnerCalendars
from actions.ownership import follow
from domain.audience import Owner, OwnerKind
from domain.cadence import AfterEvent, ByDate, NoCadence, OnDates, Quota, TermEnds
from domain.duty import Duty
from domain.period import PeriodKind
from domain.place import Place
from domain.school_event import is_about_school, is_near
from domain.unit import is_within
from domain.window import (
    Window,
    any_time_window,
    event_window,
    follows_terms,
    windows_between,
)
from domain.working_day import WorkingCalendar
from storage import duties, events, obligation_changes, owners
from storage import openings as opened
from storage.obligation_changes import Opening

CHUNK = 500

WINDOWS_AT_ONCE = 40
# Months and years are the same whoever works when.
ANY_WEEKS = WorkingCalendar({}, frozenset())

Owed = tuple[Owner, Window]


def open_due(session: Session, *, now: datetime, place: Place) -> int:
    """Open at most one chunk of what has begun and is not open yet; returns how many.

    Nothing that began while the bot was down is left out. Call again until it returns 0: each
    call is short, so that nobody waits for the database.
    """
    today = place.today(now)
    for duty in duties.find_all(session):
        if duty.is_paused or duty.opened_key == str(today):
            continue
        changed = _bring_up_to(session, duty, now=now, place=place)
        if changed:
            return changed
        duties.mark_opened(session, duty.id, today)
    return 0


def _bring_up_to(session: Session, duty: Duty, *, now: datetime, place: Place) -> int:
    today = place.today(now)
    owing = owners.find(session, duty.audience, today=today)
    if duty.audience.owner is not OwnerKind.UNIT:
        by_key = {owner.key: owner for owner in owing}
        followed = follow(session, duty.id, by_key, now=now, place=place)
        if followed:
            return followed
    followed = _follow_terms(session, duty, owing, now=now, place=place)
    if followed:
        return followed
    missing = islice(_missing(session, duty, owing, today, place), CHUNK)
    openings = [_opening(duty, owner, window, now=now) for owner, window in missing]
    return obligation_changes.open_new(session, duty, openings, now=now) if openings else 0


def _follow_terms(
    session: Session, duty: Duty, owing: Sequence[Owner], *, now: datetime, place: Place
) -> int:
    """What is open goes by the terms as they are known now, of schools and of bodies."""
    if is_about_school(duty.cadence):
        return corrected_terms.follow(session, duty, owing, now=now, place=place)
    if not duty.is_about_terms:
        return 0
    known = owner_calendars.load(session, owing)
    ends = {owner.key: one for owner, one in office_terms.windows(session, duty, owing, known)}
    return office_terms.follow(session, duty, ends, today=place.today(now), now=now)


def _opening(duty: Duty, owner: Owner, window: Window, *, now: datetime) -> Opening:
    # What lay before the duty began is not told; what the bot slept through is.
    begun_before = window.first_day < duty.begins_on
    return Opening(
        owner=owner,
        window=window,
        look_again_at=None if duty.is_any_time else now,
        told_through=duty.begins_on - timedelta(days=1) if begun_before else None,
    )


def _missing(
    session: Session, duty: Duty, owing: Sequence[Owner], today: date, place: Place
) -> Iterator[Owed]:
    if isinstance(duty.cadence, NoCadence):
        yield from _standing(session, duty, owing, today)
        return
    if isinstance(duty.cadence, Quota) and duty.cadence.per is not PeriodKind.SCHOOL_TERM:
        yield from _missing_windows(session, duty, [(ANY_WEEKS, owing)] if owing else [], today)
        return
    known = owner_calendars.load(session, owing)
    match duty.cadence:
        case Quota() | OnDates() | ByDate():
            yield from _missing_windows(session, duty, known.group(owing), today)
        case TermEnds():
            ends = office_terms.windows(session, duty, owing, known)
            due = (one for one in ends if one[1].first_day <= today)
            yield from _not_open(session, duty, due)
        case AfterEvent():
            yield from _missing_windows(session, duty, known.group(owing), today)
            yield from _not_open(session, duty, _events(session, duty, owing, known, place))
        case _:
            assert_never(duty.cadence)


def _since(duty: Duty) -> date:
    """Whoever owed it then has had everything that ended before; whoever came later owes none."""
    return max(duty.begins_on, duty.opened_through or duty.begins_on)


def _missing_windows(
    session: Session, duty: Duty, groups: Sequence[Group], today: date
) -> Iterator[Owed]:
    walks = [
        (group, windows_between(duty, calendar, _since(duty), today)) for calendar, group in groups
    ]
    while some := [
        (group, window) for group, walk in walks for window in islice(walk, WINDOWS_AT_ONCE)
    ]:
        pairs = ((owner, window) for group, window in some for owner in group)
        yield from _not_open(session, duty, pairs, keys={window.key for _, window in some})


def _not_open(
    session: Session, duty: Duty, owed: Iterable[Owed], *, keys: set[str] | None = None
) -> Iterator[Owed]:
    if keys is None:
        owed = list(owed)
        keys = {window.key for _, window in owed}
    have = opened.find_opened(session, duty.id, keys)
    return ((one, window) for one, window in owed if (one.key, window.key) not in have)


def _events(
    session: Session, duty: Duty, owing: Sequence[Owner], known: OwnerCalendars, place: Place
) -> Iterator[Owed]:
    if not isinstance(duty.cadence, AfterEvent):
        return
    since = place.at(_since(duty), time.min)
    begun = (
        opened.find_begun(session, duty.id, since=duty.begins_on)
        if is_about_school(duty.cadence)
        else {}
    )
    for event in events.find_recorded(session, duty.cadence.event, since=since):
        if event.happened_on < duty.begins_on:
            continue
        for owner in owing:
            if follows_terms(duty.cadence, known.of(owner)):
                continue
            if any(is_near(event.happened_on, day) for day in begun.get(owner.key, ())):
                continue
            if is_within(known.unit_of(owner).path, event.unit.path):
                yield owner, event_window(event, duty.cadence.within, known.of(owner))


def _standing(session: Session, duty: Duty, owing: Sequence[Owner], today: date) -> Iterator[Owed]:
    """One that is open for everybody; when it is done, the next one stands from tomorrow on."""
    numbers = opened.count_each(session, duty.id)
    for owner in owing:
        made, is_open = numbers.get(owner.key, (0, False))
        if not is_open:
            yield owner, any_time_window(made + 1, today)
