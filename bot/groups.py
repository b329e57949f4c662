"""Show messages in Telegram's groups."""

import logging
from typing import Any

from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.lanes import Lane
from bot.logs import fact
from bot.telegram_errors import Outcome, SendFailure, classify
from domain.group import CardEnding, GroupCard
from texts.groups import group_card
from texts.languages import Code, language
from texts.words import fitted

log = logging.getLogger("muduo.groups")

_LATER = (Outcome.PAUSE, Outcome.NOT_SENT, Outcome.AUTH, Outcome.CONFLICT)


class TelegramGroups:
    """A message that may have been sent is not sent twice: it decorates, it does not decide."""

    def __init__(self, bot: ExtBot[Any], *, default_language: Code) -> None:
        self._bot = bot
        self._default = default_language

    async def show(self, card: GroupCard) -> CardEnding:
        """Send it or bring it up to date, and say how that ended."""
        lang = language(card.language, default=self._default)
        words = fitted(group_card(lang, card.coming).words)
        try:
            if card.message_id is not None:
                await self._bot.edit_message_text(
                    words.html(),
                    chat_id=card.chat_id,
                    message_id=card.message_id,
                    parse_mode=ParseMode.HTML,
                    rate_limit_args=Lane.PUSH,
                )
                return CardEnding(card=card, message_id=card.message_id)
            sent = await self._bot.send_message(
                card.chat_id,
                words.html(),
                parse_mode=ParseMode.HTML,
                disable_notification=True,
                rate_limit_args=Lane.PUSH,
            )
        except TelegramError as error:
            return _ending(card, classify(error))
        return CardEnding(card=card, message_id=sent.message_id)


def _ending(card: GroupCard, failure: SendFailure) -> CardEnding:
    fact(log, "group_card_failed", level=logging.WARNING, card=card.id, kind=failure.kind)
    if failure.kind is Outcome.NOT_MODIFIED:
        return CardEnding(card=card, message_id=card.message_id)
    if failure.kind is Outcome.MIGRATED:
        return CardEnding(card=card, moved_to=failure.new_chat_id)
    if failure.kind is Outcome.UNREACHABLE:
        return CardEnding(card=card, is_gone=True)
    if failure.kind in _LATER:
        return CardEnding(card=card)
    # An edit in doubt is made once more; a message in doubt is not sent again.
    is_edit_in_doubt = failure.kind is Outcome.AMBIGUOUS and not card.is_new
    return CardEnding(card=card, is_over=not is_edit_in_doubt)
