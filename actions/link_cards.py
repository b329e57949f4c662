"""What officers are told about links: who was linked, with a way back, and who said no."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from actions import hearers
from actions.quieting import refresh_cards
from domain.delivery import Delivery, Kind, NewDelivery
from domain.hearing import WAKING_FROM
from domain.link import Link, LinkedCard, LinkEnd
from domain.place import Place
from domain.unit import Unit
from storage import accounts, deliveries, links, people, units
from storage.accounts import Tie
from storage.people import Person

LINK = "link"
USEFUL_FOR = timedelta(days=14)
# A link is told once and taken back once.
TAKEN_BACK = 2


def stands(link: Link, ties: Mapping[int, Tie]) -> bool:
    """Whether the tie that this link has made is the one that holds."""
    tie = ties.get(link.person_id or 0)
    return (
        tie is not None and tie.telegram_user_id == link.opened_by and tie.linked_at == link.used_at
    )


def tell_linked(
    session: Session,
    link: Link,
    who: tuple[Person, Unit],
    *,
    account_name: str,
    replaced: bool,
    now: datetime,
    place: Place,
) -> None:
    """Tell the secretary who was linked.

    Where another account lost its place the level above hears of it too: whoever made the link
    could have opened it himself.
    """
    person, unit = who
    levels = 2 if replaced else 1
    told = hearers.find_besides(session, unit, person_id=person.id, levels=levels)
    person_ids = [officer.person_id for officer in told]
    if not person_ids and link.made_by not in (None, person.id):
        person_ids = [link.made_by or 0]
    _queue(session, link, person_ids, account_name=account_name, now=now, place=place)


def tell_maker(session: Session, link: Link, *, now: datetime, place: Place) -> None:
    """Tell whoever made the link that it reached somebody else."""
    if link.made_by is not None:
        _queue(session, link, [link.made_by], account_name="", now=now, place=place)


def _queue(
    session: Session,
    link: Link,
    person_ids: Sequence[int],
    *,
    account_name: str,
    now: datetime,
    place: Place,
) -> None:
    told = [
        NewDelivery(
            once_key=f"link:{link.id}:{person_id}",
            person_id=person_id,
            kind=Kind.LINKED,
            due_at=place.next_digest(now, WAKING_FROM),
            useful_until=now + USEFUL_FOR,
            subject_id=link.id,
            subjects=((LINK, link.id),),
            facts={"account_name": account_name},
        )
        for person_id in person_ids
    ]
    deliveries.queue(session, told, now=now)


def refresh(session: Session, link_id: int, *, now: datetime) -> None:
    """The tie of a link is cut: messages about it say so."""
    refresh_cards(session, (LINK, link_id), version=TAKEN_BACK, now=now)


def refresh_earlier(session: Session, person_id: int, *, besides: int, now: datetime) -> None:
    """Somebody was linked anew: messages about his earlier links lose their button."""
    for link in links.find_of_person(session, person_id):
        if link.id != besides and link.used_at is not None:
            refresh(session, link.id, now=now)


def load_cards(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, LinkedCard]:
    """What each message about a link says now; an undone one is only told to those who knew."""
    known = links.find_many(session, [one.subject_id or 0 for one in claimed])
    persons = people.find_many(session, {link.person_id or 0 for link in known.values()})
    homes = units.find_many(session, [person.unit_id for person in persons.values()])
    ties = accounts.find_ties(session, list(persons))
    cards: dict[int, LinkedCard] = {}
    for one in claimed:
        link = known.get(one.subject_id or 0)
        person = persons.get(link.person_id or 0) if link else None
        if link is None or person is None:
            continue
        end = _end(link, ties)
        if end is LinkEnd.UNDONE and one.edits is None:
            continue
        cards[one.id] = LinkedCard(
            link_id=link.id,
            person_id=person.id,
            person_name=person.name,
            unit_name=homes[person.unit_id].name,
            end=end,
            account_name=str(one.facts.get("account_name", "")),
        )
    return cards


def _end(link: Link, ties: Mapping[int, Tie]) -> LinkEnd:
    if link.used_at is None:
        return LinkEnd.DENIED
    return LinkEnd.LINKED if stands(link, ties) else LinkEnd.UNDONE
