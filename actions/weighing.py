"""Whether one administrator may do it alone, counting what the same one has done within a day."""

from datetime import datetime

from sqlmodel import Session

from actions import approvals
from actions.approvals import Question
from domain.approval import WaitingForSecond, lacks_second, needs_second
from domain.permission import Actor
from domain.place import Place
from domain.reached import COUNTED_TOGETHER, NOBODY_REACHED, Reached
from storage import configurations, history

ALONE = "alone"


def weigh(
    session: Session,
    actor: Actor,
    reached: Reached,
    question: Question,
    *,
    now: datetime,
    place: Place,
) -> WaitingForSecond | bool:
    """Put a change before a second administrator, or count it; then whether one was missed."""
    if is_needed(session, actor, reached, now=now, always=question.is_about_rule):
        return approvals.ask(session, actor, question, now=now, place=place)
    count(session, actor, reached, now=now)
    return is_missed(session, actor, reached.total)


def is_needed(
    session: Session, actor: Actor, reached: Reached, *, now: datetime, always: bool = False
) -> bool:
    """Whether a change that reaches these people waits for a second administrator.

    Whom the same administrator has reached alone within a day is counted as well, so that a
    change cannot be split. `always` is for what would weaken this rule itself.
    """
    limit = configurations.load_settings(session).second_administrator_above
    others = len(approvals.find_others(session, actor.person))
    people = 0
    if reached.total:
        people = _find_reached(session, actor, now=now).with_more(reached).total
    return needs_second(limit + 1 if always else people, limit=limit, others=others)


def count(session: Session, actor: Actor, reached: Reached, *, now: datetime) -> None:
    """Remember whom one administrator has reached without a second one."""
    if not reached.total:
        return
    history.write_down(
        session,
        "changed",
        (ALONE, actor.person),
        now=now,
        by=actor.person,
        after={"keys": sorted(reached.keys), "others": reached.others},
    )


def _find_reached(session: Session, actor: Actor, *, now: datetime) -> Reached:
    since = now - COUNTED_TOGETHER
    found = history.find_since(session, (ALONE, actor.person), "changed", since=since)
    together = NOBODY_REACHED
    for line in found:
        keys = frozenset(line.after["keys"])
        together = together.with_more(Reached(keys=keys, others=line.after["others"]))
    return together


def is_missed(session: Session, actor: Actor, people: int) -> bool:
    """Whether a second administrator would have been asked, and there is none."""
    limit = configurations.load_settings(session).second_administrator_above
    return lacks_second(
        people, limit=limit, others=len(approvals.find_others(session, actor.person))
    )
