"""What happens to an obligation: it is opened, looked at again, counted and settled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, update

from domain.duty import Duty
from domain.ladder import policy_to_data
from domain.obligation import Obligation, ObligationState
from storage.inserting import insert_new
from storage.tables.duties import ObligationRow


@dataclass(frozen=True, kw_only=True)
class Opening:
    """An obligation about to be opened for a unit."""

    unit_id: int
    period_key: str
    first_day: date
    last_day: date
    look_again_at: datetime
    told_through: date | None


def open_new(session: Session, duty: Duty, openings: Sequence[Opening], *, now: datetime) -> int:
    """Open what is not open yet, under the duty's present policy."""
    rows = [
        {
            "duty_id": duty.id,
            "unit_id": one.unit_id,
            "period_key": one.period_key,
            "first_day": one.first_day,
            "last_day": one.last_day,
            "at_least": duty.at_least,
            "counted": 0,
            "state": "open",
            "version": 1,
            "duty_version": duty.version,
            "policy": policy_to_data(duty.policy),
            "opened_at": now,
            "look_again_at": one.look_again_at,
            "told_through": one.told_through,
        }
        for one in openings
    ]
    return insert_new(session, ObligationRow, rows)


def look_again(
    session: Session, obligation_id: int, *, at: datetime | None, told_through: date | None
) -> None:
    """Set when to look again (None: never) and through which day everything is told."""
    session.execute(
        update(ObligationRow)
        .where(col(ObligationRow.id) == obligation_id, col(ObligationRow.state) == "open")
        .values(look_again_at=at, told_through=told_through)
    )


def settle(
    session: Session,
    obligation: Obligation,
    state: ObligationState,
    *,
    counted: int,
    by: int | None,
    now: datetime,
) -> bool:
    """Move an obligation to another state if it is still as it was read."""
    done = session.execute(
        update(ObligationRow)
        .where(
            col(ObligationRow.id) == obligation.id,
            col(ObligationRow.version) == obligation.version,
        )
        .values(
            state=state.value,
            counted=counted,
            version=obligation.version + 1,
            settled_at=None if state is ObligationState.OPEN else now,
            settled_by=by,
        )
    )
    return bool(getattr(done, "rowcount", 0))


def count(session: Session, obligation: Obligation, counted: int) -> bool:
    """Count more or fewer than before and leave the state as it is."""
    done = session.execute(
        update(ObligationRow)
        .where(
            col(ObligationRow.id) == obligation.id,
            col(ObligationRow.version) == obligation.version,
        )
        .values(counted=counted, version=obligation.version + 1)
    )
    return bool(getattr(done, "rowcount", 0))


def set_looks(
    session: Session, obligation: Obligation, *, at: datetime | None, told_through: date | None
) -> bool:
    """Stop (None) or resume the reminders of an open one, if it is still as it was read."""
    done = session.execute(
        update(ObligationRow)
        .where(
            col(ObligationRow.id) == obligation.id,
            col(ObligationRow.version) == obligation.version,
        )
        .values(look_again_at=at, told_through=told_through, version=obligation.version + 1)
    )
    return bool(getattr(done, "rowcount", 0))


def reopen_looks(session: Session, duty_id: int, *, at: datetime, told_through: date) -> None:
    """After a pause: look at the open ones from now on; what passed meanwhile is not told."""
    session.execute(
        update(ObligationRow)
        .where(col(ObligationRow.duty_id) == duty_id, col(ObligationRow.state) == "open")
        .values(look_again_at=at, told_through=told_through)
    )
