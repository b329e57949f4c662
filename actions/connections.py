"""The tie between a Telegram account and a person: made by a link, and cut."""

from datetime import datetime

from sqlmodel import Session

from actions import link_cards
from domain.link import Link
from domain.place import Place
from domain.unit import Unit
from storage import accounts, calendar_feeds, deliveries, history, people, units
from storage.people import Person

Home = tuple[Person, Unit]


def find_home(session: Session, person_id: int | None) -> Home | None:
    """Somebody on the roster, with his unit."""
    person = people.find(session, person_id) if person_id is not None else None
    unit = units.find(session, person.unit_id) if person else None
    return (person, unit) if person is not None and unit is not None else None


def tie(
    session: Session,
    telegram_user_id: int,
    home: Home,
    *,
    link: Link,
    account_name: str,
    now: datetime,
    place: Place,
) -> None:
    """Link the account; another one loses its place, and its calendar, at this moment."""
    person_id = home[0].id
    replaced = accounts.unlink(session, person_id)
    if replaced is not None:
        calendar_feeds.remove_address(session, person_id)
    # It can still be tied to somebody who has left.
    accounts.release(session, telegram_user_id)
    # Nothing that was prepared for the old account may still go there.
    deliveries.outdate_for(session, person_id)
    if not accounts.link(session, telegram_user_id, person_id=person_id, now=now):
        raise RuntimeError(f"person {person_id} was linked at the same moment")
    history.write_down(
        session,
        "linked",
        ("person", person_id),
        now=now,
        by=person_id,
        before={"account": replaced},
        after={"account": telegram_user_id, "link": link.id},
    )
    link_cards.refresh_earlier(session, person_id, besides=link.id, now=now)
    link_cards.tell_linked(
        session,
        link,
        home,
        account_name=account_name,
        replaced=replaced is not None,
        now=now,
        place=place,
    )


def cut(session: Session, link: Link, person_id: int, *, by: int | None, now: datetime) -> bool:
    """Cut the tie that a link has made; False when it holds no longer."""
    if not link_cards.stands(link, accounts.find_ties(session, [person_id])):
        return False
    account = accounts.unlink(session, person_id)
    calendar_feeds.remove_address(session, person_id)
    history.write_down(
        session,
        "unlinked",
        ("person", person_id),
        now=now,
        by=by,
        before={"account": account, "link": link.id},
    )
    link_cards.refresh(session, link.id, now=now)
    return True
