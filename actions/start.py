"""The first meeting: a personal link is opened, its question answered, the person greeted."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions import account_approvals, connections, link_cards, reach
from domain.approval import WaitingForSecond
from domain.link import (
    GUESSES,
    GUESSES_WITHIN,
    Invited,
    Link,
    Linked,
    Purpose,
    hash_secret,
    is_secret,
)
from domain.office import Role
from domain.permission import Actor
from domain.place import Place
from domain.unit import Unit
from storage import accounts, drafts, history, links, people, units

NAME_LIMIT = 64


@dataclass(frozen=True, kw_only=True)
class Opener:
    """Whoever opens a link, as Telegram describes him; `at` is when he did."""

    account_name: str
    language: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Denied:
    """The opener is somebody else; the link is over."""


@dataclass(frozen=True, kw_only=True)
class DeadEnd:
    """The link opens nothing, and why is nobody's business; `own_name` of a linked opener."""

    own_name: str = ""


def greet(session: Session, actor: Actor, *, now: datetime, place: Place) -> Actor:
    """A plain /start: whoever writes can be written to, and a dialogue can wait."""
    reach.note_lost(session, actor.telegram_user_id, because=None, now=now, place=place)
    if actor.is_linked:
        drafts.park(session, actor.person, now=now)
    return actor


def open_link(
    session: Session, actor: Actor, payload: str, *, opener: Opener, now: datetime, place: Place
) -> Invited | Linked | DeadEnd:
    """Open a link with what came after /start. Wrong, old, used and foreign look the same."""
    since = now - GUESSES_WITHIN
    if links.count_guesses(session, actor.telegram_user_id, since=since) >= GUESSES:
        return DeadEnd(own_name=actor.name)
    link = links.find_by_hash(session, hash_secret(payload)) if is_secret(payload) else None
    outcome: Invited | Linked | None = None
    if link is not None and link.is_open_to(actor.telegram_user_id, opener.at):
        if link.purpose is Purpose.ADMINISTRATOR:
            outcome = _make_administrator(session, actor, link, opener=opener, now=now, place=place)
        elif not actor.is_linked:
            outcome = _ask(session, actor, link)
    if outcome is not None:
        return outcome
    links.note_guess(session, actor.telegram_user_id, now=now, forget_before=since)
    return DeadEnd(own_name=actor.name)


def _ask(session: Session, actor: Actor, link: Link) -> Invited | None:
    home = connections.find_home(session, link.person_id)
    if home is None:
        return None
    person, unit = home
    if not links.bind(session, link.id, actor.telegram_user_id):
        return None
    return Invited(
        link_id=link.id,
        name=person.name,
        unit_name=unit.name,
        replaces=accounts.find_account(session, person.id) is not None,
    )


def confirm(
    session: Session, actor: Actor, link_id: int, *, opener: Opener, now: datetime, place: Place
) -> Linked | WaitingForSecond | DeadEnd:
    """Answer yes. Pressed twice, it says the same twice."""
    link = links.find(session, link_id)
    home = connections.find_home(session, link.person_id if link else None)
    if link is None or home is None or link.opened_by != actor.telegram_user_id:
        return DeadEnd(own_name=actor.name)
    person, unit = home
    welcome = Linked(name=person.name, unit_name=unit.name)
    if actor.is_linked:
        return welcome if actor.person_id == person.id else DeadEnd(own_name=actor.name)
    if not link.is_open_to(actor.telegram_user_id, opener.at):
        return DeadEnd()
    account = (actor.telegram_user_id, opener.account_name)
    weighed = account_approvals.weigh_connection(
        session, link, person.id, account=account, now=now, place=place
    )
    if weighed is not None:
        return weighed if isinstance(weighed, WaitingForSecond) else DeadEnd()
    if not links.use(session, link, person_id=person.id, now=now):
        return DeadEnd()
    if person.language is None:
        people.choose_language(session, person.id, opener.language)
    connections.tie(
        session,
        actor.telegram_user_id,
        home,
        link=link,
        account_name=opener.account_name,
        now=now,
        place=place,
    )
    return welcome


def deny(
    session: Session, actor: Actor, link_id: int, *, now: datetime, place: Place
) -> Denied | DeadEnd:
    """ "Not me": nobody can use the link any more, and whoever made it is told."""
    link = links.find(session, link_id)
    if link is None or link.opened_by != actor.telegram_user_id or link.used_at is not None:
        return DeadEnd(own_name=actor.name)
    if links.close(session, link.id, now=now):
        link_cards.tell_maker(session, link, now=now, place=place)
    return Denied()


def _make_administrator(
    session: Session, actor: Actor, link: Link, *, opener: Opener, now: datetime, place: Place
) -> Linked | None:
    root = units.find_root(session)
    if root is None or not links.bind(session, link.id, actor.telegram_user_id):
        return None
    person_id = actor.person_id or _add_person(session, root, opener)
    home = connections.find_home(session, person_id)
    if home is None or not links.use(session, link, person_id=person_id, now=now):
        return None
    if not actor.is_linked:
        connections.tie(
            session,
            actor.telegram_user_id,
            home,
            link=link,
            account_name=opener.account_name,
            now=now,
            place=place,
        )
    people.appoint(session, person_id, Role.ADMINISTRATOR, unit_id=root.id, now=now)
    history.write_down(
        session, "appointed", ("person", person_id), now=now, by=None, after={"link": link.id}
    )
    return Linked(name=home[0].name, unit_name=root.name, is_administrator=True)


def _add_person(session: Session, root: Unit, opener: Opener) -> int:
    name = " ".join(opener.account_name.split())[:NAME_LIMIT] or "?"
    person_id = people.add(session, name, unit_id=root.id)
    people.choose_language(session, person_id, opener.language)
    return person_id
