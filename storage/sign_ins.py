"""Who signed in, day by day, and who of a staff was away."""

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, delete, select, update

from domain.away import AwayState
from domain.place import Place
from domain.sign_in import Sign, SignState, Slot
from storage.inserting import insert_new
from storage.tables.ladders import AwayRow
from storage.tables.organisation import PersonRow
from storage.tables.sign_ins import SignInRow

MOST_STAFF = 2000
_ONE_DAY = timedelta(days=1)


def find_staff(session: Session, unit_id: int) -> dict[int, str]:
    """The names of a unit's own people by id, in the order in which they came."""
    rows = session.exec(
        select(PersonRow.id, PersonRow.name)
        .where(col(PersonRow.unit_id) == unit_id, col(PersonRow.left_at).is_(None))
        .order_by(col(PersonRow.id))
        .limit(MOST_STAFF)
    )
    return {person_id or 0: name for person_id, name in rows}


def find(
    session: Session, person_ids: Collection[int], *, first: date, last: date
) -> dict[tuple[int, date, Slot], Sign]:
    """Every entry of some people in a stretch of days. The primary key begins with the person."""
    rows = session.exec(
        select(SignInRow).where(
            col(SignInRow.person_id).in_(set(person_ids)),
            col(SignInRow.day) >= first,
            col(SignInRow.day) <= last,
        )
    )
    signs = [
        Sign(
            person_id=row.person_id,
            day=row.day,
            slot=Slot(row.slot),
            state=SignState(row.state),
            at=row.at,
            recorded_by=row.recorded_by,
            version=row.version,
        )
        for row in rows
    ]
    return {(one.person_id, one.day, one.slot): one for one in signs}


def record(session: Session, sign: Sign) -> bool:
    """Enter it; False when something is entered already: the unique key decides."""
    row = {
        "person_id": sign.person_id,
        "day": sign.day,
        "slot": sign.slot.value,
        "state": sign.state.value,
        "at": sign.at,
        "recorded_by": sign.recorded_by,
        "version": sign.version,
    }
    return insert_new(session, SignInRow, [row]) == 1


def correct(session: Session, before: Sign, state: SignState, *, by: int) -> bool:
    """Say otherwise; False when it is not as it was read. The instant stays."""
    done = session.execute(
        update(SignInRow)
        .where(*_is(before))
        .values(state=state.value, recorded_by=by, version=before.version + 1)
        .execution_options(synchronize_session=False)
    )
    return bool(getattr(done, "rowcount", 0))


def take_back(session: Session, before: Sign) -> bool:
    """Nothing is entered any more; False when it is not as it was read."""
    done = session.execute(
        delete(SignInRow).where(*_is(before)).execution_options(synchronize_session=False)
    )
    return bool(getattr(done, "rowcount", 0))


def _is(sign: Sign) -> tuple[ColumnElement[bool], ...]:
    return (
        col(SignInRow.person_id) == sign.person_id,
        col(SignInRow.day) == sign.day,
        col(SignInRow.slot) == sign.slot.value,
        col(SignInRow.version) == sign.version,
    )


def find_away(
    session: Session, person_ids: Collection[int], *, first: date, last: date, place: Place
) -> dict[int, list[tuple[date, date]]]:
    """When these people are away, first and last day, by person; what ended early ends then.

    Whether the deputy has answered makes nobody present.
    """
    rows = session.exec(
        select(AwayRow).where(
            col(AwayRow.person_id).in_(set(person_ids)),
            col(AwayRow.state) != AwayState.DECLINED.value,
            col(AwayRow.first_day) <= last,
            col(AwayRow.last_day) >= first,
        )
    )
    found: dict[int, list[tuple[date, date]]] = {}
    for row in rows:
        until = row.last_day
        if row.ended_at is not None:
            until = min(until, place.today(row.ended_at) - _ONE_DAY)
        found.setdefault(row.person_id, []).append((row.first_day, until))
    return found
