"""Pause a duty, let it run again, and take either back."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlmodel import Session

from actions import weighing
from actions.approvals import Question
from actions.config_carrying import facts_of
from actions.config_versions import Author, keep_change, load_now
from actions.duties import NotThere, find, view_of
from actions.duty_previews import compare_duty
from domain.approval import ApprovalKind, WaitingForSecond, about
from domain.duty import Duty
from domain.duty_view import DutyView
from domain.permission import Actor
from domain.place import Place
from domain.reached import Reached
from storage import duties, duty_pauses, history, obligation_changes

PAUSED, RESUMED = "paused", "resumed"
UNDO_WITHIN = timedelta(seconds=60)


@dataclass(frozen=True, kw_only=True)
class AsItWas:
    """The duty stood so already: somebody else was faster, or the button was pressed twice."""

    view: DutyView
    may_undo: bool = False


@dataclass(frozen=True, kw_only=True)
class Changed:
    """The duty was paused or runs again, and that can be taken back for a minute.

    `is_alone`: a second administrator would have been asked, if there were one.
    """

    view: DutyView
    is_alone: bool = False


@dataclass(frozen=True, kw_only=True)
class TooLate:
    """The minute is over, or something else has happened to the duty since."""

    view: DutyView


def pause(
    session: Session,
    actor: Actor,
    duty_id: int,
    *,
    shown_in: int | None = None,
    now: datetime,
    place: Place,
) -> Changed | WaitingForSecond | AsItWas | NotThere:
    """Nothing new opens and nobody is reminded; what is open stays open."""
    duty = find(session, actor, duty_id)
    if duty is None:
        return NotThere()
    weighed = _weigh(session, actor, duty, PAUSED, shown_in=shown_in, now=now, place=place)
    if isinstance(weighed, WaitingForSecond):
        return weighed
    before, known = _standing(session, duty_id), load_now(session)
    if not duties.pause(session, duty_id, now=now):
        return _as_it_was(session, actor, duty, now=now, place=place)
    duty_pauses.still(session, duty_id)
    _write_down(session, actor, duty_id, PAUSED, before=before, now=now)
    keep_change(session, known, Author(person_id=actor.person, cause=PAUSED), now=now)
    view = view_of(session, replace(duty, is_paused=True), now=now, place=place)
    return Changed(view=view, is_alone=weighed)


def resume(
    session: Session,
    actor: Actor,
    duty_id: int,
    *,
    shown_in: int | None = None,
    now: datetime,
    place: Place,
) -> Changed | WaitingForSecond | AsItWas | NotThere:
    """Run again from today: what the pause passed over is neither owed nor told."""
    duty = find(session, actor, duty_id)
    if duty is None:
        return NotThere()
    weighed = _weigh(session, actor, duty, RESUMED, shown_in=shown_in, now=now, place=place)
    if isinstance(weighed, WaitingForSecond):
        return weighed
    before, known = _standing(session, duty_id), load_now(session)
    today = place.today(now)
    if not duties.resume(session, duty_id, today=today):
        return _as_it_was(session, actor, duty, now=now, place=place)
    obligation_changes.reopen_looks(session, duty_id, at=now, told_through=today)
    _write_down(session, actor, duty_id, RESUMED, before=before, now=now)
    keep_change(session, known, Author(person_id=actor.person, cause=RESUMED), now=now)
    running = replace(duty, is_paused=False, begins_on=today)
    return Changed(view=view_of(session, running, now=now, place=place), is_alone=weighed)


def undo(
    session: Session,
    actor: Actor,
    duty_id: int,
    *,
    pressed_at: datetime,
    now: datetime,
    place: Place,
) -> Changed | TooLate | NotThere:
    """Take one's own pause or resumption back within a minute."""
    duty = find(session, actor, duty_id)
    if duty is None:
        return NotThere()
    last = _find_own_change(session, actor, duty_id, at=pressed_at)
    if last is None:
        return TooLate(view=view_of(session, duty, now=now, place=place))
    before, known = _standing(session, duty_id), load_now(session)
    duty_pauses.restore(session, duty_id, paused_at=last.paused_at, begins_on=last.begins_on)
    if last.paused_at is None:
        duty_pauses.stir(session, duty_id, now=now)
    _write_down(session, actor, duty_id, "undone", before=before, now=now)
    keep_change(session, known, Author(person_id=actor.person, cause="undone"), now=now)
    again = replace(duty, is_paused=last.paused_at is not None, begins_on=last.begins_on)
    return Changed(view=view_of(session, again, now=now, place=place))


def _find_own_change(
    session: Session, actor: Actor, duty_id: int, *, at: datetime
) -> duty_pauses.LastChange | None:
    """The pause or resumption that the actor may take back at that instant."""
    last = duty_pauses.find_last_change(session, duty_id)
    if last is None or last.verb not in (PAUSED, RESUMED) or last.person_id != actor.person:
        return None
    return last if at <= last.at + UNDO_WITHIN else None


def _as_it_was(
    session: Session, actor: Actor, duty: Duty, *, now: datetime, place: Place
) -> AsItWas:
    """Pressing twice must not lose the way back."""
    own = _find_own_change(session, actor, duty.id, at=now)
    return AsItWas(view=view_of(session, duty, now=now, place=place), may_undo=own is not None)


def _weigh(
    session: Session,
    actor: Actor,
    duty: Duty,
    cause: str,
    *,
    shown_in: int | None,
    now: datetime,
    place: Place,
) -> WaitingForSecond | bool:
    """Put a pause or a resumption of many before a second one; else whether one was missed."""
    wanted = replace(duty, is_paused=cause == PAUSED)
    compared = replace(compare_duty(session, wanted, now=now, place=place), cause=cause)
    reached = Reached(keys=compared.reach.keys)
    question = Question(
        kind=ApprovalKind.CONFIGURATION,
        facts=facts_of(compared),
        shown_in=shown_in,
        about=about([duty.name]),
    )
    return weighing.weigh(session, actor, reached, question, now=now, place=place)


def _standing(session: Session, duty_id: int) -> dict[str, str | None]:
    standing = duty_pauses.find_standing(session, duty_id)
    if standing is None:
        raise LookupError(f"there is no duty {duty_id}")
    paused_at, begins_on = standing
    return {
        "paused_at": paused_at.isoformat() if paused_at else None,
        "begins_on": begins_on.isoformat(),
    }


def _write_down(
    session: Session,
    actor: Actor,
    duty_id: int,
    verb: str,
    *,
    before: dict[str, str | None],
    now: datetime,
) -> None:
    history.write_down(
        session, verb, (duty_pauses.DUTY, duty_id), now=now, by=actor.person, before=before
    )
