"""What becomes of an absence while make-up sessions are held, taken back and corrected.

An absence is made up once, by the first session held that the person came to.
"""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session

from actions import invitations
from actions.activity_counting import count_person
from actions.quieting import refresh_everybody, refresh_people
from domain.activity import Activity, ActivityState
from domain.permission import Actor
from domain.place import Place
from storage import activities, activity_changes, check_ins, expecting, history, make_ups


def settle(
    session: Session, actor: Actor, made_up: Activity, *, now: datetime, place: Place
) -> None:
    """A make-up session was held: who came to it has made up what it stands for."""
    missed = _find_missed(session, made_up)
    if missed is not None:
        people = make_ups.make_up(session, missed.id, made_up.id, by=actor.person)
        _follow(session, actor, missed, people, times=1, now=now, place=place)


def take_back(
    session: Session, actor: Actor, made_up: Activity, *, now: datetime, place: Place
) -> None:
    """The word that it was held is taken back: they are absent, or on leave, as before."""
    missed = _find_missed(session, made_up)
    if missed is not None:
        people = make_ups.miss_again(session, missed.id, made_up.id)
        _follow(session, actor, missed, people, times=-1, now=now, place=place)
        _pass_on(session, actor, missed, people, now=now, place=place)


def correct(
    session: Session,
    actor: Actor,
    made_up: Activity,
    person_id: int,
    *,
    times: int,
    now: datetime,
    place: Place,
) -> None:
    """Somebody was at a make-up session after all, or (-1) was not: what it stands for follows."""
    missed = _find_missed(session, made_up)
    if missed is None:
        return
    one = [person_id]
    if times > 0:
        people = make_ups.make_up(session, missed.id, made_up.id, by=actor.person, people=one)
    else:
        people = make_ups.miss_again(session, missed.id, made_up.id, people=one)
    _follow(session, actor, missed, people, times=times, now=now, place=place)
    if times < 0:
        _pass_on(session, actor, missed, people, now=now, place=place)


def settle_missed(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> None:
    """An activity was held, perhaps anew: what was made up of it by now counts."""
    session.expire_all()
    missed = activities.find(session, activity_id)
    if missed is not None:
        _pass_on(session, actor, missed, None, now=now, place=place)
        follow_lists(session, actor, missed, None, now=now, place=place)


def reopen_missed(session: Session, actor: Actor, missed: Activity, *, now: datetime) -> None:
    """An activity was not held after all: nobody has made it up, until it is held again."""
    people = make_ups.expect_again(session, missed.id)
    if people:
        _write_down(session, actor, missed.id, "missed_again", people, now=now)


def call_off_missed(session: Session, actor: Actor, missed: Activity, *, now: datetime) -> None:
    """An activity does not take place: there is nothing to make up."""
    _take_off(session, actor, missed, make_ups.release_all(session, missed.id), now=now)


def follow_lists(
    session: Session,
    actor: Actor,
    missed: Activity,
    people: Collection[int] | None,
    *,
    now: datetime,
    place: Place,
) -> None:
    """Sessions to come expect who of these (None: of everybody) still misses it, and no others.

    One that is over and of which nobody has said yet that it was held takes nobody more.
    """
    sessions = make_ups.find_sessions(session, missed.id, ActivityState.PLANNED)
    if not sessions:
        return
    released = make_ups.release(session, missed.id, people=people)
    _take_off(session, actor, missed, released, now=now)
    missing = make_ups.find_missing(session, missed.id, people)
    known = check_ins.find_many(session, sessions, missing)
    for found in activities.find_many(session, sessions).values():
        added = [one for one in missing if (found.id, one) not in known]
        if added and now < found.closes_at:
            expecting.expect(session, found.id, *added)
            _write_down(session, actor, found.id, "expected_again", added, now=now)
            again = activity_changes.find_invited(session, found.id, added)
            change = _change(session, missed)
            invitations.queue(session, found, again=again, change=change, now=now, place=place)
            refresh_people(session, found.id, added, change=change, now=now)


def _find_missed(session: Session, made_up: Activity) -> Activity | None:
    """What a session makes up, as it stands once everybody else has changed it; only once held."""
    if made_up.makes_up_id is None:
        return None
    activities.lock(session, made_up.makes_up_id)
    missed = activities.find(session, made_up.makes_up_id)
    return missed if missed and missed.state is ActivityState.HELD else None


def _pass_on(
    session: Session,
    actor: Actor,
    missed: Activity,
    people: Collection[int] | None,
    *,
    now: datetime,
    place: Place,
) -> None:
    """Who came to another session that was held has made it up there."""
    for session_id in make_ups.find_sessions(session, missed.id, ActivityState.HELD):
        found = make_ups.make_up(session, missed.id, session_id, by=actor.person, people=people)
        _follow(session, actor, missed, found, times=1, now=now, place=place)


def _follow(
    session: Session,
    actor: Actor,
    missed: Activity,
    people: list[int],
    *,
    times: int,
    now: datetime,
    place: Place,
) -> None:
    if not people:
        return
    count_person(session, actor, missed, people, times=times, now=now, place=place)
    verb = "made_up" if times > 0 else "missed_again"
    _write_down(session, actor, missed.id, verb, people, now=now)
    follow_lists(session, actor, missed, people, now=now, place=place)
    refresh_everybody(session, missed.id, change=_change(session, missed), now=now)


def _take_off(
    session: Session,
    actor: Actor,
    missed: Activity,
    released: list[tuple[int, int]],
    *,
    now: datetime,
) -> None:
    by_session: dict[int, list[int]] = {}
    for session_id, person_id in released:
        by_session.setdefault(session_id, []).append(person_id)
    change = _change(session, missed)
    for session_id, people in by_session.items():
        _write_down(session, actor, session_id, "taken_off", people, now=now)
        refresh_people(session, session_id, people, change=change, now=now)


def _change(session: Session, missed: Activity) -> str:
    """Names what has happened to who missed it, so that cards show each change."""
    return f"absences:{missed.version}:{make_ups.count_changes(session, missed.id)}"


def _write_down(
    session: Session, actor: Actor, activity_id: int, verb: str, people: list[int], *, now: datetime
) -> None:
    subject = (invitations.CHECK_IN, activity_id)
    history.write_down(session, verb, subject, now=now, by=actor.person, after={"people": people})
