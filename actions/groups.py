"""Bind a unit's Telegram group, let it go, follow where it moves, and tell it counts."""

from dataclasses import dataclass
from datetime import datetime
from secrets import token_urlsafe

from sqlmodel import Session

from actions.running import reads
from domain.group import (
    LINK_LIVES,
    NEXT_SHOWN,
    Coming,
    Group,
    GroupNext,
    GroupStatus,
    OwnUnit,
)
from domain.link import hash_secret, is_secret
from domain.office import OFFICER_ROLES
from domain.permission import Actor, may_manage
from domain.place import Place
from domain.status import Tally
from storage import activities, boards, check_ins, groups, history, units

GROUP = "group"


@dataclass(frozen=True, kw_only=True)
class GroupLink:
    """A fresh link; its secret is told once and never kept."""

    own: OwnUnit
    secret: str


@dataclass(frozen=True, kw_only=True)
class Bound:
    """The group is the unit's from now on."""

    group: Group


class NotYours:
    """No such unit, link or group for the actor: all look the same."""


@dataclass(frozen=True, kw_only=True)
class Where:
    """Where a command was given: which chat, and what it is called."""

    chat_id: int
    title: str = ""


@reads
def find_own(session: Session, actor: Actor) -> tuple[OwnUnit, ...]:
    """The actor's units with their groups."""
    ids = [office.unit_id for office in actor.offices if office.role in OFFICER_ROLES]
    bound = groups.find_of_units(session, ids)
    found = sorted(units.find_many(session, ids).values(), key=lambda unit: unit.path)
    return tuple(OwnUnit(unit=unit, group=bound.get(unit.id)) for unit in found)


def make_link(
    session: Session, actor: Actor, unit_id: int, *, now: datetime
) -> GroupLink | NotYours:
    """A link that binds one group to a unit, once, by who made it."""
    unit = units.find(session, unit_id)
    if unit is None or not may_manage(actor, unit.path):
        return NotYours()
    secret = token_urlsafe(16)
    new = groups.NewLink(
        secret_hash=hash_secret(secret),
        unit_id=unit_id,
        made_by=actor.person,
        expires_at=now + LINK_LIVES,
    )
    groups.make_link(session, new)
    history.write_down(session, "group_link_made", (GROUP, unit_id), now=now, by=actor.person)
    group = groups.find_of_units(session, [unit_id]).get(unit_id)
    return GroupLink(own=OwnUnit(unit=unit, group=group), secret=secret)


def bind(
    session: Session, actor: Actor, chat: Where, *, secret: str, now: datetime
) -> Bound | NotYours:
    """Bind the group in which a link is used, if who uses it made it and may still."""
    if not actor.is_linked or not is_secret(secret):
        return NotYours()
    held = groups.find(session, chat.chat_id)
    if held is not None and not may_manage(actor, held.unit.path):
        return NotYours()
    unit_id = groups.use_link(session, hash_secret(secret), by=actor.person, now=now)
    unit = units.find(session, unit_id) if unit_id else None
    if unit is None or not may_manage(actor, unit.path):
        return NotYours()
    group = Group(
        unit=unit,
        chat_id=chat.chat_id,
        title=chat.title,
        bound_at=now,
        language=actor.language,
    )
    if held is not None and held.unit.id != unit.id:
        forget(session, chat.chat_id, now=now, by=actor.person)
    groups.bind(session, group, by=actor.person)
    history.write_down(session, "group_bound", (GROUP, unit.id), now=now, by=actor.person)
    return Bound(group=group)


def unbind(
    session: Session, actor: Actor, unit_id: int, *, mark: int, now: datetime
) -> OwnUnit | NotYours:
    """The unit's group is a group like any other again; one bound since then stays its group."""
    unit = units.find(session, unit_id)
    if unit is None or not may_manage(actor, unit.path):
        return NotYours()
    group = groups.find_of_units(session, [unit_id]).get(unit_id)
    if group is not None and group.mark != mark:
        return OwnUnit(unit=unit, group=group)
    if group is not None and groups.unbind(session, group):
        history.write_down(session, "group_unbound", (GROUP, unit_id), now=now, by=actor.person)
    return OwnUnit(unit=unit)


def note_removed(session: Session, actor: Actor, chat_id: int, *, now: datetime) -> None:
    """The bot was taken out of a group."""
    forget(session, chat_id, now=now, by=actor.person_id)


def forget(session: Session, chat_id: int, *, now: datetime, by: int | None = None) -> None:
    """The bot is not in a group any longer."""
    unit_id = groups.forget(session, chat_id)
    if unit_id is not None:
        history.write_down(session, "group_lost", (GROUP, unit_id), now=now, by=by, way="telegram")


def note_moved(session: Session, actor: Actor, chat_id: int, *, moved_to: int) -> None:
    """A group has become a supergroup and lives on under another id."""
    groups.follow(session, chat_id, moved_to=moved_to)


@reads
def find_status(
    session: Session, actor: Actor, chat_id: int, *, now: datetime, place: Place
) -> GroupStatus | None:
    """How the unit of a group stands, in numbers; None for a group that is nobody's."""
    group = groups.find(session, chat_id)
    if group is None:
        return None
    counted = boards.count(session, group.unit, today=place.today(now))
    tally = Tally(
        done=sum(one.tally.done for one in counted),
        open=sum(one.tally.open for one in counted),
        overdue=sum(one.tally.overdue for one in counted),
    )
    planned = groups.count_planned(session, group.unit, after=now)
    return GroupStatus(unit=group.unit, tally=tally, planned=planned)


@reads
def find_next(
    session: Session, actor: Actor, chat_id: int, *, now: datetime, place: Place
) -> GroupNext | None:
    """What the unit of a group has planned next; None for a group that is nobody's."""
    group = groups.find(session, chat_id)
    if group is None:
        return None
    planned = activities.find_planned_of_units(session, [group.unit.id])
    ahead = [one for one in planned if one.starts_at > now][:NEXT_SHOWN]
    counted = check_ins.count_many(session, [one.id for one in ahead])
    coming = (Coming(activity=one.on_local_clock(place), counts=counted[one.id]) for one in ahead)
    return GroupNext(unit=group.unit, coming=tuple(coming))
