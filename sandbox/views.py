"""What the control interface shows: people, chats, messages, the journal, the faults."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from itertools import islice
from typing import Any

from sandbox.answers import Json
from sandbox.chats import Chat, Message, Person
from sandbox.core import StandIn
from sandbox.sent import days, heard, sent

View = Callable[[StandIn, Mapping[str, str]], Any]
_SHOWN_MESSAGES = 200
_SHOWN_ENTRIES = 1000


def _state(stand_in: StandIn, query: Mapping[str, str]) -> Json:
    world = stand_in.world
    return {
        "now": world.now().isoformat(),
        "revision": world.revision,
        "bot": world.public_bot(),
        "people": [_person(stand_in, person) for person in world.persons.values()],
        "groups": [_group(chat) for chat in world.chats.values() if chat.type != "private"],
        "latency": stand_in.latency,
        "faults": [asdict(fault) | {"times": left} for fault, left in stand_in.faults.waiting()],
        "calls": dict(stand_in.calls),
        "unknown_methods": stand_in.unknown_methods,
        "pending_updates": len(world.updates.pending()),
        "unanswered_presses": [press.query_id for press in stand_in.unanswered_presses()],
    }


def _person(stand_in: StandIn, person: Person) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "language_code": person.language_code,
        "started": person.started,
        "blocked": person.blocked,
        "deleted": person.deleted,
        **_latest(stand_in.world.chats[person.id]),
    }


def _latest(chat: Chat) -> Json:
    """What a list of chats shows beside a name."""
    last = next(reversed(chat.messages.values()), None)
    return {
        "bot_messages": chat.bot_messages,
        "last": last.text[:80] if last and not last.deleted else "",
        "last_at": last.date.isoformat() if last else None,
    }


def _group(chat: Chat) -> Json:
    return {
        "id": chat.id,
        "title": chat.title,
        "type": chat.type,
        "members": sorted(chat.member_ids),
        "bot": chat.bot,
        **_latest(chat),
        "migrated_to": chat.migrated_to,
        "deleted": chat.deleted,
        "topics": [{"id": key, **asdict(topic)} for key, topic in chat.topics.items()],
    }


def _messages(stand_in: StandIn, query: Mapping[str, str]) -> list[Json]:
    messages = stand_in.messages(int(query["chat"]))
    return [_message(stand_in, message) for message in messages[-_SHOWN_MESSAGES:]]


def _message(stand_in: StandIn, message: Message) -> Json:
    """A message with what the Bot API does not say: whether it is deleted, and its HTML."""
    return {
        **stand_in.world.json_of(message),
        "deleted": message.deleted,
        "html": message.html,
        "reply_keyboard": message.markup.other,
    }


def _commands(stand_in: StandIn, query: Mapping[str, str]) -> list[Json]:
    person = stand_in.world.persons[int(query["person"])]
    chat = stand_in.world.chats[int(query["chat"])] if "chat" in query else None
    return stand_in.people.commands_for(person, chat)


def _answer(stand_in: StandIn, query: Mapping[str, str]) -> Json:
    answer = stand_in.callback_answers[query["query_id"]]
    return {"answered": False} if answer is None else {"answered": True, **asdict(answer)}


def _journal(stand_in: StandIn, query: Mapping[str, str]) -> Json:
    """Entries from a position on; the answer names the position to go on from."""
    since = int(query.get("since", "0"))
    entries = list(islice(stand_in.journal, since, since + _SHOWN_ENTRIES))
    shown = [asdict(entry) | {"at": entry.at.isoformat()} for entry in entries]
    return {"entries": shown, "next": since + len(entries)}


VIEWS: dict[str, View] = {
    "state": _state,
    "messages": _messages,
    "commands": _commands,
    "answer": _answer,
    "journal": _journal,
    "days": days,
    "sent": sent,
    "heard": heard,
}
