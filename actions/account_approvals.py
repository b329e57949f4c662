"""The accounts of administrators: one alone neither takes the other's place nor cuts him off.

Whoever held two administrators' accounts would confirm his own changes, and whoever cut off all
the others would need nobody to confirm.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from actions import approvals, connections, weighing
from actions.administration import administers_all, still_administers_all
from actions.approvals import Question
from actions.config_versions import Author
from domain.approval import (
    NOTHING_SAID,
    About,
    AccountChange,
    ApprovalKind,
    WaitingForSecond,
    about,
)
from domain.bilingual import Bilingual
from domain.link import Link
from domain.permission import Actor
from domain.place import Place
from domain.reached import NOBODY_REACHED
from storage import accounts, links, people

# A link that has just brought in the wrong account is taken back without asking that account.
TAKEN_BACK_WITHIN = timedelta(minutes=10)


@dataclass(frozen=True, kw_only=True)
class NotEntitled:
    """Only an administrator may bring in an administrator, or cut one off."""


Weighed = WaitingForSecond | NotEntitled | None


def weigh_connection(
    session: Session,
    link: Link,
    person_id: int,
    *,
    account: tuple[int, str],
    now: datetime,
    place: Place,
) -> Weighed:
    """Whether an account (its id and its name) may become this person at once: None."""
    if link.made_by in (None, person_id) or not still_administers_all(session, person_id):
        return None
    maker = Actor(telegram_user_id=0, person_id=link.made_by)
    if not still_administers_all(session, maker.person):
        return NotEntitled()
    if not weighing.is_needed(session, maker, NOBODY_REACHED, now=now, always=True):
        return None
    facts = {
        "mark": f"{link.id}:{account[0]}",
        "link": link.id,
        "person": person_id,
        "account": account[0],
        "account_name": account[1],
        "told": [person_id],
    }
    kind, named = ApprovalKind.CONNECTING, _about(session, person_id)
    question = Question(kind=kind, facts=facts, is_about_rule=True, about=named)
    return approvals.ask(session, maker, question, now=now, place=place)


def weigh_cut(
    session: Session, actor: Actor, link: Link, person_id: int, *, now: datetime, place: Place
) -> Weighed:
    """Whether this actor may cut the tie of this person at once: None."""
    if actor.person == person_id or not still_administers_all(session, person_id):
        return None
    if _is_fresh(session, link, person_id, now=now):
        return None
    if not administers_all(session, actor):
        return NotEntitled()
    if not weighing.is_needed(session, actor, NOBODY_REACHED, now=now, always=True):
        return None
    facts = {"mark": f"{link.id}", "link": link.id, "person": person_id}
    kind, named = ApprovalKind.CUTTING, _about(session, person_id)
    question = Question(kind=kind, facts=facts, is_about_rule=True, about=named)
    return approvals.ask(session, actor, question, now=now, place=place)


def _about(session: Session, person_id: int) -> About:
    person = people.find(session, person_id)
    return about([Bilingual(zh=person.name, en=person.name)]) if person else NOTHING_SAID


def _is_fresh(session: Session, link: Link, person_id: int, *, now: datetime) -> bool:
    """Whether he has just come in for the first time: cutting it is as it was before."""
    if link.used_at is None or now > link.used_at + TAKEN_BACK_WITHIN:
        return False
    others = (one for one in links.find_of_person(session, person_id) if one.id != link.id)
    return all(one.used_at is None for one in others)


def describe_asked(
    session: Session, facts: dict[str, Any], *, now: datetime, place: Place
) -> AccountChange:
    """What a second administrator would confirm."""
    del now, place
    person = people.find(session, facts["person"])
    return AccountChange(
        name=person.name if person else "",
        account_name=facts.get("account_name", ""),
        is_cut="account" not in facts,
    )


def apply_connection(
    session: Session, facts: dict[str, Any], author: Author, *, now: datetime, place: Place
) -> bool:
    """Tie the account; False when its link was closed, or it is somebody else by now."""
    del author
    link = links.find(session, facts["link"])
    home = connections.find_home(session, facts["person"])
    if link is None or home is None or not link.is_open_to(facts["account"], now):
        return False
    if accounts.find_actor(session, facts["account"]).is_linked:
        return False
    if not links.use(session, link, person_id=home[0].id, now=now):
        return False
    connections.tie(
        session,
        facts["account"],
        home,
        link=link,
        account_name=facts["account_name"],
        now=now,
        place=place,
    )
    return True


def apply_cut(
    session: Session, facts: dict[str, Any], author: Author, *, now: datetime, place: Place
) -> bool:
    """Cut the tie; False when it holds no longer."""
    del place
    link = links.find(session, facts["link"])
    if link is None:
        return False
    return connections.cut(session, link, facts["person"], by=author.person_id, now=now)
