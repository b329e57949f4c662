"""Free labels on people."""

from sqlmodel import Session, col, func, select

from storage.tables.organisation import PersonRow, TagRow


def count_each(session: Session) -> dict[str, int]:
    """How many people who have not left carry each tag."""
    rows = session.exec(
        select(TagRow.tag, func.count())
        .join(PersonRow, col(PersonRow.id) == col(TagRow.person_id))
        .where(col(PersonRow.left_at).is_(None))
        .group_by(col(TagRow.tag))
    )
    return dict(rows.all())
