"""Review what was handed in: accept, return with a comment, think again."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from actions import progress, quieting
from actions.progress import Deed
from actions.reports import SUBJECT, NotYours, write_down
from actions.review_queue import Case, OwnReport, Reviewed, card_of, find_case
from domain.act import ActKind
from domain.delivery import Kind, NewDelivery
from domain.obligation import Obligation, ObligationState
from domain.permission import Actor
from domain.place import Place
from domain.report import MOST_IN_A_COMMENT, Report, ReportState, TooMuch, may_take_back
from storage import deliveries, drafts, obligation_changes, obligations, people, reports

DRAFT = "return_report"
USEFUL_FOR = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class CommentNeeded:
    """A return without a reason helps nobody: the next words are the reason."""


def accept(
    session: Session, actor: Actor, report_id: int, *, version: int, now: datetime, place: Place
) -> Reviewed | OwnReport | NotYours:
    """Accept; the obligation is done, and both sides hear no more of it."""
    case = find_case(session, actor, report_id)
    if not isinstance(case, Case):
        return case
    report = case.report
    is_fresh = case.is_waiting and report.version == version
    if is_fresh and reports.decide(session, report, ReportState.ACCEPTED, by=actor.person, at=now):
        _count(session, actor, case, 1, now=now, place=place)
        quieting.refresh_cards(session, (SUBJECT, report.id), version=version + 1, now=now)
        _tell_verdict(session, actor, case, now=now, place=place)
        write_down(session, "accept_report", report, actor, now=now)
    return _show(session, actor, report_id, is_stale=not is_fresh, now=now, place=place)


def undo(
    session: Session, actor: Actor, report_id: int, *, version: int, now: datetime, place: Place
) -> Reviewed | OwnReport | NotYours:
    """Take an acceptance back within ten minutes: the report waits for review again."""
    case = find_case(session, actor, report_id)
    if not isinstance(case, Case):
        return case
    report = case.report
    is_fresh = report.version == version and may_take_back(report, actor.person, now)
    if is_fresh and reports.decide(session, report, ReportState.SUBMITTED, by=None, at=None):
        _count(session, actor, case, -1, now=now, place=place)
        quieting.refresh_cards(session, (SUBJECT, report.id), version=version + 1, now=now)
        write_down(session, "undo_accept", report, actor, now=now)
    return _show(session, actor, report_id, is_stale=not is_fresh, now=now, place=place)


def ask_comment(
    session: Session, actor: Actor, report_id: int, *, version: int, now: datetime, place: Place
) -> CommentNeeded | Reviewed | OwnReport | NotYours:
    """Begin a return."""
    case = find_case(session, actor, report_id)
    if not isinstance(case, Case):
        return case
    if not case.may_return or case.report.version != version:
        return _show(session, actor, report_id, is_stale=True, now=now, place=place)
    facts = {"given_at": _given_at(case.report)}
    drafts.begin(session, actor.person, DRAFT, subject_id=report_id, facts=facts, now=now)
    return CommentNeeded()


def give_back(
    session: Session, actor: Actor, comment: str, *, now: datetime, place: Place
) -> Reviewed | TooMuch | OwnReport | NotYours:
    """Return the report with the reason; the unit's reminders go on from tomorrow."""
    dialogue = drafts.find_open(session, actor.person)
    if dialogue is None or dialogue.kind != DRAFT or dialogue.subject_id is None:
        return NotYours()
    if len(comment) > MOST_IN_A_COMMENT:
        return TooMuch(excess=len(comment) - MOST_IN_A_COMMENT)
    drafts.end(session, dialogue.id, state="confirmed", now=now)
    case = find_case(session, actor, dialogue.subject_id)
    if not isinstance(case, Case):
        return case
    report = case.report
    is_same = dialogue.facts.get("given_at") == _given_at(report)
    is_returned = (
        is_same
        and case.may_return
        and reports.decide(
            session, report, ReportState.RETURNED, by=actor.person, at=now, comment=comment
        )
    )
    if is_returned:
        _resume_reminders(session, case.obligation, now=now, place=place)
        quieting.refresh_cards(session, (SUBJECT, report.id), version=report.version + 1, now=now)
        _tell_verdict(session, actor, case, now=now, place=place)
        write_down(session, "return_report", report, actor, now=now)
    return _show(session, actor, report.id, is_stale=not is_returned, now=now, place=place)


def _given_at(report: Report) -> str:
    """Files that come late change its version, and are no reason to forget what was typed."""
    return report.given_at.isoformat() if report.given_at else ""


def _show(
    session: Session,
    actor: Actor,
    report_id: int,
    *,
    is_stale: bool,
    now: datetime,
    place: Place,
) -> Reviewed | NotYours:
    card = card_of(session, actor, report_id, now=now, place=place)
    return Reviewed(card=card, is_stale=is_stale) if card else NotYours()


def _count(
    session: Session, actor: Actor, case: Case, times: int, *, now: datetime, place: Place
) -> None:
    """What was excused or missed meanwhile stays so; what needs more is asked for again."""
    owed, act = case.obligation, case.obligation.find_act(ActKind.REPORT)
    if act is None or owed.state is ObligationState.MISSED:
        return
    deed = Deed(code=act.code, day=place.today(now), by=actor.person, times=times)
    progress.count(session, owed, deed, now=now)
    after = obligations.find(session, owed.id)
    if after is None or after.state is not ObligationState.OPEN:
        return
    if after.is_under_review:
        quieting.quiet_obligation(session, after.id, version=after.version, now=now)
    else:
        _resume_reminders(session, after, now=now, place=place)


def _resume_reminders(
    session: Session, obligation: Obligation, *, now: datetime, place: Place
) -> None:
    today = place.today(now)
    at = place.morning_of(today + timedelta(days=1))
    if obligation_changes.set_looks(session, obligation, at=at, told_through=today):
        subject = (quieting.OBLIGATION, obligation.id)
        quieting.refresh_cards(session, subject, version=obligation.version + 1, now=now)


def _tell_verdict(
    session: Session, actor: Actor, case: Case, *, now: datetime, place: Place
) -> None:
    """The author and those who hear for the unit are told, each once for a verdict."""
    report, unit_id = case.report, case.obligation.unit.id
    hearers = people.find_hearers(session, [unit_id]).get(unit_id, ())
    told = {one.person_id: one.digest_at for one in hearers}
    if author := people.find(session, report.author_id):
        told[author.id] = author.digest_at
    told.pop(actor.person, None)
    is_day = place.is_waking(now)
    queued = [
        NewDelivery(
            once_key=f"verdict:{report.id}:{report.version + 1}:{person_id}",
            person_id=person_id,
            kind=Kind.VERDICT,
            due_at=now if is_day else place.next_digest(now, digest_at),
            useful_until=now + USEFUL_FOR,
            subject_id=report.id,
            subjects=((SUBJECT, report.id),),
            facts={"version": report.version + 1},
        )
        for person_id, digest_at in told.items()
    ]
    deliveries.queue(session, queued, now=now)
