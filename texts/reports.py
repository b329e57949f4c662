"""Writing a report: the list of what is owed, the draft, the receipt, and what is refused."""

from domain.act import ActKind
from domain.obligation import ObligationState
from domain.report import Report, ReportState
from domain.report_sheet import ReportPage, ReportSheet
from texts import labels
from texts.languages import Language
from texts.obligations import action_buttons, standing, title
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.report_drafts import free_draft, preview, section_sheet
from texts.report_parts import contents, file_buttons, handed_in, receipts, word_buttons
from texts.words import Words, bold, fitted, lines, name, paragraphs, plain


def report_list(lang: Language, page: ReportPage) -> Reply:
    """What is owed in writing, how each stands, and a button for what can be done."""
    if not page.sheets:
        return Reply(words=lang.say("Your unit owes no report now."))
    entries: list[Words] = []
    buttons: list[Button] = []
    for number, sheet in enumerate(page.sheets, start=1):
        named = title(lang, sheet.obligation)
        line = lang.say("{number}. {title}", number=number, title=named)
        entries.append(lines(line, *_where_it_is(lang, sheet)))
        buttons += action_buttons(lang, sheet.obligation, number, only=ActKind.REPORT)
    heading = bold(lang.many("{count} report", "{count} reports", page.total))
    pairs = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    turning = page_buttons("reports", page.page, page.pages)
    return Reply(words=paragraphs(heading, *entries), buttons=rows(*pairs, turning))


def _where_it_is(lang: Language, sheet: ReportSheet) -> list[Words | None]:
    obligation, report = sheet.obligation, sheet.report
    due = standing(lang, obligation, sheet.today)
    if report is None or obligation.state is not ObligationState.OPEN:
        return [due]
    match report.state:
        case ReportState.DRAFT:
            state = lang.say("nothing yet") if report.is_empty else lang.say("📝 draft")
            return [lang.say("{state}; {standing}", state=state, standing=due)]
        case ReportState.TO_CONFIRM:
            return [due, lang.say("with the head, to be confirmed")]
        case ReportState.SUBMITTED:
            return [due, handed_in(lang, sheet)]
        case ReportState.RETURNED:
            return [due, lang.say("“{comment}”", comment=report.comment)]
        case _:
            return [due]


def report_sheet(lang: Language, sheet: ReportSheet) -> Reply:
    """The report as it stands now, with the buttons that apply."""
    report, head = sheet.report, _head(lang, sheet)
    if report is None or sheet.obligation.state is not ObligationState.OPEN:
        return _closed(lang, sheet)
    if report.state is ReportState.TO_CONFIRM:
        return _with_head(lang, sheet, report)
    if report.state is not ReportState.DRAFT:
        return _closed(lang, sheet)
    if report.form.is_free:
        return free_draft(lang, sheet, report, head)
    section = report.form.find(sheet.section)
    if section is None:
        return preview(lang, sheet, report, head)
    return section_sheet(lang, sheet, report, section, head)


def _with_head(lang: Language, sheet: ReportSheet, report: Report) -> Reply:
    heads = lang.list_of([name(one) for one in sheet.heads]) if sheet.heads else name("")
    waits = lang.say("{heads} must confirm it; until then it does not count.", heads=heads)
    back = press("report_back", report.id, report.version)
    yes = press("report_confirm", report.id, report.version)
    return Reply(
        words=fitted(
            paragraphs(
                _head(lang, sheet), lines(receipts(lang, sheet), waits), contents(lang, report)
            )
        ),
        buttons=rows(
            (Button(label=labels.confirm(lang), data=yes),) if sheet.may_confirm else (),
            (Button(label=lang.label("Go on writing"), data=back),),
            file_buttons(lang, report),
        ),
    )


def _closed(lang: Language, sheet: ReportSheet) -> Reply:
    """Where it is now that nothing can be written."""
    report = sheet.report
    if report is None:
        return Reply(words=_head(lang, sheet), buttons=_begin_buttons(lang, sheet))
    body = [receipts(lang, sheet), _who_reviews(lang, sheet, report)]
    if report.state is ReportState.RETURNED:
        body = [lang.say("↩️ Returned by {reviewer}:", reviewer=name(report.reviewer))]
        body.append(plain(report.comment))
    return Reply(
        words=fitted(paragraphs(_head(lang, sheet), lines(*body), contents(lang, report))),
        buttons=rows(
            *_begin_buttons(lang, sheet),
            (*file_buttons(lang, report), *word_buttons(lang, report)),
        ),
    )


def _begin_buttons(lang: Language, sheet: ReportSheet) -> tuple[tuple[Button, ...], ...]:
    obligation = sheet.obligation
    if not obligation.is_owed:
        return ()
    data = press("hand", obligation.id, obligation.version)
    is_returned = sheet.report is not None and sheet.report.state is ReportState.RETURNED
    label = correct(lang) if is_returned else labels.hand_in(lang)
    return ((Button(label=label, data=data),),)


def correct(lang: Language) -> str:
    """The way on after a return."""
    return lang.label("Correct, hand in")


def _who_reviews(lang: Language, sheet: ReportSheet, report: Report) -> Words | None:
    if report.state is ReportState.ACCEPTED:
        if report.reviewed_at is None:
            return lang.say("✅ Accepted by {reviewer}", reviewer=name(report.reviewer))
        at = lang.moment(report.reviewed_at, now_year=sheet.today.year)
        return lang.say("✅ Accepted by {reviewer}, {at}", reviewer=name(report.reviewer), at=at)
    if report.state is ReportState.SUBMITTED and sheet.reviewing is not None:
        unit = name(sheet.reviewing.name)
        return lang.say("{unit} reviews it now; nothing is left for you to do.", unit=unit)
    return None


def _head(lang: Language, sheet: ReportSheet) -> Words:
    named = bold(title(lang, sheet.obligation))
    return lines(named, standing(lang, sheet.obligation, sheet.today))


def sure_to_start_again(lang: Language, report_id: int, version: int) -> Reply:
    """Ask before the words are thrown away."""
    words = lang.say("Empty this draft and begin anew? What is in it now is lost.")
    return _are_you_sure(lang, words, "report_again_yes", report_id, version)


def sure_to_discard(lang: Language, report_id: int, version: int) -> Reply:
    """Ask before the draft is thrown away."""
    words = lang.say("Throw this draft away? What is in it now is lost.")
    return _are_you_sure(lang, words, "report_drop_yes", report_id, version)


def _are_you_sure(lang: Language, words: Words, verb: str, report_id: int, version: int) -> Reply:
    yes = Button(label=labels.yes(lang), data=press(verb, report_id, version))
    no = Button(label=labels.no(lang), data=press("report_look", report_id, version))
    return Reply(words=words, buttons=((yes, no),))


def changed_meanwhile(lang: Language) -> str:
    """A button that spoke of something older."""
    return lang.label("It has changed meanwhile. This is how it stands now.")


def thrown_away(lang: Language) -> str:
    """The draft is gone."""
    return lang.label("The draft is thrown away.")


def files_lost(lang: Language, count: int, reference: str) -> Reply:
    """Telegram has lost them, and neither does it take our copies."""
    return Reply(
        words=lang.many(
            "{count} file could not be shown. Please ask its author to send it again; if it "
            "happens again, tell your administrator the number {reference}.",
            "{count} files could not be shown. Please ask their author to send them again; if it "
            "happens again, tell your administrator the number {reference}.",
            count,
            reference=reference,
        )
    )
