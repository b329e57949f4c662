"""What a subtree did between two instants or days: the rows of a ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, or_
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func

from domain.activity import ActivityState
from domain.bilingual import Bilingual
from domain.check_in import CheckInState, Reason, Way
from domain.ledger import ActivityEntry, AttendanceEntry, Turnout
from domain.quorum import Quorum, Share
from storage import check_in_changes, presence_rules
from storage.belonging import WAS_THERE
from storage.ledger_spans import Span, of_our_people, of_span
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.duties import DutyRow
from storage.tables.organisation import PersonRow, UnitRow


@dataclass(frozen=True, kw_only=True)
class FoundAttendance:
    """An entry, with the path of the person's present home."""

    entry: AttendanceEntry
    home_path: str


# Beside the states: who left before the end, whatever his state.
_LEFT = "left"
_HOME = aliased(UnitRow)


def find_activities(session: Session, span: Span, *, limit: int) -> list[ActivityEntry]:
    """Activities of whatever state, in the order of time. Uses the index on unit and start.

    Of what a unit above held, the sums are those of the subtree's own people, and its quorum is not
    theirs to see.
    """
    attended = _count(session, *of_our_people(span))
    chosen = or_(and_(*of_span(span)), col(ActivityRow.id).in_(attended))
    rows = session.execute(
        _activities().where(chosen).order_by(ActivityRow.starts_at, ActivityRow.id).limit(limit)
    ).all()
    turnouts = _count(session, *of_span(span)) | attended
    votes = _count_votes(session, [row for row in rows if row.id not in attended])
    return [_activity(row, turnouts.get(row.id, Turnout()), votes.get(row.id)) for row in rows]


def find_activity(session: Session, activity_id: int) -> ActivityEntry | None:
    """One activity."""
    return next(iter(find_where(session, col(ActivityRow.id) == activity_id, limit=1)), None)


def find_where(session: Session, *conditions: Any, limit: int) -> list[ActivityEntry]:
    """Activities on which conditions hold, in the order of time."""
    rows = session.execute(
        _activities().where(*conditions).order_by(ActivityRow.starts_at).limit(limit)
    ).all()
    turnouts = _count(session, col(ActivityRow.id).in_([row.id for row in rows]))
    votes = _count_votes(session, rows)
    return [_activity(row, turnouts.get(row.id, Turnout()), votes.get(row.id)) for row in rows]


def _count_votes(session: Session, rows: Sequence[Any]) -> dict[int, tuple[int, int]]:
    """For those that ask for a quorum, in one query."""
    asking = [row.id for row in rows if row.quorum != Share.NONE]
    if not asking:
        return {}
    voteless = presence_rules.load(session).without_vote
    return check_in_changes.count_votes(session, asking, without_vote=voteless)


def _activities() -> Any:
    return (
        columns(
            col(ActivityRow.id),
            col(ActivityRow.title),
            col(ActivityRow.place),
            col(ActivityRow.starts_at),
            col(ActivityRow.state),
            col(ActivityRow.topic),
            col(ActivityRow.moved_from),
            col(ActivityRow.quorum),
            col(UnitRow.name).label("unit"),
            col(DutyRow.name_zh),
            col(DutyRow.name_en),
        )
        .join(UnitRow, col(UnitRow.id) == col(ActivityRow.unit_id))
        .join(DutyRow, col(DutyRow.id) == col(ActivityRow.duty_id), isouter=True)
    )


def _activity(row: Any, turnout: Turnout, votes: tuple[int, int] | None = None) -> ActivityEntry:
    return ActivityEntry(
        id=row.id,
        unit=row.unit,
        title=row.title,
        duty=_duty(row),
        place=row.place,
        starts_at=row.starts_at,
        state=ActivityState(row.state),
        turnout=turnout,
        topic=row.topic,
        moved_from=row.moved_from,
        quorum=_quorum(Share(row.quorum), votes),
    )


def _quorum(share: Share, votes: tuple[int, int] | None) -> Quorum | None:
    return Quorum(share=share, due=votes[0], present=votes[1]) if votes else None


def _duty(row: Any) -> Bilingual | None:
    return None if row.name_zh is None else Bilingual(zh=row.name_zh, en=row.name_en)


def _count(session: Session, *conditions: Any) -> dict[int, Turnout]:
    counts: dict[int, dict[str, int]] = {}
    rows = session.execute(
        columns(
            col(ExpectedRow.activity_id),
            col(ExpectedRow.state),
            func.count(),
            func.count(col(ExpectedRow.left_at)),
        )
        .join(ActivityRow, col(ActivityRow.id) == col(ExpectedRow.activity_id))
        .join(UnitRow, col(UnitRow.id) == col(ActivityRow.unit_id))
        .join(PersonRow, col(PersonRow.id) == col(ExpectedRow.person_id))
        .where(WAS_THERE, *conditions)
        .group_by(col(ExpectedRow.activity_id), col(ExpectedRow.state))
    )
    for activity_id, state, number, left in rows:
        by_state = counts.setdefault(activity_id, {})
        by_state[state] = number
        by_state[_LEFT] = by_state.get(_LEFT, 0) + left
    return {activity_id: _turnout(by_state) for activity_id, by_state in counts.items()}


def _turnout(by_state: dict[str, int]) -> Turnout:
    return Turnout(
        total=sum(number for state, number in by_state.items() if state != _LEFT),
        present=by_state.get(CheckInState.PRESENT, 0),
        late=by_state.get(CheckInState.LATE, 0),
        made_up=by_state.get(CheckInState.MADE_UP, 0),
        excused=by_state.get(CheckInState.EXCUSED, 0),
        absent=by_state.get(CheckInState.ABSENT, 0),
        left_early=by_state.get(_LEFT, 0),
    )


def _attended(span: Span, now: datetime) -> tuple[Any, ...]:
    """What has not begun yet is nobody's attendance, nor is what did not take place."""
    return (
        or_(and_(*of_span(span)), and_(*of_our_people(span))),
        col(ActivityRow.starts_at) <= now,
        col(ActivityRow.state) != ActivityState.CANCELLED.value,
        WAS_THERE,
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
    return _find_people(session, (col(ActivityRow.id) == activity_id, WAS_THERE), limit)


def _find_people(session: Session, conditions: Sequence[Any], limit: int) -> list[FoundAttendance]:
    query = (
        _joined(_people(), UnitRow, PersonRow)
        .join(_HOME, col(_HOME.id) == col(PersonRow.unit_id))
        .join(DutyRow, col(DutyRow.id) == col(ActivityRow.duty_id), isouter=True)
        .where(*conditions)
        .order_by(ActivityRow.starts_at, ActivityRow.id, col(_HOME.path), PersonRow.id)
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


def _people() -> Any:
    return columns(
        col(ActivityRow.title),
        col(ActivityRow.starts_at),
        col(UnitRow.name).label("unit"),
        col(DutyRow.name_zh),
        col(DutyRow.name_en),
        col(PersonRow.name).label("person"),
        col(_HOME.name).label("home"),
        col(_HOME.path),
        col(ExpectedRow.state),
        col(ExpectedRow.recorded_at),
        col(ExpectedRow.way),
        col(ExpectedRow.reason),
        col(ExpectedRow.left_at),
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
        left_at=row.left_at,
    )
