"""/start: open a personal link and answer its question, or come back."""

from actions import start as actions
from actions import todo
from domain.approval import WaitingForSecond
from domain.code import SCAN_PREFIX
from domain.link import Invited, Linked, is_secret
from domain.permission import Policy
from handlers import presence
from handlers.context import Context
from handlers.registry import command, press
from texts import start as texts
from texts.replies import Reply

# What groups link to; it means a plain start.
FROM_A_GROUP = "here"


@command("start", Policy.ANYONE, alias="开始")
async def start(context: Context) -> None:
    """Check in with the code or open the link that came along, or greet."""
    payload = context.argument
    if payload.startswith(SCAN_PREFIX) and not is_secret(payload):
        await presence.scan(context, payload)
    elif payload and payload != FROM_A_GROUP:
        await _open(context, payload)
    else:
        await _greet(context)


async def _open(context: Context, payload: str) -> None:
    outcome = await context.run(
        actions.open_link,
        payload,
        opener=_opener(context),
        now=context.now(),
        place=context.place,
    )
    match outcome:
        case Invited():
            await context.say(texts.ask_identity(context.lang, outcome))
        case Linked():
            await context.say(texts.welcome(context.lang, outcome))
        case actions.DeadEnd():
            await context.say(_dead_end(context, outcome))


async def _greet(context: Context) -> None:
    me = await context.run(actions.greet, now=context.now(), place=context.place)
    if not me.is_linked:
        await context.say(texts.greet_stranger(context.lang))
        return
    found = await context.run(todo.find_open, page=1, now=context.now(), place=context.place)
    await context.say(texts.greet(context.lang, me.name, found))


@press("linkyes", Policy.ANYONE)
async def confirm(context: Context) -> None:
    """Yes, that is me."""
    outcome = await context.run(
        actions.confirm,
        context.pressed_id,
        opener=_opener(context),
        now=context.now(),
        place=context.place,
    )
    if isinstance(outcome, Linked):
        await context.show(texts.welcome(context.lang, outcome))
    elif isinstance(outcome, WaitingForSecond):
        await context.show(texts.wait_for_administrator(context.lang))
    else:
        await context.show(_dead_end(context, outcome))


@press("linkno", Policy.ANYONE)
async def deny(context: Context) -> None:
    """Not me."""
    outcome = await context.run(
        actions.deny, context.pressed_id, now=context.now(), place=context.place
    )
    if isinstance(outcome, actions.Denied):
        await context.show(texts.denied(context.lang))
    else:
        await context.show(_dead_end(context, outcome))


def _opener(context: Context) -> actions.Opener:
    return actions.Opener(
        account_name=context.account_name, language=context.lang.code, at=context.sent_at
    )


def _dead_end(context: Context, outcome: actions.DeadEnd) -> Reply:
    if outcome.own_name:
        return texts.dead_end_when_linked(context.lang, outcome.own_name)
    return texts.dead_end(context.lang)
