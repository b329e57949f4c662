"""The report as a document: its parts, and what is behind its figures as annexes."""

from datetime import date

from domain.report import Report
from domain.report_document import DocumentPart, DocumentWords, ReportPaper
from domain.report_file import FileKind
from domain.report_form import Section, Takes
from domain.report_sheet import ReportSheet
from texts.cleaning import clean, one_line
from texts.languages import Language
from texts.official import numbered, paper_day
from texts.replies import Attachment, Reply
from texts.report_annexes import annex_words, reference
from texts.report_forms import form_name, section_name
from texts.report_parts import number_words, receipts
from texts.words import NAME_LIMIT


def document_words(lang: Language, paper: ReportPaper, report: Report) -> DocumentWords:
    """Everything that the document says."""
    sheet = paper.sheet
    owed = sheet.obligation
    period = lang.period_name(owed.period_key)
    heading = lang.say("{form}, {period}", form=form_name(lang, report.form), period=period)
    notes = receipts(lang, sheet)
    return DocumentWords(
        title=heading.plain(),
        sender=one_line(owed.unit.name, NAME_LIMIT),
        day=paper_day(lang, _day_of(sheet, report)),
        parts=_parts(lang, paper, report),
        annexes=tuple(
            annex_words(lang, one, report, year=owed.last_day.year) for one in paper.annexes
        ),
        notes=tuple(notes.plain().split("\n")) if notes else (),
        file_name=lang.label("Report-{unit}-{period}.docx", unit=owed.unit.name, period=period),
    )


def _day_of(sheet: ReportSheet, report: Report) -> date:
    """A report bears the day on which it was handed in, whenever it is printed."""
    return report.submitted_at.date() if report.submitted_at else sheet.today


def _parts(lang: Language, paper: ReportPaper, report: Report) -> tuple[DocumentPart, ...]:
    annexes = {one.section.code: one for one in paper.annexes}
    made = []
    for number, section in enumerate(report.form.sections, start=1):
        heading = numbered(lang, number, section_name(lang, section).plain())
        if section.takes is Takes.NUMBER:
            annex = annexes.get(section.code)
            part = DocumentPart(
                heading=lang.label("{heading}: ", heading=heading),
                beside=number_words(lang, report, section).plain(),
                annex=reference(lang, annex) if annex else None,
            )
        else:
            part = DocumentPart(heading=heading, paragraphs=_paragraphs(lang, report, section))
        made.append(part)
    return tuple(made)


def _paragraphs(lang: Language, report: Report, section: Section) -> tuple[str, ...]:
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
    return there or (lang.label("None"),)


def document(lang: Language, words: DocumentWords, content: bytes) -> Reply:
    """The document on its way to its reader."""
    attachment = Attachment(file_name=words.file_name, content=content)
    return Reply(words=lang.say("The report as a document."), attachment=attachment)


def not_made(lang: Language) -> str:
    """The document could not be written."""
    return lang.label("The document could not be made just now. Please try again.")
