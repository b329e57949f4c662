"""Changes that wait for a second administrator."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select, update

from domain.approval import EXPIRES_AFTER, Approval, ApprovalKind, ApprovalState
from domain.office import Role
from storage.tables.columns import is_in
from storage.tables.configuration import ApprovalRow
from storage.tables.organisation import AccountRow, OfficeRow, PersonRow, UnitRow


def _as_approval(row: ApprovalRow) -> Approval:
    return Approval(
        id=row.id or 0,
        kind=ApprovalKind(row.kind),
        facts=dict(row.facts),
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        expires_at=row.expires_at,
        state=ApprovalState(row.state),
        version=row.version,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
    )


def add(
    session: Session, kind: ApprovalKind, facts: dict[str, Any], *, asked_by: int, now: datetime
) -> Approval:
    """Write a question down."""
    row = ApprovalRow(
        kind=kind.value,
        facts=facts,
        asked_by=asked_by,
        asked_at=now,
        expires_at=now + EXPIRES_AFTER,
    )
    session.add(row)
    session.flush()
    return _as_approval(row)


def find_many(session: Session, approval_ids: Collection[int]) -> dict[int, Approval]:
    """Approvals by id."""
    rows = session.exec(select(ApprovalRow).where(col(ApprovalRow.id).in_(set(approval_ids))))
    return {one.id: one for one in map(_as_approval, rows)}


def find(session: Session, approval_id: int) -> Approval | None:
    """One approval."""
    return find_many(session, [approval_id]).get(approval_id)


def find_for_change(session: Session, approval_id: int) -> Approval | None:
    """One approval, its row locked where the database has row locks."""
    query = select(ApprovalRow).where(col(ApprovalRow.id) == approval_id).with_for_update()
    row = session.exec(query).first()
    return _as_approval(row) if row else None


def find_asked(
    session: Session, kind: ApprovalKind, *, asked_by: int, now: datetime
) -> list[Approval]:
    """What somebody has asked for and nobody has decided yet."""
    rows = session.exec(
        select(ApprovalRow)
        .where(
            is_in("approval", "waiting"),
            col(ApprovalRow.kind) == kind.value,
            col(ApprovalRow.asked_by) == asked_by,
            col(ApprovalRow.expires_at) > now,
        )
        .order_by(col(ApprovalRow.id))
    )
    return [_as_approval(row) for row in rows]


def settle(
    session: Session, approval: Approval, state: ApprovalState, *, by: int | None, now: datetime
) -> bool:
    """End the waiting, once; False when somebody else was faster."""
    done = session.execute(
        update(ApprovalRow)
        .where(
            col(ApprovalRow.id) == approval.id,
            col(ApprovalRow.state) == ApprovalState.WAITING.value,
            col(ApprovalRow.version) == approval.version,
        )
        .values(
            state=state.value,
            version=approval.version + 1,
            decided_by=by,
            decided_at=now,
            # What was asked may be a whole roster: nobody needs more of it than what it was about.
            facts={"about": approval.facts["about"]} if "about" in approval.facts else {},
        )
        .execution_options(synchronize_session=False)
    )
    return bool(getattr(done, "rowcount", 0))


def find_expired(session: Session, *, now: datetime, limit: int = 20) -> list[Approval]:
    """Those that nobody decided in time; uses the partial index."""
    rows = session.exec(
        select(ApprovalRow)
        .where(is_in("approval", "waiting"), col(ApprovalRow.expires_at) <= now)
        .order_by(col(ApprovalRow.expires_at))
        .limit(limit)
    )
    return [_as_approval(row) for row in rows]


def find_administrators(session: Session, unit_id: int) -> dict[int, str]:
    """The administrators of a unit who can be written to: names by id."""
    rows = session.exec(
        select(PersonRow.id, PersonRow.name)
        .join(OfficeRow, col(OfficeRow.person_id) == col(PersonRow.id))
        .join(AccountRow, col(AccountRow.person_id) == col(PersonRow.id))
        .where(
            col(OfficeRow.unit_id) == unit_id,
            col(OfficeRow.role) == Role.ADMINISTRATOR.value,
            col(OfficeRow.ended_at).is_(None),
            col(PersonRow.left_at).is_(None),
            col(AccountRow.lost).is_(None),
        )
        .order_by(col(PersonRow.id))
    )
    return {person_id or 0: name for person_id, name in rows}


def find_everybody(session: Session, path: str) -> list[int]:
    """Whom a change for a unit and everything below it reaches."""
    is_below = col(UnitRow.path).startswith(path, autoescape=True)
    rows = session.exec(
        select(PersonRow.id)
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .where(is_below, col(PersonRow.left_at).is_(None))
    )
    return [person_id or 0 for person_id in rows]
