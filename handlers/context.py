"""What a handler has in hand: the update, the reader's language, the actions, and the way back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Concatenate, ParamSpec, TypeVar

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import ExtBot

from actions.running import Asked, Copies, Memory, Runner, for_person, is_read
from domain.code import CODES_GOOD_FOR
from domain.incoming import Incoming
from domain.menu import Offer
from domain.permission import Actor, Policy
from domain.place import Place
from handlers.replies import Replies
from texts.languages import Language
from texts.presses import Press
from texts.replies import Reply

P = ParamSpec("P")
T = TypeVar("T")

LONGEST_NUMBER = 9
# A press is answered with its outcome; when the action takes longer than these seconds, bare, so
# that the phone stops turning its wheel.
PRESS_PATIENCE = 2.5


def number(written: str, otherwise: int = 0) -> int:
    """A number as our buttons write it; one with more digits than any id of ours is none."""
    is_ours = written.isascii() and written.isdecimal() and len(written) <= LONGEST_NUMBER
    return int(written) if is_ours else otherwise


@dataclass(kw_only=True)
class Context:
    """One update on its way through the people's door. At most one action of it may write."""

    bot: ExtBot[None]
    runner: Runner
    update: Update
    incoming: Incoming
    lang: Language
    now: Callable[[], datetime]
    place: Place
    bot_username: str
    copies: Copies
    codes_good_for: timedelta = CODES_GOOD_FOR
    web_address: str | None = None
    press_patience: float = PRESS_PATIENCE
    policy: Policy = Policy.ANYONE
    press: Press | None = None
    has_written: bool = False
    has_queued_answer: bool = False
    offers: tuple[Offer, ...] = ()
    replies: Replies = field(init=False)

    def __post_init__(self) -> None:
        self.replies = Replies(self.bot, self.update, self.lang)

    @property
    def user_id(self) -> int:
        """The account that acts; 0 for updates without one."""
        return self.update.effective_user.id if self.update.effective_user else 0

    @property
    def is_private(self) -> bool:
        """Whether nobody else reads the chat that the update comes from."""
        chat = self.update.effective_chat
        return chat is not None and chat.type == ChatType.PRIVATE

    @property
    def account_name(self) -> str:
        """How Telegram calls the account."""
        return self.update.effective_user.full_name if self.update.effective_user else ""

    @property
    def sent_at(self) -> datetime:
        """When it counts: a message by Telegram's date, a press by when it reached us."""
        message = self.update.message
        return message.date if message is not None else self.incoming.received_at

    @property
    def pressed_id(self) -> int:
        """The subject of the press; 0, which nothing has, for one that is no number."""
        return number(self.press.subject_id if self.press else "")

    @property
    def shown_in(self) -> int | None:
        """The message whose button was pressed, in the presser's own chat."""
        query = self.update.callback_query
        message = query.message if query and self.is_private else None
        return message.message_id if message else None

    @property
    def words(self) -> str:
        """What was written after the command, or the whole text of what is no command."""
        text = (self.update.message.text or "") if self.update.message else ""
        if text.startswith("/"):
            # A line end may follow the command as well as a blank.
            _, *after = text.split(maxsplit=1)
            text = "".join(after)
        written = text.strip()
        # A command may be its Chinese word alone; then nothing was written after it.
        return "" if any(written == offer.alias for offer in self.offers) else written

    @property
    def argument(self) -> str:
        """What was written after the command; the bare Chinese word has nothing after it."""
        message = self.update.message
        return self.words if message is not None and (message.text or "")[:1] == "/" else ""

    async def run(
        self,
        action: Callable[Concatenate[Memory, Actor, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run one action for whoever sent the update, under the handler's policy."""
        asked = Asked(
            telegram_user_id=self.user_id, policy=self.policy, update_id=self.incoming.update_id
        )
        perform: Any = for_person(asked, self.now(), action)
        if is_read(action):
            return await self.runner.read(lambda session: perform(session, *args, **kwargs))
        if self.has_written:
            raise RuntimeError("a handler runs at most one action that writes")
        outcome: T = await self.runner.write(lambda session: perform(session, *args, **kwargs))
        self.has_written = True
        return outcome

    async def say(self, reply: Reply) -> None:
        """Answer with a new message."""
        await self.replies.say(reply)

    async def show(self, reply: Reply) -> None:
        """Put the reply in place of the message whose button was pressed; else say it."""
        await self.replies.show(reply)

    async def toast(self, text: str, *, alert: bool = False) -> None:
        """Answer a press with a few words at the top of the screen."""
        await self.replies.toast(text, alert=alert)

    async def answer_bare(self) -> None:
        """Stop the wheel on the phone; what the press leads to follows."""
        await self.replies.answer_bare()
