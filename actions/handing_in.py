"""Hand a report in; where the head of the unit confirms first, it counts from then on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions.report_sheets import find_heads, needs_head
from actions.report_submission import USEFUL_FOR, quiet_versions, send_up
from actions.reports import (
    DRAFT,
    SUBJECT,
    NotYours,
    Shown,
    end_dialogue,
    find_written,
    sheet_of,
    write_down,
)
from domain.delivery import Kind, NewDelivery
from domain.hearing import Officer
from domain.obligation import Obligation, ObligationState
from domain.permission import Actor
from domain.place import Place
from domain.report import Report, ReportState
from domain.report_form import Section
from storage import deliveries, drafts, reports


@dataclass(frozen=True, kw_only=True)
class Incomplete:
    """What must still be answered before it can go."""

    sections: tuple[Section, ...]


@dataclass(frozen=True, kw_only=True)
class NoHead:
    """The head must confirm, and nobody holds that office now."""


def hand_in(
    session: Session, actor: Actor, report_id: int, *, version: int, now: datetime, place: Place
) -> Shown | Incomplete | NoHead | NotYours:
    """Hand in what was seen: a draft that has changed meanwhile is shown again instead.

    Where the head must confirm, it goes to him first, unless it is he who hands it in.
    """
    found = find_written(session, actor, report_id)
    if found is None:
        return NotYours()
    obligation, report = found
    is_fresh = report.version == version and _may_go(obligation, report)
    if is_fresh:
        refusal = _pass_on(session, actor, obligation, report, now=now, place=place)
        if refusal is not None:
            return refusal
    sheet = sheet_of(session, obligation.id, actor, now=now, place=place)
    return Shown(sheet=sheet, is_stale=not is_fresh)


def _pass_on(
    session: Session,
    actor: Actor,
    obligation: Obligation,
    report: Report,
    *,
    now: datetime,
    place: Place,
) -> Incomplete | NoHead | None:
    missing = _find_missing(report)
    if missing or report.is_empty:
        return Incomplete(sections=missing)
    if not needs_head(obligation):
        send_up(session, actor, obligation, report, now=now, place=place)
        return None
    heads = find_heads(session, obligation)
    if actor.person in {one.person_id for one in heads}:
        send_up(session, actor, obligation, report, is_confirmed=True, now=now, place=place)
        return None
    if not heads:
        return NoHead()
    if reports.give_to_head(session, report, author_id=actor.person, now=now):
        end_dialogue(session, actor, obligation.id, state="confirmed", now=now)
        _ask_heads(session, report, heads, now=now, place=place)
        quiet_versions(session, report, now=now)
        write_down(session, "give_report_to_head", report, actor, now=now)
    return None


def _find_missing(report: Report) -> tuple[Section, ...]:
    halves = [one for one in report.form.sections if report.is_half_answered(one)]
    missing = {one.code: one for one in (*report.find_missing(), *halves)}
    return tuple(one for one in report.form.sections if one.code in missing)


def _may_go(obligation: Obligation, report: Report) -> bool:
    return obligation.state is ObligationState.OPEN and report.state is ReportState.DRAFT


def confirm(
    session: Session, actor: Actor, report_id: int, *, version: int, now: datetime, place: Place
) -> Shown | NotYours:
    """The head confirms what he saw; from that moment it counts."""
    found = find_written(session, actor, report_id)
    if found is None or not may_confirm(session, actor, found[0]):
        return NotYours()
    obligation, report = found
    is_open = obligation.state is ObligationState.OPEN
    is_fresh = is_open and (report.state, report.version) == (ReportState.TO_CONFIRM, version)
    if is_fresh:
        send_up(session, actor, obligation, report, is_confirmed=True, now=now, place=place)
    sheet = sheet_of(session, obligation.id, actor, now=now, place=place)
    return Shown(sheet=sheet, is_stale=not is_fresh)


def may_confirm(session: Session, actor: Actor, obligation: Obligation) -> bool:
    """Whether the actor is the head, or stands in for him."""
    return actor.person in {one.person_id for one in find_heads(session, obligation)}


def take_back(
    session: Session, actor: Actor, report_id: int, *, version: int, now: datetime, place: Place
) -> Shown | NotYours:
    """While it is with the head, whoever writes for the unit may go on writing."""
    found = find_written(session, actor, report_id)
    if found is None:
        return NotYours()
    obligation, report = found
    is_fresh = (report.state, report.version) == (ReportState.TO_CONFIRM, version)
    if is_fresh and reports.take_from_head(session, report):
        facts = {"section": ""}
        drafts.begin(session, actor.person, DRAFT, subject_id=obligation.id, facts=facts, now=now)
        quiet_versions(session, report, now=now)
        write_down(session, "take_report_from_head", report, actor, now=now)
    sheet = sheet_of(session, obligation.id, actor, now=now, place=place)
    return Shown(sheet=sheet, is_stale=not is_fresh)


def _ask_heads(
    session: Session, report: Report, heads: Sequence[Officer], *, now: datetime, place: Place
) -> None:
    asked = [
        NewDelivery(
            once_key=f"confirm:{report.id}:{report.version + 1}:{one.person_id}",
            person_id=one.person_id,
            kind=Kind.CONFIRMATION,
            due_at=now if place.is_waking(now) else place.next_digest(now, one.digest_at),
            useful_until=now + USEFUL_FOR,
            subject_id=report.id,
            subjects=((SUBJECT, report.id),),
        )
        for one in heads
    ]
    deliveries.queue(session, asked, now=now)
