"""Make an activity: write it down, expect its people, invite them."""

from datetime import datetime

from sqlmodel import Session

from actions import invitations
from actions.quieting import ACTIVITY
from domain.activity import Activity, Proof, window
from domain.activity_plan import ActivityPlan
from domain.permission import Actor
from domain.place import Place
from domain.unit import Unit
from storage import activities, activity_people, expecting, history


def make(
    session: Session,
    actor: Actor,
    plan: ActivityPlan,
    unit: Unit,
    *,
    starts_at: datetime,
    now: datetime,
    place: Place,
) -> Activity:
    """The activity of a plan, at an instant."""
    opens_at, closes_at = window(starts_at)
    new = activities.NewActivity(
        unit_id=unit.id,
        duty_id=plan.duty_id,
        title=plan.title,
        place=plan.place or "",
        starts_at=starts_at,
        opens_at=opens_at,
        closes_at=closes_at,
        made_by=actor.person,
        details=plan.details,
        proof=plan.proof or Proof.BUTTON,
    )
    activity_id = activities.add(session, new, now=now)
    after = {"unit": unit.id, "duty": plan.duty_id, **_expect(session, activity_id, plan, unit)}
    history.write_down(
        session, "made", (ACTIVITY, activity_id), now=now, by=actor.person, after=after
    )
    activity = activities.find(session, activity_id)
    if activity is None:
        raise LookupError("an activity that was just written down is there")
    invitations.queue(session, activity, now=now, place=place)
    return activity


def _expect(
    session: Session, activity_id: int, plan: ActivityPlan, unit: Unit
) -> dict[str, object]:
    """Everybody of the unit and whom the plan names besides; what the history keeps of it."""
    expected = expecting.expect_everybody(session, activity_id, unit.path)
    activity_people.put_down(session, activity_id, plan.also, is_observer=False)
    activity_people.put_down(session, activity_id, plan.observers, is_observer=True)
    return {
        "expected": expected,
        "also": list(plan.also),
        "observers": list(plan.observers),
    }
