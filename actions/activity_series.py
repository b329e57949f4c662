"""Series of activities: made from a rule some weeks ahead, and ended."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice, takewhile

from sqlmodel import Session

from actions import invitations
from actions.activities import NotYours, Shown, call_off, find_managed, status_of
from actions.activity_making import OfSeries, make
from actions.running import reads
from domain.activity import Activity
from domain.activity_plan import ActivityPlan
from domain.activity_series import HORIZON, Series, occurrences
from domain.cadence import OnDates
from domain.permission import Actor
from domain.place import Place
from domain.unit import Unit
from storage import activities, calendar_days, expecting, history, series, units

SERIES = "activity_series"
# So many are made in one transaction.
A_CHUNK = 4
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class SeriesMade:
    """The series runs; `first` are those that are written down already, on the local clock."""

    first: tuple[Activity, ...]
    title: str
    cadence: OnDates


@dataclass(frozen=True, kw_only=True)
class EndAsked:
    """What ends with a series: so many planned activities after the one that is shown."""

    activity: Activity
    following: int


def begin(
    session: Session,
    actor: Actor,
    plan: ActivityPlan,
    unit: Unit,
    *,
    now: datetime,
    place: Place,
) -> SeriesMade | None:
    """Make a series and what of it is near; None for a plan that does not come again."""
    if plan.cadence is None:
        return None
    series_id = series.add(
        session,
        replace(plan, starts_at=None, proposed=None, faults=(), asked=None),
        unit_id=unit.id,
        made_by=actor.person,
        made_through=_eve(plan.cadence, now=now, place=place),
        now=now,
    )
    after = {"unit": unit.id, "rule": plan.cadence.rule, "duty": plan.duty_id}
    history.write_down(
        session, "series_made", (SERIES, series_id), now=now, by=actor.person, after=after
    )
    made = series.find(session, series_id)
    if made is not None:
        _extend(session, made, now=now, place=place)
    ids = series.find_following(session, series_id, after=now)
    found = activities.find_many(session, ids)
    first = tuple(found[one].on_local_clock(place) for one in ids)
    return SeriesMade(first=first, title=plan.title, cadence=plan.cadence)


def _eve(cadence: OnDates, *, now: datetime, place: Place) -> date:
    """The day before the first that can still come."""
    local = place.local(now)
    is_over = cadence.at is None or local.time() >= cadence.at
    return local.date() if is_over else local.date() - _ONE_DAY


def make_due(session: Session, *, now: datetime, place: Place) -> int:
    """Make the next activities of one series; returns how many, or 1 where only its look moved."""
    due = series.find_due(session, now=now)
    return max(1, _extend(session, due, now=now, place=place)) if due else 0


def _extend(session: Session, known: Series, *, now: datetime, place: Place) -> int:
    """Write down the next few that lie near enough. Past ones are not made up for."""
    unit, cadence = units.find(session, known.unit_id), known.plan.cadence
    if unit is None or cadence is None or cadence.at is None:
        series.end(session, known)
        return 0
    calendar = calendar_days.calendar_for(session, unit)
    horizon = place.today(now) + HORIZON
    coming = occurrences(cadence, calendar, after=known.made_through)
    found = list(islice(coming, A_CHUNK + 1))
    near = list(takewhile(lambda one: one.day <= horizon, found[:A_CHUNK]))
    following = found[len(near) : len(near) + 1]
    through = near[-1].named if near else known.made_through
    look_at = _look_at(following[0].day, place, now) if following else None
    if not series.advance(session, known, made_through=through, look_at=look_at):
        return 0
    for one in near:
        starts_at = place.at(one.day, cadence.at)
        if starts_at > now:
            part = OfSeries(series_id=known.id, day=one.named, made_by=known.made_by)
            make(session, part, known.plan, unit, starts_at=starts_at, now=now, place=place)
    return len(near)


def _look_at(day: date, place: Place, now: datetime) -> datetime:
    """At once where the next one is near enough as well, else when it will be."""
    return max(now, place.at(day - HORIZON, time()))


def invite_due(session: Session, *, now: datetime, place: Place) -> int:
    """Invite to one activity of a series whose time has come, whom it is for by then."""
    activity_id = series.find_to_invite(session, now=now)
    if activity_id is None:
        return 0
    # From here on nobody changes any more whom it is for.
    series.set_invitation(session, activity_id, None)
    activity = activities.find(session, activity_id)
    if activity is not None and now < activity.closes_at:
        expecting.forget_others(session, activity)
        expecting.expect_circle(session, activity.id, activity.unit.path, activity.circle)
        invitations.queue(session, activity, now=now, place=place)
    return 1


@reads
def find_end(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> EndAsked | NotYours:
    """What would end with the series of an activity of the actor's."""
    activity = find_managed(session, actor, activity_id)
    if activity is None or activity.series_id is None:
        return NotYours()
    after = max(now, activity.starts_at)
    following = series.find_following(session, activity.series_id, after=after)
    return EndAsked(activity=activity.on_local_clock(place), following=len(following))


def end(session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place) -> Shown:
    """Nothing follows this one: what is planned after it is called off, and no more is made.

    What has begun took place, though nobody may have said so yet.
    """
    activity = find_managed(session, actor, activity_id)
    if activity is None or activity.series_id is None:
        return NotYours()
    series.lock(session, activity.series_id)
    known = series.find(session, activity.series_id)
    if known is not None and series.end(session, known):
        subject = (SERIES, activity.series_id)
        history.write_down(session, "series_ended", subject, now=now, by=actor.person)
    after = max(now, activity.starts_at)
    for one in series.find_following(session, activity.series_id, after=after):
        call_off(session, actor, one, now=now, place=place)
    return status_of(session, activity, now=now, place=place)
