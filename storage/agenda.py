"""What the database knows about the time to come: when something will happen by itself."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy import select as columns
from sqlmodel import Session, col, func, select

from domain.delivery import Kind
from storage.tables.activities import ActivityRow
from storage.tables.columns import Instant, is_in
from storage.tables.duties import ObligationRow
from storage.tables.groups import GroupCardRow
from storage.tables.messages import DeliveryRow, NoticeRow

_AFTER: Any = bindparam("after", type_=Instant())
# Built once, and one question: a clock that is moved asks it at every stop.
_NEXT = columns(
    *(
        columns(func.min(at)).where(is_waiting, at > _AFTER).scalar_subquery()
        for is_waiting, at in (
            (is_in("obligation", "open"), col(ObligationRow.look_again_at)),
            (is_in("notice", "waiting"), col(NoticeRow.due_at)),
            (is_in("delivery", "due"), col(DeliveryRow.due_at)),
            (col(ActivityRow.state) == "planned", col(ActivityRow.opens_at)),
            (col(ActivityRow.state) == "planned", col(ActivityRow.closes_at)),
            (col(ActivityRow.state) == "planned", col(ActivityRow.invite_from)),
            (col(GroupCardRow.state).in_(("waiting", "sent")), col(GroupCardRow.look_at)),
        )
    )
)


def find_next_at(session: Session, *, after: datetime) -> datetime | None:
    """The next look at an obligation, notice, message or activity; each has its index."""
    found = session.execute(_NEXT, {"after": after}).one()
    return min((instant for instant in found if instant is not None), default=None)


def find_next_last_day(session: Session, *, not_before: date) -> date | None:
    """The nearest last day of something that is still owed."""
    query = select(func.min(ObligationRow.last_day)).where(
        is_in("obligation", "open"), col(ObligationRow.last_day) >= not_before
    )
    return session.exec(query).one()


def find_oldest_due(session: Session, *, kinds_at_rest: Sequence[Kind] = ()) -> datetime | None:
    """When the message was due that waits the longest; some kinds may rest (it is night)."""
    query = select(func.min(DeliveryRow.due_at)).where(is_in("delivery", "due"))
    if kinds_at_rest:
        query = query.where(col(DeliveryRow.kind).not_in([kind.value for kind in kinds_at_rest]))
    return session.exec(query).one()


def count_deliveries(session: Session) -> dict[str, int]:
    """How many messages of the outbox are in which state."""
    query = select(DeliveryRow.state, func.count()).group_by(col(DeliveryRow.state))
    return dict(session.exec(query).all())
