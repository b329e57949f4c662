"""Say that there is a problem: the officer in charge is told once, in private."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from actions import hearing
from actions.items import Answered, NotYours, Stands, find_own, item_of
from actions.quieting import OBLIGATION, refresh_cards
from domain.delivery import Delivery, Kind, NewDelivery
from domain.obligation import Obligation, may_rule
from domain.permission import Actor
from domain.place import Place
from domain.problem import MOST_WORDS, ProblemCard, ProblemReason
from domain.ruling import may_be_ruled_on
from storage import deliveries, drafts, history, obligations, problems

DRAFT = "problem"
PROBLEM = "problem"
USEFUL_FOR = timedelta(days=14)


@dataclass(frozen=True, kw_only=True)
class TooLong:
    """So many characters more than the officer is asked to read."""

    excess: int


@dataclass(frozen=True, kw_only=True)
class WordsNeeded:
    """The next words say what it is."""


def ask_words(
    session: Session, actor: Actor, obligation_id: int, *, now: datetime, place: Place
) -> WordsNeeded | Stands | NotYours:
    """Begin to ask what the problem is."""
    obligation = find_own(session, actor, obligation_id)
    if obligation is None:
        return NotYours()
    item = item_of(session, actor, obligation, now=now, place=place)
    if not item.may_tell:
        return Stands(item=item)
    drafts.begin(session, actor.person, DRAFT, subject_id=obligation_id, now=now)
    return WordsNeeded()


def take_words(
    session: Session, actor: Actor, words: str, *, now: datetime, place: Place
) -> Answered | Stands | TooLong | NotYours:
    """Tell it in the unit's own words."""
    draft = drafts.find_open(session, actor.person)
    if draft is None or draft.kind != DRAFT or draft.subject_id is None:
        return NotYours()
    if len(words) > MOST_WORDS:
        return TooLong(excess=len(words) - MOST_WORDS)
    drafts.end(session, draft.id, state="confirmed", now=now)
    return tell(
        session,
        actor,
        draft.subject_id,
        reason=ProblemReason.OTHER,
        words=words,
        now=now,
        place=place,
    )


def tell(
    session: Session,
    actor: Actor,
    obligation_id: int,
    *,
    reason: ProblemReason,
    words: str = "",
    now: datetime,
    place: Place,
) -> Answered | Stands | NotYours:
    """Tell the hearers of the level above, once for each last day."""
    obligation = find_own(session, actor, obligation_id)
    if obligation is None:
        return NotYours()
    item = item_of(session, actor, obligation, now=now, place=place)
    problem_id = None
    if item.may_tell:
        problem_id = problems.tell(
            session,
            obligation_id,
            last_day=obligation.last_day,
            by=actor.person,
            reason=reason,
            words=words,
            now=now,
        )
    if problem_id is None:
        return Stands(item=item)
    _queue(session, actor, obligation, problem_id, now=now, place=place)
    history.write_down(
        session,
        "problem",
        (OBLIGATION, obligation_id),
        now=now,
        by=actor.person,
        after={"reason": reason.value},
    )
    return Answered(item=item_of(session, actor, obligation, now=now, place=place))


def _queue(
    session: Session,
    actor: Actor,
    obligation: Obligation,
    problem_id: int,
    *,
    now: datetime,
    place: Place,
) -> None:
    due_at = place.next_waking(now)
    told = hearing.load(session, [obligation]).above_besides(obligation, actor.person)
    queued = [
        NewDelivery(
            once_key=f"problem:{problem_id}:{officer.person_id}",
            person_id=officer.person_id,
            kind=Kind.PROBLEM,
            due_at=due_at,
            useful_until=due_at + USEFUL_FOR,
            subject_id=problem_id,
            subjects=((PROBLEM, problem_id), (OBLIGATION, obligation.id)),
        )
        for officer in told
    ]
    deliveries.queue(session, queued, now=now)


def note_seen(
    session: Session, actor: Actor, problem_id: int, *, now: datetime, place: Place
) -> ProblemCard | NotYours:
    """The officer knows; the unit sees it the next time it looks."""
    problem = problems.find(session, problem_id)
    obligation = obligations.find(session, problem.obligation_id) if problem else None
    if problem is None or obligation is None or not may_rule(actor, obligation):
        return NotYours()
    if problems.note_seen(session, problem_id, by=actor.person, now=now):
        refresh_cards(session, (PROBLEM, problem_id), version=2, now=now)
        history.write_down(
            session, "problem_seen", (OBLIGATION, obligation.id), now=now, by=actor.person
        )
    seen = problems.find_many(session, [problem_id])[problem_id]
    return ProblemCard(
        today=place.today(now),
        problem=seen,
        obligation=obligation,
        may_rule=may_be_ruled_on(obligation),
    )


def load_cards(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, ProblemCard]:
    """What each officer is shown; a problem of something settled meanwhile is none."""
    found = problems.find_many(session, {one.subject_id or 0 for one in claimed})
    owed = obligations.find_many(session, [one.obligation_id for one in found.values()])
    cards: dict[int, ProblemCard] = {}
    for one in claimed:
        problem = found.get(one.subject_id or 0)
        obligation = owed.get(problem.obligation_id) if problem else None
        if problem is None or obligation is None:
            continue
        if one.edits is not None or obligation.is_owed:
            cards[one.id] = ProblemCard(
                today=place.today(now),
                problem=problem,
                obligation=obligation,
                may_rule=may_be_ruled_on(obligation),
            )
    return cards
