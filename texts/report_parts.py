"""How a report itself is shown: its sections, its files, its receipts."""

from domain.report import Report, ReportState
from domain.report_form import Section, Takes
from domain.report_sheet import ReportSheet
from texts.languages import Language
from texts.presses import press
from texts.replies import Button
from texts.report_files import files_words
from texts.report_forms import section_name
from texts.words import Words, bold, fitted, italic, lines, name, our_own, paragraphs, plain


def contents(lang: Language, report: Report) -> Words:
    """What the report holds, section by section; files first because words may be long."""
    if report.form.is_free:
        shown = _free(lang, report)
    else:
        shown = paragraphs(*(section_words(lang, report, one) for one in report.form.sections))
    if report.is_empty or not shown.plain().strip():
        return italic(lang.say("Nothing is in it yet."))
    return fitted(shown)


def _free(lang: Language, report: Report) -> Words:
    [section] = report.form.sections
    said = plain(report.answer(section).text)
    return lines(files_words(lang, report.files), said if said.plain().strip() else None)


def section_words(lang: Language, report: Report, section: Section) -> Words:
    """A section with what it says; a number stands on the line of its name."""
    named = section_name(lang, section)
    if section.takes is Takes.NUMBER:
        number = number_words(lang, report, section)
        return lang.say("{section}: {answer}", section=bold(named), answer=number)
    said = plain(report.answer(section).text)
    files = files_words(lang, report.files_of(section))
    words = said if said.plain().strip() else None
    if words is None and files is None:
        return lang.say("{section}: {answer}", section=bold(named), answer=_nothing(lang, section))
    return lines(bold(named), files, words)


def number_words(lang: Language, report: Report, section: Section) -> Words:
    """The number; what was changed by hand says what the record had."""
    answer = report.answer(section)
    if not answer.text:
        return _nothing(lang, section)
    if answer.is_changed_by_hand:
        return lang.say(
            "{number} (✎ changed by hand; the record says {record})",
            number=name(answer.text),
            record=name(answer.record),
        )
    if answer.record:
        return lang.say("{number} (from the record)", number=name(answer.text))
    return name(answer.text)


def _nothing(lang: Language, section: Section) -> Words:
    return our_own("—") if section.is_optional else lang.say("❗ not answered yet")


def receipts(lang: Language, sheet: ReportSheet) -> Words | None:
    """Every step with its moment: given to the head, confirmed, handed in."""
    report, year = sheet.report, sheet.today.year
    if report is None:
        return None
    said: list[Words | None] = []
    if report.signed_at is not None:
        at = lang.moment(report.signed_at, now_year=year)
        said.append(
            lang.say("Given to the head by {author}, {at}", author=name(report.author), at=at)
        )
    if report.confirmed_at is not None:
        at = lang.moment(report.confirmed_at, now_year=year)
        said.append(lang.say("Confirmed by {head}, {at}", head=name(report.confirmer), at=at))
    said.append(handed_in(lang, sheet))
    return lines(*said) if any(said) else None


def handed_in(lang: Language, sheet: ReportSheet) -> Words | None:
    """When it was handed in, compared with the last day."""
    report = sheet.report
    if report is None or report.submitted_at is None:
        return None
    at = lang.moment(report.submitted_at, now_year=sheet.today.year)
    if not sheet.days_late:
        return lang.say("Handed in {at}, in time", at=at)
    return lang.many(
        "Handed in {at}, {count} day late",
        "Handed in {at}, {count} days late",
        sheet.days_late,
        at=at,
    )


def file_buttons(lang: Language, report: Report) -> tuple[Button, ...]:
    """A button for the files that are still kept."""
    count = sum(one.may_be_shown for one in report.files)
    if not count or report.state is ReportState.DISCARDED:
        return ()
    label = lang.label("Show the file")
    if count > 1:
        label = lang.label("Show the files ({count})", count=count)
    return (Button(label=label, data=press("report_file", report.id)),)


def word_buttons(lang: Language, report: Report) -> tuple[Button, ...]:
    """A button for the report as a document; one of no kind is a few lines and needs none."""
    if report.form.is_free:
        return ()
    return (Button(label=lang.label("Word document"), data=press("report_word", report.id)),)
