"""Lead an update to the handler that listens to it, under that handler's policy."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from telegram import Message
from telegram.constants import ChatType
from telegram.helpers import create_deep_linked_url

from actions import drafts, presence, reach
from actions.running import NotEntitledError
from domain.code import read_spoken
from domain.draft import Draft
from domain.menu import Offer
from domain.permission import Policy
from handlers import groups
from handlers.context import Context
from handlers.registry import Command, DraftRoute, Handler, PressRoute, Route
from texts import refusals
from texts.presses import parse_press

Kept = TypeVar("Kept")

# A document that no dialogue waits for belongs to the draft route of this kind.
UNASKED_FILE = "unasked_file"
# Four digits, while an activity of the sender takes a code, to that of this one.
CODE = "code"


@dataclass(frozen=True, kw_only=True)
class Routes:
    """All routes, found by name in constant time."""

    commands: tuple[Command, ...]
    presses: tuple[PressRoute, ...]
    drafts: tuple[DraftRoute, ...]
    by_name: dict[str, Command] = field(init=False)
    by_verb: dict[str, PressRoute] = field(init=False)
    by_kind: dict[str, DraftRoute] = field(init=False)
    offers: tuple[Offer, ...] = field(init=False)

    def __post_init__(self) -> None:
        aliases = {one.alias: one for one in self.commands if one.alias}
        offers = (
            Offer(name=one.name, policy=one.policy, alias=one.alias)
            for one in self.commands
            if one.is_in_menu
        )
        object.__setattr__(self, "offers", tuple(offers))
        names = _by_key((one.name, one) for one in self.commands)
        object.__setattr__(self, "by_name", {**aliases, **names})
        object.__setattr__(self, "by_verb", _by_key((one.verb, one) for one in self.presses))
        object.__setattr__(self, "by_kind", _by_key((one.kind, one) for one in self.drafts))

    async def handle(self, context: Context) -> None:
        """Lead one update to its handler; what nobody listens to is left alone."""
        context.offers = self.offers
        update = context.update
        if update.callback_query is not None:
            await self._handle_press(context)
        elif update.my_chat_member is not None:
            await _note_reachability(context)
        elif update.message is not None:
            await self._handle_message(context, update.message)

    async def _handle_press(self, context: Context) -> None:
        loop = asyncio.get_running_loop()
        bare: list[asyncio.Task[None]] = []
        timer = loop.call_later(
            context.press_patience, lambda: bare.append(loop.create_task(context.answer_bare()))
        )
        try:
            query = context.update.callback_query
            context.press = parse_press(query.data or "") if query else None
            route = self.by_verb.get(context.press.verb) if context.press else None
            if not context.is_private:
                # We put no such button there, but an altered client can press anything anywhere.
                await context.toast(refusals.only_in_private(context.lang), alert=True)
            elif route is None:
                await context.toast(refusals.old_button(context.lang), alert=True)
            else:
                await _enter(context, route)
        finally:
            timer.cancel()
            await context.toast("")

    async def _handle_message(self, context: Context, message: Message) -> None:
        if message.chat.type != ChatType.PRIVATE:
            await self._handle_group_message(context, message)
            return
        command = self.by_name.get(command_name(message, context.bot_username) or "")
        if command is not None:
            await _enter(context, command)
        elif message.text and message.text.startswith("/"):
            await context.say(refusals.unknown_command(context.lang))
        elif message.text or message.effective_attachment:
            await self._handle_words(context, UNASKED_FILE if message.document else "")

    async def _handle_words(self, context: Context, otherwise: str) -> None:
        is_code = read_spoken(context.words) is not None
        if is_code and await context.run(presence.awaits_code, at=context.sent_at):
            await _enter(context, self.by_kind[CODE])
            return
        draft = await context.run(drafts.find_open)
        if isinstance(draft, drafts.Stranger):
            await context.say(refusals.needs_link(context.lang))
            return
        route = self.by_kind.get(draft.kind if isinstance(draft, Draft) else otherwise)
        if route is None and is_code and await context.run(presence.knows_code, at=context.sent_at):
            # In a dialogue the digits answer it; outside they ask once more how one stands.
            route = self.by_kind[CODE]
        if route is None:
            await context.say(refusals.unexpected_words(context.lang))
        else:
            await _enter(context, route)

    async def _handle_group_message(self, context: Context, message: Message) -> None:
        """A group hears numbers and where to ask; of people is spoken in private."""
        await groups.note_migration(context, message)
        name = command_name(message, context.bot_username)
        if name in self.by_name and not await groups.hear(context, message, name or ""):
            url = create_deep_linked_url(context.bot_username, "here")
            await context.say(refusals.ask_in_private(context.lang, url))


async def _enter(context: Context, route: Route) -> None:
    context.policy = route.policy
    try:
        handler: Handler = route.handler
        await handler(context)
    except NotEntitledError as refused:
        await _refuse(context, refused)


async def _refuse(context: Context, refused: NotEntitledError) -> None:
    message = context.update.message
    if context.press is not None:
        await context.toast(refusals.not_yours(context.lang), alert=True)
    elif refused.actor.is_linked and message and message.document:
        await context.say(refusals.unexpected_words(context.lang))
    elif refused.policy is Policy.ADMINISTRATOR and refused.actor.offices:
        await context.say(refusals.needs_administrator(context.lang))
    elif refused.actor.is_linked:
        await context.say(refusals.needs_office(context.lang))
    else:
        await context.say(refusals.needs_link(context.lang))


async def _note_reachability(context: Context) -> None:
    change = context.update.my_chat_member
    if change is not None and change.chat.type != ChatType.PRIVATE:
        await groups.note_membership(context, change)
    elif change is not None:
        is_lost = change.new_chat_member.status in ("kicked", "left")
        await context.run(
            reach.note_change, is_lost=is_lost, now=context.now(), place=context.place
        )


def command_name(message: Message, bot_username: str) -> str | None:
    """The command that a message gives: `/todo`, `/todo@OurBot`, or its Chinese word alone.

    Forwarded commands and those that another bot wrote for somebody are nobody's wish.
    """
    text = message.text
    if (
        not text
        or not text.strip()
        or message.forward_origin
        or message.via_bot
        or message.sender_chat
    ):
        return None
    first = text.split(maxsplit=1)[0]
    if not first.startswith("/"):
        return text.strip()
    name, _, addressed = first[1:].partition("@")
    if addressed and addressed.lower() != bot_username.lower():
        return None
    return name.lower()


def _by_key(pairs: Iterable[tuple[str, Kept]]) -> dict[str, Kept]:
    found: dict[str, Kept] = {}
    for key, one in pairs:
        if key in found:
            raise ValueError(f"two handlers listen to {key!r}")
        found[key] = one
    return found
