"""Look at one thing that was owed, and at what proves how it stands."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from sqlmodel import Session

from actions.items import find_seen
from actions.running import reads
from domain.act import ActKind
from domain.obligation import NO_END, Obligation
from domain.period import Period
from domain.period_status import Record
from domain.permission import Actor, may_manage
from domain.place import Place
from domain.report import ReportState
from domain.status import NoSuchUnit
from domain.term import RecordedTerm
from storage import people, records, reports, terms, units


@reads
def find(
    session: Session,
    actor: Actor,
    obligation_id: int,
    period: Period | None,
    *,
    now: datetime,
    place: Place,
) -> Record | NoSuchUnit:
    """An obligation of the actor's units or below, with its proof."""
    owed = find_seen(session, actor, obligation_id)
    if owed is None or period is None or not may_manage(actor, owed.unit.path):
        return NoSuchUnit()
    settler = records.find_settler(session, owed.id)
    is_seen = settler is not None and may_manage(actor, settler[1])
    record = Record(
        obligation=owed,
        today=place.today(now),
        period=period,
        election=_election(session, owed),
        settled_by=settler[0] if settler and is_seen else "",
        settled_on=place.today(owed.settled_at) if owed.settled_at else None,
    )
    return _with_report(session, actor, _with_activities(session, record, place), place)


def _with_activities(session: Session, record: Record, place: Place) -> Record:
    owed = record.obligation
    if not owed.has(ActKind.ACTIVITY):
        return record
    last = record.today if owed.last_day == NO_END else owed.last_day
    found = records.find_activities(
        session,
        owed,
        since=place.at(owed.first_day, time()),
        until=place.at(last + timedelta(days=1), time()),
    )
    local = (replace(one, starts_at=place.local(one.starts_at)) for one in found)
    return replace(record, activities=tuple(local))


def _with_report(session: Session, actor: Actor, record: Record, place: Place) -> Record:
    """The newest version that was handed in: its words and its comment stay where they are."""
    found = reports.find_newest(session, record.obligation.id)
    if found is None or found.state is ReportState.DRAFT:
        return record
    author = people.find(session, found.author_id)
    home = units.find(session, author.unit_id) if author else None
    is_seen = home is not None and may_manage(actor, home.path)
    shown = replace(
        found,
        answers={},
        comment="",
        author=found.author if is_seen else "",
        submitted_at=place.local(found.submitted_at) if found.submitted_at else None,
        reviewed_at=place.local(found.reviewed_at) if found.reviewed_at else None,
    )
    return replace(record, report=shown)


def _election(session: Session, owed: Obligation) -> RecordedTerm | None:
    """The election that settled it: both were written down at one instant."""
    if not owed.has(ActKind.VOTE) or owed.settled_at is None:
        return None
    found = terms.find_recorded(session, owed.unit.id)
    return next((one for one in found if one.recorded_at == owed.settled_at), None)
