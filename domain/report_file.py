"""A file of a report: what it is, and why it may not be taken."""

from dataclasses import dataclass
from enum import StrEnum

from domain.report_form import FREE, FileType

# Telegram hands larger files to no bot.
MOST_BYTES = 20 * 1024 * 1024


class FileKind(StrEnum):
    """Telegram sends each kind back in its own way."""

    DOCUMENT = "document"
    PHOTO = "photo"


class FileRefusal(StrEnum):
    """Why a file is not taken."""

    TOO_BIG = "too_big"
    UNKNOWN_TYPE = "unknown_type"
    MISNAMED = "misnamed"
    OTHER_TYPE = "other_type"
    NEVER_CAME = "never_came"


@dataclass(frozen=True, kw_only=True)
class RefusedFile:
    """Why, and the type that it has by its content where it has one."""

    why: FileRefusal
    found: FileType | None = None


@dataclass(frozen=True, kw_only=True)
class ReportFile:
    """A file of a section. `mark` is the checksum of our own copy, empty while there is none.

    `name` is the caption of a photo. `is_gone`: our copy was deleted by the retention rule.
    `refused`: it came late, and was not what it had seemed; it does not count.
    """

    kind: FileKind
    file_id: str
    unique_id: str
    section: str = FREE
    name: str = ""
    size: int = 0
    type: FileType | None = None
    mark: str = ""
    id: int = 0
    is_gone: bool = False
    refused: FileRefusal | None = None

    @property
    def is_awaited(self) -> bool:
        """Whether Telegram is still to hand it over."""
        return not (self.mark or self.is_gone or self.refused)

    @property
    def may_be_shown(self) -> bool:
        """What nobody has looked into is passed on to nobody; photos are Telegram's own work."""
        is_known = self.type is not None or self.kind is FileKind.PHOTO
        return is_known and not self.is_gone and self.refused is None
