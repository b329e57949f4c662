"""Reviewing: the report before its reviewer, the verdict before its writer."""

from collections.abc import Sequence

from domain.report import MOST_IN_A_COMMENT, Report, ReportState
from domain.report_sheet import ConfirmationCard, ReportSheet, ReviewCard, VerdictCard
from texts import labels
from texts.languages import Language
from texts.obligations import title
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.report_parts import contents, file_buttons, receipts, word_buttons
from texts.reports import correct
from texts.words import Words, bold, fitted, lines, name, paragraphs, plain

SHOWN_OF_REPORT = 2_400


def review(lang: Language, card: ReviewCard) -> Reply:
    """A report to decide on, or how it was decided."""
    sheet, report = card.sheet, card.report
    head = lines(
        bold(title(lang, sheet.obligation)),
        lang.say("Written by {author}", author=name(report.author)),
        receipts(lang, sheet),
    )
    body = paragraphs(head, decision(lang, sheet, report), contents(lang, report))
    return Reply(
        words=fitted(body),
        buttons=rows(
            _decision_buttons(lang, card),
            (*file_buttons(lang, report), *word_buttons(lang, report)),
            _next_buttons(lang, card),
        ),
    )


def _decision_buttons(lang: Language, card: ReviewCard) -> tuple[Button, ...]:
    report = card.report
    if report.state is ReportState.SUBMITTED:
        accept = press("review_accept", report.id, report.version)
        back = press("review_return", report.id, report.version)
        return (
            Button(label=labels.accept(lang), data=accept),
            Button(label=labels.send_back(lang), data=back),
        )
    if card.may_undo:
        return (
            Button(label=labels.undo(lang), data=press("review_undo", report.id, report.version)),
        )
    return ()


def _next_buttons(lang: Language, card: ReviewCard) -> tuple[Button, ...]:
    if not card.others:
        return ()
    label = lang.label("Next ({count})", count=card.others)
    return (Button(label=label, data=press("review_next", card.report.id)), _overview(lang))


def _overview(lang: Language) -> Button:
    return Button(label=lang.label("Overview"), data=press("review_units", 0, 1))


def decision(lang: Language, sheet: ReportSheet, report: Report) -> Words | None:
    """Who decided what, and when; None while it waits."""
    if report.reviewed_at is None:
        return None
    at = lang.moment(report.reviewed_at, now_year=sheet.today.year)
    who = name(report.reviewer)
    match report.state:
        case ReportState.ACCEPTED:
            return lang.say("✅ Accepted by {reviewer}, {at}", reviewer=who, at=at)
        case ReportState.RETURNED:
            said = lang.say("↩️ Returned by {reviewer}, {at}:", reviewer=who, at=at)
            return fitted(lines(said, plain(report.comment)))
        case _:
            return None


def verdict(lang: Language, card: VerdictCard) -> Reply:
    """What the reviewer said, with the way to hand in again."""
    sheet, report = card.sheet, card.report
    said = decision(lang, sheet, report) or lang.say("It waits for review again.")
    obligation = sheet.obligation
    again = press("hand", obligation.id, obligation.version)
    # The comment below is never cut off by a long report.
    shown = fitted(contents(lang, report), SHOWN_OF_REPORT)
    return Reply(
        words=fitted(paragraphs(bold(title(lang, obligation)), shown, said)),
        buttons=((Button(label=correct(lang), data=again),),) if card.may_correct else (),
    )


def confirmation(lang: Language, card: ConfirmationCard) -> Reply:
    """A report before the head of its unit, or what became of it."""
    sheet, report = card.sheet, card.report
    waits = report.state is ReportState.TO_CONFIRM
    said = (
        lang.say("Please confirm it or send it back; only then does it count.")
        if waits
        else decision(lang, sheet, report) or _no_longer(lang, report)
    )
    head = lines(bold(title(lang, sheet.obligation)), receipts(lang, sheet), said)
    yes = press("report_confirm", report.id, report.version)
    back = press("review_return", report.id, report.version)
    buttons = (
        Button(label=labels.confirm(lang), data=yes),
        Button(label=labels.send_back(lang), data=back),
    )
    return Reply(
        words=fitted(paragraphs(head, contents(lang, report))),
        buttons=rows(
            buttons if waits else (),
            (*file_buttons(lang, report), *word_buttons(lang, report)),
        ),
    )


def _no_longer(lang: Language, report: Report) -> Words | None:
    if report.state is ReportState.DRAFT:
        return lang.say("It was taken back and is being written on.")
    return None


def ask_comment(lang: Language) -> Reply:
    """Ask for the reason of a return."""
    return Reply(
        words=lang.say("What must be corrected? Write it in one message; the author reads it."),
        asks=True,
        placeholder=lang.label("What must be corrected"),
    )


def not_returned(lang: Language, comment: str) -> Reply:
    """The reason came too late; it is said back, so that nothing typed is lost."""
    said = lang.say("The report has changed meanwhile and was not returned. You wrote:")
    return Reply(words=fitted(lines(said, plain(comment))))


def comment_needs_words(lang: Language) -> Reply:
    """A photo or nothing where the reason is asked for."""
    return Reply(words=lang.say("Please write in words what must be corrected."))


def comment_too_long(lang: Language, excess: int) -> Reply:
    """More than a comment can hold."""
    return Reply(
        words=lang.many(
            "This is {count} character too long; a comment holds {most}. Please shorten it.",
            "This is {count} characters too long; a comment holds {most}. Please shorten it.",
            excess,
            count=lang.number(excess),
            most=lang.number(MOST_IN_A_COMMENT),
        )
    )


def nothing_waits(lang: Language) -> Reply:
    """An empty queue."""
    words = lang.say("No report waits for your review. 🎉")
    return Reply(words=words, buttons=((_overview(lang),),))


def own_report(lang: Language, reviewers: Sequence[str]) -> str:
    """Somebody who would review what he wrote."""
    if not reviewers:
        return lang.label(
            "You wrote this report, and nobody else can review it yet. Ask an administrator to "
            "name another officer."
        )
    named = lang.list_of([name(one, 20) for one in reviewers[:3]])
    return lang.label("You wrote this report yourself. {reviewers} can review it.", reviewers=named)
