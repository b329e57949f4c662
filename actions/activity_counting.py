"""What an activity that was held counts for: what its unit owes, and each person who was there."""

from collections.abc import Iterable, Mapping
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
from storage import activities, activity_duties, duties, obligations, owed_days

ByDuty = Mapping[int, Meant]


def find_obligation(session: Session, activity: Activity, place: Place) -> Obligation | None:
    """What it has counted for, or would count for: the period that its local day lies in."""
    if activity.obligation_id is not None:
        return obligations.find(session, activity.obligation_id)
    duty = duties.find(session, activity.duty_id) if activity.duty_id else None
    return _find_of_unit(session, activity, duty, place) if duty else None


def find_meant(session: Session, activity: Activity, place: Place) -> dict[int, Meant]:
    """What it counts for if it is held now, by duty; the obligations' rows are locked."""
    named = list(activity_duties.find(session, activity.id))
    if activity.duty_id is not None:
        named.insert(0, activity.duty_id)
    # In the order of their ids, so that two officers lock the rows in the same order.
    found = sorted(duties.find_many(session, named).values(), key=lambda duty: duty.id)
    return {duty.id: _meant(session, activity, duty, place) for duty in found}


def _meant(session: Session, activity: Activity, duty: Duty, place: Place) -> Meant:
    owed = _find_of_unit(session, activity, duty, place, for_change=True)
    missing = [act for act in owed.missing_acts if act.kind is ActKind.ACTIVITY] if owed else []
    act = missing[0] if missing else duty.find_act(ActKind.ACTIVITY)
    return Meant(obligation_id=owed.id if owed else None, act_code=act.code if act else None)


def find_counted(session: Session, activity: Activity) -> dict[int, Meant]:
    """What it was counted for when it was held, by duty."""
    counted = activity_duties.find(session, activity.id)
    if activity.duty_id is not None:
        own = Meant(obligation_id=activity.obligation_id, act_code=activity.act_code)
        counted[activity.duty_id] = own
    return counted


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
    meant: ByDuty,
    *,
    times: int = 1,
    now: datetime,
    place: Place,
) -> None:
    """Count it, or (-1) take it back, for everybody for whom it counts."""
    came = activities.find_present(session, activity.id)
    owed = _of_people(session, activity, meant, came, place)
    owed |= {
        one.obligation_id: one.act_code
        for one in meant.values()
        if one.obligation_id is not None and one.act_code is not None
    }
    _count(session, actor, activity, owed, times=times, now=now, place=place)


def count_person(
    session: Session,
    actor: Actor,
    activity: Activity,
    person_ids: Iterable[int],
    *,
    times: int,
    now: datetime,
    place: Place,
) -> None:
    """Somebody was there after all, or (-1) was not: what he owes himself follows."""
    meant = find_counted(session, activity)
    owed = _of_people(session, activity, meant, person_ids, place)
    _count(session, actor, activity, owed, times=times, now=now, place=place)


def _of_people(
    session: Session,
    activity: Activity,
    meant: ByDuty,
    person_ids: Iterable[int],
    place: Place,
) -> dict[int, str]:
    """The acts that count for people, by what each of them owes on that day."""
    day, ids = place.today(activity.starts_at), list(person_ids)
    found = duties.find_many(session, list(meant))
    owed: dict[int, str] = {}
    for duty_id, one in meant.items():
        duty = found.get(duty_id)
        if duty is None or one.act_code is None or duty.audience.owner is not OwnerKind.PERSON:
            continue
        of_duty = owed_days.find_of_people_on(session, duty_id, ids, day=day)
        owed |= dict.fromkeys(of_duty, one.act_code)
    return owed


def _count(
    session: Session,
    actor: Actor,
    activity: Activity,
    owed: Mapping[int, str],
    *,
    times: int,
    now: datetime,
    place: Place,
) -> None:
    day = place.today(activity.starts_at)
    for one in obligations.find_many(session, sorted(owed), for_change=True).values():
        deed = Deed(code=owed[one.id], day=day, by=actor.person, times=times)
        progress.count(session, one, deed, now=now)
