"""What is open for the one who asks."""

from datetime import datetime

from sqlmodel import Session

from actions.running import reads
from domain.office import OFFICER_ROLES
from domain.permission import Actor
from domain.place import Place
from domain.todo import TodoPage
from storage import obligations

A_PAGE = 8


@reads
def find_open(
    session: Session, actor: Actor, *, page: int, now: datetime, place: Place
) -> TodoPage:
    """A page of what the actor's units owe, the earliest end first."""
    unit_ids = [office.unit_id for office in actor.offices if office.role in OFFICER_ROLES]
    open_items = obligations.find_open_of_units(session, unit_ids)
    pages = max(1, -(-len(open_items) // A_PAGE))
    here = min(max(page, 1), pages)
    return TodoPage(
        today=place.today(now),
        items=tuple(open_items[(here - 1) * A_PAGE : here * A_PAGE]),
        page=here,
        pages=pages,
        total=len(open_items),
    )
