"""Which steps of the list for an election are ticked, and who ticked them."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session, col, delete, select

from domain.election_rule import TickedStep
from domain.term import Term
from storage.inserting import insert_new
from storage.tables.organisation import PersonRow
from storage.tables.terms import ElectionStepRow


def find_ticked(
    session: Session, unit_ids: Collection[int]
) -> dict[tuple[int, str], dict[str, TickedStep]]:
    """By unit and term, the ticked steps by their codes."""
    if not unit_ids:
        return {}
    rows = session.exec(
        select(ElectionStepRow, col(PersonRow.name))
        .join(PersonRow, col(PersonRow.id) == col(ElectionStepRow.done_by))
        .where(col(ElectionStepRow.unit_id).in_(unit_ids))
    )
    found: dict[tuple[int, str], dict[str, TickedStep]] = {}
    for row, name in rows:
        ticked = TickedStep(code=row.code, at=row.done_at, by=name)
        found.setdefault((row.unit_id, row.term_key), {})[row.code] = ticked
    return found


def tick(session: Session, term: Term, code: str, *, by: int, now: datetime) -> bool:
    """Tick a step; False when it is ticked already."""
    row = {
        "unit_id": term.unit.id,
        "term_key": term.key,
        "code": code,
        "done_at": now,
        "done_by": by,
    }
    return bool(insert_new(session, ElectionStepRow, [row]))


def untick(session: Session, term: Term, code: str) -> bool:
    """Take a tick away; False when there is none."""
    done = session.execute(
        delete(ElectionStepRow)
        .where(
            col(ElectionStepRow.unit_id) == term.unit.id,
            col(ElectionStepRow.term_key) == term.key,
            col(ElectionStepRow.code) == code,
        )
        .execution_options(synchronize_session=False)
    )
    return bool(getattr(done, "rowcount", 0))
