"""The stand-in for Telegram's Bot API: one core that every transport calls."""

import asyncio
from collections import Counter, deque
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from sandbox.answers import (
    Answer,
    DroppedConnection,
    Failure,
    Json,
    Refused,
    UploadedFile,
    accepted,
    too_many_requests,
)
from sandbox.arguments import Arguments
from sandbox.chats import Chat, Message
from sandbox.clock import Clock
from sandbox.courier import Courier, Sleep
from sandbox.faults import Fault, Faults
from sandbox.groups import Groups
from sandbox.journal import CallbackAnswer, Entry, Press
from sandbox.limits import Rate
from sandbox.methods import JOURNALLED, METHODS, Method
from sandbox.methods_edits import answer_callback_query, result_messages
from sandbox.people import People
from sandbox.updates import UpdateQueue
from sandbox.webhook import read_webhook
from sandbox.world import World

SANDBOX_TOKEN = "4000000001:SANDBOX-not-a-secret-only-loopback"  # noqa: S105 - for tests, which open no door with it.
_PAGE = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"
_UNAUTHORIZED = Refused(401, "Unauthorized")
_NO_TOKEN = Refused(401, "Unauthorized: invalid token specified")
WEBHOOK_SET = "terminated by setWebhook request"


class StandIn:
    """Answers the bot as Telegram would, and lets people act on their side of the chats.

    `latency` (seconds) delays every answer; `callback_timeout` (seconds of the stand-in's clock)
    is how long a press can be answered; `journal_size` bounds the journal; `sleep` waits between
    the tries at a webhook.
    """

    def __init__(
        self,
        *,
        now: Clock,
        bot_name: str = "Muduo",
        bot_username: str = "MuduoSandboxBot",
        token: str = SANDBOX_TOKEN,
        rate: Rate | None = None,
        local_webhooks: bool = True,
        journal_size: int | None = None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        bot = _bot_account(int(token.partition(":")[0]), bot_name, bot_username)
        self.token = token
        self.world = World(now=now, bot=bot, rate=rate, journal_size=journal_size)
        self.people = People(self.world)
        self.groups = Groups(self.world)
        self.faults = Faults()
        self.latency = 0.0
        self.callback_timeout = 15.0
        self._local_webhooks = local_webhooks
        self._courier = Courier(self.world.updates, execute=self._carry_out_reply, sleep=sleep)
        self._methods: dict[str, tuple[str, Method]] = {
            name.lower(): (name, method) for name, method in (METHODS | self._own_methods()).items()
        }

    def _own_methods(self) -> dict[str, Method]:
        return {
            "answerCallbackQuery": lambda world, arguments: answer_callback_query(
                world, arguments, self.callback_timeout
            ),
            "setWebhook": lambda world, arguments: self._set_webhook(arguments),
            "deleteWebhook": lambda world, arguments: self._delete_webhook(arguments),
            "getWebhookInfo": lambda world, arguments: self._courier.to_json(),
        }

    async def call(
        self,
        token: str,
        method: str,
        params: Mapping[str, Any],
        files: Mapping[str, UploadedFile],
    ) -> Answer:
        """Answer one call; raises DroppedConnection when a fault takes the answer."""
        if token != self.token:
            known_shape = token.partition(":")[0].isdigit() and ":" in token
            return (_UNAUTHORIZED if known_shape else _NO_TOKEN).answer()
        if self.latency:
            await asyncio.sleep(self.latency)
        arguments = Arguments(params, files)
        fault = self.faults.take(method, arguments.text("chat_id"))
        if fault is not None:
            early = await _commit_before(fault)
            if early is not None:
                return early
        answer = await self._carry_out(method, arguments)
        if fault is not None and fault.kind in ("drop_after", "hang_after"):
            raise DroppedConnection(Failure.DROPPED if fault.kind == "drop_after" else Failure.HUNG)
        return answer

    async def _carry_out(self, method: str, arguments: Arguments) -> Answer:
        try:
            if method.lower() == "getupdates":
                self.calls["getUpdates"] += 1
                return accepted(await self.world.updates.fetch(arguments))
            return accepted(self._carry_out_at_once(method, arguments))
        except Refused as refused:
            return refused.answer()

    def _carry_out_at_once(self, method: str, arguments: Arguments) -> Any:
        if method.lower() not in self._methods:
            self.unknown_methods.append(method)
            raise Refused(404, "Not Found: method not found")
        name, carry_out = self._methods[method.lower()]
        self.calls[name] += 1
        result = carry_out(self.world, arguments)
        for message in result_messages(self.world, result) if name in JOURNALLED else ():
            self.world.note(
                name,
                chat_id=message.chat_id,
                message_id=message.message_id,
                params=dict(arguments.params),
            )
        return result

    def _carry_out_reply(self, method: str, params: Json) -> None:
        """What a webhook answers is a call; nobody hears what becomes of it."""
        with suppress(Refused):
            self._carry_out_at_once(method, Arguments(params, {}))

    def _set_webhook(self, arguments: Arguments) -> bool:
        webhook = read_webhook(arguments, local=self._local_webhooks)
        self.world.limiter.take_webhook()
        if arguments.flag("drop_pending_updates"):
            self.world.updates.clear()
        self.world.updates.remember_allowed(arguments)
        if webhook.url:
            self.world.updates.end_poll(WEBHOOK_SET)
        self._courier.start(webhook)
        return True

    def _delete_webhook(self, arguments: Arguments) -> bool:
        if arguments.flag("drop_pending_updates"):
            self.world.updates.clear()
        self._courier.stop()
        return True

    def close(self) -> None:
        """Stop delivering to a webhook."""
        self._courier.stop()

    def download(self, token: str, file_path: str) -> bytes | None:
        stored = self.world.files.at(file_path) if token == self.token else None
        return stored.content if stored else None

    def messages(self, chat_id: int) -> list[Message]:
        """The messages of a chat, oldest first; deleted ones are marked, not gone."""
        chat: Chat | None = self.world.chats.get(chat_id)
        return list(chat.messages.values()) if chat else []

    @property
    def updates(self) -> UpdateQueue:
        return self.world.updates

    @property
    def journal(self) -> deque[Entry]:
        return self.world.journal.entries

    @property
    def calls(self) -> Counter[str]:
        return self.world.journal.calls

    @property
    def unknown_methods(self) -> list[str]:
        return self.world.journal.unknown_methods

    @property
    def callback_answers(self) -> dict[str, CallbackAnswer | None]:
        return self.world.journal.callback_answers

    def unanswered_presses(self) -> list[Press]:
        return self.world.journal.unanswered()

    def raw_update(self, update: Json) -> int:
        """Queue any update as it is; it gets an update_id when it has none."""
        return self.world.updates.add_raw(update)

    def duplicate(self, update_id: int) -> None:
        """Deliver an update once more with its old id, as after a lost confirmation."""
        self.world.updates.repeat(update_id)


async def _commit_before(fault: Fault) -> Answer | None:
    """What the fault answers instead of carrying the call out; None lets the call go on."""
    match fault.kind:
        case "429":
            return too_many_requests(fault.retry_after).answer()
        case "500":
            return Refused(500, "Internal Server Error: restart").answer()
        case "502_html":
            return Answer(status=502, body=_PAGE)
        case "drop_before":
            raise DroppedConnection(Failure.DROPPED)
        case "refuse":
            raise DroppedConnection(Failure.REFUSED)
        case "hang":
            raise DroppedConnection(Failure.HUNG)
        case "slow":
            await asyncio.sleep(fault.delay)
    return None


def _bot_account(bot_id: int, name: str, username: str) -> Json:
    return {
        "id": bot_id,
        "is_bot": True,
        "first_name": name,
        "username": username,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
