"""The one gate of every call to Telegram: answers first, at its pace, silent in a pause."""

import itertools
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.lanes import ChatPaces, InFlight, Lane, Line, SteadyPace
from bot.telegram_errors import classify

Scope = int | Literal["all"]
Json = dict[str, Any]
Answer = bool | Json | list[Json]

# How long an answer waits in the gate before its caller is told to come back, in seconds.
ANSWER_PATIENCE = 5.0
# A push holds one of few places while it waits for its chat.
PUSH_PATIENCE = 1.0
# Those ahead in the line may have given up: look again at least this often.
_LOOK_AGAIN = 1.0

_COUNTED = ("send", "edit", "copy", "forward")
_NOT_COUNTED = {"sendChatAction"}
# Telegram refuses these for hours when asked too often, and means only these.
_LIMITED_ALONE = ("setMy", "deleteMy", "getMy", "setWebhook", "deleteWebhook")


@dataclass(frozen=True, kw_only=True)
class Pause:
    """Telegram asked for silence: of the whole bot, or towards one chat."""

    scope: Scope
    until: datetime


class ChatBusy(RetryAfter):
    """This chat has had its share for now. Telegram was not asked."""


class Pauses:
    """The pauses that stand."""

    def __init__(self, pauses: Iterable[Pause] = ()) -> None:
        self._until: dict[Scope, datetime] = {pause.scope: pause.until for pause in pauses}

    def begin(self, chat: int | None, *, until: datetime, now: datetime) -> Pause:
        """Stop towards this chat; when a second chat is stopped, stop altogether."""
        self._until = {pause.scope: pause.until for pause in self.standing(now)}
        alone = chat is not None and not self._until.keys() - {chat}
        scope: Scope = chat if chat is not None and alone else "all"
        self._until[scope] = max(until, self._until.get(scope, until))
        return Pause(scope=scope, until=self._until[scope])

    def standing(self, now: datetime) -> tuple[Pause, ...]:
        """All pauses that are not over."""
        every = self._until.items()
        return tuple(Pause(scope=scope, until=until) for scope, until in every if until > now)

    def seconds_left(self, chat: int | None, now: datetime) -> float:
        """How long nothing may be asked of Telegram, towards this chat."""
        if not self._until:
            return 0.0
        ends = [self._until.get("all", now)]
        if chat is not None:
            ends.append(self._until.get(chat, now))
        return max(0.0, (max(ends) - now).total_seconds())


@dataclass(kw_only=True)
class _Call:
    ticket: int
    lane: Lane
    chat: int | None
    counted: bool
    endpoint: str
    waited_for_chat: float = 0.0

    @property
    def patience(self) -> float:
        return ANSWER_PATIENCE if self.lane is Lane.ANSWER else PUSH_PATIENCE


class Gate(BaseRateLimiter[Lane]):
    """Lets calls through, at most `rate` messages a second (0: as fast as they come).

    A call names its lane in `rate_limit_args`; without one it is an answer. A push is never kept
    through a pause: it gets `RetryAfter` at once, as does an answer that would wait over 5 s.
    """

    def __init__(
        self,
        *,
        rate: float,
        now: Callable[[], datetime],
        monotonic: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
        on_pause: Callable[[Pause], None],
        pauses: Iterable[Pause] = (),
    ) -> None:
        self.in_flight = InFlight(rate=rate)
        self._pace = SteadyPace(rate) if rate else None
        self._chats = ChatPaces()
        self._now = now
        self._monotonic = monotonic
        self._sleep = sleep
        self._on_pause = on_pause
        self._pauses = Pauses(pauses)
        self._lines = {lane: Line() for lane in Lane}
        self._tickets = itertools.count()

    @property
    def pauses(self) -> tuple[Pause, ...]:
        """The pauses that stand now: what need not be claimed."""
        return self._pauses.standing(self._now())

    @property
    def waiting(self) -> dict[Lane, int]:
        """How many calls stand in line, by lane."""
        return {lane: len(line) for lane, line in self._lines.items()}

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close: calls that wait end with their callers."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,
        kwargs: Json,
        endpoint: str,
        data: Json,
        rate_limit_args: Lane | None,
    ) -> Answer:
        """Make the call when its turn comes; an answer refused for at most 5 s is tried again."""
        call = self._call(endpoint, data, rate_limit_args or Lane.ANSWER)
        await self._wait_turn(call)
        try:
            return await self._timed(callback(*args, **kwargs), call)
        except RetryAfter as error:
            seconds = self._begin_pause(call, error)
            if call.lane is Lane.PUSH or seconds > ANSWER_PATIENCE:
                raise
        await self._wait_turn(call)
        try:
            return await self._timed(callback(*args, **kwargs), call)
        except RetryAfter as error:
            self._begin_pause(call, error)
            raise

    def _call(self, endpoint: str, data: Json, lane: Lane) -> _Call:
        return _Call(
            ticket=next(self._tickets),
            lane=lane,
            chat=_chat_of(data),
            counted=endpoint.startswith(_COUNTED) and endpoint not in _NOT_COUNTED,
            endpoint=endpoint,
        )

    async def _timed(self, answering: Coroutine[Any, Any, Answer], call: _Call) -> Answer:
        begun = self._monotonic()
        answer = await answering
        if call.counted:
            self.in_flight.record(self._monotonic() - begun)
        return answer

    async def _wait_turn(self, call: _Call) -> None:
        try:
            while wait := self._wait_for(call):
                await self._sleep(min(wait, _LOOK_AGAIN))
        finally:
            self._lines[call.lane].leave(call.ticket)

    def _wait_for(self, call: _Call) -> float:
        """Seconds until this call should look again; 0 has taken its turn."""
        line = self._lines[call.lane]
        if paused := self._pauses.seconds_left(call.chat, self._now()):
            if call.lane is Lane.PUSH or paused > ANSWER_PATIENCE:
                raise RetryAfter(timedelta(seconds=paused))
            line.leave(call.ticket)
            return paused
        if not call.counted or self._pace is None:
            return 0.0
        now = self._monotonic()
        chat = None if call.chat is None else self._chats.of(call.chat, now)
        if chat is not None and (busy := chat.wait(now, call.lane)):
            if call.waited_for_chat + busy > call.patience:
                raise ChatBusy(timedelta(seconds=busy))
            call.waited_for_chat += min(busy, _LOOK_AGAIN)
            # Whoever waits for its own chat keeps nobody else waiting.
            line.leave(call.ticket)
            return busy
        ahead = line.join(call.ticket)
        if call.lane is Lane.PUSH:
            ahead += len(self._lines[Lane.ANSWER])
        wait = self._pace.wait(now, ahead=ahead)
        if not wait:
            self._pace.take(now)
            if chat is not None:
                chat.take(now)
        return wait

    def _begin_pause(self, call: _Call, error: RetryAfter) -> float:
        seconds = classify(error).retry_after or 0.0
        if not call.endpoint.startswith(_LIMITED_ALONE):
            now = self._now()
            until = now + timedelta(seconds=seconds)
            self._on_pause(self._pauses.begin(call.chat, until=until, now=now))
        return seconds


def _chat_of(data: Json) -> int | None:
    chat = data.get("chat_id")
    return chat if isinstance(chat, int) else None
