"""The figures of a draft taken anew, looked into, and the report as a document."""

import logging

from actions import first_drafts as actions
from actions import report_annexes
from actions.reports import NotYours
from domain.permission import Policy
from domain.report_document import ReportPaper
from handlers.context import Context
from handlers.documents import at_the_desk
from handlers.pressed import pressed
from handlers.registry import press
from handlers.reports import show
from handlers.subjects import subject_ids
from papers.report_document import make_report
from papers.worker import WorkerError
from texts import first_drafts as texts
from texts.refusals import not_yours
from texts.report_documents import document, document_words, not_made

log = logging.getLogger("muduo.first_drafts")


@press("report_fill", Policy.LINKED)
async def refresh(context: Context) -> None:
    """Take the figures from the record again."""
    outcome = await context.run(
        actions.refresh,
        pressed(context).number,
        version=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    await show(context, outcome)


@press("report_entries", Policy.LINKED)
async def show_entries(context: Context) -> None:
    """Say what a figure is made of."""
    report_id, number = subject_ids(context)
    found = await context.run(
        actions.find_entries,
        report_id,
        number=number,
        page=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    if isinstance(found, NotYours):
        await context.toast(not_yours(context.lang), alert=True)
    else:
        await context.show(texts.entries(context.lang, found))


@press("report_word", Policy.LINKED)
async def send_document(context: Context) -> None:
    """Send the report as it stands, as a document."""
    found = await context.run(
        report_annexes.find_paper,
        pressed(context).number,
        now=context.now(),
        place=context.place,
    )
    if isinstance(found, NotYours):
        await context.toast(not_yours(context.lang), alert=True)
        return
    await _send(context, found)


async def _send(context: Context, paper: ReportPaper) -> None:
    report = paper.sheet.report
    if report is None:
        await context.toast(not_yours(context.lang), alert=True)
        return
    words = document_words(context.lang, paper, report)
    try:
        content = await at_the_desk(make_report, words)
    except WorkerError as error:
        facts = {"report": report.id, "reason": str(error)}
        log.warning("document_not_made", extra={"facts": facts})
        await context.toast(not_made(context.lang), alert=True)
        return
    await context.say(document(context.lang, words, content))
