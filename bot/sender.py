"""Carry one queued message to Telegram and say how that ended."""

import logging
import warnings
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, assert_never

from telegram import InputFile
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.gate import Gate
from bot.lanes import Lane
from bot.logs import fact
from bot.pulse import Pulse
from bot.telegram_errors import Outcome, SendFailure, classify
from domain.card import Letter
from domain.delivery import Ambiguous, Ending, NotSent, Refused, Sent, Unreachable
from handlers.replies import plain_keyboard
from texts.replies import Reply
from texts.words import CAPTION_LIMIT, MESSAGE_LIMIT, fitted

log = logging.getLogger("muduo.sender")

FIRST_PROBE = timedelta(seconds=30)
LONGEST_PROBE = timedelta(minutes=10)
FAILURES_IN_A_ROW = 3
RETRY_AFTER_NOT_SENT = timedelta(seconds=15)

# Of the message that comes back only the id is wanted; to parse it whole costs as much as to send.
warnings.filterwarnings(
    "ignore", message="Please use 'Bot.(sendMessage|sendPhoto|editMessageText)'"
)


class TelegramSender:
    """Sends through the gate's lane for pushes. After three failures in a row it rests."""

    def __init__(
        self,
        bot: ExtBot[Any],
        gate: Gate,
        *,
        now: Callable[[], datetime],
        doubt: Callable[[], str | None] = lambda: None,
        pulse: Pulse | None = None,
    ) -> None:
        """`doubt` says why the clock cannot be trusted; nothing is sent by such a clock."""
        self._bot = bot
        self._gate = gate
        self._now = now
        self._failures = 0
        self._rests_until: datetime | None = None
        self._probe = FIRST_PROBE
        self._doubt = doubt
        self._pulse = pulse or Pulse()

    def slots(self) -> int:
        """How many messages may be under way; none while Telegram asks for silence or is away."""
        now = self._now()
        if self._doubt() is not None:
            return 0
        if any(pause.scope == "all" for pause in self._gate.pauses):
            return 0
        if self._rests_until is not None:
            # One message at a time finds out whether Telegram is back.
            return 1 if now >= self._rests_until else 0
        return self._gate.in_flight.limit

    async def deliver(self, letter: Letter, reply: Reply) -> Ending:
        """Send a message or bring an older one up to date."""
        try:
            ending = await self._deliver(letter, reply)
        except TelegramError as error:
            return await self._read(letter, reply, classify(error))
        self._note_success()
        return ending

    async def _deliver(self, letter: Letter, reply: Reply, *, plainly: bool = False) -> Sent:
        said = _said(reply, plainly=plainly)
        if (markup := plain_keyboard(reply)) is not None:
            said["reply_markup"] = markup
        edited = letter.delivery.edits_message
        if letter.delivery.edits is not None and edited is not None:
            chat_id, message_id = edited
            await self._call("editMessageText", said, chat_id=chat_id, message_id=message_id)
            return Sent(chat_id=chat_id, message_id=message_id)
        method = "sendPhoto" if reply.attachment else "sendMessage"
        message = await self._call(method, said, chat_id=letter.chat_id)
        return Sent(chat_id=letter.chat_id, message_id=int(message["message_id"]))

    async def _call(self, method: str, said: dict[str, Any], **where: int) -> Any:
        return await self._bot.do_api_request(
            method, api_kwargs=where | said, rate_limit_args=Lane.PUSH
        )

    async def _read(self, letter: Letter, reply: Reply, failure: SendFailure) -> Ending:
        fact(
            log,
            "delivery_failed",
            level=logging.WARNING,
            delivery=letter.delivery.id,
            kind=failure.kind,
            reason=failure.reason,
        )
        if failure.kind is Outcome.BAD_MARKUP:
            return await self._deliver_plainly(letter, reply)
        return self._ending(letter, failure)

    async def _deliver_plainly(self, letter: Letter, reply: Reply) -> Ending:
        try:
            return await self._deliver(letter, reply, plainly=True)
        except TelegramError as error:
            return self._ending(letter, classify(error))

    def _ending(self, letter: Letter, failure: SendFailure) -> Ending:
        match failure.kind:
            case Outcome.PAUSE:
                rest = timedelta(seconds=failure.retry_after or 1)
                return NotSent(retry_at=self._now() + rest, reason=failure.reason)
            case Outcome.NOT_SENT | Outcome.AUTH | Outcome.CONFLICT:
                self._note_failure()
                return NotSent(retry_at=self._now() + self._retry_in(), reason=failure.reason)
            case Outcome.AMBIGUOUS:
                self._note_failure()
                return Ambiguous(reason=failure.reason)
            case Outcome.UNREACHABLE:
                because = failure.unreachable_because or "blocked"
                return Unreachable(because=because, chat_id=letter.chat_id)
            case Outcome.NOT_MODIFIED | Outcome.GONE if letter.delivery.edits_message is not None:
                chat_id, message_id = letter.delivery.edits_message
                return Sent(chat_id=chat_id, message_id=message_id)
            case (
                Outcome.NOT_MODIFIED
                | Outcome.GONE
                | Outcome.MIGRATED
                | Outcome.TOO_LATE
                | Outcome.BAD_MARKUP
                | Outcome.PERMANENT
            ):
                return Refused(reason=failure.reason)
            case _:
                assert_never(failure.kind)

    def _retry_in(self) -> timedelta:
        return max(RETRY_AFTER_NOT_SENT, (self._rests_until or self._now()) - self._now())

    def _note_success(self) -> None:
        self._failures = 0
        self._rests_until = None
        self._probe = FIRST_PROBE
        self._pulse.note("send")

    def _note_failure(self) -> None:
        self._failures += 1
        if self._failures >= FAILURES_IN_A_ROW:
            self._rests_until = self._now() + self._probe
            self._probe = min(self._probe * 2, LONGEST_PROBE)


def _said(reply: Reply, *, plainly: bool) -> dict[str, Any]:
    """The words of a message, or a picture with its words below."""
    words = fitted(reply.words, CAPTION_LIMIT if reply.attachment else MESSAGE_LIMIT)
    key = "caption" if reply.attachment else "text"
    said: dict[str, Any] = {key: words.plain()}
    if not plainly:
        said = {key: words.html(), "parse_mode": ParseMode.HTML}
    if reply.attachment:
        file = InputFile(reply.attachment.content, filename=reply.attachment.file_name)
        said["photo"] = file
    return said
