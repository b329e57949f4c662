"""Look at the open obligations whose moment has come and write down what is to be told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import assert_never

from sqlmodel import Session

from actions import election_plans, hearing
from actions.hearing import Ear, Hearing
from actions.quieting import OBLIGATION, quiet_obligation
from domain.easing import Easing, first_day_overdue, is_stilled
from domain.hearing import Officer
from domain.ladder import (
    GiveUp,
    Step,
    Tell,
    WaitUntil,
    decide_next_move,
    hears_as_owner,
    hears_as_superior,
)
from domain.notice import NoticeKind
from domain.obligation import Obligation, ObligationState
from domain.place import Place
from domain.unit_calendar import UnitCalendars
from storage import calendar_days, easings, history, notices, obligation_changes, obligations
from storage.notices import NewNotice

CHUNK = 200
USEFUL_FOR = timedelta(days=14)


@dataclass(frozen=True, kw_only=True)
class _Around:
    """What a look needs to know, loaded once for a chunk."""

    calendars: UnitCalendars
    heard: Hearing
    easings: Mapping[tuple[int, int], Easing]
    plans: election_plans.Plans

    def ladder(self, obligation: Obligation) -> Iterator[Step]:
        """Its rungs, by the working days of its unit."""
        return election_plans.ladder(obligation, self.calendars.of(obligation.unit), self.plans)

    def overdue_since(self, obligation: Obligation) -> date | None:
        """The day of the first reminder after the end, when it was looked at already."""
        calendar = self.calendars.of(obligation.unit)
        day = first_day_overdue(obligation.policy, obligation.last_day, calendar)
        seen = obligation.told_through
        return day if day is not None and seen is not None and day <= seen else None


def queue_due(session: Session, *, now: datetime, place: Place) -> int:
    """Look at one chunk of open obligations; returns how many were looked at.

    What is told becomes a notice under a key that can be used once, in the same transaction in
    which the next look is set.
    """
    due = obligations.find_to_look_at(session, now=now, limit=CHUNK)
    if not due:
        return 0
    around = _Around(
        calendars=calendar_days.load_for(session, [one.unit for one in due]),
        heard=hearing.load(session, due),
        easings=easings.find_of(session, [one.id for one in due]),
        plans=election_plans.load(session, due),
    )
    made: list[NewNotice] = []
    for obligation in due:
        made += _look_at(session, obligation, around, now=now, place=place)
    notices.make(session, made, now=now)
    return len(due)


def _look_at(
    session: Session,
    obligation: Obligation,
    around: _Around,
    *,
    now: datetime,
    place: Place,
) -> list[NewNotice]:
    today = place.today(now)
    if not is_still_owed(obligation) or obligation.is_any_time:
        _set_next_look(session, obligation, None, today, place)
        return []
    lapse = obligation.lapses_on
    if lapse is not None and today > lapse:
        _let_lapse(session, obligation, now=now)
        return []
    # When the ladder is at its end, the next look is the one that finds it missed.
    last_look = lapse + timedelta(days=1) if lapse else None
    ladder = around.ladder(obligation)
    move = decide_next_move(ladder, told_through=obligation.told_through, today=today)
    match move:
        case WaitUntil():
            _set_next_look(session, obligation, move.look_on, today, place)
            return []
        case GiveUp():
            _set_next_look(session, obligation, last_look, today, place)
            return []
        case Tell():
            _set_next_look(session, obligation, move.look_on or last_look, today, place)
            return [
                notice
                for step in move.steps
                for notice in _notices(obligation, step, around, now=now, place=place)
            ]
        case _:
            assert_never(move)


def _let_lapse(session: Session, obligation: Obligation, *, now: datetime) -> None:
    """It was not done, and the period after it is over too: the record says so, quietly."""
    state = ObligationState.MISSED
    if obligation_changes.settle(
        session, obligation, state, counted=obligation.counted, by=None, now=now
    ):
        version = obligation.version + 1
        quiet_obligation(session, obligation.id, version=version, now=now)
        history.write_down(
            session,
            "missed",
            (OBLIGATION, obligation.id),
            now=now,
            by=None,
            way="clock",
            before={"state": obligation.state.value},
            after={"state": state.value},
        )


def _set_next_look(
    session: Session, obligation: Obligation, look_on: date | None, today: date, place: Place
) -> None:
    at = place.morning_of(look_on) if look_on else None
    obligation_changes.look_again(session, obligation.id, at=at, told_through=today)


def _notices(
    obligation: Obligation, step: Step, around: _Around, *, now: datetime, place: Place
) -> Iterator[NewNotice]:
    told: list[tuple[NoticeKind, Ear | Officer]] = []
    overdue_since = around.overdue_since(obligation)
    if hears_as_owner(step.hearer):
        told += [
            (NoticeKind.OWN, ear)
            for ear in around.heard.owners(obligation)
            if not is_stilled(
                step,
                obligation.policy,
                easing=around.easings.get((obligation.id, ear.person_id)),
                reminding=ear.reminding,
                overdue_since=overdue_since,
            )
        ]
    if hears_as_superior(step.hearer):
        above = around.heard.above(obligation, level=step.level)
        told += [(NoticeKind.BELOW, officer) for officer in above]
    for kind, officer in told:
        yield NewNotice(
            once_key=notice_key(kind, obligation, step.key, officer.person_id),
            person_id=officer.person_id,
            kind=kind,
            step=step.key,
            obligation_id=obligation.id,
            unit_id=obligation.unit.id,
            due_at=place.next_digest(now, officer.digest_at),
            useful_until=now + USEFUL_FOR,
        )


def notice_key(kind: NoticeKind, obligation: Obligation, step: str, person_id: int) -> str:
    """What makes sure that a rung is told once for each last day that held."""
    return f"{kind}:{obligation.id}:{step}:{person_id}:{obligation.last_day}"


def is_still_owed(obligation: Obligation | None) -> bool:
    """Whether a reminder about it may still go out."""
    return obligation is not None and obligation.is_owed
