"""Change an activity: pick a field or write lines, see the difference, confirm."""

from typing import assert_never

from actions import activity_changes
from actions.activity_changes import Asking, Changing
from actions.activity_circles import choose_for_change
from actions.activity_hearing import Heard
from actions.activity_previews import NothingToPlan
from domain.activity_change import ChangePreview
from domain.activity_words import Label
from domain.check_in import ActivityStatus
from domain.permission import Policy
from handlers import activity_circles
from handlers.activity_words import hear
from handlers.context import Context
from handlers.registry import draft, press
from handlers.subjects import subject_pair, version
from texts import activity_changes as texts
from texts.activity_details import choose_field
from texts.activity_plans import closed, nothing_to_plan
from texts.activity_statuses import status_card
from texts.replies import Reply


@press("amend", Policy.OFFICER)
async def begin(context: Context) -> None:
    """Say what can be changed."""
    done = await context.run(activity_changes.begin, context.pressed_id, now=context.now())
    await _ask(context, done)


@press("amend_more", Policy.OFFICER)
async def show_fields(context: Context) -> None:
    """Change something else as well."""
    done = await context.run(
        activity_changes.ask_field, context.pressed_id, label=None, now=context.now()
    )
    await _ask(context, done)


@press("amend_field", Policy.OFFICER)
async def ask_field(context: Context) -> None:
    """The next words say this."""
    draft_id, written = subject_pair(context)
    label = Label(written) if written in set(Label) else None
    done = await context.run(activity_changes.ask_field, draft_id, label=label, now=context.now())
    await _ask(context, done)


async def _ask(context: Context, done: Asking | NothingToPlan) -> None:
    if isinstance(done, NothingToPlan):
        await context.toast(nothing_to_plan(context.lang), alert=True)
    elif done.label is None:
        await context.say(choose_field(context.lang, "amend_field", done.draft_id))
    else:
        await activity_circles.ask(context, "amend_who", done.draft_id, done.label)


@press("amend_who", Policy.OFFICER)
async def choose_people(context: Context) -> None:
    """Say by a button whom it is for."""
    draft_id, code = subject_pair(context)
    done = await context.run(
        choose_for_change, draft_id, code=code, now=context.now(), place=context.place
    )
    if isinstance(done, NothingToPlan):
        await context.toast(nothing_to_plan(context.lang), alert=True)
    else:
        await context.show(_reply(context, done))


@draft("activity_change", Policy.OFFICER)
async def answer(context: Context) -> None:
    """Take the value; a file or a photo is none. What begins with no field is a moment."""
    stands = await context.run(activity_changes.find_standing, place=context.place)
    heard = Heard()
    if stands is not None and context.words:
        day = stands.starts_at.date()
        heard = await hear(context, asked=stands.asked, asks_when=True, day=day)
    changing = await context.run(
        activity_changes.answer, heard, now=context.now(), place=context.place
    )
    await context.say(_reply(context, changing))


@press("amend_do", Policy.OFFICER)
async def confirm(context: Context) -> None:
    """Change it as it was shown."""
    await _confirm(context, with_following=False)


@press("amend_all", Policy.OFFICER)
async def confirm_following(context: Context) -> None:
    """Change it and those of its series that follow."""
    await _confirm(context, with_following=True)


async def _confirm(context: Context, *, with_following: bool) -> None:
    done = await context.run(
        activity_changes.confirm,
        context.pressed_id,
        version=version(context),
        with_following=with_following,
        now=context.now(),
        place=context.place,
    )
    if isinstance(done, NothingToPlan):
        await context.toast(nothing_to_plan(context.lang), alert=True)
    else:
        await context.show(_reply(context, done))


@press("amend_drop", Policy.OFFICER)
async def drop(context: Context) -> None:
    """Leave it as it is."""
    if await context.run(activity_changes.discard, context.pressed_id, now=context.now()):
        await context.show(texts.kept(context.lang))
    else:
        await context.toast(nothing_to_plan(context.lang), alert=True)


def _reply(context: Context, done: Changing | ActivityStatus) -> Reply:
    match done:
        case ChangePreview():
            return texts.preview(context.lang, done)
        case ActivityStatus():
            return status_card(context.lang, done)
        case NothingToPlan():
            return closed(context.lang)
        case _:
            assert_never(done)
