"""The second administrator confirms or discards what another one asked for."""

from actions import approving as actions
from actions.approving import Decided, NotYours
from domain.permission import Policy
from handlers.context import Context
from handlers.registry import press
from texts import approvals as texts


@press("approval_ok", Policy.ADMINISTRATOR)
async def confirm(context: Context) -> None:
    """Do what was asked for."""
    outcome = await context.run(
        actions.confirm, context.pressed_id, now=context.now(), place=context.place
    )
    await _show(context, outcome)


@press("approval_drop", Policy.LINKED)
async def discard(context: Context) -> None:
    """Let it be: by an administrator, or by whoever asked."""
    outcome = await context.run(
        actions.discard, context.pressed_id, now=context.now(), place=context.place
    )
    await _show(context, outcome)


async def _show(context: Context, outcome: Decided | NotYours) -> None:
    if isinstance(outcome, NotYours):
        await context.toast(texts.not_yours(context.lang), alert=True)
    else:
        await context.show(texts.approval_card(context.lang, outcome.card))
