"""Make an activity: write it down, expect its people, invite them."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from actions import invitations
from actions.quieting import ACTIVITY
from domain.activity import Activity, Proof
from domain.activity_plan import ActivityPlan
from domain.activity_series import INVITED_AHEAD
from domain.circle import EVERYBODY
from domain.permission import Actor
from domain.place import Place
from domain.unit import Unit
from storage import activities, activity_people, expecting, history, presence_rules


@dataclass(frozen=True, kw_only=True)
class OfSeries:
    """One activity of a series: the date that the rule names, and who made the series."""

    series_id: int
    day: date
    made_by: int


def make(
    session: Session,
    maker: Actor | OfSeries,
    plan: ActivityPlan,
    unit: Unit,
    *,
    starts_at: datetime,
    now: datetime,
    place: Place,
) -> Activity:
    """The activity of a plan, at an instant. To one of a series people are invited in good time."""
    new = _as_new(session, maker, plan, unit, starts_at=starts_at, now=now, place=place)
    made_by = new.made_by
    activity_id = activities.add(session, new, now=now)
    after = {"unit": unit.id, "duty": plan.duty_id, **_expect(session, activity_id, plan, unit)}
    history.write_down(session, "made", (ACTIVITY, activity_id), now=now, by=made_by, after=after)
    activity = activities.find(session, activity_id)
    if activity is None:
        raise LookupError("an activity that was just written down is there")
    if activity.invite_from is None:
        invitations.queue(session, activity, now=now, place=place)
    return activity


def _as_new(
    session: Session,
    maker: Actor | OfSeries,
    plan: ActivityPlan,
    unit: Unit,
    *,
    starts_at: datetime,
    now: datetime,
    place: Place,
) -> activities.NewActivity:
    """What is written down of it, by the organisation's rules of check-in."""
    rules = presence_rules.load(session)
    opens_at, closes_at = rules.window(starts_at)
    of_series = maker if isinstance(maker, OfSeries) else None
    made_by = maker.made_by if isinstance(maker, OfSeries) else maker.person
    invite_at = invite_at_for(starts_at, place) if of_series else now
    return activities.NewActivity(
        unit_id=unit.id,
        duty_id=plan.duty_id,
        title=plan.title,
        place=plan.place or "",
        starts_at=starts_at,
        opens_at=opens_at,
        closes_at=closes_at,
        made_by=made_by,
        quorum=rules.quorum,
        scans_twice=rules.second_scan,
        details=plan.details,
        proof=plan.proof or Proof.BUTTON,
        circle=plan.circle or EVERYBODY,
        series_id=of_series.series_id if of_series else None,
        series_day=of_series.day if of_series else None,
        invite_from=invite_at if invite_at > now else None,
    )


def invite_at_for(starts_at: datetime, place: Place) -> datetime:
    """In the morning, a week before."""
    return place.morning_of(place.today(starts_at) - INVITED_AHEAD)


def _expect(
    session: Session, activity_id: int, plan: ActivityPlan, unit: Unit
) -> dict[str, object]:
    """Whom of the unit it is for and whom the plan names besides; what the history keeps of it."""
    expected = expecting.expect_circle(session, activity_id, unit.path, plan.circle or EVERYBODY)
    activity_people.put_down(session, activity_id, plan.also, is_observer=False)
    activity_people.put_down(session, activity_id, plan.observers, is_observer=True)
    return {
        "expected": expected,
        "also": list(plan.also),
        "observers": list(plan.observers),
    }
