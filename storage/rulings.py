"""What officers above have ruled, and about which obligations."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select, update

from domain.ruling import ExcuseReason, RuledItem, Ruling, RulingKind
from storage import obligations
from storage.inserting import insert_many
from storage.tables.ladders import RulingItemRow, RulingRow
from storage.tables.organisation import PersonRow


@dataclass(frozen=True, kw_only=True)
class NewItem:
    """An obligation that was just ruled on; `version` is the one that this made."""

    obligation_id: int
    version: int
    from_day: date
    to_day: date


def write(
    session: Session,
    kind: RulingKind,
    items: Sequence[NewItem],
    *,
    by: int,
    reason: ExcuseReason | None,
    now: datetime,
) -> int:
    """Keep a ruling; returns its id."""
    row = RulingRow(
        kind=kind.value, person_id=by, reason=reason.value if reason else None, ruled_at=now
    )
    session.add(row)
    session.flush()
    insert_many(
        session,
        RulingItemRow,
        [
            {
                "ruling_id": row.id,
                "obligation_id": one.obligation_id,
                "version": one.version,
                "from_day": one.from_day,
                "to_day": one.to_day,
            }
            for one in items
        ],
    )
    return row.id or 0


def find_many(session: Session, ruling_ids: Collection[int]) -> dict[int, Ruling]:
    """Rulings by id, with their obligations as they stand now."""
    rows = session.exec(
        select(RulingRow, PersonRow)
        .join(PersonRow, col(PersonRow.id) == col(RulingRow.person_id))
        .where(col(RulingRow.id).in_(set(ruling_ids)))
        .execution_options(populate_existing=True)
    ).all()
    items = _find_items(session, ruling_ids)
    return {
        row.id or 0: Ruling(
            id=row.id or 0,
            kind=RulingKind(row.kind),
            person_id=row.person_id,
            by=person.name if person.left_at is None else "",
            ruled_at=row.ruled_at,
            reason=ExcuseReason(row.reason) if row.reason else None,
            is_undone=row.undone_at is not None,
            items=tuple(items.get(row.id or 0, ())),
        )
        for row, person in rows
    }


def find(session: Session, ruling_id: int) -> Ruling | None:
    """One ruling."""
    return find_many(session, [ruling_id]).get(ruling_id)


def _find_items(session: Session, ruling_ids: Collection[int]) -> dict[int, list[RuledItem]]:
    rows = session.exec(
        select(RulingItemRow)
        .where(col(RulingItemRow.ruling_id).in_(set(ruling_ids)))
        .order_by(col(RulingItemRow.obligation_id))
    ).all()
    owed = obligations.find_many(session, [row.obligation_id for row in rows])
    found: dict[int, list[RuledItem]] = {}
    for row in rows:
        item = RuledItem(
            obligation=owed[row.obligation_id],
            from_day=row.from_day,
            to_day=row.to_day,
            version=row.version,
        )
        found.setdefault(row.ruling_id, []).append(item)
    return found


def undo(session: Session, ruling_id: int, *, now: datetime) -> bool:
    """Take a ruling back; False when it was taken back already."""
    done = session.execute(
        update(RulingRow)
        .where(col(RulingRow.id) == ruling_id, col(RulingRow.undone_at).is_(None))
        .values(undone_at=now)
    )
    return bool(getattr(done, "rowcount", 0))
