"""The queue of updates: what waits for the bot, what it confirmed, and who may fetch."""

import asyncio
import json
from collections import deque
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sandbox import limits
from sandbox.answers import Json, conflict
from sandbox.arguments import Arguments
from sandbox.clock import Clock

_UNASKED = ("chat_member", "message_reaction", "message_reaction_count")
KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "callback_query",
    "inline_query",
    "chosen_inline_result",
    "my_chat_member",
    "chat_join_request",
    "poll",
    "poll_answer",
    *_UNASKED,
)
_FIRST_UPDATE_ID = 100_000_001
_REMEMBERED = 10_000
OTHER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


@dataclass(kw_only=True, slots=True)
class Waiting:
    """One update in the queue; a repeated one is handed out once whatever the offset says."""

    update_id: int
    body: Json
    expires: float
    repeated: bool = False


class UpdateQueue:
    def __init__(self, now: Clock) -> None:
        self._now = now
        self._queue: deque[Waiting] = deque()
        self._past: dict[int, Json] = {}
        self.next_id = _FIRST_UPDATE_ID
        self._poll: asyncio.Future[None] | None = None
        self._polled = asyncio.Event()
        self._confirmed = asyncio.Event()
        self.allowed: list[str] = []
        self.webhook_url = ""
        self.arrival = asyncio.Event()

    def add(self, kind: str, payload: Json) -> int | None:
        """Queue an update as Telegram would; None when the bot does not want this kind."""
        if kind not in self.allowed if self.allowed else kind in _UNASKED:
            return None
        lifetime = limits.MESSAGE_LIFETIME_SECONDS
        if kind == "callback_query":
            lifetime = limits.PRESS_LIFETIME_SECONDS
        return self.add_raw({kind: payload}, lifetime=lifetime)

    def add_raw(self, body: Json, *, lifetime: float = limits.MESSAGE_LIFETIME_SECONDS) -> int:
        """Queue any update; it gets an update_id when it has none."""
        update_id = body.get("update_id", self.next_id)
        repeated = update_id < self.next_id
        self.next_id = max(self.next_id, update_id + 1)
        body = {"update_id": update_id, **body}
        expires = self._now().timestamp() + lifetime
        entry = Waiting(update_id=update_id, body=body, expires=expires, repeated=repeated)
        if repeated:
            self._queue.appendleft(entry)
        else:
            self._queue.append(entry)
        self._remember(update_id, body)
        self._wake()
        return int(update_id)

    def repeat(self, update_id: int) -> None:
        """Deliver an update once more, as after a lost confirmation."""
        self.add_raw(self._past[update_id])

    def pending(self) -> list[Json]:
        self._drop_expired()
        return [entry.body for entry in self._queue]

    def second(self) -> int:
        return int(self._now().timestamp())

    def clear(self) -> None:
        self._queue.clear()

    def remove(self, update_id: int) -> None:
        self._queue = deque(entry for entry in self._queue if entry.update_id != update_id)
        self._confirmed.set()

    def remember_allowed(self, arguments: Arguments) -> None:
        """Remembered until changed; an empty list or unknown kinds only mean the default."""
        wanted = arguments.structure("allowed_updates", "can't parse allowed_updates")
        if isinstance(wanted, list):
            self.allowed = [kind for kind in wanted if kind in KINDS]

    def end_poll(self, reason: str) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(conflict(reason))
        self._poll = None

    async def until_polled(self) -> None:
        """Wait until the bot has confirmed everything and waits for more."""
        await self._polled.wait()

    async def until_confirmed(self) -> None:
        """Wait until the bot has taken everything that waited."""
        while self._queue:
            self._confirmed.clear()
            await self._confirmed.wait()

    async def fetch(self, arguments: Arguments) -> list[Json]:
        """Answer getUpdates: at once with updates, else when one comes or the time is over."""
        if self.webhook_url:
            raise conflict(WEBHOOK_ACTIVE)
        self.end_poll(OTHER_POLLER)
        self.remember_allowed(arguments)
        offset = arguments.integer("offset")
        limit = arguments.within("limit", 100, low=1, high=100)
        patience = arguments.within("timeout", 0, low=0, high=50)
        self._confirm(offset)
        if not self._queue and patience:
            await self._wait(patience)
        return self._hand_out(limit)

    def _confirm(self, offset: int) -> None:
        self._drop_expired()
        if offset < 0:
            while len(self._queue) > -offset:
                self._queue.popleft()
        # An offset more than 10 above the newest update is ignored by the server.
        elif 0 < offset <= self.next_id - 1 + 10:
            kept = [one for one in self._queue if one.repeated or one.update_id >= offset]
            if len(kept) != len(self._queue):
                self._queue = deque(kept)
        self._confirmed.set()

    async def _wait(self, seconds: float) -> None:
        poll: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poll = poll
        self._polled.set()
        try:
            await asyncio.wait_for(poll, seconds)
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None
            if self._poll is None:
                self._polled.clear()

    def _hand_out(self, limit: int) -> list[Json]:
        entries = _fitting(list(islice(self._queue, limit)))
        if any(entry.repeated for entry in entries):
            self._queue = deque(one for one in self._queue if not (one.repeated and one in entries))
        return [entry.body for entry in entries]

    def _wake(self) -> None:
        self.arrival.set()
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def _drop_expired(self) -> None:
        now = self._now().timestamp()
        if any(entry.expires <= now for entry in self._queue):
            self._queue = deque(entry for entry in self._queue if entry.expires > now)

    def _remember(self, update_id: int, body: Json) -> None:
        self._past[update_id] = body
        if len(self._past) > _REMEMBERED:
            del self._past[next(iter(self._past))]


def _fitting(entries: list[Waiting]) -> list[Waiting]:
    """As many of the first as one answer carries; at least one."""
    size = 0
    for position, entry in enumerate(entries):
        size += len(json.dumps(entry.body))
        if position and size > limits.FETCHED_BYTES:
            return entries[:position]
    return entries


def membership_change(before: Any, after: Any, bot: Json) -> Json:
    """The two halves of a my_chat_member update."""
    return {
        "old_chat_member": membership(before, bot),
        "new_chat_member": membership(after, bot),
    }


def membership(status: str, user: Json) -> Json:
    member: Json = {"user": user, "status": status}
    if status == "kicked":
        member["until_date"] = 0
    if status == "administrator":
        rights = (
            "can_be_edited is_anonymous can_manage_chat can_delete_messages "
            "can_manage_video_chats can_restrict_members can_promote_members can_change_info "
            "can_invite_users can_post_stories can_edit_stories can_delete_stories"
        )
        member |= dict.fromkeys(rights.split(), False)
    return member
