"""What waits for a reviewer, and which reports he may decide on."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions.report_sheets import find_heads, lay_out_given
from actions.reports import NotYours
from actions.running import reads
from domain.obligation import Obligation, may_act
from domain.office import OFFICER_ROLES
from domain.permission import Actor, may_manage, officer_paths
from domain.place import Place
from domain.report import Report, ReportState, may_take_back
from domain.report_sheet import ReviewCard
from storage import obligations, people, reports, units


@dataclass(frozen=True, kw_only=True)
class Reviewed:
    """The report as it stands now. `is_stale`: the press or the words changed nothing."""

    card: ReviewCard
    is_stale: bool = False


@dataclass(frozen=True, kw_only=True)
class OwnReport:
    """Nobody reviews what he wrote himself; these people can."""

    reviewers: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NothingWaits:
    """The queue is empty."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """A report that the actor may decide on, with its obligation locked."""

    report: Report
    obligation: Obligation

    @property
    def is_waiting(self) -> bool:
        """Whether the decision is still open."""
        return self.report.state is ReportState.SUBMITTED

    @property
    def may_return(self) -> bool:
        """A head who is asked to confirm may send it back as a reviewer may."""
        return self.is_waiting or self.report.state is ReportState.TO_CONFIRM


@reads
def find_next(
    session: Session, actor: Actor, *, after: int = 0, now: datetime, place: Place
) -> Reviewed | NothingWaits:
    """The report that waits longest, or the one behind `after`; behind the last is the first."""
    ids = [one.id for one in _find_waiting(session, actor)]
    if not ids:
        return NothingWaits()
    at = (ids.index(after) + 1) % len(ids) if after in ids else 0
    card = card_of(session, actor, ids[at], now=now, place=place)
    return Reviewed(card=card) if card else NothingWaits()


def count_waiting(session: Session, actor: Actor) -> int:
    """How many reports wait for the actor's decision."""
    return len(_find_waiting(session, actor))


@reads
def find_files(session: Session, actor: Actor, report_id: int) -> Report | NotYours:
    """The report with its files, for those who wrote it and those who review it."""
    found = find_readable(session, actor, report_id)
    return found[1] if found and found[1].files else NotYours()


def find_readable(
    session: Session, actor: Actor, report_id: int
) -> tuple[Obligation, Report] | None:
    """A report with what it is for, if the actor's unit wrote it or was given it to review."""
    report = reports.find(session, report_id)
    obligation = obligations.find(session, report.obligation_id) if report else None
    if report is None or obligation is None:
        return None
    may_see = may_act(actor, obligation) or _was_given(session, actor, report)
    return (obligation, report) if may_see else None


def _was_given(session: Session, actor: Actor, report: Report) -> bool:
    return report.submitted_at is not None and _may_review(session, actor, report)


def find_case(session: Session, actor: Actor, report_id: int) -> Case | OwnReport | NotYours:
    """A report to decide on, read after its obligation was locked."""
    report = reports.find(session, report_id)
    if report is None or not _may_decide(session, actor, report):
        return NotYours()
    obligation = obligations.find(session, report.obligation_id, for_change=True)
    report = reports.find(session, report_id)
    if obligation is None or report is None:
        return NotYours()
    if actor.person in (report.author_id, report.confirmer_id):
        return OwnReport(reviewers=_find_reviewers(session, report, obligation))
    return Case(report=report, obligation=obligation)


def card_of(
    session: Session, actor: Actor, report_id: int, *, now: datetime, place: Place
) -> ReviewCard | None:
    """The report as this reviewer sees it now."""
    report = reports.find(session, report_id)
    obligation = obligations.find(session, report.obligation_id) if report else None
    if report is None or obligation is None:
        return None
    [sheet] = lay_out_given(session, [(obligation, report)], now=now, place=place)
    return ReviewCard(
        sheet=sheet,
        report=sheet.report or report,
        may_undo=may_take_back(report, actor.person, now),
        others=sum(one.id != report_id for one in _find_waiting(session, actor)),
    )


def _may_decide(session: Session, actor: Actor, report: Report) -> bool:
    """Reviewers on what was handed in; the head on what waits for him."""
    if report.state is not ReportState.TO_CONFIRM:
        return _may_review(session, actor, report)
    obligation = obligations.find(session, report.obligation_id)
    heads = find_heads(session, obligation) if obligation else ()
    return actor.person in {one.person_id for one in heads}


def _may_review(session: Session, actor: Actor, report: Report) -> bool:
    reviewing = units.find(session, report.reviewer_unit_id or 0)
    return reviewing is not None and may_manage(actor, reviewing.path)


def _find_reviewers(session: Session, report: Report, obligation: Obligation) -> tuple[str, ...]:
    """The officers of the reviewing unit other than the author, else of the nearest above."""
    line = (report.reviewer_unit_id or 0, *obligation.unit.ancestor_ids)
    by_unit: dict[int, list[str]] = {}
    for officer in people.find_officers(session, line):
        if officer.person_id not in (report.author_id, report.confirmer_id):
            by_unit.setdefault(officer.unit_id, []).append(officer.name)
    return next((tuple(by_unit[unit_id]) for unit_id in line if unit_id in by_unit), ())


def _find_waiting(session: Session, actor: Actor) -> list[Report]:
    """What waits for the actor's units, and for units below for which nobody hears."""
    own = {office.unit_id for office in actor.offices if office.role in OFFICER_ROLES}
    below = set(reports.find_units_waited_for(session, officer_paths(actor))) - own
    silent = below - people.find_hearers(session, list(below)).keys() if below else set()
    found = reports.find_waiting(session, own | silent)
    return [one for one in found if actor.person not in (one.author_id, one.confirmer_id)]
