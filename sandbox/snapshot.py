"""The chats on paper, so that a sandbox can be closed and opened again where it was left."""

import json
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime

from pydantic import TypeAdapter

from sandbox.answers import Json
from sandbox.chats import Chat, Message, Person
from sandbox.files import StoredFile
from sandbox.world import World


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """What outlives the process. Updates that the bot has not fetched, and faults, do not."""

    persons: list[Person]
    chats: list[Chat]
    last_message_id: int
    next_update_id: int
    last_file_number: int = 0
    words: list[tuple[str, str, str]] = field(default_factory=list)
    commands: list[tuple[list[str], str, list[Json]]] = field(default_factory=list)


_SNAPSHOT = TypeAdapter(Snapshot)
# More than anybody says between two snapshots.
NUMBERS_LOST = 10_000


def take(world: World) -> str:
    """Everything that the chats show, as JSON."""
    snapshot = Snapshot(
        persons=list(world.persons.values()),
        chats=list(world.chats.values()),
        last_message_id=world.last_message_id,
        next_update_id=world.updates.next_id,
        last_file_number=world.files.last_number,
        words=[(*key, text) for key, text in world.profile.all_words.items()],
        commands=[
            (list(scope), language, commands)
            for (scope, language), commands in world.profile.all_commands.items()
        ],
    )
    return json.dumps(asdict(snapshot), default=_plain, ensure_ascii=False)


def restore(world: World, text: str) -> None:
    """Put what was taken in the place of what is; raises ValueError when it is no snapshot."""
    snapshot = _SNAPSHOT.validate_python(json.loads(text))
    world.forget()
    world.persons.update((person.id, person) for person in snapshot.persons)
    for chat in snapshot.chats:
        chat.messages = {key: _with_file(world, one) for key, one in chat.messages.items()}
        world.chats[chat.id] = chat
    # What a killed process did after the snapshot is gone from the chats, but not from the bot's
    # memory: no number that it may have seen is given again.
    world.last_message_id = snapshot.last_message_id + NUMBERS_LOST
    world.updates.next_id = snapshot.next_update_id + NUMBERS_LOST
    world.files.last_number = snapshot.last_file_number + NUMBERS_LOST
    world.profile.all_words.update(
        ((name, language), words) for name, language, words in snapshot.words
    )
    world.profile.all_commands.update(
        ((tuple(scope), language), commands) for scope, language, commands in snapshot.commands
    )
    world.ring()


def _plain(value: object) -> object:
    match value:
        case datetime():
            return value.isoformat()
        case set():
            return sorted(value)
        case bytes():
            return b64encode(value).decode()
    raise TypeError(f"a snapshot holds no {type(value).__name__}")


def _with_file(world: World, message: Message) -> Message:
    return replace(
        message,
        document=_stored(world, message.document),
        photo=_stored(world, message.photo),
    )


def _stored(world: World, file: StoredFile | None) -> StoredFile | None:
    if file is None:
        return None
    stored = replace(file, content=b64decode(file.content))
    world.files.keep(stored)
    return stored
