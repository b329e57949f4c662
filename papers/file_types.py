"""What a file is by its content. Its name is what somebody says about it, no more."""

import lzma
import struct
import zipfile
import zlib
from io import BytesIO

from domain.report_file import MOST_BYTES, FileKind, FileRefusal, RefusedFile, ReportFile
from domain.report_form import FileType

# Beyond this many parts an archive is no document, and reading its list alone would take seconds.
MOST_PARTS = 2_000
_END = b"PK\x05\x06"
# What reading an archive raises that is not what it seems, each way of packing its own.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    EOFError,
    OSError,
)
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"BM")
_HEIF = (b"heic", b"heix", b"mif1", b"msf1", b"avif")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The main stream of an old document stands in its folder in UTF-16.
_STREAMS = {
    "WordDocument": FileType.WORD,
    "Workbook": FileType.SHEET,
    "Book": FileType.SHEET,
    "PowerPoint Document": FileType.SLIDES,
}
_MAIN_PARTS = {
    "word/document.xml": FileType.WORD,
    "xl/workbook.xml": FileType.SHEET,
    "ppt/presentation.xml": FileType.SLIDES,
}
_OPEN_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.text": FileType.WORD,
    b"application/vnd.oasis.opendocument.spreadsheet": FileType.SHEET,
    b"application/vnd.oasis.opendocument.presentation": FileType.SLIDES,
}
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"#!", b"dex\n")
_ENDINGS = {
    FileType.PDF: {"pdf"},
    FileType.WORD: {"doc", "docx", "odt", "wps", "dot", "dotx", "rtf"},
    FileType.SHEET: {"xls", "xlsx", "ods", "et", "xlt", "xltx"},
    FileType.SLIDES: {"ppt", "pptx", "odp", "dps", "pps", "ppsx"},
    FileType.PICTURE: {"jpg", "jpeg", "png", "gif", "bmp", "webp", "heic", "heif", "avif"},
    FileType.TEXT: {"txt", "csv", "tsv", "md", "log", "ics", "json", "yaml", "yml", "xml"},
}


def look_into(file: ReportFile, content: bytes) -> FileType | RefusedFile:
    """The type of a report's file, or why a report does not take it."""
    if len(content) > MOST_BYTES:
        return RefusedFile(why=FileRefusal.TOO_BIG)
    found = find_type(content)
    if found is None or (file.kind is FileKind.PHOTO and found is not FileType.PICTURE):
        return RefusedFile(why=FileRefusal.UNKNOWN_TYPE)
    if file.kind is FileKind.DOCUMENT and not is_named_so(file.name, found):
        return RefusedFile(why=FileRefusal.MISNAMED, found=found)
    return found


def find_type(content: bytes) -> FileType | None:
    """The type; None for what is none of ours, macros and programs among them."""
    if content.startswith(_PROGRAMS):
        return None
    if content[:1024].lstrip()[:5] == b"%PDF-":
        return FileType.PDF
    if content.startswith(_PICTURES) or _is_webp(content) or content[4:12] in _heif_heads():
        return FileType.PICTURE
    if content.startswith(b"{\\rtf"):
        return FileType.WORD
    if content.startswith(b"PK\x03\x04"):
        return _find_packed(content)
    if content.startswith(_OLE):
        return _find_old(content)
    return FileType.TEXT if _is_text(content) else None


def is_named_so(name: str, found: FileType) -> bool:
    """Whether the name claims nothing else; a name without a known ending claims nothing."""
    ending = name.rpartition(".")[2].casefold() if "." in name else ""
    claims = [one for one, endings in _ENDINGS.items() if ending in endings]
    return not claims or found in claims


def _is_webp(content: bytes) -> bool:
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"


def _heif_heads() -> tuple[bytes, ...]:
    return tuple(b"ftyp" + brand for brand in _HEIF)


def _find_packed(content: bytes) -> FileType | None:
    end = content.rfind(_END)
    if end < 0 or int.from_bytes(content[end + 10 : end + 12], "little") > MOST_PARTS:
        return None
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if len(parts) > MOST_PARTS or any("vbaproject" in name.casefold() for name in names):
                return None
            if parts and parts[0].filename == "mimetype" and parts[0].file_size < 100:
                return _OPEN_DOCUMENTS.get(archive.read(parts[0]))
    except _BROKEN:
        return None
    if "[Content_Types].xml" not in names:
        return None
    return next((found for name, found in _MAIN_PARTS.items() if name in names), None)


def _find_old(content: bytes) -> FileType | None:
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        return None
    for stream, found in _STREAMS.items():
        # The name ends with a nought, so that *Workbook* is not taken for *Book*.
        if (stream + "\0").encode("utf-16-le") in content:
            return found
    return None


def _is_text(content: bytes) -> bool:
    if not content or b"\0" in content:
        return False
    for encoding in ("utf-8", "gb18030"):
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return not any(byte < 9 for byte in content[:65536])
    return False
