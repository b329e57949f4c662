"""What units have said about obligations that they have a problem with."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select, update

from domain.problem import Problem, ProblemReason
from storage.inserting import claim_new
from storage.tables.ladders import ProblemRow
from storage.tables.organisation import PersonRow


def tell(
    session: Session,
    obligation_id: int,
    *,
    last_day: date,
    by: int,
    reason: ProblemReason,
    words: str,
    now: datetime,
) -> int | None:
    """Keep a problem; None when one was told for this last day already."""
    row = {
        "obligation_id": obligation_id,
        "last_day": last_day,
        "person_id": by,
        "reason": reason.value,
        "words": words,
        "told_at": now,
    }
    return next(iter(claim_new(session, ProblemRow, [row])), None)


def find_many(session: Session, problem_ids: Collection[int]) -> dict[int, Problem]:
    """Problems by id."""
    return _find_where(session, col(ProblemRow.id).in_(set(problem_ids)))


def find(session: Session, problem_id: int) -> Problem | None:
    """One problem."""
    return find_many(session, [problem_id]).get(problem_id)


def find_newest(session: Session, obligation_id: int) -> Problem | None:
    """What was said last about an obligation."""
    found = _find_where(session, col(ProblemRow.obligation_id) == obligation_id)
    return max(found.values(), key=lambda one: one.id, default=None)


_TELLER, _SEER = aliased(PersonRow), aliased(PersonRow)


def _find_where(session: Session, condition: Any) -> dict[int, Problem]:
    rows = session.exec(
        select(ProblemRow, _TELLER.name, _SEER.name)
        .join(_TELLER, col(_TELLER.id) == col(ProblemRow.person_id))
        .join(_SEER, col(_SEER.id) == col(ProblemRow.seen_by), isouter=True)
        .where(condition)
        .execution_options(populate_existing=True)
    )
    return {
        row.id or 0: Problem(
            id=row.id or 0,
            obligation_id=row.obligation_id,
            last_day=row.last_day,
            by=by,
            reason=ProblemReason(row.reason),
            words=row.words,
            told_at=row.told_at,
            seen_by=seen_by or "",
        )
        for row, by, seen_by in rows
    }


def note_seen(session: Session, problem_id: int, *, by: int, now: datetime) -> bool:
    """An officer above has seen it; False when somebody has already."""
    done = session.execute(
        update(ProblemRow)
        .where(col(ProblemRow.id) == problem_id, col(ProblemRow.seen_at).is_(None))
        .values(seen_by=by, seen_at=now)
    )
    return bool(getattr(done, "rowcount", 0))
