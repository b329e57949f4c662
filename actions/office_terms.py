"""The ends of the terms of bodies, and what is open for an end that a roster has corrected."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from sqlmodel import Session

from actions.owner_calendars import OwnerCalendars
from actions.quieting import OBLIGATION, quiet_obligation
from domain.audience import Owner
from domain.cadence import TermEnds
from domain.duty import Duty
from domain.month_arithmetic import add_months
from domain.obligation import Obligation, ObligationState
from domain.window import Window, term_window
from storage import (
    easings,
    history,
    notice_turns,
    obligation_changes,
    obligations,
    open_items,
    openings,
    term_answers,
    units,
)
from storage.obligation_changes import Looks

CHUNK = 100


def windows(
    session: Session, duty: Duty, owing: Sequence[Owner], known: OwnerCalendars
) -> Iterator[tuple[Owner, Window]]:
    """The end of each body's present term, where it is known."""
    months = duty.cadence.months if isinstance(duty.cadence, TermEnds) else {}
    starts = units.find_term_starts(session, list(known.units))
    by_unit = {unit.id: (unit, began_on, length) for unit, began_on, length in starts}
    extended = term_answers.find_extended(session, list(known.units))
    for owner in owing:
        unit, began_on, own_months = by_unit[owner.unit_id]
        length = own_months or months.get(unit.kind)
        if began_on is not None and length is not None:
            ends_on = add_months(began_on, length)
            until = extended.get((unit.id, began_on.isoformat()))
            yield owner, term_window(ends_on, duty.policy, known.of(owner), until=until)


def follow(
    session: Session, duty: Duty, ends: Mapping[str, Window], *, today: date, now: datetime
) -> int:
    """Bring one chunk of what is open for another end in line with the roster; returns how many.

    The same election is asked for by the corrected end; where that is far ahead, the term is
    another one and its election no matter of today. What was closed so comes back with its end.
    """
    due = {owner: window for owner, window in ends.items() if window.first_day <= today}
    names = {window.key for window in due.values()}
    back = {
        item_id: due[owner]
        for item_id, owner, period in openings.find_closed(session, duty.id, names)
        if owner in due and period == due[owner].key
    }
    strayed = {
        item_id: ends[owner]
        for item_id, owner, period, _ in open_items.find_keys(session, duty.id)
        if owner in ends and period != ends[owner].key
    }
    taken = openings.find_opened(session, duty.id, names) if strayed else set()
    some = list(back | strayed)[:CHUNK]
    for one in obligations.find_many(session, some).values():
        window = (back | strayed)[one.id]
        name = (one.owner_key, window.key)
        if one.id in back:
            _settle(session, one, ObligationState.OPEN, now=now)
        elif one.owner_key in due and name not in taken:
            taken.add(name)
            _move(session, one, window, now=now)
        else:
            _settle(session, one, ObligationState.EXCUSED, now=now)
    return len(some)


def _move(session: Session, before: Obligation, window: Window, *, now: datetime) -> None:
    looks = Looks(at=now, told_through=None)
    if not obligation_changes.follow_window(session, before, window, looks=looks):
        return
    quiet_obligation(session, before.id, version=before.version + 1, now=now)
    notice_turns.revive_end(session, before.id, window.last_day, now=now)
    easings.wake(session, [before.id])
    _write_down(session, "days_moved", before, {"period": window.key}, now=now)


def _settle(session: Session, before: Obligation, state: ObligationState, *, now: datetime) -> None:
    counted = before.counted
    if not obligation_changes.settle(session, before, state, counted=counted, by=None, now=now):
        return
    quiet_obligation(session, before.id, version=before.version + 1, now=now)
    verb = "owed_again"
    if state is ObligationState.EXCUSED:
        verb = "closed"
    else:
        told_through = before.told_through
        obligation_changes.look_again(session, before.id, at=now, told_through=told_through)
        notice_turns.revive_end(session, before.id, before.last_day, now=now)
    _write_down(session, verb, before, {"state": state.value}, now=now)


def _write_down(
    session: Session, verb: str, before: Obligation, after: dict[str, str], *, now: datetime
) -> None:
    history.write_down(
        session,
        verb,
        (OBLIGATION, before.id),
        now=now,
        by=None,
        way="clock",
        before={"period": before.period_key, "last": before.last_day.isoformat()},
        after=after,
    )
