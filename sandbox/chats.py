"""People, groups and messages, as Telegram knows them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from sandbox.answers import Json
from sandbox.files import StoredFile
from sandbox.keyboards import NO_MARKUP, Button, Markup, Rows
from sandbox.wording import to_html

ChatType = Literal["private", "group", "supergroup"]
Membership = Literal["member", "administrator", "left", "kicked"]


@dataclass(kw_only=True, slots=True, eq=False)
class Person:
    """One who uses Telegram; `seen` says that the bot met them in a group at least."""

    id: int
    name: str
    language_code: str
    username: str | None = None
    started: bool = False
    seen: bool = False
    blocked: bool = False
    deleted: bool = False

    def to_json(self) -> Json:
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.name}
        if self.username:
            user["username"] = self.username
        return {**user, "language_code": self.language_code}


@dataclass(kw_only=True, slots=True)
class Message:
    """One message in a chat; `text` is the caption where a file hangs on it.

    `sent_text` is what it said before it was edited.
    """

    message_id: int
    chat_id: int
    sender_id: int
    from_bot: bool
    date: datetime
    text: str = ""
    entities: list[Json] = field(default_factory=list)
    markup: Markup = NO_MARKUP
    document: StoredFile | None = None
    photo: StoredFile | None = None
    reply_to: int | None = None
    service: Json = field(default_factory=dict)
    edited: datetime | None = None
    deleted: bool = False
    thread_id: int | None = None
    album: str | None = None
    sent_text: str = ""

    @property
    def html(self) -> str:
        return to_html(self.text, self.entities)

    @property
    def buttons(self) -> Rows:
        return self.markup.rows

    @property
    def has_file(self) -> bool:
        return self.document is not None or self.photo is not None


@dataclass(kw_only=True, slots=True)
class Topic:
    """One topic of a forum; its id is that of the message that made it."""

    name: str
    closed: bool = False


@dataclass(kw_only=True, slots=True, eq=False)
class Chat:
    id: int
    type: ChatType
    title: str
    member_ids: set[int] = field(default_factory=set)
    messages: dict[int, Message] = field(default_factory=dict)
    bot: Membership = "left"
    bot_messages: int = 0
    migrated_to: int | None = None
    creator_id: int | None = None
    is_forum: bool = False
    topics: dict[int, Topic] = field(default_factory=dict)
    deleted: bool = False
    silenced: bool = False

    def button(self, message_id: int, data_or_label: str) -> Button:
        """The button below a message; raises LookupError for one that is not there any longer."""
        message = self.messages.get(message_id)
        if message is None or message.deleted:
            raise LookupError(f"there is no message {message_id}")
        buttons = [button for row in message.buttons for button in row]
        for button in buttons:
            if data_or_label in (button.data, button.text):
                return button
        labels = ", ".join(button.text for button in buttons) or "none"
        raise LookupError(f"there is no button {data_or_label}; there are: {labels}")

    def to_json(self) -> Json:
        name = "first_name" if self.type == "private" else "title"
        chat: Json = {"id": self.id, name: self.title, "type": self.type}
        return chat | {"is_forum": True} if self.is_forum else chat
