"""One fact per line: JSON logs on stderr, from which secrets are taken out."""

import json
import logging
import re
import sys
import threading
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from types import TracebackType
from typing import TextIO
from urllib.parse import quote

HIDDEN = "[hidden]"

# A bot token as Telegram issues it, alone or inside a URL (`/bot123:abc/sendMessage`).
_TOKEN = re.compile(r"\d{6,}(?::|%3[Aa])[\w-]{35}")

# These write whole URLs, message texts or the parameters of queries, each below its level here.
_QUIETED = {
    "alembic": logging.WARNING,
    "aiohttp.access": logging.WARNING,
    "apscheduler": logging.WARNING,
    "httpcore": logging.WARNING,
    "httpx": logging.WARNING,
    "sqlalchemy": logging.WARNING,
    "telegram": logging.INFO,
    "uvicorn.access": logging.WARNING,
}


def fact(logger: logging.Logger, event: str, *, level: int = logging.INFO, **ids: object) -> None:
    """Log that something happened, and to whom by id; never texts or names."""
    logger.log(level, event, extra={"facts": ids}, stacklevel=2)


def without_tokens(text: str) -> str:
    """The text with everything that looks like a bot token hidden."""
    return _TOKEN.sub(HIDDEN, text)


class Redactor:
    """Hides known secrets, and everything that looks like a bot token, in any text."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        spellings = {form for secret in secrets if secret for form in _spellings(secret)}
        # A secret may contain another one: the longest goes first.
        ordered = sorted(spellings, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, ordered))) if ordered else None

    def __call__(self, text: str) -> str:
        """The text without secrets."""
        if self._known is not None:
            text = self._known.sub(HIDDEN, text)
        return without_tokens(text)


class JsonLines(logging.Formatter):
    """One JSON object per record, in ASCII: no value can forge a line or move the cursor."""

    def __init__(self, redact: Redactor) -> None:
        super().__init__()
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        entry: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": _message(record),
        }
        facts = getattr(record, "facts", None)
        if isinstance(facts, dict):
            entry |= {key: value for key, value in facts.items() if key not in entry}
        if record.exc_info:
            entry["error"] = self.formatException(record.exc_info)
        if record.stack_info:
            entry["stack"] = record.stack_info
        return json.dumps({key: self._clean(value) for key, value in entry.items()})

    def _clean(self, value: object) -> object:
        if value is None or isinstance(value, bool | int | float):
            return value
        if isinstance(value, datetime):
            return value.isoformat()
        if isinstance(value, dict):
            return {self._redact(str(key)): self._clean(part) for key, part in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            return [self._clean(part) for part in value]
        return self._redact(str(value))


def configure_logging(*, level: str, secrets: Sequence[str], stream: TextIO | None = None) -> None:
    """Send every log line, warning and uncaught exception through one redacting handler."""
    handler = logging.StreamHandler(stream if stream is not None else sys.stderr)
    handler.setFormatter(JsonLines(Redactor(secrets)))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name, floor in _QUIETED.items():
        logging.getLogger(name).setLevel(max(floor, root.level))
    logging.captureWarnings(True)
    # Python would print what nobody caught past the handler, with the token of any URL in it.
    sys.excepthook = _log_uncaught
    threading.excepthook = _log_uncaught_in_thread


def _log_uncaught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("muduo").critical("uncaught", exc_info=(kind, error, trace))


def _log_uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        _log_uncaught(args.exc_type, args.exc_value, args.exc_traceback)


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):
        # Wrong arguments: logging would print the record, secrets included, past the formatter.
        return str(record.msg)


def _spellings(secret: str) -> set[str]:
    return {secret, quote(secret, safe=""), repr(secret)[1:-1], json.dumps(secret)[1:-1]}
