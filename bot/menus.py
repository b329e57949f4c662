"""Show menus of commands in Telegram's private chats."""

import logging
from collections.abc import Sequence
from typing import Any

from telegram import BotCommandScopeChat
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.lanes import Lane
from bot.logs import fact
from bot.telegram_errors import Outcome, classify
from domain.menu import LEVELS, MenuChange, Offer
from handlers.menus import edition, menu
from texts.languages import LANGUAGES, Code, Language, language

log = logging.getLogger("muduo.menus")

# Telegram was not asked or did not answer: the menu is tried again.
_LATER = (Outcome.PAUSE, Outcome.NOT_SENT, Outcome.AMBIGUOUS, Outcome.AUTH, Outcome.CONFLICT)


class TelegramMenus:
    """A menu that Telegram refuses for good is let be: it decorates, it does not decide."""

    def __init__(
        self, bot: ExtBot[Any], offers: Sequence[Offer], *, default_language: Code
    ) -> None:
        self._bot = bot
        self._default = default_language
        # A handful for thousands of people.
        self._worded = {
            (code, level): menu(Language(code=code), level, offers)
            for code in LANGUAGES
            for level in LEVELS
        }
        self.edition = edition(offers)

    async def show(self, change: MenuChange) -> bool:
        """Write a menu or take it away; False when that must wait for another time."""
        try:
            await self._show(change)
        except TelegramError as error:
            failure = classify(error)
            fact(log, "menu_failed", level=logging.WARNING, kind=failure.kind)
            return failure.kind not in _LATER
        return True

    async def _show(self, change: MenuChange) -> None:
        scope = BotCommandScopeChat(change.chat_id)
        if change.level is None:
            await self._bot.delete_my_commands(scope, rate_limit_args=Lane.PUSH)
            return
        lang = language(change.language, default=self._default)
        commands = self._worded[lang.code, change.level]
        await self._bot.set_my_commands(commands, scope, rate_limit_args=Lane.PUSH)
