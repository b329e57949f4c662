"""Change what follows in a series, as one of it is changed."""

from dataclasses import replace
from datetime import datetime, time

from sqlmodel import Session

from actions.activity_news import apply_change
from actions.activity_series import SERIES
from domain.activity import Activity
from domain.activity_change import change_of_hour
from domain.activity_plan import ActivityPlan
from domain.permission import Actor
from domain.place import Place
from storage import activities, history, series


def change_following(
    session: Session,
    actor: Actor,
    activity: Activity,
    change: ActivityPlan,
    *,
    now: datetime,
    place: Place,
) -> None:
    """What is planned after it, and what will be made; other hours that were set stay as they are.

    Only of the one that was changed people hear: the others show it.
    """
    if activity.series_id is None:
        return
    series.lock(session, activity.series_id)
    hour = change_of_hour(change, activity, place)
    ids = series.find_following(session, activity.series_id, after=max(now, activity.starts_at))
    for one in activities.find_many(session, ids).values():
        alike = _alike(change, activity, one, hour, place)
        apply_change(
            session, actor, one, alike, is_quiet=True, with_series=True, now=now, place=place
        )
    known = series.find(session, activity.series_id)
    if known is not None and series.change_plan(session, known, _planned(known.plan, change, hour)):
        subject = (SERIES, known.id)
        history.write_down(session, "series_changed", subject, now=now, by=actor.person)


def _alike(
    change: ActivityPlan, changed: Activity, one: Activity, hour: time | None, place: Place
) -> ActivityPlan:
    """The same change for another day; one that has an hour of its own keeps it."""
    local = place.local(one.starts_at)
    is_at_its_hour = local.time() == place.local(changed.starts_at).time()
    starts_at = place.at(local.date(), hour) if hour and is_at_its_hour else None
    return replace(change, starts_at=starts_at)


def _planned(plan: ActivityPlan, change: ActivityPlan, hour: time | None) -> ActivityPlan:
    """What is made from now on."""
    cadence = plan.cadence
    if cadence is not None and hour is not None:
        cadence = replace(cadence, at=hour)
    return replace(
        plan,
        title=change.title or plan.title,
        place=plan.place if change.place is None else change.place,
        details=plan.details.changed_by(change.details),
        also=_joined(plan.also, change.also, without=change.observers),
        observers=_joined(plan.observers, change.observers, without=change.also),
        cadence=cadence,
        circle=plan.circle if change.circle is None else change.circle,
    )


def _joined(
    before: tuple[int, ...], more: tuple[int, ...], *, without: tuple[int, ...]
) -> tuple[int, ...]:
    kept = (one for one in before if one not in without)
    return tuple(dict.fromkeys((*kept, *more)))
