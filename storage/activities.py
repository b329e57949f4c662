"""Activities: which are planned, whose window opens, how they ended."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, true
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import Session, col, select, update

from domain.activity import Activity, ActivityState, Meant, Proof
from domain.activity_details import NO_DETAILS, Details
from domain.bilingual import Bilingual
from domain.check_in import CAME
from domain.circle import EVERYBODY, Circle, circle_from_data, circle_to_data
from domain.quorum import Share
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.duties import DutyRow
from storage.tables.organisation import UnitRow
from storage.units import as_unit


@dataclass(frozen=True, kw_only=True)
class NewActivity:
    """An activity about to be written down."""

    unit_id: int
    title: str
    place: str
    starts_at: datetime
    opens_at: datetime
    closes_at: datetime
    made_by: int
    duty_id: int | None = None
    details: Details = NO_DETAILS
    proof: Proof = Proof.BUTTON
    series_id: int | None = None
    series_day: date | None = None
    invite_from: datetime | None = None
    quorum: Share = Share.NONE
    scans_twice: bool = False
    makes_up_id: int | None = None
    circle: Circle = EVERYBODY


def as_activity(row: ActivityRow, unit: UnitRow, duty: DutyRow | None) -> Activity:
    """The rows as one value."""
    return Activity(
        id=row.id or 0,
        unit=as_unit(unit),
        title=row.title,
        place=row.place,
        starts_at=row.starts_at,
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        state=ActivityState(row.state),
        version=row.version,
        duty_id=row.duty_id,
        duty_name=Bilingual(zh=duty.name_zh, en=duty.name_en) if duty else None,
        obligation_id=row.obligation_id,
        act_code=row.act_code,
        settled_at=row.settled_at,
        proof=Proof(row.proof),
        shows_names=row.shows_names,
        details=Details(
            host=row.host,
            notes=row.notes,
            link=row.link,
            minutes=row.minutes,
            study_minutes=row.study_minutes,
        ),
        series_id=row.series_id,
        invite_from=row.invite_from,
        quorum=Share(row.quorum),
        scans_twice=row.scans_twice,
        topic=row.topic,
        photo_id=row.photo_id,
        moved_from=row.moved_from,
        extended_from=row.extended_from,
        makes_up_id=row.makes_up_id,
        circle=circle_from_data(row.audience),
    )


def add(session: Session, new: NewActivity, *, now: datetime) -> int:
    """Write an activity down; returns its id."""
    row = ActivityRow(
        unit_id=new.unit_id,
        duty_id=new.duty_id,
        title=new.title,
        place=new.place,
        starts_at=new.starts_at,
        opens_at=new.opens_at,
        closes_at=new.closes_at,
        made_by=new.made_by,
        made_at=now,
        series_id=new.series_id,
        series_day=new.series_day,
        invite_from=new.invite_from,
        proof=new.proof.value,
        **new.details.to_facts(),
        quorum=new.quorum.value,
        scans_twice=new.scans_twice,
        makes_up_id=new.makes_up_id,
        audience=circle_to_data(new.circle),
    )
    session.add(row)
    session.flush()
    return row.id or 0


SELECTED = (
    select(ActivityRow, UnitRow, DutyRow)
    .join(UnitRow, col(UnitRow.id) == col(ActivityRow.unit_id))
    .join(DutyRow, col(DutyRow.id) == col(ActivityRow.duty_id), isouter=True)
    .order_by(col(ActivityRow.starts_at), col(ActivityRow.id))
)
# Built once: every press of a crowd asks it.
_ONE = SELECTED.where(col(ActivityRow.id) == bindparam("activity"))


def find(session: Session, activity_id: int) -> Activity | None:
    """One activity."""
    found = session.exec(_ONE, params={"activity": activity_id}).first()
    return as_activity(*found) if found else None


def lock(session: Session, activity_id: int) -> None:
    """Let what changes an activity and who came to it follow one another."""
    this = col(ActivityRow.id) == activity_id
    session.exec(select(col(ActivityRow.id)).where(this).with_for_update()).all()


def find_where(
    session: Session, *conditions: ColumnElement[bool], limit: int = 500
) -> list[Activity]:
    """Activities of which all this holds, the earliest first."""
    found = session.exec(SELECTED.where(*conditions).limit(limit))
    return [as_activity(*rows) for rows in found]


def find_many(session: Session, activity_ids: Collection[int]) -> dict[int, Activity]:
    """Activities by id."""
    found = find_where(session, col(ActivityRow.id).in_(set(activity_ids)))
    return {one.id: one for one in found}


def find_planned_of_units(session: Session, unit_ids: Collection[int]) -> list[Activity]:
    """What these units have planned and not settled, the earliest first."""
    return find_where(
        session,
        col(ActivityRow.unit_id).in_(set(unit_ids)),
        col(ActivityRow.state) == ActivityState.PLANNED.value,
    )


def find_last(
    session: Session, unit_ids: Collection[int], *, duty_id: int | None
) -> Activity | None:
    """What these units have held or planned last, for a duty where one is named."""
    found = session.exec(
        SELECTED.where(
            col(ActivityRow.unit_id).in_(set(unit_ids)),
            col(ActivityRow.state) != ActivityState.CANCELLED.value,
            true() if duty_id is None else col(ActivityRow.duty_id) == duty_id,
        )
        .order_by(None)
        .order_by(col(ActivityRow.starts_at).desc(), col(ActivityRow.id).desc())
        .limit(1)
    ).first()
    return as_activity(*found) if found else None


def settle(
    session: Session,
    activity: Activity,
    state: ActivityState,
    *,
    meant: Meant | None = None,
    now: datetime,
) -> bool:
    """Move an activity to another state if it is still as it was read."""
    done = session.execute(
        update(ActivityRow)
        .where(
            col(ActivityRow.id) == activity.id,
            col(ActivityRow.version) == activity.version,
            col(ActivityRow.state) == activity.state.value,
        )
        .values(
            state=state.value,
            version=activity.version + 1,
            obligation_id=meant.obligation_id if meant else None,
            act_code=meant.act_code if meant else None,
            settled_at=None if state is ActivityState.PLANNED else now,
            changed_at=now,
        )
    )
    return bool(getattr(done, "rowcount", 0))


def change_proof(session: Session, activity_id: int, proof: Proof) -> None:
    """A check-in needs something else from now on."""
    _change(session, activity_id, {"proof": proof.value})


def change_names(session: Session, activity_id: int, *, shows: bool) -> None:
    """Walls name the latest arrivals, or do not."""
    _change(session, activity_id, {"shows_names": shows})


def _change(session: Session, activity_id: int, values: dict[str, object]) -> None:
    session.execute(
        update(ActivityRow)
        .where(col(ActivityRow.id) == activity_id)
        .values(version=ActivityRow.version + 1, **values)
        .execution_options(synchronize_session=False)
    )


def find_present(session: Session, activity_id: int) -> list[int]:
    """Who was there, in time, late or to make it up; whoever looked on does not count."""
    return list(
        session.exec(
            select(ExpectedRow.person_id).where(
                col(ExpectedRow.activity_id) == activity_id,
                col(ExpectedRow.state).in_([state.value for state in CAME]),
                col(ExpectedRow.is_observer).is_(False),
            )
        )
    )
