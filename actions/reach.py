"""Who can be written to, and who cannot."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from sqlmodel import Session

from actions import hearers
from actions.running import reads
from domain.link import may_make_link
from domain.notice import NoticeKind
from domain.permission import Actor, may_manage, officer_paths
from domain.place import Place
from domain.reach import PersonEntry, ReachCount, ReachPage, Standing, UnitEntry
from domain.unit import Unit, is_within
from storage import accounts, notices, people, reach, units
from storage.notices import NewNotice

A_PAGE = 8
USEFUL_FOR = timedelta(days=14)


def note_change(
    session: Session, actor: Actor, *, is_lost: bool, now: datetime, place: Place
) -> None:
    """Somebody has blocked the bot or let it in again."""
    because = "blocked" if is_lost else None
    note_lost(session, actor.telegram_user_id, because=because, now=now, place=place)


def note_lost(
    session: Session, telegram_user_id: int, *, because: str | None, now: datetime, place: Place
) -> None:
    """Write down whether an account can be written to; the loss of one is told once a day."""
    person_id = accounts.mark_lost(session, telegram_user_id, because=because, now=now)
    person = people.find(session, person_id) if person_id is not None else None
    unit = units.find(session, person.unit_id) if person else None
    if person is None or unit is None:
        return
    if because is None:
        notices.forget_under(session, f"lost:{person.id}:")
        return
    told = [
        NewNotice(
            once_key=f"lost:{person.id}:{place.today(now)}:{officer.person_id}",
            person_id=officer.person_id,
            kind=NoticeKind.LOST,
            step="lost",
            due_at=_at_the_hour(place, now, officer.digest_at),
            useful_until=now + USEFUL_FOR,
            unit_id=unit.id,
        )
        for officer in hearers.find_besides(session, unit, person_id=person.id)
    ]
    notices.make(session, told, now=now)


def _at_the_hour(place: Place, now: datetime, digest_at: time) -> datetime:
    """The next digest at its hour: this is no reason to write at another one."""
    is_over = now > place.at(place.today(now), digest_at)
    return place.next_digest(now, digest_at, after_today=is_over)


@reads
def look(session: Session, actor: Actor, *, unit_id: int | None, page: int) -> ReachPage | None:
    """How the people of a unit are reached; without a unit, the actor's own.

    None for a unit that does not exist or lies elsewhere, which is told alike.
    """
    if unit_id is None:
        own = _own_units(session, actor)
        if len(own) != 1:
            return _listing(session, own, [])
        return _unit_page(session, actor, own[0], page=page)
    unit = units.find(session, unit_id)
    if unit is None or not may_manage(actor, unit.path):
        return None
    return _unit_page(session, actor, unit, page=page)


@reads
def search(session: Session, actor: Actor, *, words: str) -> ReachPage | None:
    """Units and people of the actor's subtrees by name; None when there are none."""
    within = officer_paths(actor)
    named = units.find_named(session, words, within=within)
    persons = _as_entries(session, actor, reach.find_named(session, words, within=within))
    if len(named) == 1 and not persons:
        return _unit_page(session, actor, named[0], page=1)
    return _listing(session, named, persons) if named or persons else None


def _own_units(session: Session, actor: Actor) -> list[Unit]:
    """Where the actor holds office, without units that lie inside another of them."""
    found = units.find_many(session, [office.unit_id for office in actor.offices])
    own = [unit for unit in found.values() if unit.path in officer_paths(actor)]
    return [
        unit
        for unit in sorted(own, key=lambda one: one.path)
        if not any(unit.id != other.id and is_within(unit.path, other.path) for other in own)
    ]


def _unit_page(session: Session, actor: Actor, unit: Unit, *, page: int) -> ReachPage:
    counts = reach.count_by_unit(session, unit.path)
    below = [
        UnitEntry(id=child.id, name=child.name, count=_sum(counts, child.path))
        for child in units.find_children(session, unit.id)
    ]
    persons = _as_entries(session, actor, reach.find_not_reached(session, unit.id))
    above = units.find(session, unit.parent_id) if unit.parent_id else None
    entries: list[PersonEntry | UnitEntry] = [
        *persons,
        *(entry for entry in below if entry.count.total),
    ]
    pages = max(1, -(-len(entries) // A_PAGE))
    here = min(max(page, 1), pages)
    return ReachPage(
        unit_id=unit.id,
        unit_name=unit.name,
        count=_sum(counts, unit.path),
        entries=tuple(entries[(here - 1) * A_PAGE : here * A_PAGE]),
        page=here,
        pages=pages,
        above_id=above.id if above and may_manage(actor, above.path) else None,
    )


def _listing(session: Session, some: Sequence[Unit], persons: Sequence[PersonEntry]) -> ReachPage:
    entries: list[PersonEntry | UnitEntry] = [*persons]
    for unit in some[:A_PAGE]:
        count = _sum(reach.count_by_unit(session, unit.path), unit.path)
        entries.append(UnitEntry(id=unit.id, name=unit.name, count=count))
    return ReachPage(
        unit_id=None, unit_name="", count=ReachCount(), entries=tuple(entries[:A_PAGE])
    )


def _sum(counts: dict[str, ReachCount], path: str) -> ReachCount:
    total = ReachCount()
    for unit_path, count in counts.items():
        if is_within(unit_path, path):
            total = total.plus(count)
    return total


def _as_entries(
    session: Session, actor: Actor, found: Sequence[tuple[int, str, Standing]]
) -> list[PersonEntry]:
    homes = people.find_many(session, [person_id for person_id, _, _ in found])
    named = units.find_many(session, [person.unit_id for person in homes.values()])
    offices = accounts.find_offices_of(session, list(homes))
    return [
        PersonEntry(
            id=person_id,
            name=name,
            standing=standing,
            may_invite=may_make_link(
                actor, named[homes[person_id].unit_id].path, offices.get(person_id, ())
            ),
        )
        for person_id, name, standing in found
        if person_id in homes
    ]
