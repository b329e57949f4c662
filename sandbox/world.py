"""All that the stand-in knows: the bot, the people, the chats, the files, the clock."""

import asyncio
from datetime import datetime

from sandbox.answers import Json, bad_request, forbidden
from sandbox.chats import Chat, Message, Person
from sandbox.clock import Clock
from sandbox.files import FileShelf
from sandbox.journal import Entry, Journal
from sandbox.limits import Rate, RateLimiter
from sandbox.profile import Profile
from sandbox.rendering import message_json, public_bot
from sandbox.updates import UpdateQueue

_FIRST_PERSON_ID = 5_000_000_001
_FIRST_ALBUM_ID = 13_000_000_000_000_000
_FIRST_SUPERGROUP_ID = -1_002_000_000_001


class World:
    def __init__(
        self, *, now: Clock, bot: Json, rate: Rate | None, journal_size: int | None
    ) -> None:
        self.now = now
        self.bot = bot
        self.updates = UpdateQueue(now)
        self.journal = Journal(journal_size)
        self._rate = rate
        self.forget()
        self.revision = 0
        self._watchers: list[asyncio.Future[None]] = []
        self._closed = False
        self._albums = 0

    def forget(self) -> None:
        """Nobody and nothing is known any more, but for what the bot did."""
        self.limiter = RateLimiter(self._rate, self.now)
        self.files = FileShelf()
        self.profile = Profile(str(self.bot["first_name"]))
        self.persons: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.last_message_id = 0
        self.updates.clear()

    @property
    def bot_id(self) -> int:
        return int(self.bot["id"])

    def public_bot(self) -> Json:
        return public_bot(self.bot)

    def second(self) -> datetime:
        """The present instant as Telegram tells it: in whole seconds."""
        return self.now().replace(microsecond=0)

    def next_person_id(self) -> int:
        return _FIRST_PERSON_ID + len(self.persons)

    def next_group_id(self, supergroup: bool) -> int:
        groups = sum(chat.type == "supergroup" for chat in self.chats.values())
        if supergroup:
            return _FIRST_SUPERGROUP_ID - groups
        return -4_000_001 - len(self.chats)

    def put(self, chat: Chat, message: Message) -> Message:
        chat.messages[message.message_id] = message
        if message.from_bot:
            chat.bot_messages += 1
        self.ring()
        return message

    def next_message_id(self, chat: Chat) -> int:
        """One sequence for private chats and basic groups, one for each supergroup."""
        if chat.type == "supergroup":
            return max(chat.messages, default=0) + 1
        self.last_message_id += 1
        return self.last_message_id

    def next_album(self) -> str:
        """What the parts of an album have in common."""
        self._albums += 1
        return str(_FIRST_ALBUM_ID + self._albums)

    def ring(self) -> None:
        """Tell whoever watches that something changed."""
        self.revision += 1
        watchers, self._watchers = self._watchers, []
        for watcher in watchers:
            if not watcher.done():
                watcher.set_result(None)

    def release_watchers(self) -> None:
        """Let nobody wait any longer, because the server stops."""
        self._closed = True
        self.ring()

    async def changed_since(self, revision: int, seconds: float) -> int:
        """Wait for something newer than the revision; gives the present one."""
        if self.revision <= revision and not self._closed:
            watcher: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._watchers.append(watcher)
            await asyncio.wait([watcher], timeout=seconds)
        return self.revision

    def json_of(self, message: Message) -> Json:
        return message_json(message, chats=self.chats, persons=self.persons, bot=self.bot)

    def note(self, method: str, *, chat_id: int, message_id: int, params: Json) -> None:
        entry = Entry(
            at=self.now(), method=method, chat_id=chat_id, message_id=message_id, params=params
        )
        self.journal.entries.append(entry)

    def chat_to_write(self, chat_text: str) -> Chat:
        """The chat for a send or an edit; refuses where the bot may not write."""
        chat = self.known_chat(chat_text)
        if chat.type == "private":
            person = self.persons[chat.id]
            if person.deleted:
                raise forbidden("user is deactivated")
            if person.blocked:
                raise forbidden("bot was blocked by the user")
            if not person.started:
                raise forbidden("bot can't initiate conversation with a user")
            return chat
        if chat.deleted:
            raise forbidden("the group chat was deleted")
        kind = "supergroup" if chat.type == "supergroup" else "group"
        if chat.migrated_to is not None:
            text = "group chat was upgraded to a supergroup chat"
            raise bad_request(text, migrate_to_chat_id=chat.migrated_to)
        if chat.bot == "kicked":
            raise forbidden(f"bot was kicked from the {kind} chat")
        if chat.bot == "left":
            raise forbidden(f"bot is not a member of the {kind} chat")
        return chat

    def chat_to_send(self, chat_text: str, what: str) -> Chat:
        """The chat for a new message; a silenced group takes those of administrators alone."""
        chat = self.chat_to_write(chat_text)
        if chat.silenced and chat.bot != "administrator":
            raise bad_request(f"not enough rights to send {what} to the chat")
        return chat

    def known_chat(self, chat_text: str) -> Chat:
        """The chat if the bot ever met it."""
        if not chat_text:
            raise bad_request("chat_id is empty")
        chat = self.chats.get(int(chat_text)) if _is_number(chat_text) else None
        if chat is None:
            if _is_number(chat_text) and int(chat_text) == self.bot_id:
                raise forbidden("the bot can't send messages to the bot")
            raise bad_request("chat not found")
        person = self.persons.get(chat.id)
        if person is not None and not (person.started or person.seen):
            raise bad_request("chat not found")
        return chat


def _is_number(text: str) -> bool:
    return text.isascii() and text.removeprefix("-").isdigit()
