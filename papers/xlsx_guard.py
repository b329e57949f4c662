"""Look at an uploaded workbook from outside, before any parser may unpack it."""

import struct
import zipfile
import zlib
from io import BytesIO

from domain.roster import WorkbookReason, WorkbookRefusal

MEGABYTE = 1024 * 1024
MAX_FILE_BYTES = 20 * MEGABYTE
MAX_UNPACKED_BYTES = 100 * MEGABYTE
MAX_PARTS = 200
MAX_RATIO = 200
RATIO_MATTERS_ABOVE = MEGABYTE
# Everything but the sheets is held in memory while reading: shared strings, styles, themes.
MAX_WHOLE_PART_BYTES = 16 * MEGABYTE
# openpyxl makes objects of these parts at some 10 microseconds an element; a full roster of
# 5,000 people has about 100,000.
MAX_ELEMENTS = 500_000
MAX_DIRECTORY_BYTES = MAX_PARTS * 1024

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DIRECTORY_END = b"PK\x05\x06"
DIRECTORY_END_BYTES = 22
ZIP64_LOCATOR = b"PK\x06\x07"
ZIP64_LOCATOR_BYTES = 20
LONGEST_COMMENT = 65535
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
ENCRYPTED_FLAG = 0x1
STREAMED_FOLDERS = ("xl/worksheets/", "xl/media/")
MACRO_PARTS = ("vbaproject.bin", "vbadata.xml", "macrosheets/")


def inspect_workbook(content: bytes) -> WorkbookRefusal | None:
    """None if the bytes may be handed to a parser, else why not, with the figures."""
    if len(content) > MAX_FILE_BYTES:
        return _refusal(WorkbookReason.TOO_LARGE, found=len(content), limit=MAX_FILE_BYTES)
    if not content.startswith(ZIP_MAGIC):
        return _refusal(_name_stranger(content))
    refusal = _inspect_directory_end(content)
    if refusal is not None:
        return refusal
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError):
        return _refusal(WorkbookReason.DAMAGED)
    return _inspect_names(parts) or _inspect_sizes(parts)


def _refusal(
    reason: WorkbookReason, *, found: int | None = None, limit: int | None = None
) -> WorkbookRefusal:
    return WorkbookRefusal(reason=reason, found=found, limit=limit)


def _name_stranger(content: bytes) -> WorkbookReason:
    """What bytes are that do not begin as a workbook does."""
    if not content.strip(b"\x00 \t\r\n"):
        return WorkbookReason.EMPTY
    if content.startswith(OLE_MAGIC):
        encrypted = ENCRYPTED_STREAM in content
        return WorkbookReason.ENCRYPTED if encrypted else WorkbookReason.OLD_EXCEL
    is_wide_text = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if is_wide_text or b"\x00" not in content:
        return WorkbookReason.PLAIN_TEXT
    return WorkbookReason.NOT_A_WORKBOOK


def _inspect_directory_end(content: bytes) -> WorkbookRefusal | None:
    """Bound the directory itself, so that listing it cannot be the attack."""
    earliest = max(0, len(content) - DIRECTORY_END_BYTES - LONGEST_COMMENT)
    end = content.rfind(DIRECTORY_END, earliest)
    if end < 0 or len(content) - end < DIRECTORY_END_BYTES:
        return _refusal(WorkbookReason.DAMAGED)
    parts, directory_bytes = struct.unpack_from("<HI", content, end + 10)
    if parts > MAX_PARTS or directory_bytes > MAX_DIRECTORY_BYTES:
        return _refusal(WorkbookReason.TOO_MANY_PARTS, found=parts, limit=MAX_PARTS)
    locator = end - ZIP64_LOCATOR_BYTES
    if locator >= 0 and content[locator:].startswith(ZIP64_LOCATOR):
        return _refusal(WorkbookReason.ODD_PARTS)
    return None


def _inspect_names(parts: list[zipfile.ZipInfo]) -> WorkbookRefusal | None:
    names = [part.filename for part in parts]
    folded = [name.casefold() for name in names]
    if len(parts) > MAX_PARTS:
        return _refusal(WorkbookReason.TOO_MANY_PARTS, found=len(parts), limit=MAX_PARTS)
    if any(part.flag_bits & ENCRYPTED_FLAG for part in parts):
        return _refusal(WorkbookReason.ENCRYPTED)
    if any(macro in name for name in folded for macro in MACRO_PARTS):
        return _refusal(WorkbookReason.MACROS)
    if len(set(folded)) < len(folded) or any(_is_odd(part) for part in parts):
        return _refusal(WorkbookReason.ODD_PARTS)
    if "[content_types].xml" not in folded or "xl/workbook.xml" not in folded:
        return _refusal(WorkbookReason.NOT_A_WORKBOOK)
    return None


def _is_odd(part: zipfile.ZipInfo) -> bool:
    name = part.orig_filename
    climbs = ".." in name.split("/")
    rooted = name.startswith("/") or ":" in name
    packed_oddly = part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    return climbs or rooted or packed_oddly or "\\" in name or "\x00" in name


def _inspect_sizes(parts: list[zipfile.ZipInfo]) -> WorkbookRefusal | None:
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MAX_UNPACKED_BYTES:
        return _refusal(WorkbookReason.UNPACKS_TOO_LARGE, found=unpacked, limit=MAX_UNPACKED_BYTES)
    for part in parts:
        limit = _part_limit(part)
        if part.file_size > limit:
            return _refusal(WorkbookReason.UNPACKS_TOO_LARGE, found=part.file_size, limit=limit)
    return None


def _part_limit(part: zipfile.ZipInfo) -> int:
    """Declared sizes can be trusted as bounds: the standard library never reads beyond them."""
    by_ratio = max(RATIO_MATTERS_ABOVE, MAX_RATIO * part.compress_size)
    if part.filename.casefold().startswith(STREAMED_FOLDERS):
        return by_ratio
    return min(by_ratio, MAX_WHOLE_PART_BYTES)


def inspect_markup(content: bytes) -> WorkbookRefusal | None:
    """Count the tags of the parts that a parser holds whole; unpacks them, so only in a worker."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            tags = sum(
                archive.read(part).count(b"<")
                for part in archive.infolist()
                if not part.filename.casefold().startswith(STREAMED_FOLDERS)
            )
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return _refusal(WorkbookReason.DAMAGED)
    if tags > MAX_ELEMENTS:
        return _refusal(WorkbookReason.TOO_MUCH_MARKUP, found=tags, limit=MAX_ELEMENTS)
    return None
