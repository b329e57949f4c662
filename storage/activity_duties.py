"""The other duties that an activity counts for."""

from collections.abc import Mapping

from sqlmodel import Session, col, delete, select, update

from domain.activity import Meant
from storage.inserting import insert_new
from storage.tables.activities import ActivityDutyRow


def find(session: Session, activity_id: int) -> dict[int, Meant]:
    """What it counts for besides, by duty; an act is there once it was held."""
    rows = session.exec(
        select(ActivityDutyRow)
        .where(col(ActivityDutyRow.activity_id) == activity_id)
        .order_by(col(ActivityDutyRow.duty_id))
    )
    return {
        row.duty_id: Meant(obligation_id=row.obligation_id, act_code=row.act_code) for row in rows
    }


def add(session: Session, activity_id: int, duty_id: int) -> bool:
    """Let it count for one more duty; False when it does already."""
    return (
        insert_new(session, ActivityDutyRow, [{"activity_id": activity_id, "duty_id": duty_id}])
        == 1
    )


def remove(session: Session, activity_id: int, duty_id: int) -> bool:
    """Let it count for a duty no more; False when it did not."""
    done = session.execute(
        delete(ActivityDutyRow).where(
            col(ActivityDutyRow.activity_id) == activity_id,
            col(ActivityDutyRow.duty_id) == duty_id,
        )
    )
    return bool(getattr(done, "rowcount", 0))


def keep_meant(session: Session, activity_id: int, meant: Mapping[int, Meant]) -> None:
    """Write down for what exactly it was counted, so that the same can be taken back."""
    for duty_id, one in meant.items():
        session.execute(
            update(ActivityDutyRow)
            .where(
                col(ActivityDutyRow.activity_id) == activity_id,
                col(ActivityDutyRow.duty_id) == duty_id,
            )
            .values(obligation_id=one.obligation_id, act_code=one.act_code)
        )
