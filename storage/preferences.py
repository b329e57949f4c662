"""What people have chosen about being written to."""

from sqlmodel import Session, col, update

from domain.easing import Reminding
from domain.preferences import WakingHours
from storage.tables.organisation import PersonRow


def choose_waking_hours(session: Session, person_id: int, waking: WakingHours) -> None:
    """Write to somebody unasked in these hours alone."""
    session.execute(
        update(PersonRow)
        .where(col(PersonRow.id) == person_id)
        .values(
            waking_from_minute=waking.since.hour * 60 + waking.since.minute,
            waking_until_minute=waking.until.hour * 60 + waking.until.minute,
        )
    )


def choose_reminding(session: Session, person_id: int, reminding: Reminding) -> None:
    """Remind somebody as often as he wants before the end and after it."""
    session.execute(
        update(PersonRow).where(col(PersonRow.id) == person_id).values(reminding=reminding.value)
    )
