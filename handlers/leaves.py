"""Leave: asked for and withdrawn by members, granted or declined by officers."""

from actions import leaves
from actions.activities import NotYours
from actions.leaves import LeaveAsked
from domain.check_in import Leave, Reason
from domain.leave import LeaveCard
from domain.permission import Policy
from handlers.check_ins import answer, press_of
from handlers.context import Context
from handlers.registry import press
from handlers.subjects import subject_ids, subject_pair
from texts import leaves as texts
from texts import refusals
from texts.check_ins import own_card


@press("excuse", Policy.LINKED)
async def excuse(context: Context) -> None:
    """I cannot come, or could not, and why."""
    _, written = subject_pair(context)
    if written not in {reason.value for reason in Reason}:
        await context.toast(refusals.old_button(context.lang), alert=True)
        return
    done = await context.run(
        leaves.ask,
        press_of(context),
        reason=Reason(written),
        now=context.now(),
        place=context.place,
    )
    if isinstance(done, LeaveAsked):
        await context.toast(texts.asked(context.lang, is_told=done.is_told), alert=True)
        await context.show(own_card(context.lang, done.answer.attendance))
    else:
        await answer(context, done)


@press("unleave", Policy.LINKED)
async def withdraw(context: Context) -> None:
    """I ask for no leave after all."""
    done = await context.run(
        leaves.withdraw, press_of(context), now=context.now(), place=context.place
    )
    await answer(context, done)


@press("leave", Policy.OFFICER)
async def show(context: Context) -> None:
    """What somebody asks for."""
    activity_id, person_id = subject_ids(context)
    found = await context.run(
        leaves.find, activity_id, person_id=person_id, now=context.now(), place=context.place
    )
    await _show(context, found)


@press("leave_grant", Policy.OFFICER)
async def grant(context: Context) -> None:
    """He is excused."""
    await _decide(context, Leave.GRANTED)


@press("leave_no", Policy.OFFICER)
async def decline(context: Context) -> None:
    """He is not."""
    await _decide(context, Leave.DECLINED)


async def _decide(context: Context, leave: Leave) -> None:
    activity_id, person_id = subject_ids(context)
    done = await context.run(
        leaves.decide,
        activity_id,
        person_id=person_id,
        leave=leave,
        now=context.now(),
        place=context.place,
    )
    await _show(context, done)


async def _show(context: Context, found: LeaveCard | NotYours) -> None:
    if isinstance(found, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    else:
        await context.show(texts.leave_card(context.lang, found))
