"""Webhooks: checked when they are set, and fed with updates until the bot takes them."""

import asyncio
import json
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import aiohttp

from sandbox.answers import Json, bad_request
from sandbox.arguments import Arguments
from sandbox.updates import UpdateQueue

_SECRET = re.compile(r"[A-Za-z0-9_-]*\Z")
_PORTS = (80, 88, 443, 8443)
_FIRST_PAUSE = 0.1
_LONGEST_PAUSE = 60.0
_NOT_IN_REPLIES = ("get", "setwebhook", "deletewebhook", "close", "logout")


@dataclass(kw_only=True, slots=True)
class Webhook:
    url: str = ""
    secret: str = ""
    connections: int = 40
    last_error: str = ""
    last_error_at: int = 0


def read_webhook(arguments: Arguments, *, local: bool) -> Webhook:
    """Check a webhook; a local server takes http and any port, as with `--local`."""
    url, secret = arguments.text("url"), arguments.text("secret_token")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not _SECRET.match(secret):
        raise bad_request("secret token contains unallowed characters")
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise bad_request("invalid webhook URL specified") from error
    if url and (parts.scheme not in ("http", "https") or not parts.hostname):
        raise bad_request("invalid webhook URL specified")
    if url and not local and parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if url and not local and port not in _PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    connections = arguments.within("max_connections", 40, low=1, high=100)
    return Webhook(url=url, secret=secret, connections=connections)


Execute = Callable[[str, Json], None]


class Courier:
    """Posts the queued updates; those with one key one after the other, keys side by side.

    What fails is tried again. A JSON answer that names a method is carried out as a call.
    """

    def __init__(self, updates: UpdateQueue, *, execute: Execute) -> None:
        self._updates = updates
        self._execute = execute
        self._task: asyncio.Task[None] | None = None
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
        async with (
            aiohttp.ClientSession() as session,
            asyncio.TaskGroup() as group,
        ):
            queues: dict[str, deque[Json]] = {}
            known: set[int] = set()
            while True:
                self._updates.arrival.clear()
                for update in self._updates.pending():
                    if update["update_id"] in known:
                        continue
                    known.add(update["update_id"])
                    key = order_key(update)
                    if key in queues:
                        queues[key].append(update)
                    else:
                        queues[key] = deque([update])
                        group.create_task(self._empty(session, queues, key))
                await self._updates.arrival.wait()

    async def _empty(
        self, session: aiohttp.ClientSession, queues: dict[str, deque[Json]], key: str
    ) -> None:
        while queues[key]:
            await self._deliver(session, queues[key][0])
            queues[key].popleft()
        del queues[key]

    async def _deliver(self, session: aiohttp.ClientSession, update: Json) -> None:
        """Post one update until it is taken or has expired."""
        pause = _FIRST_PAUSE
        while update in self._updates.pending():
            if await self._post(session, update):
                self._updates.remove(update["update_id"])
                return
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)

    async def _post(self, session: aiohttp.ClientSession, update: Json) -> bool:
        headers = {}
        if self.webhook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.webhook.secret
        post = session.post(self.webhook.url, json=update, headers=headers, allow_redirects=False)
        try:
            async with post as answer:
                taken = 200 <= answer.status < 300
                if taken:
                    self._obey(await answer.read())
                problem = "" if taken else f"Wrong response from the webhook: {answer.status}"
        except aiohttp.ClientError as error:
            taken, problem = False, f"Connection failed: {type(error).__name__}"
        if problem:
            self.webhook.last_error = problem
            self.webhook.last_error_at = self._updates.second()
        return taken

    def _obey(self, body: bytes) -> None:
        """Carry out a reply that is a call; what only asks is not carried out."""
        try:
            asked = json.loads(body)
        except ValueError:
            return
        method = str(asked.pop("method", "")) if isinstance(asked, dict) else ""
        if method and not method.lower().startswith(_NOT_IN_REPLIES):
            self._execute(method, asked)


def order_key(update: Json) -> str:
    """Updates with one key keep their order: messages by chat, presses by person."""
    if press := update.get("callback_query"):
        return f"user {press['from']['id']}"
    for content in update.values():
        if isinstance(content, dict) and "chat" in content:
            return f"chat {content['chat']['id']}"
    return f"update {update['update_id']}"
