"""An activity that people know of has come to stand on a day off: ask whether it moves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from actions.activities import NotYours, Shown, find_to_change, present_now
from actions.activity_news import apply_change
from actions.answering import find_answering
from actions.held_questions import hearers_of
from actions.quieting import ACTIVITY, refresh_cards
from domain.activity import Activity
from domain.activity_plan import ActivityPlan
from domain.delivery import Delivery, Kind, NewDelivery
from domain.hearing import Officer
from domain.permission import Actor
from domain.place import Place
from domain.series_day import DayOff, DayOffCard, instead_of
from storage import calendar_days, deliveries, history, people, series, series_days
from storage.series_days import Dated

# A change that is taken back within its minute is not asked about.
GATHERED_FOR = timedelta(minutes=2)


@dataclass(frozen=True, kw_only=True)
class OtherDay:
    """The rule would put it on another day by now than was shown."""

    card: DayOffCard


def notice(
    session: Session, activity: Activity, day_off: DayOff | None, *, now: datetime, place: Place
) -> None:
    """Keep that its day is a day off, or is one no more; each officer is asked once about a day."""
    if not series_days.note(session, activity, day_off):
        return
    subject = (ACTIVITY, activity.id)
    refresh_cards(session, subject, version=activity.version + 1, now=now)
    if day_off is DayOff.ASKED:
        _ask(session, activity, now=now, place=place)


def _ask(session: Session, activity: Activity, *, now: datetime, place: Place) -> None:
    unit_ids = (activity.unit.id, *activity.unit.ancestor_ids)
    officers = hearers_of(activity, people.find_hearers(session, list(unit_ids)))
    key = f"{Kind.DAY_OFF}:{activity.id}:{int(activity.starts_at.timestamp())}:"
    asked = series_days.find_asked(session, activity.id, key=key)
    queued = [
        _question(activity, officer, key=key, now=now, place=place)
        for officer in officers
        if officer.person_id not in asked
    ]
    deliveries.queue(session, queued, now=now)


def _question(
    activity: Activity, officer: Officer, *, key: str, now: datetime, place: Place
) -> NewDelivery:
    told_at = now + GATHERED_FOR
    due_at = told_at if place.is_waking(told_at) else place.next_digest(told_at, officer.digest_at)
    return NewDelivery(
        # What came to nothing before it was sent is asked anew when it is true again.
        once_key=f"{key}{officer.person_id}:{activity.version}",
        person_id=officer.person_id,
        kind=Kind.DAY_OFF,
        due_at=min(due_at, max(now, activity.opens_at)),
        useful_until=activity.starts_at,
        subject_id=activity.id,
        subjects=((ACTIVITY, activity.id),),
    )


def load_cards(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, DayOffCard]:
    """What is asked; what was decided, or is a day off no more, is no question any more."""
    found = series_days.find_many(session, {one.subject_id or 0 for one in claimed})
    cards = _cards(session, found, now=now, place=place)
    answers = find_answering(session, claimed)
    loaded: dict[int, DayOffCard] = {}
    for one in claimed:
        card = cards.get(one.subject_id or 0)
        if card is None:
            continue
        is_theirs = answers(one, card.activity)
        if one.edits is not None:
            loaded[one.id] = card if is_theirs else card.for_nobody()
        elif is_theirs and card.is_open:
            loaded[one.id] = card
    return loaded


def _cards(
    session: Session, found: Mapping[int, Dated], *, now: datetime, place: Place
) -> dict[int, DayOffCard]:
    others = _find_others(session, [one.activity for one in found.values()], now=now, place=place)
    return {
        key: DayOffCard(
            activity=one.activity.on_local_clock(place),
            day_off=one.day_off if one.activity.is_planned else None,
            is_open=_is_open(one, now=now),
            to=others.get(key) if _is_open(one, now=now) else None,
        )
        for key, one in found.items()
    }


def _is_open(dated: Dated, *, now: datetime) -> bool:
    activity = dated.activity
    is_ahead = activity.is_planned and not activity.has_begun(now)
    return is_ahead and dated.day_off is DayOff.ASKED


def _find_others(
    session: Session, some: Sequence[Activity], *, now: datetime, place: Place
) -> dict[int, datetime]:
    """Where the rules would put them, at their own hours, unless that is over or taken."""
    known = series.find_many(session, {one.series_id or 0 for one in some})
    calendars = calendar_days.load_for(session, [one.unit for one in some])
    coming = series_days.find_coming(session, known, now=now)
    taken = {(series_id, place.today(at)) for series_id, at in coming}
    found: dict[int, datetime] = {}
    for one in some:
        cadence = known[one.series_id].plan.cadence if one.series_id in known else None
        local = place.local(one.starts_at)
        day = instead_of(local.date(), cadence, calendars.of(one.unit)) if cadence else None
        if day and (one.series_id, day) not in taken and place.at(day, local.time()) > now:
            found[one.id] = place.local(place.at(day, local.time()))
    return found


def move(
    session: Session, actor: Actor, activity_id: int, day: date, *, now: datetime, place: Place
) -> OtherDay | Shown:
    """Give it the day that was shown; whoever knows of it hears of the change once."""
    activity = find_to_change(session, actor, activity_id)
    found = series_days.find_many(session, [activity_id])
    if activity is None or not found:
        return NotYours()
    card = _cards(session, found, now=now, place=place)[activity_id]
    if not card.is_open:
        return present_now(session, activity_id, now=now, place=place)
    if card.to is None or card.to.date() != day:
        return OtherDay(card=card)
    change = ActivityPlan(starts_at=place.at(day, card.to.time()))
    apply_change(session, actor, activity, change, now=now, place=place)
    return present_now(session, activity_id, now=now, place=place)


def keep(session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place) -> Shown:
    """It takes place all the same."""
    activity = find_to_change(session, actor, activity_id)
    dated = series_days.find_many(session, [activity_id]).get(activity_id)
    if activity is None or dated is None:
        return NotYours()
    is_asked = activity.is_planned and dated.day_off is DayOff.ASKED
    if is_asked and series_days.note(session, activity, DayOff.KEPT):
        subject = (ACTIVITY, activity.id)
        history.write_down(session, "day_kept", subject, now=now, by=actor.person)
        refresh_cards(session, subject, version=activity.version + 1, now=now)
    return present_now(session, activity_id, now=now, place=place)
