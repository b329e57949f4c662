"""The first draft that the record writes, what is behind its figures, and the document."""

from datetime import date

from domain.record_figure import Entry, RecordedFigure
from domain.report import Report
from domain.report_file import FileKind
from domain.report_form import Section, Takes
from domain.report_sheet import (
    DocumentPart,
    DocumentWords,
    EntriesPage,
    FirstDraftCard,
    ReportSheet,
)
from texts.cleaning import clean, one_line
from texts.languages import Language
from texts.obligations import standing, title
from texts.official import numbered, paper_day
from texts.presses import page_buttons, press, rows
from texts.replies import Attachment, Button, Reply
from texts.report_forms import form_name, section_name
from texts.report_parts import number_words, receipts
from texts.words import NAME_LIMIT, Words, bold, lines, name, our_own, paragraphs


def first_draft(lang: Language, card: FirstDraftCard) -> Reply:
    """The figures of the period so far, and the way on."""
    sheet = card.sheet
    obligation = sheet.obligation
    head = lines(bold(title(lang, obligation)), standing(lang, obligation, sheet.today))
    if not card.is_open:
        return Reply(
            words=paragraphs(head, lang.say("The draft has been started: /report shows it."))
        )
    figures = [_figure(lang, section, one) for section, one in card.figures]
    go_on = lang.say(
        "I have begun a draft with the figures of the record so far. Read it, correct it, and add "
        "the words."
    )
    data = press("hand", obligation.id, obligation.version)
    return Reply(
        words=paragraphs(head, go_on, lines(*figures)),
        buttons=((Button(label=lang.label("Read the draft"), data=data),),),
    )


def _figure(lang: Language, section: Section, one: RecordedFigure) -> Words:
    said = name(one.value) if one.value is not None else our_own("—")
    return lang.say("{section}: {answer}", section=section_name(lang, section), answer=said)


def entries(lang: Language, found: EntriesPage) -> Reply:
    """What a figure is made of, line by line."""
    value = name(found.figure.value) if found.figure.value is not None else our_own("—")
    heading = lang.say(
        "{section}: the record says {record}",
        section=section_name(lang, found.section),
        record=value,
    )
    said = [_entry(lang, one, found.sheet.today.year) for one in found.entries]
    none = None if said else lang.say("The record has nothing of this in the period.")
    report = found.sheet.report
    report_id = report.id if report else 0
    subject = f"{report_id}-{found.number}"
    back = Button(label=lang.label("‹ Back"), data=press("report_at", report_id, found.number))
    return Reply(
        words=paragraphs(bold(heading), lines(*said) if said else none),
        buttons=rows(
            page_buttons("report_entries", found.page, found.pages, subject_id=subject), (back,)
        ),
    )


def _entry(lang: Language, one: Entry, year: int) -> Words:
    day, unit = lang.day(one.day, now_year=year), name(one.unit)
    titled = name(lang.choose(zh=one.title.zh, en=one.title.en))
    line = lang.say("{day} · {unit} · {title}", day=day, unit=unit, title=titled)
    if one.total is not None:
        count, total = one.count or 0, one.total
        return lang.say("{entry}: {count} of {total}", entry=line, count=count, total=total)
    if one.count is not None:
        return lang.say("{entry}: {count}", entry=line, count=one.count)
    return line


def document_words(lang: Language, sheet: ReportSheet, report: Report) -> DocumentWords:
    """Everything that the document says."""
    owed = sheet.obligation
    period = lang.period_name(owed.period_key)
    heading = lang.say("{form}, {period}", form=form_name(lang, report.form), period=period)
    notes = receipts(lang, sheet)
    return DocumentWords(
        title=heading.plain(),
        sender=one_line(owed.unit.name, NAME_LIMIT),
        day=paper_day(lang, _day_of(sheet, report)),
        parts=tuple(
            _part(lang, report, one, number)
            for number, one in enumerate(report.form.sections, start=1)
        ),
        notes=tuple(notes.plain().split("\n")) if notes else (),
        file_name=lang.label("Report-{unit}-{period}.docx", unit=owed.unit.name, period=period),
    )


def _day_of(sheet: ReportSheet, report: Report) -> date:
    """A report bears the day on which it was handed in, whenever it is printed."""
    return report.submitted_at.date() if report.submitted_at else sheet.today


def _part(lang: Language, report: Report, section: Section, number: int) -> DocumentPart:
    heading = numbered(lang, number, section_name(lang, section).plain())
    if section.takes is Takes.NUMBER:
        with_colon = lang.label("{heading}: ", heading=heading)
        return DocumentPart(heading=with_colon, beside=number_words(lang, report, section).plain())
    files = [one for one in report.files_of(section) if one.refused is None]
    named = [one.name for one in files if one.name and one.kind is FileKind.DOCUMENT]
    photos = sum(one.kind is FileKind.PHOTO for one in files)
    said = [
        # On paper nothing turns into a link, so nothing needs to be kept from it.
        *clean(report.answer(section).text).split("\n"),
        *(one_line(one, NAME_LIMIT) for one in named),
        *([lang.many("{count} photo", "{count} photos", photos).plain()] if photos else []),
    ]
    there = tuple(one for one in said if one.strip())
    return DocumentPart(heading=heading, paragraphs=there or (lang.label("None"),))


def document(lang: Language, words: DocumentWords, content: bytes) -> Reply:
    """The document on its way to its reader."""
    attachment = Attachment(file_name=words.file_name, content=content)
    return Reply(words=lang.say("The report as a document."), attachment=attachment)


def not_made(lang: Language) -> str:
    """The document could not be written."""
    return lang.label("The document could not be made just now. Please try again.")
