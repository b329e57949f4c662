"""Installed plans and their duties."""

from sqlmodel import Session, col, select

from storage.tables.duties import DutyRow, PlanRow


def find_codes(session: Session) -> dict[str, set[str]]:
    """The codes of the duties that are there, by the code of their plan."""
    rows = session.exec(
        select(PlanRow.code, DutyRow.code).join(
            DutyRow, col(DutyRow.plan_id) == col(PlanRow.id), isouter=True
        )
    )
    found: dict[str, set[str]] = {}
    for plan, duty in rows:
        found.setdefault(plan, set()).update([duty] if duty else [])
    return found
