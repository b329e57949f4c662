"""Fetch updates raw, keep them, and only then let Telegram forget them."""

import asyncio
import json
import logging
import warnings
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from telegram.error import TelegramError
from telegram.ext import ExtBot

from actions import inbox
from actions.running import Runner
from bot.logs import fact
from bot.pulse import Pulse
from bot.telegram_errors import Outcome, classify
from domain.incoming import Incoming

log = logging.getLogger("muduo.polling")

ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"]
LONG_POLL_SECONDS = 30
FIRST_RETRY = 1.0
LONGEST_RETRY = 60.0

# `Bot.get_updates` would parse the batch, and one update that it cannot parse blocks all others.
warnings.filterwarnings("ignore", message="Please use 'Bot.getUpdates'")


class Poller:
    """The poll loop. `on_arrival` is called after a batch is committed."""

    def __init__(
        self,
        bot: ExtBot[Any],
        runner: Runner,
        *,
        now: Callable[[], datetime],
        on_arrival: Callable[[], None],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        pulse: Pulse | None = None,
    ) -> None:
        self._bot = bot
        self._runner = runner
        self._now = now
        self._on_arrival = on_arrival
        self._sleep = sleep
        self._offset = 0
        self._pulse = pulse or Pulse()
        self.trouble: str | None = None

    async def run(self) -> None:
        """Poll until cancelled. Nothing but a cancellation ends this loop."""
        wait = FIRST_RETRY
        while True:
            self._pulse.beat("poller", quiet_for=LONG_POLL_SECONDS)
            try:
                # The first answer comes at once, so that health need not wait for an update.
                patience = LONG_POLL_SECONDS if self._pulse.age("poll") is not None else 0
                await self.poll_once(wait_seconds=patience)
                wait = FIRST_RETRY
            except asyncio.CancelledError:
                raise
            except Exception as error:  # noqa: BLE001  # A deaf bot that looks alive is the worst of all faults.
                wait = await self._pause_after(error, wait)

    async def poll_once(self, *, wait_seconds: int = 0) -> int:
        """Fetch one batch and commit it; returns how many updates there were."""
        batch = await self._bot.do_api_request(
            "getUpdates",
            api_kwargs={
                "offset": self._offset,
                "timeout": wait_seconds,
                "allowed_updates": json.dumps(ALLOWED_UPDATES),
            },
            read_timeout=wait_seconds + 10,
        )
        if not isinstance(batch, list) or not batch:
            self._note_success()
            return 0
        received = [as_incoming(raw, self._now()) for raw in batch]
        kept = [one for one in received if one is not None]
        await self._runner.write(lambda session: inbox.receive(session, kept))
        # Confirmed by the next call, and only now: a crash before this line fetches them again.
        # After a quiet week Telegram's numbers begin anew, lower ones too: no older number counts.
        self._offset = max((one.update_id + 1 for one in kept), default=self._offset)
        self._note_success()
        self._on_arrival()
        return len(batch)

    def _note_success(self) -> None:
        self._pulse.note("poll")
        self.trouble = None

    async def _pause_after(self, error: Exception, wait: float) -> float:
        failure = classify(error)
        self.trouble = failure.kind.value
        fact(log, "poll_failed", level=logging.WARNING, kind=failure.kind, reason=failure.reason)
        if not isinstance(error, TelegramError):
            log.exception("poll_broke")
        rest = failure.retry_after or wait
        if failure.kind in (Outcome.CONFLICT, Outcome.AUTH):
            rest = LONGEST_RETRY
        self._pulse.beat("poller", quiet_for=rest)
        await self._sleep(rest)
        return min(wait * 2, LONGEST_RETRY)


def as_incoming(raw: Any, now: datetime) -> Incoming | None:
    """Keep an update as it is; of its inside only the sender is looked at, for the order."""
    if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
        return None
    return Incoming(
        update_id=raw["update_id"],
        sender=_sender(raw),
        raw=json.dumps(raw, ensure_ascii=True),
        received_at=now,
    )


def _sender(raw: dict[str, Any]) -> int:
    for inside in raw.values():
        if isinstance(inside, dict) and isinstance(inside.get("from"), dict):
            found = inside["from"].get("id")
            if isinstance(found, int):
                return found
    return 0
