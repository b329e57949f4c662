"""What an activity that was held counts for: what its unit owes, or each person who was there."""

from datetime import datetime

from sqlmodel import Session

from actions import progress
from actions.progress import Deed
from domain.act import ActKind
from domain.activity import Activity, Meant
from domain.audience import Owner, OwnerKind
from domain.cadence import Quota
from domain.duty import Duty
from domain.obligation import Obligation
from domain.permission import Actor
from domain.place import Place
from storage import activities, duties, obligations, owed_days


def find_obligation(session: Session, activity: Activity, place: Place) -> Obligation | None:
    """What it has counted for, or would count for: the period that its local day lies in."""
    if activity.obligation_id is not None:
        return obligations.find(session, activity.obligation_id)
    duty = duties.find(session, activity.duty_id) if activity.duty_id else None
    return _find_of_unit(session, activity, duty, place) if duty else None


def find_meant(session: Session, activity: Activity, place: Place) -> Meant:
    """What it counts for if it is held now; the obligation's row is locked."""
    duty = duties.find(session, activity.duty_id) if activity.duty_id else None
    if duty is None:
        return Meant()
    owed = _find_of_unit(session, activity, duty, place, for_change=True)
    missing = [act for act in owed.missing_acts if act.kind is ActKind.ACTIVITY] if owed else []
    act = missing[0] if missing else duty.find_act(ActKind.ACTIVITY)
    return Meant(obligation_id=owed.id if owed else None, act_code=act.code if act else None)


def _find_of_unit(
    session: Session, activity: Activity, duty: Duty, place: Place, *, for_change: bool = False
) -> Obligation | None:
    if duty.audience.owner is not OwnerKind.UNIT:
        return None
    return owed_days.find_on(
        session,
        duty.id,
        owner_key=Owner(unit_id=activity.unit.id).key,
        day=place.today(activity.starts_at),
        may_be_late=not isinstance(duty.cadence, Quota),
        for_change=for_change,
    )


def count_held(
    session: Session,
    actor: Actor,
    activity: Activity,
    meant: Meant,
    *,
    times: int = 1,
    now: datetime,
    place: Place,
) -> None:
    """Count it, or (-1) take it back, for everybody for whom it counts."""
    if meant.act_code is None:
        return
    day = place.today(activity.starts_at)
    deed = Deed(code=meant.act_code, day=day, by=actor.person, times=times)
    owed = [meant.obligation_id] if meant.obligation_id else _of_people(session, activity, place)
    for one in obligations.find_many(session, owed, for_change=True).values():
        progress.count(session, one, deed, now=now)


def _of_people(session: Session, activity: Activity, place: Place) -> list[int]:
    """What those who were there owe of the duty; nobody where the duty is not one of people."""
    duty = duties.find(session, activity.duty_id) if activity.duty_id else None
    if duty is None or duty.audience.owner is not OwnerKind.PERSON:
        return []
    came = activities.find_present(session, activity.id)
    return owed_days.find_of_people_on(session, duty.id, came, day=place.today(activity.starts_at))
