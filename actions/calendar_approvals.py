"""A calendar that many people live by is changed by two: what is asked, shown and then done."""

from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlmodel import Session

from actions import approvals, calendar_looks, weighing
from actions.approvals import Question
from actions.config_versions import Author
from domain.approval import ApprovalKind, CalendarRequest, WaitingForSecond, about
from domain.bilingual import Bilingual
from domain.permission import Actor, may_manage
from domain.place import Place
from domain.reached import Reached
from domain.unit import Unit
from storage import accounts, calendar_layers, history, units
from storage import approvals as kept
from storage.calendar_layers import Facts

CALENDAR = "calendar"
_REQUEST = TypeAdapter(CalendarRequest)
Pictures = tuple[Facts, Facts]


def weigh(
    session: Session,
    actor: Actor,
    unit: Unit,
    request: CalendarRequest,
    pictures: Pictures,
    *,
    shown_in: int | None,
    now: datetime,
    place: Place,
) -> WaitingForSecond | None:
    """Put a change that has been tried out before a second administrator, and take it back.

    None where one is enough: then it is counted, and stays.
    """
    everybody = kept.find_everybody(session, unit.path)
    reached = Reached(keys=frozenset(f"p{one}" for one in everybody))
    if not weighing.is_needed(session, actor, reached, now=now):
        weighing.count(session, actor, reached, now=now)
        return None
    before, after = pictures
    calendar_layers.put_back(session, before)
    request_facts = _REQUEST.dump_python(request, mode="json")
    question = Question(
        kind=ApprovalKind.CALENDAR,
        facts={
            "mark": {"after": after, "unit": unit.id},
            "unit": unit.id,
            "before": before,
            "after": after,
            "request": request_facts,
        },
        shown_in=shown_in,
        is_answered=True,
        about=about([Bilingual(zh=request.unit, en=request.unit)] if request.unit else []),
    )
    return approvals.ask(session, actor, question, now=now, place=place)


def describe_asked(
    session: Session, facts: dict[str, Any], *, now: datetime, place: Place
) -> CalendarRequest:
    """What a second administrator would confirm."""
    del session, now, place
    return _REQUEST.validate_python(facts["request"])


def apply_approved(
    session: Session, facts: dict[str, Any], author: Author, *, now: datetime, place: Place
) -> bool:
    """Let it hold; False when whoever asked answers for it no longer, or the days are others."""
    del place
    unit = units.find(session, facts["unit"])
    if unit is None or not _may_change(session, author.person_id, unit):
        return False
    units.lock(session, unit.id)
    before, after = facts["before"], facts["after"]
    if calendar_layers.take(session, calendar_layers.layers_of(after)) != before:
        return False
    calendar_layers.put_back(session, after)
    calendar_looks.begin(session, unit.id)
    write_down(session, "calendar_set", unit, (before, after), by=author.person_id, now=now)
    return True


def _may_change(session: Session, person_id: int | None, unit: Unit) -> bool:
    if person_id is None:
        return False
    offices = accounts.find_offices(session, person_id)
    actor = Actor(telegram_user_id=0, person_id=person_id, offices=offices)
    return may_manage(actor, unit.path)


def write_down(
    session: Session, verb: str, unit: Unit, pictures: Pictures, *, by: int | None, now: datetime
) -> int:
    """Add the change to the history; returns the number by which it is taken back."""
    before, after = pictures
    subject = (CALENDAR, unit.id)
    history.write_down(session, verb, subject, now=now, by=by, before=before, after=after)
    line = history.find_last(session, subject, (verb,))
    return line.id if line else 0
