"""What somebody chooses for himself."""

from dataclasses import replace
from datetime import datetime, time

from sqlmodel import Session

from actions.running import reads
from domain.easing import Reminding
from domain.permission import Actor, officer_paths
from domain.place import Place
from domain.preferences import Preferences, WakingHours
from storage import deliveries, history, monthly_boards, notices, people, preferences


@reads
def find_mine(session: Session, actor: Actor) -> Preferences | None:
    """What the actor has chosen; a stranger has nothing."""
    person = people.find(session, actor.person_id) if actor.person_id is not None else None
    if person is None:
        return None
    return Preferences(
        language=person.language,
        digest_at=person.digest_at,
        waking=person.waking,
        reminding=person.reminding,
        monthly_board=monthly_boards.wants(session, person.id) if officer_paths(actor) else None,
    )


@reads
def find_me(_session: Session, actor: Actor) -> Actor:
    """Who the actor is here and now."""
    return actor


def choose_language(
    session: Session, actor: Actor, code: str, *, now: datetime
) -> Preferences | None:
    """Speak this language from now on; of strangers nothing is kept."""
    before = find_mine(session, actor)
    if before is None:
        return None
    if before.language != code:
        people.choose_language(session, actor.person, code)
        deliveries.outdate_for(session, actor.person)
        history.write_down(
            session,
            "language_chosen",
            ("person", actor.person),
            now=now,
            by=actor.person,
            before={"language": before.language},
            after={"language": code},
        )
    return replace(before, language=code)


def choose_digest_hour(
    session: Session, actor: Actor, digest_at: time, *, now: datetime, place: Place
) -> Preferences | None:
    """Send the daily message at this hour, also what waits for the next one already."""
    before = find_mine(session, actor)
    if before is None:
        return None
    people.choose_digest_hour(session, actor.person, digest_at)
    next_at = place.next_digest(now, digest_at)
    notices.move_to_hour(session, actor.person, due_at=next_at, now=now)
    after = replace(before, digest_at=digest_at)
    _write_down(session, actor, "digest_hour_chosen", before, after, now=now)
    return after


def choose_waking_hours(
    session: Session, actor: Actor, waking: WakingHours, *, now: datetime
) -> Preferences | None:
    """Be written to unasked in these hours alone; what is queued waits for them when it goes."""
    before = find_mine(session, actor)
    if before is None:
        return None
    preferences.choose_waking_hours(session, actor.person, waking)
    after = replace(before, waking=waking)
    _write_down(session, actor, "waking_hours_chosen", before, after, now=now)
    return after


def choose_reminding(
    session: Session, actor: Actor, reminding: Reminding, *, now: datetime
) -> Preferences | None:
    """Be reminded of everything, or only on the last days, or only once after the end."""
    before = find_mine(session, actor)
    if before is None:
        return None
    preferences.choose_reminding(session, actor.person, reminding)
    after = replace(before, reminding=reminding)
    _write_down(session, actor, "reminding_chosen", before, after, now=now)
    return after


def choose_monthly_board(
    session: Session, actor: Actor, *, is_wanted: bool, now: datetime
) -> Preferences | None:
    """Have the board as a picture at the beginning of each month, or no more."""
    before = find_mine(session, actor)
    if before is None:
        return None
    monthly_boards.choose(session, actor.person, is_wanted=is_wanted)
    after = find_mine(session, actor) or before
    _write_down(session, actor, "monthly_board_chosen", before, after, now=now)
    return after


def _write_down(
    session: Session,
    actor: Actor,
    verb: str,
    before: Preferences,
    after: Preferences,
    *,
    now: datetime,
) -> None:
    history.write_down(
        session,
        verb,
        ("person", actor.person),
        now=now,
        by=actor.person,
        before=_facts(before),
        after=_facts(after),
    )


def _facts(chosen: Preferences) -> dict[str, str]:
    return {
        "digest_at": str(chosen.digest_at),
        "waking": f"{chosen.waking.since}-{chosen.waking.until}",
        "reminding": chosen.reminding.value,
        "monthly_board": str(bool(chosen.monthly_board)),
    }
