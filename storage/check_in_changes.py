"""Changes of presence that are made for somebody, also once the activity is settled."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session, col, func, select, update

from domain.check_in import CAME, CheckIn, CheckInState
from storage.belonging import WAS_THERE
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.organisation import PersonRow, TagRow, UnitRow


def put(
    session: Session, before: CheckIn, after: CheckIn, *, by: int, left_by: int | None = None
) -> bool:
    """Replace what was read; False when somebody has changed it meanwhile."""
    done = session.execute(
        update(ExpectedRow)
        .where(
            col(ExpectedRow.activity_id) == before.activity_id,
            col(ExpectedRow.person_id) == before.person_id,
            col(ExpectedRow.version) == before.version,
        )
        .values(
            state=after.state.value,
            recorded_at=after.recorded_at,
            recorded_by=by if after.recorded_at else None,
            way=after.way.value if after.way else None,
            reason=after.reason.value if after.reason else None,
            leave=after.leave.value if after.leave else None,
            left_at=after.left_at,
            left_by=left_by,
            stayed_at=after.stayed_at,
            made_up_at_id=None,
            version=before.version + 1,
        )
        .execution_options(synchronize_session=False)
    )
    return bool(getattr(done, "rowcount", 0))


def stay(session: Session, before: CheckIn, *, at: datetime) -> bool:
    """Somebody who came was there at the end too; False when he stands otherwise meanwhile."""
    done = session.execute(
        update(ExpectedRow)
        .where(
            col(ExpectedRow.activity_id) == before.activity_id,
            col(ExpectedRow.person_id) == before.person_id,
            col(ExpectedRow.version) == before.version,
        )
        .values(stayed_at=at, left_at=None, left_by=None, version=before.version + 1)
        .execution_options(synchronize_session=False)
    )
    return bool(getattr(done, "rowcount", 0))


def begin_anew(session: Session, activity_id: int) -> int:
    """Nobody has said anything yet; returns how many that concerns."""
    done = session.execute(
        update(ExpectedRow)
        .where(
            col(ExpectedRow.activity_id) == activity_id,
            col(ExpectedRow.state) != CheckInState.EXPECTED.value,
        )
        .values(
            state=CheckInState.EXPECTED.value,
            recorded_at=None,
            recorded_by=None,
            way=None,
            reason=None,
            leave=None,
            leave_at=None,
            leave_by=None,
            left_at=None,
            left_by=None,
            stayed_at=None,
            made_up_at_id=None,
            version=ExpectedRow.version + 1,
        )
        .execution_options(synchronize_session=False)
    )
    return int(getattr(done, "rowcount", 0))


def note_unseen_at_end(session: Session, activity_id: int, *, left_at: datetime) -> int:
    """Who came and did not use a code again at the end has left early, as the rule says."""
    done = session.execute(
        update(ExpectedRow)
        .where(
            col(ExpectedRow.activity_id) == activity_id,
            col(ExpectedRow.state).in_([CheckInState.PRESENT.value, CheckInState.LATE.value]),
            col(ExpectedRow.stayed_at).is_(None),
            col(ExpectedRow.left_at).is_(None),
        )
        .values(left_at=left_at, left_by=None, version=ExpectedRow.version + 1)
        .execution_options(synchronize_session=False)
    )
    return int(getattr(done, "rowcount", 0))


def forget_unseen_at_end(session: Session, activity_id: int) -> None:
    """What the rule has noted is taken back with the word that it was held."""
    session.execute(
        update(ExpectedRow)
        .where(
            col(ExpectedRow.activity_id) == activity_id,
            col(ExpectedRow.left_at).is_not(None),
            col(ExpectedRow.left_by).is_(None),
        )
        .values(left_at=None, version=ExpectedRow.version + 1)
        .execution_options(synchronize_session=False)
    )


def find_names(
    session: Session, activity_ids: Collection[int], state: CheckInState, *, limit: int
) -> dict[int, tuple[str, ...]]:
    """Who stands like this at each, of those who belonged to it, in the order of the tree.

    At most `limit` of each; ranked by the database, so that a large meeting costs no more.
    """
    rank = func.row_number().over(
        partition_by=col(ExpectedRow.activity_id), order_by=(col(UnitRow.path), col(PersonRow.id))
    )
    ranked = (
        select(
            col(ExpectedRow.activity_id).label("activity_id"),
            col(PersonRow.name).label("name"),
            rank.label("rank"),
        )
        .join(ExpectedRow, col(ExpectedRow.person_id) == col(PersonRow.id))
        .join(ActivityRow, col(ActivityRow.id) == col(ExpectedRow.activity_id))
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .where(
            col(ExpectedRow.activity_id).in_(set(activity_ids)),
            col(ExpectedRow.state) == state.value,
            WAS_THERE,
        )
        .subquery()
    )
    query = select(ranked.c.activity_id, ranked.c.name).where(ranked.c.rank <= limit)
    found: dict[int, tuple[str, ...]] = {}
    for activity_id, name in session.exec(query.order_by(ranked.c.activity_id, ranked.c.rank)):
        found[activity_id] = (*found.get(activity_id, ()), name)
    return found


def count_votes(
    session: Session, activity_ids: Collection[int], *, without_vote: Collection[str]
) -> dict[int, tuple[int, int]]:
    """How many with a vote are due, and how many of them came, by activity."""
    voteless = select(TagRow.person_id).where(col(TagRow.tag).in_(set(without_vote)))
    rows = session.exec(
        select(ExpectedRow.activity_id, ExpectedRow.state, func.count())
        .join(ActivityRow, col(ActivityRow.id) == col(ExpectedRow.activity_id))
        .join(PersonRow, col(PersonRow.id) == col(ExpectedRow.person_id))
        .where(
            col(ExpectedRow.activity_id).in_(set(activity_ids)),
            WAS_THERE,
            col(ExpectedRow.person_id).not_in(voteless),
        )
        .group_by(col(ExpectedRow.activity_id), col(ExpectedRow.state))
    )
    counted = dict.fromkeys(activity_ids, (0, 0))
    there = {state.value for state in CAME} - {CheckInState.MADE_UP.value}
    for activity_id, state, number in rows:
        due, present = counted[activity_id]
        counted[activity_id] = due + number, present + (number if state in there else 0)
    return counted
