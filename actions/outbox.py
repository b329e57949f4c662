"""Empty the outbox: write down how the last messages ended and take the next ones."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import assert_never

from sqlmodel import Session

from actions import cards, reach
from actions.running import reads
from domain.card import Letter
from domain.delivery import (
    Ambiguous,
    Delivery,
    Ending,
    Kind,
    NotSent,
    Refused,
    Sent,
    Unreachable,
)
from domain.place import Place
from storage import notices, pauses, people, sending
from storage.people import Person

MOST_ATTEMPTS = 2
ONCE_MORE_AFTER = timedelta(minutes=2)
AGAIN_AFTER = timedelta(days=1)
# What is queued by day and held up until the night waits for the morning.
AT_REST = (
    Kind.DIGEST,
    Kind.NUDGE,
    Kind.REVIEW,
    Kind.VERDICT,
    Kind.LINKED,
    Kind.RULING,
    Kind.PROBLEM,
    Kind.AWAY,
    Kind.HANDOVER,
    Kind.BOARD,
    Kind.HELD_QUESTION,
    Kind.LEAVE,
    Kind.FIRST_DRAFT,
    Kind.CONFIRMATION,
    Kind.FILE_REFUSED,
)


@dataclass(frozen=True, kw_only=True)
class Result:
    """How one message ended."""

    delivery_id: int
    attempts: int
    ending: Ending


def result_of(letter: Letter, ending: Ending) -> Result:
    """How this letter ended."""
    delivery = letter.delivery
    return Result(delivery_id=delivery.id, attempts=delivery.attempts, ending=ending)


@dataclass(frozen=True, kw_only=True)
class Unsaid:
    """Messages with nothing left to say or nobody to hear it, and those past their use."""

    empty: tuple[int, ...] = ()
    expired: tuple[int, ...] = ()
    # Messages to people who sleep by their own choice, with the end of their night.
    asleep: tuple[tuple[int, datetime], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.empty or self.expired or self.asleep)


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """Letters ready to go, and the messages that will not be sent."""

    letters: tuple[Letter, ...] = ()
    unsaid: Unsaid = Unsaid()


@reads
def prepare(
    session: Session, *, limit: int, in_hand: Collection[int], now: datetime, place: Place
) -> Prepared:
    """Load what the next messages say. Nothing is claimed yet: `turn` does that, and only for
    letters of which nothing has changed in between."""
    at_rest = () if place.is_waking(now) else AT_REST
    ready, expired = sending.find_ready(
        session, now=now, limit=limit, in_hand=in_hand, kinds_at_rest=at_rest
    )
    if not ready:
        return Prepared(unsaid=Unsaid(expired=tuple(expired)))
    receivers = people.find_many(session, {one.person_id for one in ready})
    loaded = cards.load(session, ready, now=now, place=place)
    letters = []
    empty = []
    asleep = []
    for one in ready:
        person = receivers.get(one.person_id)
        if person and one.edits is None and (night_ends_at := _night_of(person, one, now, place)):
            asleep.append((one.id, night_ends_at))
            continue
        chat_id = person.chat_id if person else None
        is_without_original = one.edits is not None and one.edits_message is None
        if person is None or chat_id is None or is_without_original or one.id not in loaded:
            empty.append(one.id)
            continue
        letters.append(
            Letter(delivery=one, chat_id=chat_id, language=person.language, card=loaded[one.id])
        )
    unsaid = Unsaid(empty=tuple(empty), expired=tuple(expired), asleep=tuple(asleep))
    return Prepared(letters=tuple(letters), unsaid=unsaid)


def _night_of(person: Person, one: Delivery, now: datetime, place: Place) -> datetime | None:
    """When somebody may be written to again, if he has chosen not to be now."""
    local = place.local(now)
    if one.kind not in AT_REST or person.waking.holds(local.time()):
        return None
    is_over = local.time() >= person.waking.until
    return place.at(local.date() + timedelta(days=is_over), person.waking.since)


def turn(
    session: Session,
    results: Sequence[Result],
    *,
    letters: Sequence[Letter] = (),
    unsaid: Unsaid = Unsaid(),  # It is frozen.
    now: datetime,
    place: Place,
) -> list[Letter]:
    """One short transaction: settle what has ended, claim what comes next.

    A letter is claimed only while nothing that it speaks of has changed since it was prepared and
    its person can still be reached; what is done by now is not asked for.
    """
    _settle(session, results, now=now, place=place)
    if unsaid:
        sending.end(session, unsaid.empty, "cancelled", reason="nothing to say, or nobody to hear")
        sending.end(session, unsaid.expired, "expired", reason="too late to be of use")
        notices.release(session, [*unsaid.empty, *unsaid.expired], until=now + AGAIN_AFTER)
        sending.put_off(session, unsaid.asleep)
    claimed = sending.claim(session, [one.delivery for one in letters], now=now)
    return [one for one in letters if one.delivery.id in claimed]


def _settle(session: Session, results: Sequence[Result], *, now: datetime, place: Place) -> None:
    sent = [(one.delivery_id, one.ending) for one in results if isinstance(one.ending, Sent)]
    sending.mark_sent(session, sent, now=now)
    for result in results:
        _settle_other(session, result, now=now, place=place)


def _settle_other(session: Session, result: Result, *, now: datetime, place: Place) -> None:
    ending = result.ending
    match ending:
        case Sent():
            return
        case NotSent():
            sending.put_back(
                session,
                result.delivery_id,
                due_at=ending.retry_at,
                reason=ending.reason,
                uses_attempt=False,
            )
        case Ambiguous():
            _settle_doubt(session, result, ending.reason, due_at=now + ONCE_MORE_AFTER)
        case Unreachable():
            sending.end(session, [result.delivery_id], "dead", reason=ending.because)
            notices.release(session, [result.delivery_id], until=now + AGAIN_AFTER)
            reach.note_lost(session, ending.chat_id, because=ending.because, now=now, place=place)
        case Refused():
            sending.end(session, [result.delivery_id], "dead", reason=ending.reason)
            notices.release(session, [result.delivery_id], until=now + AGAIN_AFTER)
        case _:
            assert_never(ending)


def _settle_doubt(session: Session, result: Result, reason: str, *, due_at: datetime) -> None:
    """Perhaps it arrived. It is sent once more, and never a third time."""
    if result.attempts < MOST_ATTEMPTS:
        sending.put_back(
            session, result.delivery_id, due_at=due_at, reason=reason, uses_attempt=True
        )
    else:
        sending.end(session, [result.delivery_id], "uncertain", reason=reason)


def recover(session: Session, *, now: datetime) -> int:
    """At the start: whatever was on its way when the process ended may or may not have arrived."""
    left = sending.find_sending(session)
    for delivery_id, attempts in left:
        result = Result(
            delivery_id=delivery_id,
            attempts=attempts,
            ending=Ambiguous(reason="the process ended while sending"),
        )
        _settle_doubt(session, result, "the process ended while sending", due_at=now)
    return len(left)


def remember_pause(session: Session, *, scope: str, until: datetime) -> None:
    """Telegram asked for silence; a restart must not break it."""
    pauses.remember(session, scope=scope, until=until)


@reads
def find_pauses(session: Session, *, now: datetime) -> list[tuple[str, datetime]]:
    """The pauses that still stand, as (scope, until)."""
    return pauses.find_standing(session, now=now)
