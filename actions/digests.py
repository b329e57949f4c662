"""Gather what waits for a person into one message a day."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlmodel import Session

from actions import addressing, outlooks
from actions.addressing import Addresses
from actions.calendar_warnings import find_still_missing
from actions.outlooks import Outlooks
from actions.quieting import OBLIGATION
from actions.reminders import is_still_owed
from domain.delivery import Delivery, Kind, NewDelivery
from domain.digest import DigestCard, DigestLine
from domain.notice import Notice, NoticeKind
from domain.obligation import Obligation
from domain.place import Place
from storage import deliveries, notices, obligations, people
from storage.people import Person

CHUNK = 200
USEFUL_FOR = timedelta(days=7)


def gather(session: Session, *, now: datetime, place: Place) -> int:
    """Queue the digests whose hour has come; returns how many people were looked at.

    The key is the person and the local day, so there is never a second one; what comes later
    waits for tomorrow.
    """
    if not place.is_waking(now):
        return 0
    person_ids = notices.find_due(session, now=now, limit=CHUNK)
    if not person_ids:
        return 0
    waiting: dict[int, list[Notice]] = {}
    for notice in notices.take_waiting(session, person_ids, now=now):
        waiting.setdefault(notice.person_id, []).append(notice)
    everybody = people.find_many(session, person_ids)
    found_all = [n for all_ in waiting.values() for n in all_]
    owed = obligations.find_many(session, [n.obligation_id or 0 for n in found_all])
    paused = obligations.find_paused(session, list(owed))
    addresses = addressing.load(session, found_all, owed)
    strays = addressing.turn_over(session, found_all, everybody, addresses, now=now, place=place)
    told: list[tuple[Person, list[Notice]]] = []
    for person_id, all_found in waiting.items():
        found = [n for n in all_found if n.id not in strays]
        useful = [n for n in found if n.obligation_id not in paused and _is_useful(n, owed)]
        notices.drop(session, [n.id for n in found if n not in useful])
        person = everybody.get(person_id)
        if person is None or person.chat_id is None:
            # Nobody can be told now; the notices wait for the day the account works again.
            notices.postpone(session, [n.id for n in useful], until=now + timedelta(days=1))
        elif useful:
            told.append((person, useful))
    _queue_digests(session, told, now=now, place=place)
    return len(person_ids)


def _is_useful(notice: Notice, owed: Mapping[int, Obligation]) -> bool:
    """Whether it is still worth telling: open for its unit, or waiting for its reviewer."""
    if notice.obligation_id is None:
        return True
    obligation = owed.get(notice.obligation_id)
    if notice.kind is NoticeKind.REVIEW:
        return obligation is not None and obligation.is_under_review
    return is_still_owed(obligation)


def _queue_digests(
    session: Session,
    told: Sequence[tuple[Person, list[Notice]]],
    *,
    now: datetime,
    place: Place,
) -> None:
    told = _join_waiting(session, told, now=now)
    keys = {person.id: f"digest:{person.id}:{place.today(now)}" for person, _ in told}
    had_one = set(deliveries.find_ids(session, list(keys.values())))
    fresh = [(person, found) for person, found in told if keys[person.id] not in had_one]
    digests = [
        NewDelivery(
            once_key=keys[person.id],
            person_id=person.id,
            kind=Kind.DIGEST,
            due_at=now,
            useful_until=now + USEFUL_FOR,
            subjects=_subjects(found),
        )
        for person, found in fresh
    ]
    deliveries.queue(session, digests, now=now)
    ids = deliveries.find_ids(session, [one.once_key for one in digests])
    notices.mark_taken(
        session, {n.id: ids[keys[person.id]] for person, found in fresh for n in found}
    )
    for person, found in told:
        if keys[person.id] in had_one:
            tomorrow = place.next_digest(now, person.digest_at, after_today=True)
            notices.postpone(session, [n.id for n in found], until=tomorrow)


def _join_waiting(
    session: Session, told: Sequence[tuple[Person, list[Notice]]], *, now: datetime
) -> list[tuple[Person, list[Notice]]]:
    """Let a digest that could not leave yet carry the new notices; returns whom none waits for.

    While Telegram is out of reach, days pass; afterwards each person gets one message.
    """
    ids = [person.id for person, _ in told]
    waiting = deliveries.extend_waiting(session, Kind.DIGEST, ids, until=now + USEFUL_FOR)
    joined = [(waiting[person.id], found) for person, found in told if person.id in waiting]
    for delivery_id, found in joined:
        deliveries.add_subjects(session, delivery_id, _subjects(found))
    notices.mark_taken(session, {n.id: carrier for carrier, found in joined for n in found})
    return [(person, found) for person, found in told if person.id not in waiting]


def _subjects(found: Sequence[Notice]) -> tuple[tuple[str, int], ...]:
    return tuple(dict.fromkeys((OBLIGATION, n.obligation_id) for n in found if n.obligation_id))


def _newest(carried: Sequence[Notice]) -> list[Notice]:
    """One line for a thing: what was told of it earlier is said better by what came after."""
    newest = {(n.kind, n.obligation_id, n.unit_id, _subject(n)): n for n in carried}
    return [n for n in carried if n in newest.values()]


def _subject(notice: Notice) -> str:
    """What else tells two notices apart: each missing list is a thing of its own."""
    return notice.step if notice.kind is NoticeKind.CALENDAR else ""


@dataclass(frozen=True, kw_only=True)
class _Known:
    """What the lines of several digests need, loaded once for all of them."""

    owed: Mapping[int, Obligation]
    paused: Set[int]
    addresses: Addresses
    missing_lists: Set[str]
    outlooks: Outlooks

    def is_told(self, notice: Notice, *, in_an_edit: bool) -> bool:
        """A new message speaks of what is open; an edit also tells how the rest has ended."""
        if notice.kind is NoticeKind.VACANT:
            return notice.unit_id not in self.addresses.heard.units
        if notice.kind is NoticeKind.CALENDAR:
            return notice.step in self.missing_lists
        if in_an_edit:
            return True
        if self.addresses.is_stray(notice):
            return False
        return notice.obligation_id not in self.paused and _is_useful(notice, self.owed)

    def line(self, notice: Notice, today: date) -> DigestLine:
        """The line of a notice, with what happens next if nothing is done."""
        obligation = self.owed.get(notice.obligation_id or 0)
        line = DigestLine(
            kind=notice.kind,
            step=notice.step,
            obligation=obligation,
            unit=self.addresses.named.get(notice.unit_id or 0),
            stands_in_for=self.addresses.stands_in_for(notice),
            election=self.outlooks.plans.get(notice.obligation_id or 0),
        )
        if obligation is None or notice.kind is not NoticeKind.OWN:
            return line
        easing = self.outlooks.easings.get((obligation.id, notice.person_id))
        quiet_until = easing.quiet_until if easing else None
        return replace(
            line,
            outlook=self.outlooks.of(obligation, person_id=notice.person_id, today=today),
            is_in_hand=quiet_until is not None and quiet_until > today,
        )


def load_cards(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, DigestCard]:
    """What each digest says at this moment; one of which nothing is left is not among them."""
    carried = notices.find_carried(session, [one.card_id for one in claimed])
    found = [notice for all_ in carried.values() for notice in all_]
    owed = obligations.find_many(session, [n.obligation_id for n in found if n.obligation_id])
    addresses = addressing.load(session, found, owed)
    known = _Known(
        owed=owed,
        paused=obligations.find_paused(session, list(owed)),
        addresses=addresses,
        missing_lists=find_still_missing(
            session, [n.step for n in found if n.kind is NoticeKind.CALENDAR]
        ),
        outlooks=outlooks.load(session, list(owed.values()), heard=addresses.heard, place=place),
    )
    cards: dict[int, DigestCard] = {}
    for one in claimed:
        today = place.today(now)
        lines = tuple(
            known.line(notice, today)
            for notice in _newest(carried.get(one.card_id, ()))
            if known.is_told(notice, in_an_edit=one.edits is not None)
        )
        if lines:
            cards[one.id] = DigestCard(
                today=today,
                heard_on=place.today(one.made_at) if one.edits else today,
                lines=lines,
            )
    return cards
