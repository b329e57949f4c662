"""Ask those who have not, and only those."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from actions import hearing
from actions.hearing import Hearing
from actions.missing import resolve
from actions.quieting import OBLIGATION
from domain.delivery import Delivery, Kind, NewDelivery
from domain.missing import AskFirst, NotYours, Nudged, NudgeOutcome, Scope
from domain.notice import Notice, NoticeKind
from domain.nudge import NudgeCard
from domain.obligation import Obligation
from domain.permission import Actor
from domain.place import Place
from storage import deliveries, history, missing, notices, obligations, people
from storage.notices import NewNotice

MOST_AT_ONCE = 500
ASK_ABOVE = 20
USEFUL_FOR = timedelta(days=2)


def nudge(
    session: Session, actor: Actor, scope: Scope, *, is_sure: bool, now: datetime, place: Place
) -> NudgeOutcome:
    """Ask whoever hears for the units of a scope; each obligation once a local day.

    A notice under a key of obligation, person and day is the claim; one message carries all that
    one person is asked for at this press.
    """
    found = resolve(session, actor, scope, now=now, place=place)
    if found is None:
        return NotYours()
    _, wanted = found
    since = place.at(wanted.today, time.min)
    owed = missing.find_to_nudge(session, wanted, since=since, limit=MOST_AT_ONCE + 1)
    now_asked = owed[:MOST_AT_ONCE]
    heard = hearing.load(session, now_asked)
    asked = _asked(now_asked, heard, besides=actor.person)
    if len(asked) > ASK_ABOVE and not is_sure:
        return AskFirst(scope=scope, people=len(asked))
    already = missing.count_nudged_people(session, wanted, since=since)
    reached = _queue(session, actor, asked, now=now, place=place)
    if reached:
        history.write_down(
            session, "nudge", ("unit", scope.unit_id), now=now, by=actor.person,
            after={"people": reached, "duty": scope.duty_id},
        )  # fmt: skip
    silent = [one for one in now_asked if not heard.owners(one)]
    return Nudged(
        scope=scope,
        people=reached,
        already=already,
        vacant=len({one.unit.id for one in silent if one.person_id is None}),
        unreached=len({one.person_id for one in silent if one.person_id is not None}),
        left=len(owed) - len(now_asked),
        own=sum(_hears(heard, one, actor.person) for one in now_asked),
    )


def _hears(heard: Hearing, obligation: Obligation, person_id: int) -> bool:
    return any(ear.person_id == person_id for ear in heard.owners(obligation))


def _asked(
    owed: Sequence[Obligation], heard: Hearing, *, besides: int
) -> dict[int, list[Obligation]]:
    """What each person is asked for. Nobody asks himself."""
    asked: dict[int, list[Obligation]] = {}
    for obligation in owed:
        for ear in heard.owners(obligation):
            if ear.person_id != besides:
                asked.setdefault(ear.person_id, []).append(obligation)
    return asked


def _queue(
    session: Session,
    actor: Actor,
    asked: Mapping[int, Sequence[Obligation]],
    *,
    now: datetime,
    place: Place,
) -> int:
    """Claim and queue; returns how many people are reached."""
    due_at = place.next_waking(now)
    claims = _claims(asked, place.today(now), due_at)
    claimed: dict[int, list[Notice]] = {}
    for notice in notices.claim(session, claims, now=now):
        claimed.setdefault(notice.person_id, []).append(notice)
    messages = {
        person_id: NewDelivery(
            once_key=f"nudge:{items[0].id}",
            person_id=person_id,
            kind=Kind.NUDGE,
            due_at=due_at,
            useful_until=due_at + USEFUL_FOR,
            facts={"by": actor.person},
            subjects=tuple((OBLIGATION, n.obligation_id) for n in items if n.obligation_id),
        )
        for person_id, items in claimed.items()
    }
    deliveries.queue(session, list(messages.values()), now=now)
    ids = deliveries.find_ids(session, [one.once_key for one in messages.values()])
    notices.mark_taken(
        session,
        {
            notice.id: ids[messages[person_id].once_key]
            for person_id, items in claimed.items()
            for notice in items
        },
    )
    return len(messages)


def _claims(
    asked: Mapping[int, Sequence[Obligation]], day: date, due_at: datetime
) -> list[NewNotice]:
    return [
        NewNotice(
            once_key=f"nudge:{obligation.id}:{person_id}:{day}",
            person_id=person_id,
            kind=NoticeKind.NUDGE,
            step="nudge",
            obligation_id=obligation.id,
            unit_id=obligation.unit.id,
            due_at=due_at,
            useful_until=due_at + USEFUL_FOR,
        )
        for person_id, items in asked.items()
        for obligation in items
    ]


def load_cards(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, NudgeCard]:
    """What each nudge asks for at this moment; what is done or under review is not asked for."""
    carried = notices.find_carried(session, [one.card_id for one in claimed])
    ids = [n.obligation_id for all_ in carried.values() for n in all_ if n.obligation_id]
    owed = obligations.find_many(session, ids)
    askers = people.find_many(session, {int(one.facts["by"]) for one in claimed})
    cards: dict[int, NudgeCard] = {}
    for one in claimed:
        told = [
            owed[n.obligation_id] for n in carried.get(one.card_id, ()) if n.obligation_id in owed
        ]
        items = [item for item in told if one.edits is not None or item.is_owed]
        asker = askers.get(int(one.facts["by"]))
        if items:
            cards[one.id] = NudgeCard(
                today=place.today(now), asker=asker.name if asker else "", items=tuple(items)
            )
    return cards
