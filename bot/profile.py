"""Introduce the bot in Telegram at the start: name, descriptions, the menus of strangers."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.lanes import Lane
from bot.logs import fact
from bot.telegram_errors import classify
from domain.menu import Offer
from domain.permission import Policy
from handlers.menus import group_menu, menu
from texts import profile
from texts.languages import LANGUAGES, Code, Language

log = logging.getLogger("muduo.profile")

SCOPES: tuple[BotCommandScope, ...] = (
    BotCommandScopeDefault(),
    BotCommandScopeAllPrivateChats(),
    BotCommandScopeAllGroupChats(),
)


Step = Callable[[], Awaitable[None]]


async def introduce(bot: ExtBot[Any], offers: Sequence[Offer], *, default_language: Code) -> bool:
    """Set what differs, in both languages; False when Telegram did not take something.

    Telegram takes a new name only a few times a day, so what is right already is left alone.
    """
    # Without a code the words are for readers of any other language; they come first, because
    # Telegram also shows them where a language has none of its own.
    readers: list[tuple[Code | None, Language]] = [(None, Language(code=default_language))]
    readers += [(code, Language(code=code)) for code in LANGUAGES]
    all_taken = True
    for code, lang in readers:
        steps: list[Step] = [
            partial(_set_name, bot, code, profile.bot_name(lang)),
            partial(_set_about, bot, code, profile.about(lang)),
            partial(_set_description, bot, code, profile.before_the_first_message(lang)),
        ]
        for scope in SCOPES:
            in_groups = isinstance(scope, BotCommandScopeAllGroupChats)
            made = group_menu(lang, offers) if in_groups else menu(lang, Policy.ANYONE, offers)
            steps.append(partial(_set_menu, bot, code, scope, made))
        for step in steps:
            all_taken = await _is_taken(step) and all_taken
    return all_taken


async def _is_taken(step: Step) -> bool:
    try:
        await step()
    except TelegramError as error:
        kind = classify(error).kind
        fact(log, "introduction_failed", level=logging.WARNING, kind=kind)
        return False
    return True


async def _set_name(bot: ExtBot[Any], code: Code | None, wanted: str) -> None:
    present = await bot.get_my_name(code, rate_limit_args=Lane.PUSH)
    if present.name != wanted:
        await bot.set_my_name(wanted, code, rate_limit_args=Lane.PUSH)


async def _set_about(bot: ExtBot[Any], code: Code | None, wanted: str) -> None:
    present = await bot.get_my_short_description(code, rate_limit_args=Lane.PUSH)
    if present.short_description != wanted:
        await bot.set_my_short_description(wanted, code, rate_limit_args=Lane.PUSH)


async def _set_description(bot: ExtBot[Any], code: Code | None, wanted: str) -> None:
    present = await bot.get_my_description(code, rate_limit_args=Lane.PUSH)
    if present.description != wanted:
        await bot.set_my_description(wanted, code, rate_limit_args=Lane.PUSH)


async def _set_menu(
    bot: ExtBot[Any], code: Code | None, scope: BotCommandScope, wanted: list[BotCommand]
) -> None:
    present = await bot.get_my_commands(scope, code, rate_limit_args=Lane.PUSH)
    if list(present) != wanted:
        await bot.set_my_commands(wanted, scope, code, rate_limit_args=Lane.PUSH)
