"""An officer corrects who was there: whom, how, and why."""

from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from actions import corrections
from actions.activities import NotYours
from domain.correction import Correction, CorrectionCard, Standing, Why
from domain.permission import Policy
from handlers.context import Context, number
from handlers.registry import press
from handlers.subjects import subject_ids, version
from texts import corrections as texts
from texts import refusals

Chosen = TypeVar("Chosen", bound=StrEnum)


@press("fix", Policy.OFFICER)
async def show_names(context: Context) -> None:
    """Whose entry is to be corrected?"""
    found = await context.run(
        corrections.find_page, context.pressed_id, page=version(context), place=context.place
    )
    if isinstance(found, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    else:
        await context.show(texts.names_page(context.lang, found))


@press("fix_one", Policy.OFFICER)
async def show_one(context: Context) -> None:
    """How he stands, and what may be said instead."""
    activity_id, person_id = subject_ids(context)
    found = await _find(context, activity_id, person_id, page=version(context))
    if isinstance(found, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    else:
        await context.show(texts.correction(context.lang, found))


@press("fix_to", Policy.OFFICER)
async def ask_why(context: Context) -> None:
    """Why is it corrected?"""
    activity_id, person_id, written = _parts(context, 3)
    to = _choice(Standing, written)
    found = await _find(context, number(activity_id), number(person_id), page=1)
    if to is None or isinstance(found, NotYours):
        await context.toast(refusals.old_button(context.lang), alert=True)
    elif to not in found.choices or found.check_in.version != version(context):
        await context.toast(texts.not_saved(context.lang), alert=True)
        await context.show(texts.correction(context.lang, found))
    else:
        await context.show(texts.correction(context.lang, replace(found, to=to)))


@press("fix_ok", Policy.OFFICER)
async def correct(context: Context) -> None:
    """Write it down."""
    activity_id, person_id, written, because = _parts(context, 4)
    to, why = _choice(Standing, written), _choice(Why, because)
    if to is None or why is None:
        await context.toast(refusals.old_button(context.lang), alert=True)
        return
    done = await context.run(
        corrections.correct,
        number(activity_id),
        Correction(
            person_id=number(person_id),
            to=to,
            why=why,
            version=version(context),
            at=context.sent_at,
        ),
        now=context.now(),
        place=context.place,
    )
    if isinstance(done, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
        return
    said = texts.saved(context.lang) if done.is_saved else texts.not_saved(context.lang)
    await context.toast(said, alert=not done.is_saved)
    await context.show(texts.correction(context.lang, done))


async def _find(
    context: Context, activity_id: int, person_id: int, *, page: int
) -> CorrectionCard | NotYours:
    return await context.run(
        corrections.find,
        activity_id,
        person_id=person_id,
        page=page,
        at=context.sent_at,
        place=context.place,
    )


def _parts(context: Context, count: int) -> list[str]:
    found = (context.press.subject_id if context.press else "").split("-")
    return [*found, *[""] * count][:count]


def _choice(kind: type[Chosen], written: str) -> Chosen | None:
    return kind(written) if written in {one.value for one in kind} else None
