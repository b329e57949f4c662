"""The draft of a report: one section asked for, or the whole before it is handed in."""

from domain.report import MOST_CHARACTERS, Report
from domain.report_form import MOST_FILES, Section, Takes
from domain.report_sheet import ReportSheet
from texts import labels
from texts.languages import Language
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.report_files import files_words, type_names
from texts.report_forms import section_name
from texts.report_parts import (
    contents,
    file_buttons,
    number_words,
    word_buttons,
)
from texts.words import Words, bold, fitted, italic, lines, name, paragraphs, plain

A_ROW = 5


def free_draft(lang: Language, sheet: ReportSheet, report: Report, head: Words) -> Reply:
    """A report of no kind: everything goes into one place, and all of it is shown."""
    version = report.version
    drop = _drop_button(lang, report)
    if report.is_empty:
        ask = lang.say("Send me the words of the report, its files and photos, or both.")
        words = fitted(paragraphs(head, _returned(lang, sheet), ask))
        return Reply(words=words, buttons=((drop,),))
    room = lang.say(
        "{used} of {most} characters. Send more, or hand it in.",
        used=lang.number(report.length),
        most=lang.number(MOST_CHARACTERS),
    )
    again = lang.label("Start again")
    return Reply(
        words=fitted(paragraphs(head, _returned(lang, sheet), room, contents(lang, report))),
        buttons=rows(
            (_send_button(lang, report),),
            (Button(label=again, data=press("report_again", report.id, version)), drop),
            file_buttons(lang, report),
        ),
    )


def preview(lang: Language, sheet: ReportSheet, report: Report, head: Words) -> Reply:
    """All sections at once: what lacks is seen, what is wrong can be opened."""
    missing = report.find_missing()
    left = (
        lang.many(
            "{count} section is not answered yet.",
            "{count} sections are not answered yet.",
            len(missing),
        )
        if missing
        else lang.say("Everything that is asked for is there.")
    )
    body = paragraphs(head, _returned(lang, sheet), contents(lang, report), italic(left))
    opening = [
        Button(label=f"✎ {number}", data=press("report_at", report.id, number))
        for number in range(1, len(report.form.sections) + 1)
    ]
    opened = [tuple(opening[at : at + A_ROW]) for at in range(0, len(opening), A_ROW)]
    return Reply(
        words=fitted(body),
        buttons=rows(
            () if missing else (_send_button(lang, report),),
            *opened,
            file_buttons(lang, report),
            (*word_buttons(lang, report), *_refresh_buttons(lang, report)),
            (_drop_button(lang, report),),
        ),
    )


def section_sheet(
    lang: Language, sheet: ReportSheet, report: Report, section: Section, head: Words
) -> Reply:
    """One section: what is asked, what is there, and where to go from here."""
    sections = report.form.sections
    codes = [one.code for one in sections]
    number = codes.index(section.code) + 1 if section.code in codes else 1
    counted = lang.say("Section {number} of {total}", number=number, total=len(sections))
    title = lang.say("{number}: {section}", number=counted, section=section_name(lang, section))
    asked = lang.choose(zh=section.asks.zh, en=section.asks.en)
    ask = lines(plain(asked) if asked else None, italic(_rules(lang, section)))
    return Reply(
        words=fitted(
            paragraphs(
                head, _returned(lang, sheet), lines(bold(title), ask), _there(lang, report, section)
            )
        ),
        buttons=_section_buttons(lang, report, section, number),
    )


def _there(lang: Language, report: Report, section: Section) -> Words | None:
    answer = report.answer(section)
    if section.takes is Takes.NUMBER:
        if answer.text:
            return lang.say("Now: {answer}", answer=number_words(lang, report, section))
        if answer.record:
            return lang.say("The record says {record}.", record=name(answer.record))
        return None
    files = files_words(lang, report.files_of(section))
    if not answer.text and files is None:
        return None
    now = lang.say("Now:")
    return fitted(lines(now, files, plain(answer.text) if answer.text else None))


def _section_buttons(
    lang: Language, report: Report, section: Section, number: int
) -> tuple[tuple[Button, ...], ...]:
    is_last = number == len(report.form.sections)
    to = 0 if is_last else number + 1
    is_there = report.is_answered(section)
    label = lang.label("Next ›") if is_there else lang.label("Leave it for now ›")
    onward = Button(label=label, data=press("report_at", report.id, to))
    whole = Button(label=lang.label("See all of it"), data=press("report_at", report.id))
    back = Button(label=lang.label("‹ Back"), data=press("report_at", report.id, number - 1))
    has_some = bool(report.answer(section).text or report.files_of(section))
    subject = f"{report.id}-{number}"
    empty = Button(
        label=lang.label("Empty this section"),
        data=press("report_empty", subject, report.version),
    )
    behind = Button(label=lang.label("What it counts"), data=press("report_entries", subject, 1))
    return rows(
        (onward,),
        (back, whole) if number > 1 else (whole,),
        (empty,) if has_some else (),
        (behind,) if section.figure else (),
        file_buttons(lang, report) if report.files_of(section) else (),
    )


def _rules(lang: Language, section: Section) -> Words:
    rule = _takes(lang, section)
    if section.is_optional:
        return lang.say("{rule} It may be left empty.", rule=rule)
    return rule


def _takes(lang: Language, section: Section) -> Words:
    match section.takes:
        case Takes.NUMBER:
            return _number_rule(lang, section)
        case Takes.FILES:
            return _files_rule(lang, section)
        case Takes.WORDS if section.most:
            most = lang.number(section.most)
            return lang.say(
                "Write it in one or several messages, {most} characters at most.", most=most
            )
        case _:
            return lang.say("Write it in one or several messages.")


def _number_rule(lang: Language, section: Section) -> Words:
    least, most = section.least or 0, section.most
    if most is None:
        return lang.say("Send a number from {least} on.", least=lang.number(least))
    said = {"least": lang.number(least), "most": lang.number(most)}
    if section.decimals:
        return lang.say("Send a number from {least} to {most}.", **said)
    return lang.say("Send a whole number from {least} to {most}.", **said)


def _files_rule(lang: Language, section: Section) -> Words:
    most = section.most or MOST_FILES
    if section.file_types:
        return lang.many(
            "Send one file ({types}).",
            "Send up to {count} files ({types}).",
            most,
            types=type_names(lang, section.file_types),
        )
    return lang.many("Send one photo or document.", "Send up to {count} photos or documents.", most)


def _returned(lang: Language, sheet: ReportSheet) -> Words | None:
    """What the reviewer said of the version before stands above the next one."""
    before = sheet.returned
    if before is None:
        return None
    said = lang.say("↩️ Returned by {reviewer}:", reviewer=name(before.reviewer))
    return lines(said, plain(before.comment))


def _refresh_buttons(lang: Language, report: Report) -> tuple[Button, ...]:
    if not report.form.figures:
        return ()
    data = press("report_fill", report.id, report.version)
    return (Button(label=lang.label("Refresh figures"), data=data),)


def _send_button(lang: Language, report: Report) -> Button:
    data = press("report_send", report.id, report.version)
    return Button(label=labels.hand_in(lang), data=data)


def _drop_button(lang: Language, report: Report) -> Button:
    data = press("report_drop", report.id, report.version)
    return Button(label=labels.discard(lang), data=data)
