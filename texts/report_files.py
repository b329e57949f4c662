"""The files of a report: what is there, what is awaited, what was not taken and why."""

from collections.abc import Sequence

from domain.report import ReportState
from domain.report_file import FileKind, FileRefusal, ReportFile
from domain.report_form import FileType
from domain.report_sheet import FileRefusedCard
from texts.languages import Language
from texts.obligations import title
from texts.presses import press
from texts.replies import Button, Reply
from texts.words import Words, italic, lines, name

SHOWN_FILES = 5


def files_words(lang: Language, files: Sequence[ReportFile]) -> Words | None:
    """Documents by name and size, photos by their number."""
    counting = [one for one in files if one.refused is None]
    photos = [one for one in counting if one.kind is FileKind.PHOTO]
    documents = [one for one in counting if one.kind is FileKind.DOCUMENT]
    said: list[Words | None] = [_missing(lang, one) for one in files if one.refused]
    said += [file_line(lang, one) for one in documents[:SHOWN_FILES]]
    if len(documents) > SHOWN_FILES:
        rest = len(documents) - SHOWN_FILES
        said.append(lang.many("📎 and {count} more file", "📎 and {count} more files", rest))
    if photos:
        said.append(lang.many("🖼 {count} photo", "🖼 {count} photos", len(photos)))
    if waiting := sum(one.is_awaited for one in files):
        said.append(
            italic(
                lang.many(
                    "⏳ {count} file is still being fetched from Telegram",
                    "⏳ {count} files are still being fetched from Telegram",
                    waiting,
                )
            )
        )
    return lines(*said) if said else None


def file_line(lang: Language, file: ReportFile) -> Words:
    """A document by its name and size."""
    if file.is_gone:
        return lang.say("📎 {file} (no longer kept)", file=_named(lang, file))
    size = lang.number(max(1, round(file.size / 1024)))
    return lang.say("📎 {file}, {size} KB", file=_named(lang, file), size=size)


def _missing(lang: Language, file: ReportFile) -> Words:
    why = why_refused(lang, file)
    return lang.say("❗ {file} is missing: {why}", file=_named(lang, file), why=why)


def _named(lang: Language, file: ReportFile) -> Words:
    """How people know it; few photos have a name, and some documents have none."""
    if file.name:
        return name(file.name)
    return lang.say("a photo") if file.kind is FileKind.PHOTO else lang.say("a document")


def why_refused(lang: Language, file: ReportFile) -> Words:
    """Why a file that came late is not taken."""
    match file.refused:
        case FileRefusal.TOO_BIG:
            return lang.say("it is larger than 20 MB")
        case FileRefusal.MISNAMED:
            found = type_names(lang, (file.type,) if file.type else ())
            return lang.say("by its content it is another type ({type})", type=found)
        case FileRefusal.OTHER_TYPE:
            found = type_names(lang, (file.type,) if file.type else ())
            return lang.say("this section does not take its type ({type})", type=found)
        case FileRefusal.NEVER_CAME:
            return lang.say("Telegram did not hand it over for a week")
        case _:
            return lang.say("by its content it is no document or picture that a report takes")


def late_file(lang: Language, card: FileRefusedCard) -> Reply:
    """One sentence, with the way to send it again while the report is still written."""
    named, why = _named(lang, card.file), why_refused(lang, card.file)
    obligation = card.obligation
    report = title(lang, obligation)
    if card.state is not ReportState.DRAFT:
        return Reply(
            words=lang.say(
                "“{file}” came late and is missing from {report}: {why}; the reviewer sees that.",
                file=named,
                report=report,
                why=why,
            )
        )
    on = Button(
        label=lang.label("Go on writing"), data=press("hand", obligation.id, obligation.version)
    )
    return Reply(
        words=lang.say(
            "“{file}” came late and is missing from {report}: {why}; please send it once more, "
            "as it should be.",
            file=named,
            report=report,
            why=why,
        ),
        buttons=((on,),),
    )


def type_names(lang: Language, types: tuple[FileType, ...]) -> Words:
    """The types of files by what people call them."""
    named = {
        FileType.PDF: lang.say("PDF"),
        FileType.WORD: lang.say("Word document"),
        FileType.SHEET: lang.say("spreadsheet"),
        FileType.SLIDES: lang.say("slides"),
        FileType.PICTURE: lang.say("picture"),
        FileType.TEXT: lang.say("plain text"),
    }
    return lang.list_of([named[one] for one in types]) if types else lang.say("any file")
