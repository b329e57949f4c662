"""One message for each activity in its unit's group: opened by day, and kept true."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from actions import groups as bound
from actions.running import reads
from domain.group import AGAIN_AFTER, CardEnding, Coming, DueCard, GroupCard, seal_of
from domain.place import Place
from storage import activities, check_ins, group_cards, groups

A_CHUNK = 50


def open_due(session: Session, *, now: datetime, place: Place) -> int:
    """Let what people are invited to be told in their groups too, never at night."""
    missing = group_cards.find_missing(session, now=now, limit=A_CHUNK)
    return group_cards.add(session, missing, look_at=place.next_waking(now))


@reads
def find_due(session: Session, *, now: datetime, place: Place) -> tuple[GroupCard, ...]:
    """What may have something new to show; new messages wait for the day."""
    return _built(
        session, group_cards.find_due(session, with_new=place.is_waking(now), now=now), place
    )


def _built(session: Session, due: Sequence[DueCard], place: Place) -> tuple[GroupCard, ...]:
    found = activities.find_many(session, {one.activity_id for one in due})
    counts = check_ins.count_many(session, list(found))
    languages = group_cards.find_languages(session, {one.chat_id for one in due})
    coming = {
        one.id: Coming(activity=one.on_local_clock(place), counts=counts[one.id])
        for one in found.values()
    }
    return tuple(
        GroupCard(
            id=one.id,
            chat_id=one.chat_id,
            coming=coming[one.activity_id],
            seal=seal_of(coming[one.activity_id]),
            shown=one.shown,
            language=languages.get(one.chat_id),
            message_id=one.message_id,
        )
        for one in due
    )


def claim(
    session: Session, cards: Sequence[GroupCard], *, now: datetime, place: Place
) -> list[GroupCard]:
    """Those that are still due and show something else by now, as it is at this moment.

    What is called off or has begun is not told anew. A group rests after each of them, so that
    several activities at once stay below the twenty changes a minute that Telegram allows in one.
    """
    taken = [
        DueCard(
            id=one.id,
            activity_id=one.coming.activity.id,
            chat_id=one.chat_id,
            shown=one.shown,
            message_id=one.message_id,
        )
        for one in cards
        if group_cards.take_turn(session, one.chat_id, now=now)
        and group_cards.claim(session, one.id, is_new=one.is_new, now=now)
    ]
    fresh = _built(session, taken, place)
    return [one for one in fresh if one.seal != one.shown and not _is_late(session, one, now)]


def _is_late(session: Session, card: GroupCard, now: datetime) -> bool:
    activity = card.coming.activity
    if not card.is_new or (activity.is_planned and not activity.has_begun(now)):
        return False
    group_cards.end(session, card.id)
    return True


def recover(session: Session, *, now: datetime) -> None:
    """At the start: an edit that was under way when the process ended is looked at again."""
    group_cards.look_again(session, now=now)


def settle(session: Session, endings: Sequence[CardEnding], *, now: datetime) -> None:
    """Write down how showing them ended."""
    for one in endings:
        card = one.card
        if one.moved_to is not None:
            groups.follow(session, card.chat_id, moved_to=one.moved_to)
        elif one.is_gone:
            bound.forget(session, card.chat_id, now=now)
        elif one.message_id is not None:
            group_cards.mark_shown(session, card.id, message_id=one.message_id, seal=card.seal)
        elif one.is_over:
            group_cards.end(session, card.id)
        else:
            look_at = now + AGAIN_AFTER
            group_cards.put_back(session, card.id, is_new=card.is_new, look_at=look_at)
