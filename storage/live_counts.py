"""Whether anybody follows a count."""

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from storage.tables.messages import CardRow

COUNT = "count"

# Built once: every check-in of a crowd asks it. Uses the index on the subject.
_FOLLOWED = (
    select(CardRow.delivery_id)
    .where(
        col(CardRow.subject_kind) == COUNT,
        col(CardRow.subject_id) == bindparam("activity"),
    )
    .limit(1)
)


def is_followed(session: Session, activity_id: int) -> bool:
    """Whether an officer has asked for the live count of an activity."""
    return session.exec(_FOLLOWED, params={"activity": activity_id}).first() is not None
