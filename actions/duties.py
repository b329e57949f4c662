"""Duties as they are set up: the list, and one of them."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from actions.administration import administers_all
from actions.duty_views import view_all
from actions.running import reads
from domain.duty import Duty
from domain.duty_view import DutyLine, DutyPage, DutyView
from domain.permission import Actor
from domain.place import Place
from storage import duties, duty_pauses, owners

A_PAGE = 8


@dataclass(frozen=True, kw_only=True)
class NotThere:
    """There is no such duty for this actor."""


@reads
def find_page(
    session: Session, actor: Actor, *, page: int, now: datetime, place: Place
) -> DutyPage | NotThere:
    """A page of all duties."""
    if not administers_all(session, actor):
        return NotThere()
    found = duties.find_all(session)
    pages = max(1, -(-len(found) // A_PAGE))
    here = min(max(page, 1), pages)
    shown = found[(here - 1) * A_PAGE : here * A_PAGE]
    return DutyPage(
        lines=tuple(_line(session, duty, place.today(now)) for duty in shown),
        page=here,
        pages=pages,
        total=len(found),
    )


@reads
def find_view(
    session: Session, actor: Actor, duty_id: int, *, now: datetime, place: Place
) -> DutyView | NotThere:
    """One duty with what follows from it."""
    duty = find(session, actor, duty_id)
    return NotThere() if duty is None else view_of(session, duty, now=now, place=place)


def find(session: Session, actor: Actor, duty_id: int) -> Duty | None:
    """One duty, for whoever administers all of them."""
    return duties.find(session, duty_id) if administers_all(session, actor) else None


def view_of(session: Session, duty: Duty, *, now: datetime, place: Place) -> DutyView:
    """What follows from a duty, with how many items of it are open."""
    [view] = view_all(session, [duty], today=place.today(now))
    return replace(view, open_items=duty_pauses.count_open(session, duty.id))


def _line(session: Session, duty: Duty, today: date) -> DutyLine:
    return DutyLine(
        id=duty.id,
        name=duty.name,
        plan=duty.plan,
        owner=duty.audience.owner,
        owners=len(owners.find(session, duty.audience, today=today)),
        is_paused=duty.is_paused,
    )
