"""Read what somebody sends for a report: words, a document, a photo, or something else."""

from telegram import Message

from domain.report import Part
from domain.report_file import FileKind, ReportFile

LONGEST_CAPTION = 255


def read_part(message: Message) -> Part | None:
    """The part that a message holds; None for what a report cannot take."""
    file = _read_file(message)
    words = (message.text or message.caption or "").strip()
    if file is None and (not words or message.effective_attachment is not None):
        return None
    return Part(words=words, file=file, album=message.media_group_id)


def _read_file(message: Message) -> ReportFile | None:
    if message.document is not None:
        document = message.document
        return ReportFile(
            kind=FileKind.DOCUMENT,
            file_id=document.file_id,
            unique_id=document.file_unique_id,
            name=document.file_name or "",
            size=document.file_size or 0,
        )
    if message.photo:
        largest = message.photo[-1]
        return ReportFile(
            kind=FileKind.PHOTO,
            file_id=largest.file_id,
            unique_id=largest.file_unique_id,
            name=(message.caption or "").strip()[:LONGEST_CAPTION],
            size=largest.file_size or 0,
        )
    return None


def read_photo(message: Message) -> str | None:
    """The largest size of a photo that was sent as one."""
    return message.photo[-1].file_id if message.photo else None
