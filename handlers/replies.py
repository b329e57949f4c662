"""The way back to a person: answer the press, edit in place, send a message or a file."""

import logging
from typing import Any

from telegram import (
    CallbackQuery,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    Message,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden
from telegram.ext import ExtBot

from texts.languages import Language
from texts.replies import Button, Reply
from texts.words import CAPTION_LIMIT, fitted, plain

log = logging.getLogger("muduo.replies")

TOAST_LIMIT = 200
NO_LONGER_THERE = (
    "message to edit not found",
    "message can't be edited",
    "no text in the message to edit",
    "chat not found",
)


def plain_keyboard(reply: Reply) -> dict[str, Any] | None:
    """The reply's buttons as they travel; the outbox needs no objects for them."""
    if not reply.buttons:
        return None
    return {"inline_keyboard": [[_button(one) for one in row] for row in reply.buttons]}


def keyboard(reply: Reply) -> InlineKeyboardMarkup | ForceReply | None:
    """The reply's buttons, or the question that it asks, as python-telegram-bot wants them."""
    if (plain := plain_keyboard(reply)) is not None:
        rows = plain["inline_keyboard"]
        return InlineKeyboardMarkup([[InlineKeyboardButton(**one) for one in row] for row in rows])
    if reply.asks:
        return ForceReply(input_field_placeholder=reply.placeholder[:64] or None)
    return None


def _button(button: Button) -> dict[str, str]:
    leads_to = {"callback_data": button.data, "url": button.url}
    return {"text": button.label} | {key: to for key, to in leads_to.items() if to is not None}


class Replies:
    """Answers one update. A press is answered exactly once, whatever else happens."""

    def __init__(self, bot: ExtBot[None], update: Update, lang: Language) -> None:
        self._bot = bot
        self._query: CallbackQuery | None = update.callback_query
        self._chat_id = update.effective_chat.id if update.effective_chat else 0
        self._lang = lang
        self.is_answered = self._query is None
        self._is_bare = False

    async def toast(self, text: str = "", *, alert: bool = False) -> None:
        """Answer the press; a second answer is not sent.

        An alert that comes after the bare answer is said as a message: nothing else shows it.
        """
        if self._query is not None and not self.is_answered:
            self.is_answered = True
            await self._answer(self._query.id, text[:TOAST_LIMIT], alert=alert)
        elif alert and self._is_bare and self._chat_id > 0:
            await self.say(Reply(words=plain(text)))

    async def answer_bare(self) -> None:
        """Stop the wheel on the phone of whoever pressed, before there is anything to say."""
        if not self.is_answered:
            self._is_bare = True
            await self.toast()

    async def _answer(self, query_id: str, text: str, *, alert: bool) -> None:
        try:
            await self._bot.answer_callback_query(query_id, text=text or None, show_alert=alert)
        except BadRequest as error:
            # Too late to be seen; what the press did stands, and the message shows it.
            log.info("press_answered_late", extra={"facts": {"reason": error.message}})

    async def say(self, reply: Reply) -> Message | None:
        """Send a new message to the chat that the update came from."""
        try:
            if reply.attachment is not None:
                return await self._send_file(reply)
            return await self._bot.send_message(
                self._chat_id,
                fitted(reply.words).html(),
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard(reply),
            )
        except (BadRequest, Forbidden) as error:
            if isinstance(error, BadRequest) and "chat not found" not in error.message.lower():
                raise
            # Whoever asked has shut the door since. What he asked for stands.
            log.info("reply_not_wanted", extra={"facts": {"reason": error.message}})
            return None

    async def show(self, reply: Reply) -> None:
        """Edit the message under the pressed button; where that cannot be done, send a new one."""
        message = self._query.message if self._query else None
        if message is None or reply.attachment is not None or reply.asks:
            await self.say(reply)
            return
        markup: Any = keyboard(reply)
        try:
            await self._bot.edit_message_text(
                fitted(reply.words).html(),
                chat_id=message.chat.id,
                message_id=message.message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=markup,
            )
        except BadRequest as error:
            problem = error.message.lower()
            if "not modified" in problem:
                return
            if not any(gone in problem for gone in NO_LONGER_THERE):
                raise
            await self.say(reply)

    async def _send_file(self, reply: Reply) -> Message:
        if reply.attachment is None:
            raise ValueError("there is no file to send")
        file = InputFile(reply.attachment.content, filename=reply.attachment.file_name)
        said: dict[str, Any] = {
            "caption": fitted(reply.words, CAPTION_LIMIT).html() or None,
            "parse_mode": ParseMode.HTML,
            "reply_markup": keyboard(reply),
        }
        if reply.attachment.is_picture:
            return await self._bot.send_photo(self._chat_id, file, **said)
        return await self._bot.send_document(self._chat_id, file, **said)
