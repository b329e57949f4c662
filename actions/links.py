"""Personal links: who may hand them out, and how one is taken back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe

from sqlmodel import Session

from actions import account_approvals, connections, link_cards
from actions.account_approvals import NotEntitled
from domain.approval import WaitingForSecond
from domain.link import LIFETIME, LinkMade, Purpose, hash_secret, may_make_link
from domain.office import Role
from domain.permission import Actor, may_manage
from domain.place import Place
from storage import accounts, history, links, people, units
from storage.links import NewLink

SECRET_BYTES = 16
# A thumb that comes down twice wants one link, and the second would end the first.
DOUBLE_PRESS = timedelta(seconds=10)
ROOT = "组织"


@dataclass(frozen=True, kw_only=True)
class JustMade:
    """The link was made a moment ago and stands above."""


@dataclass(frozen=True, kw_only=True)
class NotThere:
    """No such person or link, or one that is not the actor's business: told alike."""


@dataclass(frozen=True, kw_only=True)
class Undone:
    name: str


@dataclass(frozen=True, kw_only=True)
class LastAdministrator:
    """Without him nobody could set anything right in the chat."""


def make_admin_link(session: Session, *, now: datetime) -> str:
    """The secret of a link that makes its opener an administrator; earlier ones are over."""
    if units.find_root(session) is None:
        units.add_root(session, name=ROOT, kind=ROOT)
    return _make(session, Purpose.ADMINISTRATOR, now=now)[0]


def make_personal_link(
    session: Session, actor: Actor, person_id: int, *, now: datetime, place: Place
) -> LinkMade | JustMade | NotThere:
    """A new link for somebody; his earlier ones are over."""
    person = people.find(session, person_id)
    unit = units.find(session, person.unit_id) if person else None
    if person is None or unit is None:
        return NotThere()
    if not may_make_link(actor, unit.path, accounts.find_offices(session, person_id)):
        return NotThere()
    earlier = links.find_of_person(session, person_id)[:1]
    if any(one.made_by == actor.person and now - one.made_at < DOUBLE_PRESS for one in earlier):
        return JustMade()
    secret, until = _make(
        session, Purpose.PERSON, person_id=person_id, made_by=actor.person, now=now
    )
    history.write_down(session, "link_made", ("person", person_id), now=now, by=actor.person)
    return LinkMade(secret=secret, name=person.name, until=place.today(until))


def _make(
    session: Session,
    purpose: Purpose,
    *,
    person_id: int | None = None,
    made_by: int | None = None,
    now: datetime,
) -> tuple[str, datetime]:
    secret, until = token_urlsafe(SECRET_BYTES), now + LIFETIME[purpose]
    link = NewLink(
        secret_hash=hash_secret(secret),
        purpose=purpose,
        expires_at=until,
        person_id=person_id,
        made_by=made_by,
    )
    links.make(session, link, now=now)
    return secret, until


def undo(
    session: Session, actor: Actor, link_id: int, *, now: datetime, place: Place
) -> Undone | LastAdministrator | WaitingForSecond | NotEntitled | NotThere:
    """Cut the tie that a link has made, while it still stands."""
    link = links.find(session, link_id)
    person = people.find(session, link.person_id) if link and link.person_id else None
    unit = units.find(session, person.unit_id) if person else None
    if link is None or person is None or unit is None or not may_manage(actor, unit.path):
        return NotThere()
    if not link_cards.stands(link, accounts.find_ties(session, [person.id])):
        return NotThere()
    held = {office.role for office in accounts.find_offices(session, person.id)}
    others = people.count_linked_administrators(session, besides=person.id)
    if Role.ADMINISTRATOR in held and not others:
        return LastAdministrator()
    weighed = account_approvals.weigh_cut(session, actor, link, person.id, now=now, place=place)
    if weighed is not None:
        return weighed
    connections.cut(session, link, person.id, by=actor.person, now=now)
    return Undone(name=person.name)
