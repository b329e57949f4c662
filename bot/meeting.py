"""The first meeting with Telegram, which may be a long way off."""

import asyncio
import logging

from telegram.error import TelegramError

from bot.assembly import Muduo
from bot.exits import CannotRunError, Exit
from bot.logs import fact
from bot.telegram_errors import Outcome, classify

log = logging.getLogger("muduo.meeting")

FIRST_REST = 1.0
LONGEST_REST = 60.0


async def meet(muduo: Muduo) -> bool:
    """Ask Telegram who we are until it answers. Raises CannotRunError for a wrong token."""
    rest = FIRST_REST
    while True:
        try:
            await muduo.open()
        except TelegramError as error:
            failure = classify(error)
            fact(log, "not_met", level=logging.WARNING, kind=failure.kind, reason=failure.reason)
            muduo.poller.trouble = failure.kind.value
            if failure.kind is Outcome.AUTH:
                sentence = (
                    "Telegram does not know this token: look it up at @BotFather (/mybots) "
                    "and set MUDUO_TELEGRAM_TOKEN."
                )
                raise CannotRunError(sentence, Exit.TOKEN_REFUSED) from None
            await asyncio.sleep(failure.retry_after or rest)
            rest = min(rest * 2, LONGEST_REST)
        else:
            fact(log, "met", bot=muduo.bot.id)
            return True
