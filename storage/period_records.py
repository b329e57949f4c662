"""What a ledger does not list and a report counts: sessions moved, talks held."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Text, cast
from sqlalchemy import select as columns
from sqlmodel import Session, col, or_

from domain.act import ActKind, acts_from_data
from domain.bilingual import Bilingual
from domain.place import Place
from domain.record_figure import Entry
from storage.ledger_spans import Span
from storage.tables.activities import ActivityRow
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.organisation import UnitRow
from storage.tables.process import HistoryRow

# What duties about talks are called; of a talk nothing is known but that it was held.
TALKS_ZH = ("谈话", "谈心")
TALKS_EN = "talk"


def find_moved(session: Session, span: Span, *, place: Place) -> list[Entry]:
    """Sessions of a subtree, by their day now, that stood on another day at first."""
    rows = session.execute(
        columns(col(ActivityRow.id), col(ActivityRow.title), col(ActivityRow.starts_at))
        .add_columns(col(UnitRow.name).label("unit"), col(HistoryRow.before), col(HistoryRow.after))
        .join(UnitRow, col(UnitRow.id) == col(ActivityRow.unit_id))
        .join(
            HistoryRow,
            (col(HistoryRow.subject_kind) == "activity")
            & (col(HistoryRow.subject_id) == col(ActivityRow.id)),
        )
        .where(
            col(UnitRow.path).startswith(span.path, autoescape=True),
            col(ActivityRow.starts_at) >= span.since,
            col(ActivityRow.starts_at) < span.until,
            cast(col(HistoryRow.after), Text).contains('"starts_at"'),
        )
        .order_by(col(ActivityRow.starts_at), col(ActivityRow.id))
    )
    found = {
        row.id: Entry(
            day=place.today(row.starts_at),
            unit=row.unit,
            title=Bilingual(zh=row.title, en=row.title),
        )
        for row in rows
        if _has_moved(row, place)
    }
    return list(found.values())


def _has_moved(row: Any, place: Place) -> bool:
    before = (row.before or {}).get("starts_at")
    after = (row.after or {}).get("starts_at")
    if not before or not after:
        return False
    days = [place.today(datetime.fromisoformat(one)) for one in (before, after)]
    return days[0] != days[1]


def find_talks(session: Session, path: str, first: date, last: date) -> list[Entry]:
    """Talks ticked for obligations that end in the period; each with how often."""
    named = (
        *(col(DutyRow.name_zh).contains(word) for word in TALKS_ZH),
        col(DutyRow.name_en).icontains(TALKS_EN),
    )
    rows = session.execute(
        columns(
            col(ObligationRow.last_day),
            col(ObligationRow.acts),
            col(ObligationRow.progress),
            col(DutyRow.name_zh),
            col(DutyRow.name_en),
            col(UnitRow.name).label("unit"),
        )
        .join(UnitRow, col(UnitRow.id) == col(ObligationRow.unit_id))
        .join(DutyRow, col(DutyRow.id) == col(ObligationRow.duty_id))
        .where(
            col(UnitRow.path).startswith(path, autoescape=True),
            col(ObligationRow.last_day) >= first,
            col(ObligationRow.last_day) <= last,
            or_(*named),
        )
        .order_by(col(ObligationRow.last_day), col(ObligationRow.id))
    )
    entries = [
        Entry(
            day=row.last_day,
            unit=row.unit,
            title=Bilingual(zh=row.name_zh, en=row.name_en),
            count=_ticked(row),
        )
        for row in rows
    ]
    return [one for one in entries if one.count]


def _ticked(row: Any) -> int:
    ticks = [act.code for act in acts_from_data(row.acts) if act.kind is ActKind.TICK]
    return sum(row.progress.get(code, 0) for code in ticks)
