"""What a subtree did between two instants or days: the rows of a ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func

from domain.activity import ActivityState
from domain.bilingual import Bilingual
from domain.check_in import CheckInState, Reason, Way
from domain.ledger import ActivityEntry, AttendanceEntry, Turnout
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.duties import DutyRow
from storage.tables.organisation import PersonRow, UnitRow


@dataclass(frozen=True, kw_only=True)
class Span:
    """The subtree of a unit, from one instant until just before another."""

    path: str
    since: datetime
    until: datetime


@dataclass(frozen=True, kw_only=True)
class FoundAttendance:
    """An entry, with the path of the person's present home."""

    entry: AttendanceEntry
    home_path: str


# Whoever had left before it began was not expected there; who left later was. Observers are not.
_WAS_THERE = col(ExpectedRow.is_observer).is_(False) & (
    col(PersonRow.left_at).is_(None) | (col(PersonRow.left_at) > col(ActivityRow.starts_at))
)


def _of(span: Span) -> tuple[Any, ...]:
    return (
        col(UnitRow.path).startswith(span.path, autoescape=True),
        col(ActivityRow.starts_at) >= span.since,
        col(ActivityRow.starts_at) < span.until,
    )


def find_activities(session: Session, span: Span, *, limit: int) -> list[ActivityEntry]:
    """Activities of whatever state, in the order of time. Uses the index on unit and start."""
    rows = session.execute(
        _activities().where(*_of(span)).order_by(ActivityRow.starts_at, ActivityRow.id).limit(limit)
    ).all()
    turnouts = _count(session, *_of(span))
    return [_activity(row, turnouts.get(row.id, Turnout())) for row in rows]


def find_activity(session: Session, activity_id: int) -> ActivityEntry | None:
    """One activity."""
    this = col(ActivityRow.id) == activity_id
    row = session.execute(_activities().where(this)).first()
    return _activity(row, _count(session, this).get(row.id, Turnout())) if row else None


def _activities() -> Any:
    return (
        columns(
            col(ActivityRow.id),
            col(ActivityRow.title),
            col(ActivityRow.place),
            col(ActivityRow.starts_at),
            col(ActivityRow.state),
            col(UnitRow.name).label("unit"),
            col(DutyRow.name_zh),
            col(DutyRow.name_en),
        )
        .join(UnitRow, col(UnitRow.id) == col(ActivityRow.unit_id))
        .join(DutyRow, col(DutyRow.id) == col(ActivityRow.duty_id), isouter=True)
    )


def _activity(row: Any, turnout: Turnout) -> ActivityEntry:
    return ActivityEntry(
        unit=row.unit,
        title=row.title,
        duty=_duty(row),
        place=row.place,
        starts_at=row.starts_at,
        state=ActivityState(row.state),
        turnout=turnout,
    )


def _duty(row: Any) -> Bilingual | None:
    return None if row.name_zh is None else Bilingual(zh=row.name_zh, en=row.name_en)


def _count(session: Session, *conditions: Any) -> dict[int, Turnout]:
    counts: dict[int, dict[str, int]] = {}
    rows = session.execute(
        columns(col(ExpectedRow.activity_id), col(ExpectedRow.state), func.count())
        .join(ActivityRow, col(ActivityRow.id) == col(ExpectedRow.activity_id))
        .join(UnitRow, col(UnitRow.id) == col(ActivityRow.unit_id))
        .join(PersonRow, col(PersonRow.id) == col(ExpectedRow.person_id))
        .where(_WAS_THERE, *conditions)
        .group_by(col(ExpectedRow.activity_id), col(ExpectedRow.state))
    )
    for activity_id, state, number in rows:
        counts.setdefault(activity_id, {})[state] = number
    return {activity_id: _turnout(by_state) for activity_id, by_state in counts.items()}


def _turnout(by_state: dict[str, int]) -> Turnout:
    return Turnout(
        total=sum(by_state.values()),
        present=by_state.get(CheckInState.PRESENT, 0),
        late=by_state.get(CheckInState.LATE, 0),
        made_up=by_state.get(CheckInState.MADE_UP, 0),
        excused=by_state.get(CheckInState.EXCUSED, 0),
        absent=by_state.get(CheckInState.ABSENT, 0),
    )


def _attended(span: Span, now: datetime) -> tuple[Any, ...]:
    """What has not begun yet is nobody's attendance, nor is what did not take place."""
    return (
        *_of(span),
        col(ActivityRow.starts_at) <= now,
        col(ActivityRow.state) != ActivityState.CANCELLED.value,
        _WAS_THERE,
    )


def count_attendance(session: Session, span: Span, *, now: datetime) -> int:
    """How many rows of attendance there are."""
    query = _joined(columns(func.count()).select_from(ExpectedRow), UnitRow, PersonRow)
    return int(session.execute(query.where(*_attended(span, now))).scalar_one())


def find_attendance(
    session: Session, span: Span, *, now: datetime, limit: int
) -> list[FoundAttendance]:
    """Who was expected and how he stands, activity by activity, in the order of the tree."""
    return _find_people(session, _attended(span, now), limit)


def find_people_of(session: Session, activity_id: int, *, limit: int) -> list[FoundAttendance]:
    """Everybody on the list of one activity."""
    return _find_people(session, (col(ActivityRow.id) == activity_id, _WAS_THERE), limit)


def _find_people(session: Session, conditions: Sequence[Any], limit: int) -> list[FoundAttendance]:
    home = aliased(UnitRow)
    query = (
        _joined(_people(home), UnitRow, PersonRow)
        .join(home, col(home.id) == col(PersonRow.unit_id))
        .join(DutyRow, col(DutyRow.id) == col(ActivityRow.duty_id), isouter=True)
        .where(*conditions)
        .order_by(ActivityRow.starts_at, ActivityRow.id, col(home.path), PersonRow.id)
        .limit(limit)
    )
    return [
        FoundAttendance(entry=_person(row), home_path=row.path) for row in session.execute(query)
    ]


def _joined(query: Any, unit: Any, person: Any) -> Any:
    return (
        query.join(ActivityRow, col(ActivityRow.id) == col(ExpectedRow.activity_id))
        .join(unit, col(unit.id) == col(ActivityRow.unit_id))
        .join(person, col(person.id) == col(ExpectedRow.person_id))
    )


def _people(home: Any) -> Any:
    return columns(
        col(ActivityRow.title),
        col(ActivityRow.starts_at),
        col(UnitRow.name).label("unit"),
        col(DutyRow.name_zh),
        col(DutyRow.name_en),
        col(PersonRow.name).label("person"),
        col(home.name).label("home"),
        col(home.path),
        col(ExpectedRow.state),
        col(ExpectedRow.recorded_at),
        col(ExpectedRow.way),
        col(ExpectedRow.reason),
    ).select_from(ExpectedRow)


def _person(row: Any) -> AttendanceEntry:
    return AttendanceEntry(
        unit=row.unit,
        title=row.title,
        duty=_duty(row),
        starts_at=row.starts_at,
        person=row.person,
        home=row.home,
        state=CheckInState(row.state),
        recorded_at=row.recorded_at,
        way=Way(row.way) if row.way else None,
        reason=Reason(row.reason) if row.reason else None,
    )
