"""What is open for the one who asks."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import Session

from actions.review_queue import count_waiting
from actions.running import reads
from domain.obligation import Obligation
from domain.office import OFFICER_ROLES
from domain.permission import Actor, officer_paths
from domain.place import Place
from domain.todo import TodoItem, TodoPage, Unfinished, WaitingReviews
from storage import drafts, obligations, todo

A_PAGE = 8
LOOKS_AHEAD = timedelta(days=14)


@reads
def find_open(
    session: Session, actor: Actor, *, page: int, now: datetime, place: Place
) -> TodoPage:
    """A page of what waits for the actor: what is owed, activities, reviews, dialogues."""
    owed = _owed(session, actor)
    pressing = [
        *(one for one in owed if not one.is_any_time),
        *_activities(session, actor, now=now, place=place),
        *_reviews(session, actor),
        *_dialogues(session, actor),
    ]
    items = [*pressing, *(one for one in owed if one.is_any_time)]
    pages = max(1, -(-len(items) // A_PAGE))
    here = min(max(page, 1), pages)
    return TodoPage(
        today=place.today(now),
        items=tuple(items[(here - 1) * A_PAGE : here * A_PAGE]),
        page=here,
        pages=pages,
        total=len(pressing),
    )


def _owed(session: Session, actor: Actor) -> list[Obligation]:
    own = [office.unit_id for office in actor.offices if office.role in OFFICER_ROLES]
    return obligations.find_open_of(session, own, person_id=actor.person)


def _activities(session: Session, actor: Actor, *, now: datetime, place: Place) -> list[TodoItem]:
    found = todo.find_unanswered(session, actor.person, now=now, until=now + LOOKS_AHEAD)
    return [replace(one, starts_at=place.local(one.starts_at)) for one in found]


def _reviews(session: Session, actor: Actor) -> list[TodoItem]:
    waiting = count_waiting(session, actor) if officer_paths(actor) else 0
    return [WaitingReviews(count=waiting)] if waiting else []


def _dialogues(session: Session, actor: Actor) -> list[TodoItem]:
    found = drafts.find_unfinished(session, actor.person)
    return [Unfinished(id=one.id, kind=one.kind, version=one.version) for one in found]
