"""The files that went through the chats, and how they are found again."""

import struct
from dataclasses import dataclass
from hashlib import sha256

from sandbox.answers import Json, UploadedFile


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredFile:
    file_id: str
    file_unique_id: str
    name: str
    mime: str
    content: bytes
    path: str
    width: int = 0
    height: int = 0

    def to_json(self) -> Json:
        return {
            "file_id": self.file_id,
            "file_unique_id": self.file_unique_id,
            "file_size": len(self.content),
        }

    def as_document(self) -> Json:
        return {**self.to_json(), "file_name": self.name, "mime_type": self.mime}

    def as_photo(self) -> list[Json]:
        return [{**self.to_json(), "width": self.width, "height": self.height}]


class FileShelf:
    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self.last_number = 0

    def put(self, upload: UploadedFile, size: tuple[int, int] | None = None) -> StoredFile:
        """Keep a file; with a size in pixels it is a photo."""
        self.last_number += 1
        number = self.last_number
        kind = "documents" if size is None else "photos"
        ending = upload.name.rpartition(".")[2] if "." in upload.name else "bin"
        stored = StoredFile(
            file_id=f"BQACAgIAAxkBAAM{number:08d}",
            file_unique_id="AgAD" + sha256(upload.content).hexdigest()[:12],
            name=upload.name,
            mime=upload.mime,
            content=upload.content,
            path=f"{kind}/file_{number}.{ending}",
            width=size[0] if size else 0,
            height=size[1] if size else 0,
        )
        self.keep(stored)
        return stored

    def keep(self, stored: StoredFile) -> None:
        """Keep a file under the id and the path that it has."""
        self._by_id[stored.file_id] = stored
        self._by_path[stored.path] = stored

    def find(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG; None for what is neither."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content.startswith(b"\xff\xd8"):
        return _jpeg_size(content)
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None
