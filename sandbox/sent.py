"""What the bot sent, day by day: the page's timeline."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, tzinfo
from zoneinfo import ZoneInfo

from sandbox.answers import Json
from sandbox.chats import Chat, Message
from sandbox.core import StandIn

_FIRST_WORDS = 120
# The longest message that Telegram takes: whoever reads a day of the calendar reads all of it.
_ALL_WORDS = 4096


def days(stand_in: StandIn, query: Mapping[str, str]) -> list[Json]:
    """How many messages of the bot arrived on each day of the zone, oldest first."""
    zone = ZoneInfo(query.get("zone") or "UTC")
    counted: Counter[date] = Counter()
    heard: dict[date, set[int]] = {}
    for chat, message in _sent(stand_in):
        day = message.date.astimezone(zone).date()
        counted[day] += 1
        heard.setdefault(day, set()).add(chat.id)
    return [
        {"day": day.isoformat(), "sent": counted[day], "chats": len(heard[day])}
        for day in sorted(counted)
    ]


def sent(stand_in: StandIn, query: Mapping[str, str]) -> list[Json]:
    """The messages of the bot on one day, in order, each with its first words."""
    zone, day = ZoneInfo(query.get("zone") or "UTC"), date.fromisoformat(query["day"])
    found = [(chat, one) for chat, one in _sent(stand_in) if _is_on(one, day, zone)]
    found.sort(key=lambda pair: pair[1].date)
    return [
        {
            "chat": chat.id,
            "title": chat.title,
            "message_id": message.message_id,
            "at": message.date.isoformat(),
            "words": message.text[:_FIRST_WORDS],
        }
        for chat, message in found
    ]


def heard(stand_in: StandIn, query: Mapping[str, str]) -> list[Json]:
    """What every chat heard from a day on, by day: each message as it came."""
    zone, since = ZoneInfo(query.get("zone") or "UTC"), date.fromisoformat(query["since"])
    by_chat: dict[int, dict[str, list[str]]] = {chat: {} for chat in stand_in.world.chats}
    for chat, message in _sent(stand_in):
        day = message.date.astimezone(zone).date()
        if day >= since:
            words = (message.sent_text or message.text)[:_ALL_WORDS]
            by_chat[chat.id].setdefault(day.isoformat(), []).append(words)
    return [
        {"chat": chat.id, "title": chat.title, "days": by_chat[chat.id]}
        for chat in stand_in.world.chats.values()
    ]


def _sent(stand_in: StandIn) -> Iterator[tuple[Chat, Message]]:
    for chat in stand_in.world.chats.values():
        for message in chat.messages.values():
            if message.from_bot and not message.deleted:
                yield chat, message


def _is_on(message: Message, day: date, zone: tzinfo) -> bool:
    return message.date.astimezone(zone).date() == day
