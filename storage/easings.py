"""What people have answered to the reminders of obligations."""

from collections.abc import Collection
from datetime import date

from sqlmodel import Session, col, select, update

from domain.easing import Easing
from storage.inserting import insert_new
from storage.tables.ladders import EasingRow


def _as_easing(row: EasingRow) -> Easing:
    return Easing(
        obligation_id=row.obligation_id,
        person_id=row.person_id,
        quiet_until=row.quiet_until,
        tomorrows=row.tomorrows,
    )


def find_of(session: Session, obligation_ids: Collection[int]) -> dict[tuple[int, int], Easing]:
    """The answers by obligation and person."""
    if not obligation_ids:
        return {}
    rows = session.exec(
        select(EasingRow).where(col(EasingRow.obligation_id).in_(set(obligation_ids)))
    )
    return {(row.obligation_id, row.person_id): _as_easing(row) for row in rows}


def find(session: Session, obligation_id: int, person_id: int) -> Easing:
    """What one person has answered; nothing is an answer too."""
    row = session.exec(
        select(EasingRow)
        .where(col(EasingRow.obligation_id) == obligation_id, col(EasingRow.person_id) == person_id)
        .execution_options(populate_existing=True)
    ).first()
    if row is None:
        return Easing(obligation_id=obligation_id, person_id=person_id)
    return _as_easing(row)


def take_in_hand(session: Session, before: Easing, *, until: date) -> bool:
    """Be quiet until a day; False when it was answered in the same way before."""
    _make(session, before)
    done = session.execute(
        update(EasingRow)
        .where(
            col(EasingRow.obligation_id) == before.obligation_id,
            col(EasingRow.person_id) == before.person_id,
            col(EasingRow.quiet_until).is_distinct_from(until),
        )
        .values(quiet_until=until)
    )
    return bool(getattr(done, "rowcount", 0))


def put_off(session: Session, before: Easing) -> bool:
    """Count one more *tomorrow*; False when somebody has pressed since it was read."""
    _make(session, before)
    done = session.execute(
        update(EasingRow)
        .where(
            col(EasingRow.obligation_id) == before.obligation_id,
            col(EasingRow.person_id) == before.person_id,
            col(EasingRow.tomorrows) == before.tomorrows,
        )
        .values(tomorrows=before.tomorrows + 1)
    )
    return bool(getattr(done, "rowcount", 0))


def wake(session: Session, obligation_ids: Collection[int]) -> None:
    """A new last day holds: whoever had it in hand is reminded of that one."""
    session.execute(
        update(EasingRow)
        .where(col(EasingRow.obligation_id).in_(set(obligation_ids)))
        .values(quiet_until=None)
    )


def _make(session: Session, easing: Easing) -> None:
    row = {"obligation_id": easing.obligation_id, "person_id": easing.person_id, "tomorrows": 0}
    insert_new(session, EasingRow, [row])
