"""How a report itself is shown: its words, its file, when it was handed in."""

from domain.report import FileKind, Report, ReportFile
from domain.report_sheet import ReportSheet
from texts.languages import Language
from texts.presses import press
from texts.replies import Button
from texts.words import Words, fitted, italic, lines, name, plain


def contents(lang: Language, report: Report) -> Words:
    """What the report holds, the file first because the words may be long."""
    file = file_line(lang, report.file) if report.file else None
    said = plain(report.words)
    words = said if said.plain().strip() else None
    if file is None and words is None:
        return italic(lang.say("Nothing is in it yet."))
    return fitted(lines(file, words))


def file_line(lang: Language, file: ReportFile) -> Words:
    """The file by its name and size; a photo has no name."""
    if file.kind is FileKind.PHOTO:
        return lang.say("🖼 one photo")
    size = lang.number(max(1, round(file.size / 1024)))
    return lang.say("📎 {file}, {size} KB", file=name(file.name), size=size)


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
    """A button for the file, where there is one."""
    if report.file is None:
        return ()
    return (Button(label=lang.label("Show the file"), data=press("report_file", report.id)),)
