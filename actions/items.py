"""One obligation in full, and what the one who owes it answers: in hand, tomorrow."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from actions import election_plans, hearing, outlooks
from actions.quieting import OBLIGATION, refresh_own_digests
from actions.reminders import USEFUL_FOR, notice_key
from actions.running import reads
from domain.easing import MOST_TOMORROWS, Easing, quiet_until
from domain.item import Item
from domain.notice import NoticeKind
from domain.obligation import Obligation, is_own, may_act, may_rule
from domain.outlook import Outlook
from domain.permission import Actor
from domain.place import Place
from domain.ruling import may_be_ruled_on
from domain.working_day import WorkingCalendar
from storage import calendar_days, easings, history, notices, obligations, people, problems
from storage.notices import NewNotice

TOMORROW = "tomorrow"


@dataclass(frozen=True, kw_only=True)
class NotYours:
    """It does not exist, or it is somebody else's: both look the same."""


@dataclass(frozen=True, kw_only=True)
class Answered:
    """It is kept; the item shows what follows."""

    item: Item


@dataclass(frozen=True, kw_only=True)
class Stands:
    """Nothing was changed: it was said before, or it is no longer possible."""

    item: Item


@reads
def find(
    session: Session, actor: Actor, obligation_id: int, *, now: datetime, place: Place
) -> Item | NotYours:
    """The item with everything that this reader can do about it now."""
    obligation = find_seen(session, actor, obligation_id)
    return item_of(session, actor, obligation, now=now, place=place) if obligation else NotYours()


def find_seen(session: Session, actor: Actor, obligation_id: int) -> Obligation | None:
    """An obligation of the actor himself, of his units or below."""
    obligation = obligations.find(session, obligation_id)
    return obligation if obligation and may_act(actor, obligation) else None


def item_of(
    session: Session, actor: Actor, obligation: Obligation, *, now: datetime, place: Place
) -> Item:
    """The obligation as this reader sees it."""
    today = place.today(now)
    ahead = outlooks.load(
        session, [obligation], heard=hearing.load(session, [obligation]), place=place
    )
    easing = easings.find(session, obligation.id, actor.person)
    is_mine = is_own(actor, obligation)
    problem = problems.find_newest(session, obligation.id)
    is_told = problem is not None and problem.last_day == obligation.last_day
    may_answer = is_mine and obligation.is_owed and not obligation.is_any_time
    waiting = notices.find_own_due(session, obligation.id, actor.person)
    return Item(
        today=today,
        obligation=obligation,
        easing=easing,
        outlook=_sooner(
            ahead.of(obligation, person_id=actor.person, today=today),
            place.local(waiting).date() if waiting else None,
        ),
        is_own=is_mine and obligation.is_owed,
        may_answer=may_answer,
        may_rule=may_rule(actor, obligation) and may_be_ruled_on(obligation),
        may_tell=may_answer
        and not is_told
        and bool(ahead.heard.above_besides(obligation, actor.person)),
        tomorrow=_tomorrow(obligation, easing, ahead.calendars.of(obligation.unit), today)
        if may_answer
        else None,
        problem=problem,
        election=ahead.plans.get(obligation.id),
    )


def _sooner(outlook: Outlook, waits_for: date | None) -> Outlook:
    """What was put off till tomorrow comes before the next rung."""
    if waits_for is None:
        return outlook
    return replace(outlook, reminded_on=min(waits_for, outlook.reminded_on or waits_for))


def _tomorrow(
    obligation: Obligation, easing: Easing, calendar: WorkingCalendar, today: date
) -> date | None:
    """The next working day; before the end only while it does not pass the end."""
    day = calendar.add_working_days(today, 1)
    is_possible = day <= obligation.last_day or obligation.is_overdue(today)
    if (
        not obligation.is_owed
        or obligation.is_any_time
        or easing.tomorrows >= MOST_TOMORROWS
        or not is_possible
    ):
        return None
    return day


def take_in_hand(
    session: Session, actor: Actor, obligation_id: int, *, now: datetime, place: Place
) -> Answered | Stands | NotYours:
    """Still the actor's own reminders until the next class of rungs; what waits is dropped."""
    obligation = find_own(session, actor, obligation_id)
    if obligation is None:
        return NotYours()
    today = place.today(now)
    easing = easings.find(session, obligation_id, actor.person)
    until = _quiet_until(session, obligation, today)
    is_new = until is not None and easings.take_in_hand(session, easing, until=until)
    if is_new:
        notices.cancel_own(session, obligation_id, actor.person)
        refresh_own_digests(session, obligation_id, actor.person, change=f"hand:{until}", now=now)
        _write_down(session, actor, obligation_id, "in_hand", str(until), now=now)
    item = item_of(session, actor, obligation, now=now, place=place)
    return Answered(item=item) if is_new else Stands(item=item)


def _quiet_until(session: Session, obligation: Obligation, today: date) -> date | None:
    """None for what nobody is reminded of."""
    if not obligation.is_owed or obligation.is_any_time:
        return None
    plans = election_plans.load(session, [obligation])
    calendar = calendar_days.calendar_for(session, obligation.unit)
    ladder = election_plans.ladder(obligation, calendar, plans)
    return quiet_until(ladder, obligation.policy, today=today)


def put_off(
    session: Session,
    actor: Actor,
    obligation_id: int,
    *,
    tomorrows: int,
    now: datetime,
    place: Place,
) -> Answered | Stands | NotYours:
    """Be told of it with the next working day's digest instead; at most twice."""
    obligation = find_own(session, actor, obligation_id)
    person = people.find(session, actor.person)
    if obligation is None or person is None:
        return NotYours()
    easing = easings.find(session, obligation_id, actor.person)
    calendar = calendar_days.calendar_for(session, obligation.unit)
    day = _tomorrow(obligation, easing, calendar, place.today(now))
    is_new = day is not None and easing.tomorrows == tomorrows and easings.put_off(session, easing)
    if day is not None and is_new:
        notices.cancel_own(session, obligation_id, actor.person)
        due_at = place.at(day, person.digest_at)
        notices.make(
            session,
            [_tomorrows_notice(obligation, actor.person, day=day, due_at=due_at)],
            now=now,
        )
        _write_down(session, actor, obligation_id, TOMORROW, str(day), now=now)
    item = item_of(session, actor, obligation, now=now, place=place)
    return Answered(item=item) if is_new else Stands(item=item)


def find_own(session: Session, actor: Actor, obligation_id: int) -> Obligation | None:
    """What the actor himself owes, or a unit that he answers for, locked for what follows."""
    obligation = obligations.find(session, obligation_id, for_change=True)
    return obligation if obligation and is_own(actor, obligation) else None


def _tomorrows_notice(
    obligation: Obligation, person_id: int, *, day: date, due_at: datetime
) -> NewNotice:
    return NewNotice(
        once_key=notice_key(NoticeKind.OWN, obligation, f"{TOMORROW}-{day}", person_id),
        person_id=person_id,
        kind=NoticeKind.OWN,
        step=TOMORROW,
        obligation_id=obligation.id,
        unit_id=obligation.unit.id,
        due_at=due_at,
        useful_until=due_at + USEFUL_FOR,
    )


def _write_down(
    session: Session, actor: Actor, obligation_id: int, verb: str, until: str, *, now: datetime
) -> None:
    history.write_down(
        session,
        verb,
        (OBLIGATION, obligation_id),
        now=now,
        by=actor.person,
        after={"until": until},
    )
