"""/ledger: what was done in a period, as one file to be handed up."""

import logging

from actions import attendance_sheets
from actions import ledgers as actions
from actions.activities import NotYours as NoSuchActivity
from actions.ledgers import Begun, JustMade, NotYours, Wanted
from domain.ledger import Format, LedgerChoice, TooLong, UnitsForLedger
from domain.period import Period
from domain.period_words import find_period, split_period
from domain.permission import Policy
from handlers.context import Context
from handlers.documents import at_the_desk
from handlers.registry import command, press
from handlers.subjects import subject_pair, version
from papers.ledgers import make_ledger, write_sheet
from papers.worker import WorkerError
from texts import attendance_sheets as sheet_texts
from texts import ledgers as texts
from texts.cleaning import one_line
from texts.refusals import not_yours

log = logging.getLogger("muduo.ledgers")

WORDS_LIMIT = 128


@command("ledger", Policy.OFFICER, alias="台账")
async def ledger(context: Context) -> None:
    """Offer unit and period; whoever has named both gets the file at once."""
    now, place = context.now(), context.place
    words = one_line(context.argument, WORDS_LIMIT)
    asked = split_period(words, today=place.today(now))
    found = await context.run(actions.choose, asked.rest, asked.period, now=now, place=place)
    match found:
        case LedgerChoice() if asked.rest and asked.period:
            await context.say(texts.being_made(context.lang, found))
            await _make(context, found.unit.id, asked.period, Format.XLSX)
        case LedgerChoice():
            await context.say(texts.choice(context.lang, found))
        case UnitsForLedger():
            await context.say(texts.units_to_choose(context.lang, found))
        case _:
            await context.say(texts.nothing_of_that_name(context.lang, found))


@press("ledger", Policy.OFFICER)
async def choose(context: Context) -> None:
    """Another unit, another period, another page: the same message."""
    found = await _look(context, page=version(context))
    if found is None:
        await context.toast(not_yours(context.lang), alert=True)
    else:
        await context.show(texts.choice(context.lang, found))


@press("ledger_xlsx", Policy.OFFICER)
async def make_workbook(context: Context) -> None:
    """One workbook."""
    await _make_shown(context, Format.XLSX)


@press("ledger_csv", Policy.OFFICER)
async def make_archive(context: Context) -> None:
    """The same as text files."""
    await _make_shown(context, Format.CSV)


async def _look(context: Context, *, page: int) -> LedgerChoice | None:
    unit_id, period = _subject(context)
    if period is None:
        return None
    found = await context.run(
        actions.look, unit_id, period, page=page, now=context.now(), place=context.place
    )
    return None if isinstance(found, NotYours) else found


def _subject(context: Context) -> tuple[int, Period | None]:
    unit_id, key = subject_pair(context)
    return unit_id, find_period(key)


async def _make_shown(context: Context, wanted: Format) -> None:
    """The message says that the file is being made, and can be pressed on afterwards."""
    found = await _look(context, page=1)
    if found is None:
        await context.toast(not_yours(context.lang), alert=True)
    else:
        await _make(context, found.unit.id, found.period, wanted, shown=found)


async def _make(
    context: Context,
    unit_id: int,
    period: Period,
    file_format: Format,
    *,
    shown: LedgerChoice | None = None,
) -> None:
    lang, now = context.lang, context.now()
    wanted = Wanted(unit_id=unit_id, period=period, format=file_format)
    begun = await context.run(actions.begin, wanted, now=now)
    match begun:
        case NotYours():
            await context.toast(not_yours(lang), alert=True)
        case JustMade():
            await context.toast(texts.just_made(lang))
        case Begun():
            if shown is not None:
                await context.show(texts.being_made(lang, shown))
            await _send(context, wanted)
            if shown is not None:
                await context.show(texts.choice(lang, shown))


async def _send(context: Context, wanted: Wanted) -> None:
    lang = context.lang
    found = await context.run(actions.load, wanted, now=context.now(), place=context.place)
    match found:
        case NotYours():
            await context.toast(not_yours(lang), alert=True)
            return
        case TooLong():
            await context.say(texts.too_long(lang, found))
            return
    try:
        content = await at_the_desk(make_ledger, found, lang.code, wanted.format)
    except WorkerError as error:
        facts = {"unit": wanted.unit_id, "period": wanted.period.key, "reason": str(error)}
        log.warning("ledger_not_made", extra={"facts": facts})
        await context.say(texts.not_made(lang))
        return
    await context.say(
        texts.ledger_file(lang, found.unit, found.period, content=content, wanted=wanted.format)
    )


@press("sheet", Policy.OFFICER)
async def send_sheet(context: Context) -> None:
    """The list of one activity, to be printed."""
    found = await context.run(
        attendance_sheets.load, context.pressed_id, now=context.now(), place=context.place
    )
    if isinstance(found, NoSuchActivity):
        await context.toast(not_yours(context.lang), alert=True)
        return
    content = await at_the_desk(write_sheet, found, context.lang.code)
    await context.say(sheet_texts.sheet_file(context.lang, found.activity, content=content))
