"""Groups: /group binds one in private; in it /status and /next tell numbers."""

from telegram import ChatMemberUpdated, Message
from telegram.helpers import create_deep_linked_url

from actions import groups
from actions.groups import Bound, NotYours, Where
from actions.own_check_ins import find_mine
from domain.permission import Policy
from handlers.context import Context
from handlers.registry import command, press
from handlers.subjects import version
from texts import groups as texts
from texts import own_check_ins, refusals

REMOVED = ("left", "kicked")


@command("group", Policy.OFFICER, alias="群")
async def group(context: Context) -> None:
    """The groups of the actor's units."""
    own = await context.run(groups.find_own)
    await context.say(texts.own_groups(context.lang, own))


@command("next", Policy.LINKED, alias="下次活动")
async def coming(context: Context) -> None:
    """In private: what is open or comes next for the one who asks."""
    mine = await context.run(find_mine, now=context.now(), place=context.place)
    await context.say(own_check_ins.mine(context.lang, mine.open, mine.next))


@press("group_bind", Policy.OFFICER)
async def make_link(context: Context) -> None:
    """A fresh link; Telegram lets the actor choose the group."""
    made = await context.run(groups.make_link, context.pressed_id, now=context.now())
    if isinstance(made, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
        return
    url = create_deep_linked_url(context.bot_username, made.secret, group=True)
    await context.say(texts.bind_link(context.lang, made.own, url))


@press("group_unbind", Policy.OFFICER)
async def unbind(context: Context) -> None:
    """The group is a group like any other again."""
    done = await context.run(
        groups.unbind, context.pressed_id, mark=version(context), now=context.now()
    )
    if isinstance(done, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    elif done.group is not None:
        await context.toast(texts.other_group(context.lang), alert=True)
        await context.show(texts.own_groups(context.lang, [done]))
    else:
        await context.show(texts.unbound(context.lang, done.unit))


async def hear(context: Context, message: Message, name: str) -> bool:
    """A command given in a group; False for what a group is told nothing of."""
    chat_id = message.chat.id
    if name == "start" and context.argument:
        return await _bind(context, Where(chat_id=chat_id, title=message.chat.title or ""))
    now, place = context.now(), context.place
    if name == "status":
        status = await context.run(groups.find_status, chat_id, now=now, place=place)
        if status is not None:
            await context.say(texts.group_status(context.lang, status))
        return status is not None
    if name == "next":
        found = await context.run(groups.find_next, chat_id, now=now, place=place)
        if found is not None:
            await context.say(texts.group_next(context.lang, found))
        return found is not None
    return False


async def _bind(context: Context, where: Where) -> bool:
    done = await context.run(groups.bind, where, secret=context.argument, now=context.now())
    if isinstance(done, Bound):
        await context.say(texts.bound(context.lang, done.group.unit))
    return isinstance(done, Bound)


async def note_membership(context: Context, change: ChatMemberUpdated) -> None:
    """The bot was taken out of a group; being let in says nothing yet."""
    if change.new_chat_member.status in REMOVED:
        await context.run(groups.note_removed, change.chat.id, now=context.now())


async def note_migration(context: Context, message: Message) -> None:
    """The group has a new id; both chats say so, and the second time nothing is left to do."""
    if message.migrate_to_chat_id is not None:
        before, after = message.chat.id, message.migrate_to_chat_id
    elif message.migrate_from_chat_id is not None:
        before, after = message.migrate_from_chat_id, message.chat.id
    else:
        return
    await context.run(groups.note_moved, before, moved_to=after)
