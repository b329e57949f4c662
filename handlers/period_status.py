"""What was due in a period, under /status: compared, narrowed, and down to the single record."""

import re

from actions import period_status as actions
from actions import records
from domain.period_status import Filter, PeriodScope
from domain.period_words import find_period
from domain.permission import Policy
from domain.status import NoSuchUnit
from handlers.context import Context, number
from handlers.registry import press
from handlers.subjects import subject_pair, version
from texts import period_status as texts
from texts.records import record
from texts.refusals import not_yours

_KEY = re.compile(r"(?P<unit>\d+)-(?P<duty>\d+)-(?P<kind>\d+)-(?P<period>[0-9QH-]+)", re.ASCII)


@press("period", Policy.OFFICER)
async def show_board(context: Context) -> None:
    """Another unit, duty, kind, period or page: the same message."""
    found = await context.run(
        actions.find_board,
        _scope(context),
        page=version(context),
        now=context.now(),
        place=context.place,
    )
    if isinstance(found, NoSuchUnit):
        await context.toast(not_yours(context.lang), alert=True)
    else:
        await context.show(texts.period_board(context.lang, found))


@press("period_duty", Policy.OFFICER)
async def choose_duty(context: Context) -> None:
    """The duties to choose from."""
    await _choose(context, Filter.DUTY)


@press("period_kind", Policy.OFFICER)
async def choose_kind(context: Context) -> None:
    """The kinds of units to compare."""
    await _choose(context, Filter.KIND)


async def _choose(context: Context, by: Filter) -> None:
    found = await context.run(actions.find_filters, _scope(context), by, page=version(context))
    if isinstance(found, NoSuchUnit):
        await context.toast(not_yours(context.lang), alert=True)
    else:
        await context.show(texts.filter_choice(context.lang, found))


@press("records", Policy.OFFICER)
async def show_records(context: Context) -> None:
    """What counts in a unit itself, one by one."""
    found = await context.run(
        actions.find_records,
        _scope(context),
        page=version(context),
        now=context.now(),
        place=context.place,
    )
    if isinstance(found, NoSuchUnit):
        await context.toast(not_yours(context.lang), alert=True)
    else:
        await context.show(texts.record_page(context.lang, found))


@press("record", Policy.OFFICER)
async def show_record(context: Context) -> None:
    """One record with its proof."""
    obligation_id, key = subject_pair(context)
    found = await context.run(
        records.find, obligation_id, find_period(key), now=context.now(), place=context.place
    )
    if isinstance(found, NoSuchUnit):
        await context.toast(not_yours(context.lang), alert=True)
    else:
        await context.show(record(context.lang, found))


def _scope(context: Context) -> PeriodScope | None:
    """None for what no button of ours carries."""
    found = _KEY.fullmatch(context.press.subject_id if context.press else "")
    period = find_period(found["period"]) if found else None
    if found is None or period is None:
        return None
    return PeriodScope(
        unit_id=number(found["unit"]),
        duty_id=number(found["duty"]),
        kind_id=number(found["kind"]),
        period=period,
    )
