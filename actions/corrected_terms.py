"""What was opened before the school terms were known, or corrected, follows them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlmodel import Session

from actions import owner_calendars
from actions.owner_calendars import OwnerCalendars
from actions.quieting import OBLIGATION, quiet_obligation, refresh_cards
from domain.audience import Owner
from domain.cadence import AfterEvent
from domain.duty import Duty
from domain.obligation import AFTER_EVENT, Obligation, ObligationState
from domain.place import Place
from domain.school_event import find_term
from domain.school_term import LONGEST_TERM
from domain.window import Window, windows_between
from domain.working_day import WorkingCalendar
from storage import easings, history, notice_turns, obligation_changes, obligations, openings
from storage.obligation_changes import Looks
from storage.openings import Dated

CHUNK = 100
_REACH = timedelta(days=LONGEST_TERM)
# What followed an event of the school year before is over.
_A_YEAR = timedelta(days=400)


@dataclass(frozen=True, kw_only=True)
class _Windows:
    """The windows of a duty by their names, laid out once for each calendar."""

    duty: Duty
    first: date
    last: date
    _made: dict[int, dict[str, Window]] = field(default_factory=dict)

    def of(self, calendar: WorkingCalendar, one: Dated) -> Window | None:
        """The window of an obligation, None where it has none, or one of its own."""
        if id(calendar) not in self._made:
            found = windows_between(self.duty, calendar, self.first, self.last)
            self._made[id(calendar)] = {window.key: window for window in found}
        return self._made[id(calendar)].get(self._name(calendar, one))

    def _name(self, calendar: WorkingCalendar, one: Dated) -> str:
        cadence = self.duty.cadence
        if isinstance(cadence, AfterEvent) and one.period_key.startswith(AFTER_EVENT):
            term = find_term(cadence, calendar.terms, one.first_day)
            return term.key if term else ""
        return one.period_key


def follow(
    session: Session, duty: Duty, owing: Sequence[Owner], *, now: datetime, place: Place
) -> int:
    """Bring one chunk of a duty about school in line with the terms; returns how many.

    One thing asked once stays one: it keeps its owner and its progress, and takes the days of its
    term. Whoever hears of it is told of the new end when its reminders come, and of those that
    have passed by the correction once.
    """
    today = place.today(now)
    found = openings.find_dated(session, duty.id, today=today, since=today - _A_YEAR)
    known = owner_calendars.load(session, owing)
    owners = {owner.key: owner for owner in owing}
    moved = dict(
        _moved(session, duty, [one for one in found if one.owner_key in owners], owners, known)
    )
    done = 0
    for one in obligations.find_many(session, list(moved)[:CHUNK]).values():
        done += _move(session, duty, one, moved[one.id], now=now)
    return done


def _moved(
    session: Session,
    duty: Duty,
    found: Sequence[Dated],
    owners: Mapping[str, Owner],
    known: OwnerCalendars,
) -> Iterator[tuple[int, Window]]:
    if not found:
        return
    windows = _Windows(
        duty=duty,
        first=min(one.first_day for one in found) - _REACH,
        last=max(one.last_day for one in found) + _REACH,
    )
    pairs = [(one, windows.of(known.of(owners[one.owner_key]), one)) for one in found]
    renamed = {w.key for one, w in pairs if w and w.key != one.period_key}
    taken = openings.find_opened(session, duty.id, renamed) if renamed else set()
    for one, window in pairs:
        if window is None or not _differs(one, window):
            continue
        name = (one.owner_key, window.key)
        if window.key == one.period_key or name not in taken:
            taken.add(name)
            yield one.id, window


def _differs(one: Dated, window: Window) -> bool:
    ends_on = one.extended_from or one.last_day
    days = (one.period_key, one.first_day, ends_on, one.lapses_on)
    return days != (window.key, window.first_day, window.last_day, window.lapses_on)


def _move(
    session: Session, duty: Duty, before: Obligation, window: Window, *, now: datetime
) -> bool:
    ends_on = max(before.last_day, window.last_day) if before.extended_from else window.last_day
    is_new_end = before.state is ObligationState.OPEN and ends_on != before.last_day
    begun_before = window.first_day < duty.begins_on
    told_through = duty.begins_on - timedelta(days=1) if begun_before else None
    looks = Looks(at=now, told_through=told_through) if is_new_end else None
    if not obligation_changes.follow_window(session, before, window, looks=looks):
        return False
    version = before.version + 1
    if is_new_end:
        quiet_obligation(session, before.id, version=version, now=now)
        notice_turns.revive_end(session, before.id, ends_on, now=now)
        easings.wake(session, [before.id])
    else:
        refresh_cards(session, (OBLIGATION, before.id), version=version, now=now)
    _write_down(session, before, window, now=now)
    return True


def _write_down(session: Session, before: Obligation, window: Window, *, now: datetime) -> None:
    ended_on = before.extended_from or before.last_day
    history.write_down(
        session,
        "days_moved",
        (OBLIGATION, before.id),
        now=now,
        by=None,
        way="clock",
        before=_facts(before.period_key, before.first_day, ended_on),
        after=_facts(window.key, window.first_day, window.last_day),
    )


def _facts(period: str, first: date, last: date) -> dict[str, str]:
    return {"period": period, "first": first.isoformat(), "last": last.isoformat()}
