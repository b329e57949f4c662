"""What each failure of a call to Telegram means: one table for every caller."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Literal

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.logs import without_tokens

Because = Literal["blocked", "never_started", "deactivated", "kicked"]

_LONGEST_REASON = 200


class NotSentError(Exception):
    """The request surely never left us: no connection was had. Kept as the cause of an error."""


class PerhapsSentError(Exception):
    """The request may have been carried out unseen. Kept as the cause of an error."""


class Outcome(StrEnum):
    """What became of a call that failed, and so what may be done about it."""

    NOT_SENT = "not_sent"  # Safe to repeat.
    AMBIGUOUS = "ambiguous"  # A repeat may be a duplicate.
    PAUSE = "pause"  # Not sent; not before `retry_after` seconds.
    UNREACHABLE = "unreachable"  # This chat does not take messages from us.
    MIGRATED = "migrated"  # The group lives on under `new_chat_id`.
    NOT_MODIFIED = "not_modified"  # The message shows this already: a success.
    GONE = "gone"  # The message to change is no longer there, or no longer ours to change.
    TOO_LATE = "too_late"  # The press was answered already, or too long ago.
    BAD_MARKUP = "bad_markup"  # Our formatting is broken: plain text would go through.
    PERMANENT = "permanent"  # Our mistake: a repeat fails again.
    AUTH = "auth"  # The token is wrong or revoked.
    CONFLICT = "conflict"  # Somebody else fetches this bot's updates.


@dataclass(frozen=True, kw_only=True)
class SendFailure:
    """One failure, read once. `reason` carries no token; `retry_after` is in seconds."""

    kind: Outcome
    reason: str
    retry_after: float | None = None
    new_chat_id: int | None = None
    unreachable_because: Because | None = None


# Parts of the server's words, in lower case: python-telegram-bot changes the case of some.
_BAD_REQUESTS: tuple[tuple[str, Outcome], ...] = (
    ("message is not modified", Outcome.NOT_MODIFIED),
    ("message to edit not found", Outcome.GONE),
    ("message to delete not found", Outcome.GONE),
    ("message to pin not found", Outcome.GONE),
    ("message_id_invalid", Outcome.GONE),
    ("message can't be edited", Outcome.GONE),
    ("message can't be deleted", Outcome.GONE),
    ("there is no text in the message to edit", Outcome.GONE),
    ("there is no caption in the message to edit", Outcome.GONE),
    ("query is too old", Outcome.TOO_LATE),
    ("query id is invalid", Outcome.TOO_LATE),
    ("can't parse entities", Outcome.BAD_MARKUP),
)

_SHUT_DOORS: tuple[tuple[str, Because], ...] = (
    ("blocked by the user", "blocked"),
    ("user_is_blocked", "blocked"),
    ("user is deactivated", "deactivated"),
    ("input_user_deactivated", "deactivated"),
    ("can't initiate conversation", "never_started"),
    ("chat not found", "never_started"),
    ("peer_id_invalid", "never_started"),
    ("bot was kicked", "kicked"),
    ("bot is not a member", "kicked"),
    ("group chat was deleted", "kicked"),
    ("group chat was deactivated", "kicked"),
)


def classify(error: BaseException) -> SendFailure:
    """What this error of a call means. Whatever nobody foresaw is our mistake: permanent."""
    reason = _reason(error)
    match error:
        case RetryAfter():
            seconds = _seconds(error.retry_after)
            return SendFailure(kind=Outcome.PAUSE, reason=reason, retry_after=seconds)
        case ChatMigrated():
            moved_to = error.new_chat_id
            return SendFailure(kind=Outcome.MIGRATED, reason=reason, new_chat_id=moved_to)
        case Conflict():
            return SendFailure(kind=Outcome.CONFLICT, reason=reason)
        case InvalidToken():
            return SendFailure(kind=Outcome.AUTH, reason=reason)
        case Forbidden():
            because = _shut_door(error.message)
            kind = Outcome.UNREACHABLE
            return SendFailure(kind=kind, reason=reason, unreachable_because=because)
        case BadRequest():
            # A BadRequest is a NetworkError to python-telegram-bot: it has to be met first.
            return _bad_request(error.message, reason)
        case _:
            return SendFailure(kind=_wire_outcome(error), reason=reason)


def _bad_request(message: str, reason: str) -> SendFailure:
    if because := _shut_door(message):
        kind = Outcome.UNREACHABLE
        return SendFailure(kind=kind, reason=reason, unreachable_because=because)
    lowered = message.lower()
    known = (outcome for words, outcome in _BAD_REQUESTS if words in lowered)
    return SendFailure(kind=next(known, Outcome.PERMANENT), reason=reason)


def _shut_door(message: str) -> Because | None:
    lowered = message.lower()
    return next((because for words, because in _SHUT_DOORS if words in lowered), None)


def _wire_outcome(error: BaseException) -> Outcome:
    if isinstance(error, NotSentError) or isinstance(error.__cause__, NotSentError):
        return Outcome.NOT_SENT
    if isinstance(error, EndPointNotFound):
        return Outcome.PERMANENT
    if isinstance(error, NetworkError) and "request entity too large" in error.message.lower():
        return Outcome.PERMANENT
    if isinstance(error, TelegramError | PerhapsSentError | OSError | asyncio.CancelledError):
        return Outcome.AMBIGUOUS
    return Outcome.PERMANENT


def _seconds(period: int | timedelta) -> float:
    return period.total_seconds() if isinstance(period, timedelta) else float(period)


def _reason(error: BaseException) -> str:
    words = str(error) or type(error).__name__
    cause = error.__cause__
    if cause is not None and str(cause) not in words:
        words = f"{words} ({type(cause).__name__}: {cause})"
    return " ".join(without_tokens(words).split())[:_LONGEST_REASON]
