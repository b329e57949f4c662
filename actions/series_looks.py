"""When a calendar changes, series follow it: what nobody knows of yet moves, the rest is asked."""

from datetime import date, datetime, timedelta
from typing import assert_never

from sqlmodel import Session

from actions import day_off_questions
from actions.activity_making import OfSeries, invite_at_for, make
from actions.quieting import ACTIVITY, refresh_cards
from domain.activity import Activity
from domain.activity_change import changed
from domain.activity_plan import ActivityPlan
from domain.activity_series import Series
from domain.place import Place
from domain.series_day import (
    LeftOut,
    Missing,
    Noticed,
    Reach,
    Redated,
    Standing,
    Step,
    avoids_days_off,
    first_name,
    follow,
)
from domain.unit import Unit
from storage import calendar_days, history, memory, series, series_days, units
from storage.series_days import Dated

KEY = "series_look:"
BY_THE_CALENDAR = "calendar"
_ONE_DAY = timedelta(days=1)


def begin(session: Session, unit_id: int) -> None:
    """The days of a unit and everything below it have changed."""
    memory.remember(session, f"{KEY}{unit_id}", "0")


def look_again(session: Session, *, now: datetime, place: Place) -> int:
    """Let one series follow the calendar as it is now; returns 1, or 0 when all have."""
    for key, after in memory.recall_under(session, KEY):
        unit = units.find(session, int(key.removeprefix(KEY)))
        found = series_days.find_next(session, unit.path, after=int(after)) if unit else None
        if found is not None:
            memory.remember(session, key, str(found))
            _follow(session, found, now=now, place=place)
            return 1
        memory.forget(session, key)
    return 0


def _follow(session: Session, series_id: int, *, now: datetime, place: Place) -> None:
    series.lock(session, series_id)
    known = series.find(session, series_id)
    unit = units.find(session, known.unit_id) if known else None
    cadence = known.plan.cadence if known else None
    if known is None or unit is None or cadence is None or not avoids_days_off(cadence):
        return
    calendar = calendar_days.calendar_for(session, unit)
    reach = _reach(known, now=now, place=place)
    after = first_name(reach.earliest)
    dated = {
        one.activity.id: one
        for one in series_days.find_of(session, series_id, after=after, now=now)
    }
    standing = [_standing(one, place) for one in dated.values()]
    for step in follow(cadence, calendar, standing, reach):
        _do(session, (known, unit), dated, step, now=now, place=place)
    series.look_now(session, series_id, now=now)


def _reach(known: Series, *, now: datetime, place: Place) -> Reach:
    """What has begun today is not moved to today."""
    today = place.today(now)
    hour = known.plan.cadence.at if known.plan.cadence else None
    is_over = hour is None or place.at(today, hour) <= now
    return Reach(
        since=place.today(known.made_at),
        through=known.made_through,
        earliest=today + _ONE_DAY if is_over else today,
    )


def _standing(one: Dated, place: Place) -> Standing:
    activity = one.activity
    found = Standing(
        activity_id=activity.id,
        named=one.named,
        day=place.today(activity.starts_at),
        is_fixed=one.by_hand or activity.invite_from is None,
        is_settled=False,
        day_off=one.day_off,
    )
    return found if activity.is_planned or found.is_left_out else found.settled()


def _do(
    session: Session,
    of: tuple[Series, Unit],
    dated: dict[int, Dated],
    step: Step,
    *,
    now: datetime,
    place: Place,
) -> None:
    match step:
        case Missing():
            _make(session, of, step, now=now, place=place)
        case Redated():
            _redate(session, of[0], dated[step.activity_id].activity, step.day, now, place)
        case LeftOut():
            _leave_out(session, dated[step.activity_id].activity, now=now)
        case Noticed():
            activity = dated[step.activity_id].activity
            day_off_questions.notice(session, activity, step.day_off, now=now, place=place)
        case _:
            assert_never(step)


def _make(
    session: Session, of: tuple[Series, Unit], missing: Missing, *, now: datetime, place: Place
) -> None:
    known, unit = of
    if known.plan.cadence is None or known.plan.cadence.at is None:
        return
    starts_at = place.at(missing.day, known.plan.cadence.at)
    part = OfSeries(series_id=known.id, day=missing.named, made_by=known.made_by)
    make(session, part, known.plan, unit, starts_at=starts_at, now=now, place=place)


def _redate(
    session: Session, known: Series, activity: Activity, day: date, now: datetime, place: Place
) -> None:
    hour = known.plan.cadence.at if known.plan.cadence else None
    starts_at = place.at(day, hour or place.local(activity.starts_at).time())
    after = changed(activity, ActivityPlan(starts_at=starts_at))
    invite_from = max(now, invite_at_for(starts_at, place))
    if series_days.redate(session, activity, after, invite_from=invite_from, now=now):
        _write_down(session, "redated", activity, starts_at, now=now)


def _leave_out(session: Session, activity: Activity, *, now: datetime) -> None:
    if series_days.leave_out(session, activity, now=now):
        _write_down(session, "left_out", activity, None, now=now)


def _write_down(
    session: Session, verb: str, activity: Activity, to: datetime | None, *, now: datetime
) -> None:
    subject = (ACTIVITY, activity.id)
    history.write_down(
        session,
        verb,
        subject,
        now=now,
        by=None,
        way=BY_THE_CALENDAR,
        before={"starts_at": activity.starts_at.isoformat(), "state": activity.state.value},
        after={"starts_at": to.isoformat()} if to else {},
    )
    refresh_cards(session, subject, version=activity.version + 1, now=now)
