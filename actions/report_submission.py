"""A report goes to its reviewers: who they are, what they are sent, and who is left in peace."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import Session

from actions import quieting
from actions.reports import SUBJECT, end_dialogue, write_down
from domain.delivery import Kind, NewDelivery
from domain.hearing import Officer, choose_hearers
from domain.obligation import Obligation
from domain.permission import Actor
from domain.place import Place
from domain.report import Report, ReportState, choose_reviewing_unit
from domain.unit import Unit
from storage import deliveries, duties, obligation_changes, people, reports, units

USEFUL_FOR = timedelta(days=30)


def send_up(
    session: Session,
    actor: Actor,
    obligation: Obligation,
    report: Report,
    *,
    is_confirmed: bool = False,
    now: datetime,
    place: Place,
) -> None:
    """Move a report to its reviewers, with what follows for everybody who was told of it."""
    author = report.author_id if is_confirmed else actor.person
    unit, hearers = _find_reviewers(session, obligation, written_by={author, actor.person})
    head = actor.person if is_confirmed else None
    if not reports.hand_in(
        session, report, author_id=author, reviewer_unit_id=unit.id, head_id=head, now=now
    ):
        return
    _leave_in_peace(session, obligation, now=now)
    quiet_versions(session, report, now=now)
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


def quiet_versions(session: Session, report: Report, *, now: datetime) -> None:
    """What was said about this version or one before tells the truth and asks for nothing."""
    quieting.refresh_cards(session, (SUBJECT, report.id), version=report.version + 1, now=now)
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
    session: Session, obligation: Obligation, *, written_by: Collection[int]
) -> tuple[Unit, tuple[Officer, ...]]:
    """The reviewing unit and who hears for it. Nobody is asked to review his own."""
    unit = obligation.unit
    line = [*unit.ancestor_ids] or [unit.id]
    by_unit: dict[int, list[Officer]] = {}
    for officer in people.find_officers(session, line):
        if officer.person_id not in written_by:
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
