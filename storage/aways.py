"""Who is away, and who stands in."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, or_, select, update

from domain.away import OPEN_STATES, Away, AwayState
from storage import office_cards
from storage.plain_rows import plain_rows
from storage.tables.ladders import AwayRow
from storage.tables.organisation import AccountRow, PersonRow


def begin(
    session: Session,
    person_id: int,
    *,
    deputy_id: int,
    days: tuple[date, date],
    now: datetime,
) -> int:
    """Ask a deputy; returns the id."""
    row = AwayRow(
        person_id=person_id,
        deputy_id=deputy_id,
        first_day=days[0],
        last_day=days[1],
        asked_at=now,
    )
    session.add(row)
    session.flush()
    return row.id or 0


def find_many(session: Session, away_ids: Collection[int]) -> dict[int, Away]:
    """Absences by id."""
    found = _find_where(session, col(AwayRow.id).in_(set(away_ids)))
    return {one.id: one for one in found}


def find(session: Session, away_id: int) -> Away | None:
    """One absence."""
    return find_many(session, [away_id]).get(away_id)


def find_open_of(session: Session, person_ids: Collection[int]) -> list[Away]:
    """What is arranged and not over, of people who are away or stand in."""
    return _find_where(
        session,
        col(AwayRow.state).in_(OPEN_STATES),
        or_(
            col(AwayRow.person_id).in_(set(person_ids)),
            col(AwayRow.deputy_id).in_(set(person_ids)),
        ),
    )


def find_open(session: Session, *, limit: int) -> list[Away]:
    """Everything that is arranged and not over, for the clock. Uses the index on the state."""
    return _find_where(session, col(AwayRow.state).in_(OPEN_STATES), limit=limit)


_PERSON, _DEPUTY = aliased(PersonRow), aliased(PersonRow)
# Built once: every tick of the clock asks it.
_SELECTED = (
    select(AwayRow, _PERSON.name, _DEPUTY, AccountRow)
    .join(_PERSON, col(_PERSON.id) == col(AwayRow.person_id))
    .join(_DEPUTY, col(_DEPUTY.id) == col(AwayRow.deputy_id))
    .join(AccountRow, col(AccountRow.person_id) == col(AwayRow.deputy_id), isouter=True)
    .order_by(col(AwayRow.first_day), col(AwayRow.id))
    .execution_options(populate_existing=True)
)


def _find_where(session: Session, *conditions: Any, limit: int = 1000) -> list[Away]:
    rows = session.exec(_SELECTED.where(*conditions).limit(limit))
    return [
        Away(
            id=row.id or 0,
            person_id=row.person_id,
            person=name,
            deputy_id=row.deputy_id,
            deputy=stand_in.name,
            first_day=row.first_day,
            last_day=row.last_day,
            state=AwayState(row.state),
            version=row.version,
            is_deputy_reachable=(
                stand_in.left_at is None and account is not None and account.lost is None
            ),
        )
        for row, name, stand_in, account in rows
    ]


def move(session: Session, away: Away, state: AwayState, *, now: datetime) -> bool:
    """Go on to another state; False when it is not as it was read."""
    done = session.execute(
        update(AwayRow)
        .where(col(AwayRow.id) == away.id, col(AwayRow.version) == away.version)
        .values(
            state=state.value,
            version=away.version + 1,
            ended_at=now if state in (AwayState.ENDED, AwayState.DECLINED) else None,
        )
    )
    if state is AwayState.ENDED and away.deputy_id is not None:
        office_cards.look_again(session, [away.deputy_id], now=now)
    return bool(getattr(done, "rowcount", 0))


def find_stand_ins(session: Session, person_ids: Sequence[int]) -> dict[int, int]:
    """Who stands in now for whom of these people: deputies by the person who is away."""
    rows = session.exec(
        select(AwayRow.person_id, AwayRow.deputy_id).where(
            col(AwayRow.person_id).in_(set(person_ids)), col(AwayRow.state) == "running"
        )
    )
    return dict(rows.all())


# Built once: every update asks for whom its sender stands in.
_PRINCIPALS = (
    select(AwayRow.deputy_id, AwayRow.person_id, PersonRow.name)
    .join(PersonRow, col(PersonRow.id) == col(AwayRow.person_id))
    .where(
        col(AwayRow.deputy_id).in_(bindparam("people", expanding=True)),
        col(AwayRow.state) == "running",
        col(PersonRow.left_at).is_(None),
    )
)


def find_principals(session: Session, person_ids: Collection[int]) -> list[tuple[int, int, str]]:
    """For whom these people stand in now, as (deputy, person, name); nobody who has left."""
    rows = plain_rows(session, _PRINCIPALS, {"people": list(person_ids)})
    return [(row.deputy_id, row.person_id, row.name) for row in rows]
