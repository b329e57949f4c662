"""What somebody chooses for himself."""

from datetime import datetime, time

from sqlmodel import Session

from actions.running import reads
from domain.hearing import DEFAULT_DIGEST_AT
from domain.permission import Actor
from domain.place import Place
from domain.preferences import Preferences
from storage import deliveries, history, notices, people


@reads
def find_mine(session: Session, actor: Actor) -> Preferences | None:
    """What the actor has chosen; a stranger has nothing."""
    person = people.find(session, actor.person_id) if actor.person_id is not None else None
    if person is None:
        return None
    return Preferences(language=person.language, digest_at=person.digest_at)


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
    return Preferences(language=code, digest_at=before.digest_at)


def choose_digest_hour(
    session: Session, actor: Actor, digest_at: time, *, now: datetime, place: Place
) -> Preferences:
    """Send the daily message at this hour, also what waits for the next one already."""
    before = find_mine(session, actor)
    people.choose_digest_hour(session, actor.person, digest_at)
    next_at = place.next_digest(now, digest_at)
    notices.move_to_hour(session, actor.person, due_at=next_at, now=now)
    history.write_down(
        session,
        "digest_hour_chosen",
        ("person", actor.person),
        now=now,
        by=actor.person,
        before={"digest_at": str(before.digest_at if before else DEFAULT_DIGEST_AT)},
        after={"digest_at": str(digest_at)},
    )
    return Preferences(language=before.language if before else None, digest_at=digest_at)
