"""The units below that are silent, as the officer was told of them."""

from datetime import datetime

from sqlmodel import Session

from actions.running import reads
from domain.item import SilentPage
from domain.obligation import Obligation, may_rule
from domain.permission import Actor, officer_paths
from domain.place import Place
from domain.ruling import Target, may_be_ruled_on
from domain.status import top_paths
from storage import missing, obligations
from storage.missing import Wanted

A_PAGE = 8
MOST_AT_ONCE = 500


@reads
def find_page(
    session: Session, actor: Actor, duty_id: int, *, page: int, now: datetime, place: Place
) -> SilentPage:
    """A page of the units that are silent on a duty."""
    found = find_silent(session, actor, duty_id, now=now, place=place)
    pages = max(1, -(-len(found) // A_PAGE))
    here = min(max(page, 1), pages)
    return SilentPage(
        duty_id=duty_id,
        today=place.today(now),
        items=tuple(found[(here - 1) * A_PAGE : here * A_PAGE]),
        page=here,
        pages=pages,
        total=len(found),
        may_rule=all(may_be_ruled_on(one) and may_rule(actor, one) for one in found),
    )


def find_silent(
    session: Session, actor: Actor, duty_id: int, *, now: datetime, place: Place
) -> list[Obligation]:
    """What the actor was told of from below and is still overdue, or a term that nears its end."""
    today = place.today(now)
    wanted = Wanted(
        paths=top_paths(officer_paths(actor)),
        today=today,
        duty_id=duty_id,
        told_to=actor.person,
    )
    if not duty_id or not wanted.paths:
        return []
    found = missing.find(session, wanted, limit=MOST_AT_ONCE)
    return [one for one in found if one.is_about_a_term or one.is_overdue(today)]


def find_to_rule(
    session: Session, actor: Actor, target: Target, *, now: datetime, place: Place
) -> list[Obligation]:
    """What of a target the actor may rule on now."""
    if target.duty_id:
        found = find_silent(session, actor, target.duty_id, now=now, place=place)
    else:
        one = obligations.find(session, target.obligation_id)
        found = [one] if one else []
    return [one for one in found if may_be_ruled_on(one) and may_rule(actor, one)]
