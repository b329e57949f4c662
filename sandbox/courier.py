"""Takes the queued updates to a webhook, until the bot has them or they have expired."""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable

import aiohttp

from sandbox.answers import Json
from sandbox.updates import UpdateQueue
from sandbox.webhook import Webhook

_LONGEST_PAUSE = 60.0
_LONGEST_RETRY_AFTER = 3600.0
_PATIENCE = aiohttp.ClientTimeout(total=60)
_GONE = 410
_GONE_SECONDS = 23 * 3600
_NOT_IN_REPLIES = ("get", "setwebhook", "deletewebhook", "close", "logout")

Execute = Callable[[str, Json], None]
Sleep = Callable[[float], Awaitable[None]]


class Courier:
    """Posts the queued updates; those with one key one after the other, keys side by side.

    What fails is tried again. A JSON answer that names a method is carried out as a call.
    """

    def __init__(self, updates: UpdateQueue, *, execute: Execute, sleep: Sleep) -> None:
        self._updates = updates
        self._execute = execute
        self._sleep = sleep
        self._task: asyncio.Task[None] | None = None
        self._queues: dict[str, deque[Json]] = {}
        self._known: set[int] = set()
        self.webhook = Webhook()

    def start(self, webhook: Webhook) -> None:
        self.stop()
        self.webhook = webhook
        self._updates.webhook_url = webhook.url
        if webhook.url:
            self._task = asyncio.get_running_loop().create_task(self._deliver_all())

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = None
        self._queues, self._known = {}, set()
        self.webhook = Webhook()
        self._updates.webhook_url = ""

    def to_json(self) -> Json:
        hook = self.webhook
        status: Json = {
            "url": hook.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates.pending()),
        }
        if hook.url:
            status["max_connections"] = hook.connections
        if hook.last_error:
            status["last_error_date"] = hook.last_error_at
            status["last_error_message"] = hook.last_error
        if self._updates.allowed:
            status["allowed_updates"] = self._updates.allowed
        return status

    async def _deliver_all(self) -> None:
        connector = aiohttp.TCPConnector(limit=self.webhook.connections)
        async with (
            aiohttp.ClientSession(connector=connector, timeout=_PATIENCE) as session,
            asyncio.TaskGroup() as group,
        ):
            while True:
                self._updates.arrival.clear()
                for key in self._new_keys():
                    group.create_task(self._empty(session, key))
                await self._updates.arrival.wait()

    def _new_keys(self) -> list[str]:
        """Put what has arrived in line; the keys that nobody works for yet."""
        found = []
        for update in self._updates.pending():
            if update["update_id"] in self._known:
                continue
            self._known.add(update["update_id"])
            key = order_key(update)
            if key not in self._queues:
                self._queues[key] = deque()
                found.append(key)
            self._queues[key].append(update)
        return found

    async def _empty(self, session: aiohttp.ClientSession, key: str) -> None:
        line = self._queues[key]
        while line:
            await self._deliver(session, line[0])
            self._known.discard(line.popleft()["update_id"])
        self._queues.pop(key, None)

    async def _deliver(self, session: aiohttp.ClientSession, update: Json) -> None:
        """Post one update until it is taken or has expired."""
        failures = 0
        while self.webhook.url and update in self._updates.pending():
            retry_after = await self._post(session, update)
            if retry_after is None:
                self._updates.remove(update["update_id"])
                return
            failures += 1
            pause = pause_after(failures, retry_after)
            if pause:
                await self._sleep(pause)

    async def _post(self, session: aiohttp.ClientSession, update: Json) -> float | None:
        """None when the bot took it, else how many seconds it asks to be left alone."""
        headers = {}
        if self.webhook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.webhook.secret
        post = session.post(self.webhook.url, json=update, headers=headers, allow_redirects=False)
        try:
            async with post as answer:
                body = await answer.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            self._note(f"Connection failed: {type(error).__name__}")
            return 0.0
        if 200 <= answer.status < 300:
            self.webhook.gone_since = None
            self._obey(body)
            return None
        self._note(f"Wrong response from the webhook: {answer.status} {answer.reason}")
        self._count_as_gone(answer.status)
        return _seconds(answer.headers.get("Retry-After", ""))

    def _note(self, problem: str) -> None:
        self.webhook.last_error = problem
        self.webhook.last_error_at = self._updates.second()

    def _count_as_gone(self, status: int) -> None:
        """A webhook that says for 23 hours that it is gone is deleted."""
        now = self._updates.second()
        if status != _GONE:
            self.webhook.gone_since = None
        elif self.webhook.gone_since is None:
            self.webhook.gone_since = now
        elif now > self.webhook.gone_since + _GONE_SECONDS:
            self.stop()

    def _obey(self, body: bytes) -> None:
        """Carry out a reply that is a call; whatever it is, the updates behind it go out."""
        try:
            self._carry_out(body)
        except Exception as error:  # noqa: BLE001  # The reply is the bot's, the line everybody's.
            self._note(f"Wrong reply from the webhook: {type(error).__name__}")

    def _carry_out(self, body: bytes) -> None:
        """What only asks is not carried out."""
        try:
            asked = json.loads(body)
        except ValueError:
            return
        method = str(asked.pop("method", "")) if isinstance(asked, dict) else ""
        if method and not method.lower().startswith(_NOT_IN_REPLIES):
            self._execute(method, asked)


def pause_after(failures: int, retry_after: float) -> float:
    """Seconds before the next try: none after the first failure, then 2, 4, 8 and so on."""
    if retry_after:
        return min(retry_after, _LONGEST_RETRY_AFTER)
    return min(2.0 ** (failures - 1), _LONGEST_PAUSE) if failures > 1 else 0.0


def _seconds(header: str) -> float:
    number = header.strip()
    return float(number) if number.isascii() and number.isdigit() else 0.0


def order_key(update: Json) -> str:
    """Updates with one key keep their order: messages by chat, presses by person."""
    if press := update.get("callback_query"):
        return f"user {press['from']['id']}"
    for content in update.values():
        if isinstance(content, dict) and "chat" in content:
            return f"chat {content['chat']['id']}"
    return f"update {update['update_id']}"
