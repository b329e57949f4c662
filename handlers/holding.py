"""Was it held? Yes, through attendance and topic; or at another moment."""

from typing import assert_never

from actions import guests, held_records, holding, moving
from actions.activities import NotBegun, NotYours
from actions.holding import Stepped
from actions.moving import Moving, WhenAsked
from domain.check_in import ActivityStatus
from domain.guest import GuestState
from domain.holding import AttendanceCheck, HeldSummary, MovePreview, TopicAsked
from domain.permission import Policy
from handlers.context import Context
from handlers.inputs import read_moment
from handlers.registry import draft, press
from handlers.report_parts import read_photo
from handlers.subjects import version
from texts import holding as texts
from texts import refusals
from texts.activities import not_begun
from texts.activity_statuses import status_card
from texts.replies import Reply


@press("hold", Policy.OFFICER)
async def hold(context: Context) -> None:
    """Show who was there before it is said to have been held."""
    await _show(
        context,
        await context.run(
            holding.check_attendance, context.pressed_id, now=context.now(), place=context.place
        ),
    )


@press("held_topic", Policy.OFFICER)
async def ask_topic(context: Context) -> None:
    """What was it about?"""
    await _show(
        context,
        await context.run(
            holding.ask_topic, context.pressed_id, now=context.now(), place=context.place
        ),
    )


@press("held_title", Policy.OFFICER)
async def take_title(context: Context) -> None:
    """What its title says."""
    await _show(
        context,
        await context.run(
            holding.take_title, context.pressed_id, now=context.now(), place=context.place
        ),
    )


@draft(holding.KIND, Policy.OFFICER)
async def hear(context: Context) -> None:
    """The topic, or a photo."""
    message = context.update.message
    photo_id = read_photo(message) if message else None
    words = (message.caption or "") if message and photo_id else context.words
    if not words and photo_id is None:
        await context.say(refusals.unexpected_words(context.lang))
        return
    stepped = await context.run(
        holding.hear, words, photo_id, now=context.now(), place=context.place
    )
    if photo_id is not None and isinstance(stepped, HeldSummary) and not stepped.takes_photo:
        await context.say(texts.photos_are_off(context.lang))
    await context.say(_reply(context, stepped))


@press("hold_yes", Policy.OFFICER)
async def hold_yes(context: Context) -> None:
    """Done: it was held."""
    await _show(
        context,
        await context.run(
            holding.hold,
            context.pressed_id,
            version=version(context),
            now=context.now(),
            place=context.place,
        ),
    )


@press("unhold", Policy.OFFICER)
async def reopen(context: Context) -> None:
    """Take back a wrong *held*."""
    done = await context.run(
        held_records.reopen, context.pressed_id, now=context.now(), place=context.place
    )
    await _show(context, done)


@press("guests_add", Policy.OFFICER)
async def add_guests(context: Context) -> None:
    """Everybody who came without being on the list is counted."""
    await _decide(context, GuestState.ADDED)


@press("guests_no", Policy.OFFICER)
async def decline_guests(context: Context) -> None:
    """None of them is."""
    await _decide(context, GuestState.DECLINED)


async def _decide(context: Context, state: GuestState) -> None:
    await context.run(
        guests.decide_all, context.pressed_id, state, now=context.now(), place=context.place
    )
    await _show(
        context,
        await context.run(
            holding.show_attendance, context.pressed_id, now=context.now(), place=context.place
        ),
    )


async def _show(context: Context, stepped: Stepped) -> None:
    match stepped:
        case NotYours():
            await context.toast(refusals.not_yours(context.lang), alert=True)
        case NotBegun():
            refusal = not_begun(context.lang, stepped.starts_at)
            await context.toast(refusal, alert=True)
        case _:
            await context.show(_reply(context, stepped))


def _reply(context: Context, stepped: Stepped) -> Reply:
    lang = context.lang
    match stepped:
        case AttendanceCheck():
            return texts.attendance_check(lang, stepped)
        case TopicAsked():
            return texts.topic_asked(lang, stepped)
        case HeldSummary():
            return texts.held_summary(lang, stepped)
        case ActivityStatus():
            return status_card(lang, stepped)
        case NotYours() | NotBegun():
            return refusals.unexpected_words(lang)
        case _:
            assert_never(stepped)


@press("moved", Policy.OFFICER)
async def move(context: Context) -> None:
    """Ask to which moment."""
    moved = await context.run(
        moving.begin, context.pressed_id, now=context.now(), place=context.place
    )
    if isinstance(moved, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    elif isinstance(moved, NotBegun):
        await context.toast(texts.change_instead(context.lang, moved.starts_at), alert=True)
    elif isinstance(moved, ActivityStatus):
        await context.show(status_card(context.lang, moved))
    else:
        await context.say(_moved(context, moved))


@draft(moving.KIND, Policy.OFFICER)
async def hear_moment(context: Context) -> None:
    """The new moment, in plain words."""
    begins = await context.run(moving.find_day, place=context.place)
    words, typed = context.words, None
    if words and begins is not None:
        typed = await read_moment(context, words, day=begins.date())
    moved = await context.run(moving.hear, typed, now=context.now(), place=context.place)
    await context.say(_moved(context, moved))


@press("move_yes", Policy.OFFICER)
async def confirm_move(context: Context) -> None:
    """Move it as it was shown."""
    done = await context.run(
        moving.confirm,
        context.pressed_id,
        version=version(context),
        now=context.now(),
        place=context.place,
    )
    if isinstance(done, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    else:
        await context.show(status_card(context.lang, done))


def _moved(context: Context, moved: Moving) -> Reply:
    lang = context.lang
    match moved:
        case WhenAsked():
            return texts.ask_moment(lang, moved.activity, moved.doubt)
        case MovePreview():
            return texts.move_preview(lang, moved)
        case ActivityStatus():
            return status_card(lang, moved)
        case NotYours() | NotBegun():
            return refusals.unexpected_words(lang)
        case _:
            assert_never(moved)
