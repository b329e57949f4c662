"""What an answer about a term means for what is owed and for the messages about it."""

from datetime import date, datetime, timedelta

from sqlmodel import Session

from actions import quieting
from actions.quieting import OBLIGATION
from domain.ladder import list_step
from domain.obligation import Obligation, ObligationState
from domain.permission import Actor
from domain.place import Place
from domain.term import RecordedTerm, Term, state_after_election, state_without_election
from domain.window import term_key
from storage import duties, easings, notice_turns, notices, obligation_changes, terms


def fulfil(session: Session, actor: Actor, after: Term, *, now: datetime) -> None:
    """Both levels are left in peace; the next obligation opens when its time comes."""
    next_key = term_key(after.ends_on) if after.ends_on else ""
    for owed in terms.find_obligations(session, after.unit.id):
        state = state_after_election(owed, next_key)
        _settle(session, owed, state, by=actor.person, now=now)
    duties.forget_openings(session)


def owe_again(
    session: Session, actor: Actor, unit_id: int, record: RecordedTerm, *, now: datetime
) -> None:
    """An election is taken back: what it had fulfilled is open again."""
    key = term_key(record.ends_on)
    for owed in terms.find_obligations(session, unit_id):
        state = state_without_election(owed, record, key)
        if _settle(session, owed, state, by=actor.person, now=now) and (
            state is ObligationState.OPEN
        ):
            notices.revive_for_obligation(session, owed.id, now=now)
    duties.forget_openings(session)


def _settle(
    session: Session, owed: Obligation, state: ObligationState, *, by: int, now: datetime
) -> bool:
    if state is owed.state:
        return False
    counted = 1 if state is ObligationState.DONE else 0
    if not obligation_changes.settle(session, owed, state, counted=counted, by=by, now=now):
        return False
    quieting.quiet_obligation(session, owed.id, version=owed.version + 1, now=now)
    return True


def look_anew(session: Session, unit_id: int, *, now: datetime, place: Place) -> None:
    """The rungs are others from now on; what was told is brought up to date."""
    today = place.today(now)
    for owed in _open(session, unit_id):
        look_at = place.morning_of(today + timedelta(days=1))
        if obligation_changes.set_looks(session, owed, at=look_at, told_through=today):
            quieting.quiet_obligation(session, owed.id, version=owed.version + 1, now=now)
            easings.wake(session, [owed.id])


def follow_step(session: Session, unit_id: int, code: str, *, is_done: bool, now: datetime) -> None:
    """A step of the election was ticked, or is open again; all other reminders stay."""
    for owed in _open(session, unit_id):
        if not obligation_changes.set_looks(session, owed, at=now, told_through=owed.told_through):
            continue
        if is_done:
            notice_turns.drop_step(session, owed.id, list_step(code))
        else:
            notice_turns.revive_step(session, owed.id, list_step(code), now=now)
        quieting.refresh_cards(session, (OBLIGATION, owed.id), version=owed.version + 1, now=now)


def remind_again(
    session: Session, unit_id: int, *, since: datetime, now: datetime, place: Place
) -> None:
    """An answer given at `since` is taken back: what it had stilled is told after all."""
    yesterday = place.today(now) - timedelta(days=1)
    for owed in _open(session, unit_id):
        if obligation_changes.set_looks(session, owed, at=now, told_through=yesterday):
            notice_turns.revive_made_before(session, owed.id, since, now=now)


def extend(session: Session, term: Term, *, now: datetime, place: Place) -> None:
    """The body may sit until a later day: the rungs begin anew, counted from there."""
    due_on, ends_on = term.due_on, term.ends_on
    if due_on is None or ends_on is None:
        return
    for owed in _open(session, term.unit.id):
        if owed.period_key == term_key(ends_on):
            _set_last_day(session, owed, due_on, ends_on, now=now, place=place)
    duties.forget_openings(session)


def _set_last_day(
    session: Session,
    owed: Obligation,
    due_on: date,
    ends_on: date,
    *,
    now: datetime,
    place: Place,
) -> None:
    today = place.today(now)
    look_at = place.morning_of(today + timedelta(days=1))
    move = obligation_changes.extend if due_on > ends_on else obligation_changes.take_back_extension
    if move(session, owed, to=due_on, look_at=look_at, told_through=today):
        quieting.quiet_obligation(session, owed.id, version=owed.version + 1, now=now)
        easings.wake(session, [owed.id])


def _open(session: Session, unit_id: int) -> list[Obligation]:
    found = terms.find_obligations(session, unit_id)
    return [one for one in found if one.state is ObligationState.OPEN]
