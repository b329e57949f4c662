"""What a ledger does not list and a report counts: sessions moved, talks held, and who said so."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Text, cast
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, or_

from domain.act import ActKind, acts_from_data
from domain.activity import ActivityState
from domain.bilingual import Bilingual
from domain.place import Place
from domain.record_figure import Entry, Recorder
from storage.ledger_spans import Span
from storage.tables.activities import ActivityRow
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.organisation import PersonRow, UnitRow
from storage.tables.process import HistoryRow

# What duties about talks are called; of a talk nothing is known but that it was held.
TALKS_ZH = ("谈话", "谈心")
TALKS_EN = "talk"

_HOME = aliased(UnitRow)
_RECORDER: tuple[Any, ...] = (
    col(PersonRow.name).label("recorder"),
    col(_HOME.path).label("home_path"),
)


def find_moved(session: Session, span: Span, *, place: Place) -> list[Entry]:
    """Sessions of a subtree, by their day now, that stood on another day at first."""
    found: dict[int, Entry] = {}
    for row in session.execute(_changed(span)):
        if _has_moved(row, place):
            earlier = found.get(row.id)
            found[row.id] = Entry(
                day=place.today(row.starts_at),
                unit=row.unit,
                title=Bilingual(zh=row.title, en=row.title),
                other_day=earlier.other_day if earlier else _day(row.before, place),
                by=_recorder(row, row.at, place),
            )
    return list(found.values())


def _changed(span: Span) -> Any:
    """Every change of when something began, in order."""
    return (
        columns(col(ActivityRow.id), col(ActivityRow.title), col(ActivityRow.starts_at))
        .add_columns(col(UnitRow.name).label("unit"), col(HistoryRow.before), col(HistoryRow.after))
        .add_columns(col(HistoryRow.at), *_RECORDER)
        .join(UnitRow, col(UnitRow.id) == col(ActivityRow.unit_id))
        .join(
            HistoryRow,
            (col(HistoryRow.subject_kind) == "activity")
            & (col(HistoryRow.subject_id) == col(ActivityRow.id)),
        )
        .join(PersonRow, col(PersonRow.id) == col(HistoryRow.person_id), isouter=True)
        .join(_HOME, col(_HOME.id) == col(PersonRow.unit_id), isouter=True)
        .where(
            col(UnitRow.path).startswith(span.path, autoescape=True),
            col(ActivityRow.starts_at) >= span.since,
            col(ActivityRow.starts_at) < span.until,
            cast(col(HistoryRow.after), Text).contains('"starts_at"'),
        )
        .order_by(col(ActivityRow.starts_at), col(ActivityRow.id), col(HistoryRow.id))
    )


def _has_moved(row: Any, place: Place) -> bool:
    before, after = _day(row.before, place), _day(row.after, place)
    return before is not None and after is not None and before != after


def _day(facts: dict[str, Any] | None, place: Place) -> date | None:
    said = (facts or {}).get("starts_at")
    return place.today(datetime.fromisoformat(said)) if said else None


def _recorder(row: Any, at: datetime | None, place: Place) -> Recorder | None:
    if row.recorder is None:
        return None
    day = place.today(at) if at else None
    return Recorder(name=row.recorder, home_path=row.home_path, day=day)


def find_settlers(
    session: Session, activity_ids: Sequence[int], *, place: Place
) -> dict[int, Recorder]:
    """Who said last of each that it was held or called off. Uses the index on the subject."""
    rows = session.execute(
        columns(col(HistoryRow.subject_id), col(HistoryRow.at), *_RECORDER)
        .join(PersonRow, col(PersonRow.id) == col(HistoryRow.person_id))
        .join(_HOME, col(_HOME.id) == col(PersonRow.unit_id))
        .where(
            col(HistoryRow.subject_kind) == "activity",
            col(HistoryRow.subject_id).in_(activity_ids),
            col(HistoryRow.verb).in_([ActivityState.HELD.value, ActivityState.CANCELLED.value]),
        )
        .order_by(col(HistoryRow.id))
    )
    said = {row.subject_id: _recorder(row, row.at, place) for row in rows}
    return {activity_id: one for activity_id, one in said.items() if one}


def find_talks(
    session: Session, path: str, first: date, last: date, *, place: Place
) -> list[Entry]:
    """Talks ticked for obligations that end in the period; each with how often."""
    entries = [
        Entry(
            day=row.last_day,
            unit=row.unit,
            title=Bilingual(zh=row.name_zh, en=row.name_en),
            count=_ticked(row),
            by=_recorder(row, row.settled_at, place),
        )
        for row in session.execute(_talks(path, first, last))
    ]
    return [one for one in entries if one.count]


def _talks(path: str, first: date, last: date) -> Any:
    named = (
        *(col(DutyRow.name_zh).contains(word) for word in TALKS_ZH),
        col(DutyRow.name_en).icontains(TALKS_EN),
    )
    return (
        columns(col(ObligationRow.last_day), col(ObligationRow.acts), col(ObligationRow.progress))
        .add_columns(col(ObligationRow.settled_at), col(DutyRow.name_zh), col(DutyRow.name_en))
        .add_columns(col(UnitRow.name).label("unit"), *_RECORDER)
        .join(UnitRow, col(UnitRow.id) == col(ObligationRow.unit_id))
        .join(DutyRow, col(DutyRow.id) == col(ObligationRow.duty_id))
        .join(PersonRow, col(PersonRow.id) == col(ObligationRow.settled_by), isouter=True)
        .join(_HOME, col(_HOME.id) == col(PersonRow.unit_id), isouter=True)
        .where(
            col(UnitRow.path).startswith(path, autoescape=True),
            col(ObligationRow.last_day) >= first,
            col(ObligationRow.last_day) <= last,
            or_(*named),
        )
        .order_by(col(ObligationRow.last_day), col(ObligationRow.id))
    )


def _ticked(row: Any) -> int:
    ticks = [act.code for act in acts_from_data(row.acts) if act.kind is ActKind.TICK]
    return sum(row.progress.get(code, 0) for code in ticks)
