"""Hand a report in: it goes to its reviewer, and the unit is left in peace."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlmodel import Session

from actions import quieting
from actions.reports import (
    SUBJECT,
    NotYours,
    Shown,
    end_dialogue,
    find_written,
    sheet_of,
    write_down,
)
from domain.delivery import Kind, NewDelivery
from domain.hearing import Officer, choose_hearers
from domain.obligation import Obligation, ObligationState
from domain.permission import Actor
from domain.place import Place
from domain.report import Report, ReportState, choose_reviewing_unit
from domain.unit import Unit
from storage import deliveries, duties, obligation_changes, people, reports, units

USEFUL_FOR = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class Empty:
    """Neither words nor a file: nothing to hand in."""


def hand_in(
    session: Session, actor: Actor, report_id: int, *, version: int, now: datetime, place: Place
) -> Shown | Empty | NotYours:
    """Hand in what was seen: a draft that has changed meanwhile is shown again instead."""
    found = find_written(session, actor, report_id)
    if found is None:
        return NotYours()
    obligation, report = found
    is_fresh = report.version == version and _may_go(obligation, report)
    if is_fresh and report.is_empty:
        return Empty()
    if is_fresh:
        _send_up(session, actor, obligation, report, now=now, place=place)
    sheet = sheet_of(session, obligation.id, now=now, place=place)
    return Shown(sheet=sheet, is_stale=not is_fresh)


def _may_go(obligation: Obligation, report: Report) -> bool:
    return obligation.state is ObligationState.OPEN and report.state is ReportState.DRAFT


def _send_up(
    session: Session,
    actor: Actor,
    obligation: Obligation,
    report: Report,
    *,
    now: datetime,
    place: Place,
) -> None:
    unit, hearers = _find_reviewers(session, obligation, author_id=actor.person)
    if not reports.hand_in(
        session, report, author_id=actor.person, reviewer_unit_id=unit.id, now=now
    ):
        return
    _leave_in_peace(session, obligation, now=now)
    _quiet_older(session, report, now=now)
    end_dialogue(session, actor, obligation.id, state="confirmed", now=now)
    deliveries.queue(
        session,
        [review_delivery(report, one, now=now, place=place) for one in hearers],
        now=now,
    )
    write_down(session, "hand_in_report", report, actor, now=now)


def _leave_in_peace(session: Session, obligation: Obligation, *, now: datetime) -> None:
    """Nobody is reminded while it is reviewed, unless another act is missing besides."""
    is_all = replace(obligation, report=ReportState.SUBMITTED).is_under_review
    obligation_changes.set_looks(
        session,
        obligation,
        at=None if is_all else now,
        told_through=obligation.told_through,
    )
    version = obligation.version + 1
    if is_all:
        quieting.quiet_obligation(session, obligation.id, version=version, now=now)
    else:
        subject = (quieting.OBLIGATION, obligation.id)
        quieting.refresh_cards(session, subject, version=version, now=now)


def _quiet_older(session: Session, report: Report, *, now: datetime) -> None:
    """What was said about the version before no longer asks for anything."""
    for older in reports.find_older(session, report):
        quieting.refresh_cards(session, (SUBJECT, older.id), version=older.version, now=now)


def review_delivery(
    report: Report, reviewer: Officer, *, now: datetime, place: Place
) -> NewDelivery:
    """The message that asks a reviewer; at night it waits for his hour."""
    is_day = place.is_waking(now)
    return NewDelivery(
        once_key=f"review:{report.id}:{reviewer.person_id}",
        person_id=reviewer.person_id,
        kind=Kind.REVIEW,
        due_at=now if is_day else place.next_digest(now, reviewer.digest_at),
        useful_until=now + USEFUL_FOR,
        subject_id=report.id,
        subjects=((SUBJECT, report.id),),
    )


def _find_reviewers(
    session: Session, obligation: Obligation, *, author_id: int
) -> tuple[Unit, tuple[Officer, ...]]:
    """The reviewing unit and who hears for it. Nobody is asked to review what he wrote."""
    unit = obligation.unit
    line = [*unit.ancestor_ids] or [unit.id]
    by_unit: dict[int, list[Officer]] = {}
    for officer in people.find_officers(session, line):
        if officer.person_id != author_id:
            by_unit.setdefault(officer.unit_id, []).append(officer)
    chosen = {unit_id: choose_hearers(officers) for unit_id, officers in by_unit.items()}
    hearing = {unit_id for unit_id, hearers in chosen.items() if hearers}
    duty = duties.find(session, obligation.duty_id)
    reviewing = choose_reviewing_unit(
        unit,
        duty.reviewer_kinds if duty else (),
        units.find_many(session, line),
        hearing=hearing,
    )
    return reviewing, chosen.get(reviewing.id, ())
