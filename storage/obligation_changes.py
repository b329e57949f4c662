"""What happens to an obligation: it is opened, looked at again, counted and settled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, col, update

from domain.act import Progress, acts_to_data
from domain.audience import Owner
from domain.cadence import ByDate, Cadence, OnDates
from domain.duty import Duty
from domain.ladder_facts import policy_to_data
from domain.obligation import Obligation, ObligationState
from domain.window import Window
from storage.inserting import insert_new
from storage.tables.duties import ObligationRow


@dataclass(frozen=True, kw_only=True)
class Opening:
    """An obligation about to be opened. It is never looked at where `look_again_at` is None."""

    owner: Owner
    window: Window
    look_again_at: datetime | None
    told_through: date | None


@dataclass(frozen=True, kw_only=True)
class Looks:
    """When an obligation is looked at next, and through which day everything is told."""

    at: datetime
    told_through: date | None


def open_new(session: Session, duty: Duty, openings: Sequence[Opening], *, now: datetime) -> int:
    """Open what is not open yet, under the duty's present rule."""
    rule = {
        "duty_id": duty.id,
        "acts": acts_to_data(duty.acts),
        "needs": duty.needs.value,
        "at_least": duty.at_least,
        "counted": 0,
        "progress": {},
        "state": "open",
        "version": 1,
        "duty_version": duty.version,
        "policy": policy_to_data(duty.policy),
        "at_minute": _minute_of(duty.cadence),
        "opened_at": now,
    }
    rows = [
        rule
        | {
            "unit_id": one.owner.unit_id,
            "owner_key": one.owner.key,
            "person_id": one.owner.person_id,
            "tie_id": one.owner.tie_id,
            "period_key": one.window.key,
            "first_day": one.window.first_day,
            "last_day": one.window.last_day,
            "lapses_on": one.window.lapses_on,
            "look_again_at": one.look_again_at,
            "told_through": one.told_through,
        }
        for one in openings
    ]
    return insert_new(session, ObligationRow, rows)


def _minute_of(cadence: Cadence) -> int | None:
    at = cadence.at if isinstance(cadence, OnDates | ByDate) else None
    return at.hour * 60 + at.minute if at else None


# Built once: it is done for every obligation that is looked at.
_LOOK_AGAIN = (
    update(ObligationRow)
    .where(
        col(ObligationRow.id) == bindparam("obligation"),
        col(ObligationRow.state) == "open",
    )
    .values(look_again_at=bindparam("at"), told_through=bindparam("through"))
)


def look_again(
    session: Session, obligation_id: int, *, at: datetime | None, told_through: date | None
) -> None:
    """Set when to look again (None: never) and through which day everything is told."""
    looked = {"obligation": obligation_id, "at": at, "through": told_through}
    session.connection().execute(_LOOK_AGAIN, looked)


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
    return _change(
        session,
        obligation,
        state=state.value,
        counted=counted,
        settled_at=None if state is ObligationState.OPEN else now,
        settled_by=by,
    )


def set_state(
    session: Session, obligation_id: int, state: ObligationState, *, by: int | None, now: datetime
) -> None:
    """Move an obligation whose progress was kept in this transaction to the state that follows."""
    session.execute(
        update(ObligationRow)
        .where(col(ObligationRow.id) == obligation_id)
        .values(
            state=state.value,
            settled_at=None if state is ObligationState.OPEN else now,
            settled_by=by,
        )
    )


def keep_progress(session: Session, obligation: Obligation, progress: Progress) -> bool:
    """Keep how often each act was done, and leave the state as it is."""
    return _change(
        session,
        obligation,
        counted=obligation.counts(progress),
        progress=dict(progress),
    )


def move_to_unit(session: Session, obligation: Obligation, unit_id: int) -> bool:
    """Let it count in another unit: its owner has moved there."""
    return _change(session, obligation, unit_id=unit_id)


def end_on(session: Session, obligation_id: int, last_day: date) -> None:
    """Give what has no end the day on which it was done, or (NO_END) take that back."""
    session.execute(
        update(ObligationRow)
        .where(col(ObligationRow.id) == obligation_id)
        .values(last_day=last_day)
    )


def _change(session: Session, obligation: Obligation, **values: Any) -> bool:
    done = session.execute(
        update(ObligationRow)
        .where(
            col(ObligationRow.id) == obligation.id,
            col(ObligationRow.version) == obligation.version,
        )
        .values(version=obligation.version + 1, **values)
    )
    return bool(getattr(done, "rowcount", 0))


def set_looks(
    session: Session, obligation: Obligation, *, at: datetime | None, told_through: date | None
) -> bool:
    """Stop (None) or resume the reminders of an open one, if it is still as it was read."""
    return _change(session, obligation, look_again_at=at, told_through=told_through)


def follow_window(
    session: Session, obligation: Obligation, window: Window, *, looks: Looks | None
) -> bool:
    """Let its days be those of a window, if it is still as it was read.

    An extension that ends later goes on. `looks`: its reminders begin anew.
    """
    is_outlasting = obligation.extended_from is not None and obligation.last_day > window.last_day
    looking = {"look_again_at": looks.at, "told_through": looks.told_through} if looks else {}
    return _change(
        session,
        obligation,
        period_key=window.key,
        first_day=window.first_day,
        last_day=obligation.last_day if is_outlasting else window.last_day,
        lapses_on=window.lapses_on,
        extended_from=window.last_day if is_outlasting else None,
        **looking,
    )


def extend(
    session: Session, obligation: Obligation, *, to: date, look_at: datetime, told_through: date
) -> bool:
    """Give an open one a later last day, if it is still as it was read."""
    done = session.execute(
        update(ObligationRow)
        .where(
            col(ObligationRow.id) == obligation.id,
            col(ObligationRow.version) == obligation.version,
            col(ObligationRow.state) == "open",
        )
        .values(
            last_day=to,
            extended_from=obligation.extended_from or obligation.last_day,
            look_again_at=look_at,
            told_through=told_through,
            version=obligation.version + 1,
        )
    )
    return bool(getattr(done, "rowcount", 0))


def take_back_extension(
    session: Session, obligation: Obligation, *, to: date, look_at: datetime, told_through: date
) -> bool:
    """Put the last day back to what it was before; the reminders go on from there."""
    is_original = obligation.extended_from == to
    done = session.execute(
        update(ObligationRow)
        .where(
            col(ObligationRow.id) == obligation.id,
            col(ObligationRow.version) == obligation.version,
        )
        .values(
            last_day=to,
            extended_from=None if is_original else obligation.extended_from,
            look_again_at=look_at,
            told_through=told_through,
            version=obligation.version + 1,
        )
    )
    return bool(getattr(done, "rowcount", 0))


def reopen_looks(session: Session, duty_id: int, *, at: datetime, told_through: date) -> None:
    """After a pause: look at the open ones from now on; what passed meanwhile is not told."""
    session.execute(
        update(ObligationRow)
        .where(col(ObligationRow.duty_id) == duty_id, col(ObligationRow.state) == "open")
        .values(look_again_at=at, told_through=told_through)
    )
