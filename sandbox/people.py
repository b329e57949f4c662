"""The people's side of the chats: what they type, press and send becomes an update."""

from collections.abc import Sequence
from itertools import count

from sandbox.answers import Json, UploadedFile
from sandbox.chats import Chat, Message, Person
from sandbox.files import picture_size
from sandbox.journal import Press
from sandbox.links import is_payload
from sandbox.topics import refuse_to_write
from sandbox.updates import membership_change
from sandbox.wording import tidy
from sandbox.world import World

_FIRST_QUERY_ID = 4_382_001_912_000_000_000
_TINY_PICTURE = (1, 1)


class People:
    def __init__(self, world: World) -> None:
        self._world = world
        self._query_ids = count(_FIRST_QUERY_ID)

    def add_person(
        self, name: str, language_code: str = "zh-hans", *, username: str = ""
    ) -> Person:
        """Somebody with Telegram who has not met the bot yet."""
        person = Person(
            id=self._world.next_person_id(),
            name=name,
            language_code=language_code,
            username=username or None,
        )
        self._world.persons[person.id] = person
        self._world.chats[person.id] = Chat(
            id=person.id, type="private", title=name, member_ids={person.id}, bot="member"
        )
        self._world.ring()
        return person

    def start(self, person: Person, payload: str = "") -> Message:
        """Press Start, with the payload of a deep link; unblocks a blocked bot as Telegram does."""
        if payload and not is_payload(payload):
            raise ValueError(f"no link can carry {payload!r}")
        if person.blocked:
            self.unblock(person)
        return self.say(person, f"/start {payload}".strip())

    def say(
        self,
        person: Person,
        text: str,
        chat: Chat | None = None,
        *,
        reply_to: int | None = None,
        topic: int | None = None,
    ) -> Message:
        """Send a text, to the bot or into a group; an answer goes where its question stands."""
        message = self._new_message(person, chat, text, topic)
        message.reply_to = reply_to
        if chat is not None and (replied := chat.messages.get(reply_to or 0)) is not None:
            message.thread_id = replied.thread_id
        return self._send(person, message)

    def send_document(
        self,
        person: Person,
        name: str,
        content: bytes,
        caption: str = "",
        *,
        mime: str = "",
        chat: Chat | None = None,
        topic: int | None = None,
    ) -> Message:
        mime = mime or "application/octet-stream"
        upload = UploadedFile(name=name, content=content, mime=mime)
        message = self._new_message(person, chat, caption, topic)
        message.document = self._world.files.put(upload)
        return self._send(person, message)

    def send_photo(
        self,
        person: Person,
        content: bytes,
        caption: str = "",
        *,
        chat: Chat | None = None,
        topic: int | None = None,
    ) -> Message:
        upload = UploadedFile(name="photo.jpg", content=content, mime="image/jpeg")
        message = self._new_message(person, chat, caption, topic)
        message.photo = self._world.files.put(upload, picture_size(content) or _TINY_PICTURE)
        return self._send(person, message)

    def send_album(
        self, person: Person, contents: Sequence[bytes], caption: str = ""
    ) -> list[Message]:
        """Several photos at once; Telegram delivers each as a message of its own."""
        album = self._world.next_album()
        sent = []
        for number, content in enumerate(contents):
            upload = UploadedFile(name="photo.jpg", content=content, mime="image/jpeg")
            message = self._new_message(person, None, caption if number == 0 else "")
            message.photo = self._world.files.put(upload, picture_size(content) or _TINY_PICTURE)
            message.album = album
            sent.append(self._send(person, message))
        return sent

    def edit_last(self, person: Person, text: str, chat: Chat | None = None) -> Message:
        """Change one's latest message."""
        chat = chat or self._world.chats[person.id]
        own = [one for one in chat.messages.values() if one.sender_id == person.id]
        message = own[-1]
        message.text, message.entities = tidy(text, [])
        message.edited = self._world.second()
        self._world.ring()
        if self._bot_sees(chat, message):
            self._world.updates.add("edited_message", self._world.json_of(message))
        return message

    def press(
        self, person: Person, message_id: int, data_or_label: str, chat: Chat | None = None
    ) -> str:
        """Press a button, named by its data or its label; gives the query's id.

        A button that is there no longer raises LookupError: see `press_stale`.
        """
        chat = chat or self._world.chats[person.id]
        button = chat.button(message_id, data_or_label)
        if button.data is None:
            raise ValueError(f"the button {button.text} carries no data; follow its link instead")
        return self.press_stale(person, message_id, button.data, chat)

    def press_stale(
        self, person: Person, message_id: int, data: str, chat: Chat | None = None
    ) -> str:
        """Press with any data, as an old or altered client can, even below a deleted message."""
        if person.blocked or person.deleted:
            raise ValueError(f"{person.name} cannot reach the bot")
        chat = chat or self._world.chats[person.id]
        query_id = str(next(self._query_ids))
        self._world.journal.presses[query_id] = Press(
            query_id=query_id,
            person_id=person.id,
            chat_id=chat.id,
            message_id=message_id,
            data=data,
            at=self._world.now(),
        )
        self._world.journal.callback_answers[query_id] = None
        query: Json = {
            "id": query_id,
            "from": person.to_json(),
            "message": self._pressed_message(chat, message_id),
            "chat_instance": str(7_000_000_000_000 + abs(chat.id)),
            "data": data,
        }
        self._world.updates.add("callback_query", query)
        self._world.ring()
        return query_id

    def block(self, person: Person) -> None:
        if not person.blocked:
            person.blocked = True
            self._tell_membership(person, "member", "kicked")

    def unblock(self, person: Person) -> None:
        if person.blocked:
            person.blocked = False
            self._tell_membership(person, "kicked", "member")

    def delete_account(self, person: Person) -> None:
        """The account is gone; Telegram tells the bot nothing."""
        person.deleted = True
        self._world.ring()

    def commands_for(self, person: Person, chat: Chat | None = None) -> list[Json]:
        """The menu of commands this person sees, each with `command` and `description`."""
        profile, language = self._world.profile, person.language_code
        if chat is None or chat.type == "private":
            return profile.commands_in_private(person.id, language)
        leads = person.id == chat.creator_id
        return profile.commands_in_group(chat.id, person.id, language, administrator=leads)

    def _new_message(
        self, person: Person, chat: Chat | None, text: str, topic: int | None = None
    ) -> Message:
        chat = chat or self._world.chats[person.id]
        refuse_to_write(person, chat, topic)
        words, entities = tidy(text, [])
        return Message(
            message_id=self._world.next_message_id(chat),
            chat_id=chat.id,
            sender_id=person.id,
            from_bot=False,
            date=self._world.second(),
            text=words,
            entities=entities,
            thread_id=topic,
        )

    def _send(self, person: Person, message: Message) -> Message:
        chat = self._world.chats[message.chat_id]
        self._world.put(chat, message)
        if chat.id == person.id:
            person.started = True
        if self._bot_sees(chat, message):
            person.seen = True
            self._world.updates.add("message", self._world.json_of(message))
        return message

    def _bot_sees(self, chat: Chat, message: Message) -> bool:
        """In groups a bot in privacy mode gets only what is meant for it."""
        if chat.type == "private" or chat.bot == "administrator":
            return True
        if chat.bot != "member":
            return False
        replied = chat.messages.get(message.reply_to or 0)
        if replied is not None and replied.from_bot:
            return True
        if not message.text.startswith("/"):
            return False
        _, at, name = message.text.split()[0].partition("@")
        return name.lower() == self._world.bot["username"].lower() if at else chat.bot_messages > 0

    def _pressed_message(self, chat: Chat, message_id: int) -> Json:
        message = chat.messages.get(message_id)
        if message is None or message.deleted:
            return {"chat": chat.to_json(), "message_id": message_id, "date": 0}
        return self._world.json_of(message)

    def _tell_membership(self, person: Person, before: str, after: str) -> None:
        bot = self._world.public_bot()
        change: Json = {
            "chat": self._world.chats[person.id].to_json(),
            "from": person.to_json(),
            "date": int(self._world.second().timestamp()),
            **membership_change(before, after, bot),
        }
        self._world.updates.add("my_chat_member", change)
        self._world.ring()
