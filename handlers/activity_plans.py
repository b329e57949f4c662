"""Plan an activity: /activity with words, the button on what is owed, and the dialogue."""

from typing import assert_never

from actions import activities, activity_plans, activity_proposals
from actions.activity_circles import choose_for_plan
from actions.activity_hearing import Heard
from actions.activity_moments import Unclear
from actions.activity_plans import Confirmed, Made, NobodyExpected
from actions.activity_previews import InThePast, NothingToPlan
from actions.activity_series import SeriesMade
from domain.activity_plan import Asked, PlanPreview, Question
from domain.activity_proposal import read_wall
from domain.activity_words import Label
from domain.permission import Policy
from handlers import activity_circles
from handlers.activity_words import hear
from handlers.context import Context
from handlers.registry import command, draft, press
from handlers.subjects import subject_ids, subject_pair, version
from texts import activity_moments as moment_texts
from texts import activity_plans as texts
from texts.activities import planned_list
from texts.activity_details import choose_field
from texts.activity_statuses import status_card
from texts.replies import Reply


@command("activity", Policy.OFFICER, alias="活动")
async def activity(context: Context) -> None:
    """Plan what is written; alone, list what is planned or begin to ask."""
    if not context.words:
        await _list_or_ask(context)
        return
    await _begin(context, await hear(context, asks_when=True))


async def _list_or_ask(context: Context) -> None:
    planned = await context.run(activities.find_planned, place=context.place)
    if planned.activities:
        await context.say(planned_list(context.lang, planned.activities))
    else:
        await _begin(context, Heard())


async def _begin(context: Context, heard: Heard) -> None:
    drafted = await context.run(activity_plans.begin, heard, now=context.now(), place=context.place)
    if isinstance(drafted, Unclear):
        await context.say(moment_texts.not_understood(context.lang, drafted.reading))
    else:
        await context.say(_reply(context, drafted))


@press("plan_new", Policy.OFFICER)
async def plan_new(context: Context) -> None:
    """Begin to ask."""
    await _begin(context, Heard())


@press("plan", Policy.OFFICER)
async def plan(context: Context) -> None:
    """Plan an activity for what a unit owes."""
    drafted = await context.run(
        activity_proposals.begin_for, context.pressed_id, now=context.now(), place=context.place
    )
    if isinstance(drafted, NothingToPlan):
        await context.toast(texts.nothing_to_plan(context.lang), alert=True)
    else:
        await context.say(_reply(context, drafted))


@press("plan_again", Policy.OFFICER)
async def plan_again(context: Context) -> None:
    """Plan the same at another time."""
    drafted = await context.run(
        activity_proposals.begin_again, context.pressed_id, now=context.now(), place=context.place
    )
    if isinstance(drafted, NothingToPlan):
        await context.toast(texts.nothing_to_plan(context.lang), alert=True)
    else:
        await context.say(_reply(context, drafted))


@press("plan_same", Policy.OFFICER)
async def take_last(context: Context) -> None:
    """Everything but the time as last time."""
    drafted = await context.run(
        activity_proposals.take_last, context.pressed_id, now=context.now(), place=context.place
    )
    if isinstance(drafted, Asked):
        await context.say(_reply(context, drafted))
    else:
        await _show(context, drafted)


@press("plan_when", Policy.OFFICER)
async def take_moment(context: Context) -> None:
    """Take the moment that was proposed."""
    draft_id, written = subject_pair(context)
    wall = read_wall(written)
    if wall is None:
        await context.run(activity_plans.find_plan)
        await context.toast(texts.nothing_to_plan(context.lang), alert=True)
        return
    drafted = await context.run(
        activity_proposals.choose_moment,
        draft_id,
        wall=wall,
        now=context.now(),
        place=context.place,
    )
    if isinstance(drafted, Asked):
        await context.say(_reply(context, drafted))
    else:
        await _show(context, drafted)


@draft("activity", Policy.OFFICER)
async def answer(context: Context) -> None:
    """Take the answer to what was asked; a file or a photo is no answer."""
    plan = await context.run(activity_plans.find_plan)
    heard = Heard()
    if plan is not None:
        day = context.place.today(plan.starts_at) if plan.starts_at else plan.day
        asks_when = plan.question in (Question.WHEN, None)
        heard = await hear(context, asked=plan.asked, asks_when=asks_when, day=day)
    drafted = await context.run(
        activity_plans.answer, heard, now=context.now(), place=context.place
    )
    await context.say(_reply(context, drafted))


@press("plan_unit", Policy.OFFICER)
async def choose_unit(context: Context) -> None:
    """Say for which unit it is."""
    draft_id, unit_id = subject_ids(context)
    drafted = await context.run(
        activity_plans.choose_unit,
        draft_id,
        unit_id=unit_id,
        now=context.now(),
        place=context.place,
    )
    await _show(context, drafted)


@press("plan_link", Policy.OFFICER)
async def link(context: Context) -> None:
    """Let it count for a duty."""
    draft_id, duty_id = subject_ids(context)
    drafted = await context.run(
        activity_plans.link, draft_id, duty_id=duty_id, now=context.now(), place=context.place
    )
    await _show(context, drafted)


@press("plan_more", Policy.OFFICER)
async def show_fields(context: Context) -> None:
    """What else can be said."""
    draft_id = context.pressed_id
    done = await context.run(activity_plans.ask_field, draft_id, label=None, now=context.now())
    if isinstance(done, NothingToPlan):
        await context.toast(texts.nothing_to_plan(context.lang), alert=True)
    else:
        await context.say(choose_field(context.lang, "plan_field", draft_id))


@press("plan_field", Policy.OFFICER)
async def ask_field(context: Context) -> None:
    """The next words say this."""
    draft_id, written = subject_pair(context)
    if written not in set(Label):
        await context.run(activity_plans.find_plan)
        await context.toast(texts.nothing_to_plan(context.lang), alert=True)
        return
    label = Label(written)
    done = await context.run(activity_plans.ask_field, draft_id, label=label, now=context.now())
    if isinstance(done, NothingToPlan):
        await context.toast(texts.nothing_to_plan(context.lang), alert=True)
    else:
        await activity_circles.ask(context, "plan_who", draft_id, label)


@press("plan_who", Policy.OFFICER)
async def choose_people(context: Context) -> None:
    """Say by a button whom it is for."""
    draft_id, code = subject_pair(context)
    drafted = await context.run(
        choose_for_plan, draft_id, code=code, now=context.now(), place=context.place
    )
    await _show(context, drafted)


@press("plan_make", Policy.OFFICER)
async def make(context: Context) -> None:
    """Make it as it was shown."""
    confirmed = await context.run(
        activity_plans.confirm,
        context.pressed_id,
        version=version(context),
        now=context.now(),
        place=context.place,
    )
    await _show(context, confirmed)


@press("plan_drop", Policy.OFFICER)
async def drop(context: Context) -> None:
    """Throw the plan away."""
    if await context.run(activity_plans.discard, context.pressed_id, now=context.now()):
        await context.show(texts.discarded(context.lang))
    else:
        await context.toast(texts.nothing_to_plan(context.lang), alert=True)


async def _show(context: Context, drafted: Confirmed) -> None:
    if isinstance(drafted, NothingToPlan):
        await context.toast(texts.nothing_to_plan(context.lang), alert=True)
    else:
        await context.show(_reply(context, drafted))


def _reply(context: Context, drafted: Confirmed) -> Reply:
    lang = context.lang
    match drafted:
        case Asked():
            return texts.ask(lang, drafted)
        case PlanPreview():
            return texts.preview(lang, drafted)
        case InThePast():
            return texts.in_the_past(lang, drafted.at)
        case NobodyExpected():
            return texts.nobody_expected(lang, drafted.unit, drafted.circle)
        case Made():
            return status_card(lang, drafted.status)
        case SeriesMade():
            return texts.series_made(lang, drafted.cadence, drafted.title, drafted.first)
        case NothingToPlan():
            return texts.closed(lang)
        case _:
            assert_never(drafted)
