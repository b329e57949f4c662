"""What each failure means, in the words Telegram uses."""

import asyncio
from datetime import timedelta

import pytest
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
    TimedOut,
)

from bot.telegram_errors import (
    NotSentError,
    Outcome,
    PerhapsSentError,
    SendFailure,
    classify,
)

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"

REFUSALS = [
    ("message text is empty", Outcome.PERMANENT),
    ("message is too long", Outcome.PERMANENT),
    ("MESSAGE_TOO_LONG", Outcome.PERMANENT),
    ("BUTTON_DATA_INVALID", Outcome.PERMANENT),
    ("message thread not found", Outcome.PERMANENT),
    ("message to be replied not found", Outcome.PERMANENT),
    ("not enough rights to send text messages to the chat", Outcome.PERMANENT),
    ("inline keyboard expected", Outcome.PERMANENT),
    ("can't parse reply keyboard markup JSON object", Outcome.PERMANENT),
    ("invalid file_id", Outcome.PERMANENT),
    (
        "message is not modified: specified new message content and reply markup are exactly "
        "the same as a current content and reply markup of the message",
        Outcome.NOT_MODIFIED,
    ),
    ("message to edit not found", Outcome.GONE),
    ("message to delete not found", Outcome.GONE),
    ("MESSAGE_ID_INVALID", Outcome.GONE),
    ("message can't be edited", Outcome.GONE),
    ("message can't be deleted for everyone", Outcome.GONE),
    ("there is no text in the message to edit", Outcome.GONE),
    (
        "query is too old and response timeout expired or query ID is invalid",
        Outcome.TOO_LATE,
    ),
    (
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        Outcome.BAD_MARKUP,
    ),
    ('can\'t parse entities: Unsupported start tag "br" at byte offset 5', Outcome.BAD_MARKUP),
]

SHUT_DOORS = [
    (Forbidden("Forbidden: bot was blocked by the user"), "blocked"),
    (BadRequest("Bad Request: USER_IS_BLOCKED"), "blocked"),
    (Forbidden("Forbidden: user is deactivated"), "deactivated"),
    (BadRequest("Bad Request: INPUT_USER_DEACTIVATED"), "deactivated"),
    (Forbidden("Forbidden: bot can't initiate conversation with a user"), "never_started"),
    (BadRequest("Bad Request: chat not found"), "never_started"),
    (BadRequest("Bad Request: PEER_ID_INVALID"), "never_started"),
    (Forbidden("Forbidden: bot was kicked from the group chat"), "kicked"),
    (Forbidden("Forbidden: bot was kicked from the supergroup chat"), "kicked"),
    (Forbidden("Forbidden: bot is not a member of the supergroup chat"), "kicked"),
    (Forbidden("Forbidden: the group chat was deleted"), "kicked"),
    (Forbidden("Forbidden: the bot can't send messages to the bot"), None),
]


def caused(error: TelegramError, cause: Exception | None) -> TelegramError:
    error.__cause__ = cause
    return error


FAILURES = [
    pytest.param(
        caused(NetworkError("x"), NotSentError("refused")), Outcome.NOT_SENT, id="refused"
    ),
    pytest.param(caused(TimedOut(), NotSentError("full")), Outcome.NOT_SENT, id="no free line"),
    pytest.param(
        caused(TimedOut(), PerhapsSentError("silence")), Outcome.AMBIGUOUS, id="read timeout"
    ),
    pytest.param(
        caused(NetworkError("x"), PerhapsSentError("cut")), Outcome.AMBIGUOUS, id="cut off"
    ),
    pytest.param(TimedOut(), Outcome.AMBIGUOUS, id="timeout of unknown cause"),
    pytest.param(NetworkError("Bad Gateway (502)"), Outcome.AMBIGUOUS, id="502"),
    pytest.param(NetworkError("Internal Server Error: restart"), Outcome.AMBIGUOUS, id="500"),
    pytest.param(TelegramError("Invalid server response"), Outcome.AMBIGUOUS, id="broken JSON"),
    pytest.param(TimeoutError(), Outcome.AMBIGUOUS, id="our own deadline"),
    pytest.param(asyncio.CancelledError(), Outcome.AMBIGUOUS, id="stopped while sending"),
    pytest.param(NetworkError("Request Entity Too Large"), Outcome.PERMANENT, id="413"),
    pytest.param(EndPointNotFound("no such method"), Outcome.PERMANENT, id="unknown method"),
    pytest.param(KeyError("lang"), Outcome.PERMANENT, id="a bug of ours"),
    pytest.param(InvalidToken("Unauthorized"), Outcome.AUTH, id="401"),
    pytest.param(InvalidToken("Not Found"), Outcome.AUTH, id="404"),
    pytest.param(
        Conflict("Conflict: terminated by other getUpdates request"), Outcome.CONFLICT, id="409"
    ),
]


@pytest.mark.parametrize(("words", "outcome"), REFUSALS)
def test_a_refused_request_is_sorted_by_its_words(words: str, outcome: Outcome) -> None:
    assert classify(BadRequest(f"Bad Request: {words}")).kind is outcome


@pytest.mark.parametrize(("error", "because"), SHUT_DOORS)
def test_a_chat_that_cannot_be_written_to_says_why(
    error: TelegramError, because: str | None
) -> None:
    failure = classify(error)
    assert (failure.kind, failure.unreachable_because) == (Outcome.UNREACHABLE, because)


@pytest.mark.parametrize(("error", "outcome"), FAILURES)
def test_a_failed_call_is_repeated_only_when_that_is_safe(
    error: BaseException, outcome: Outcome
) -> None:
    assert classify(error).kind is outcome


@pytest.mark.parametrize("period", [7, timedelta(seconds=7)])
def test_a_flood_refusal_says_for_how_long(period: int | timedelta) -> None:
    failure = classify(RetryAfter(period))
    assert (failure.kind, failure.retry_after) == (Outcome.PAUSE, 7.0)


def test_a_group_that_moved_says_where_to() -> None:
    assert classify(ChatMigrated(-1001234)) == SendFailure(
        kind=Outcome.MIGRATED,
        reason="Group migrated to supergroup. New chat id: -1001234",
        new_chat_id=-1001234,
    )


def test_a_reason_is_one_short_line_without_the_token() -> None:
    error = NetworkError(f"https://api.example/bot{TOKEN}/getMe\n{'x' * 500}")
    error.__cause__ = PerhapsSentError(f"url={TOKEN}")
    reason = classify(error).reason
    assert TOKEN not in reason
    assert reason.startswith("https://api.example/bot[hidden]/getMe xxx")
    assert len(reason) == 200
    assert "\n" not in reason
