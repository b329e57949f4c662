"""Our own copies of files, each named by its checksum, so that the same file is kept once."""

import os
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

_HEX = frozenset("0123456789abcdef")
_LENGTH = 64
_UNFINISHED = ".part"


class FileStore:
    """A folder of copies. Blocks: from asyncio it is called in a thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, content: bytes, *, now: datetime) -> str:
        """Keep a copy and return its mark, under which it is whole or not there at all."""
        mark = sha256(content).hexdigest()
        path = self._path(mark)
        if self.fetch(mark) is None:
            path.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=path.parent, suffix=_UNFINISHED, delete=False) as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(file.name, path)
        # The cleaner leaves young copies alone: their reports may not be written down yet.
        os.utime(path, (now.timestamp(), now.timestamp()))
        return mark

    def fetch(self, mark: str) -> bytes | None:
        """The copy; None when it is not there, or not what it was."""
        if len(mark) != _LENGTH or not _HEX.issuperset(mark):
            return None
        try:
            content = self._path(mark).read_bytes()
        except FileNotFoundError:
            return None
        return content if sha256(content).hexdigest() == mark else None

    def find_older(self, *, than: datetime) -> Iterator[list[str]]:
        """The marks of copies that were last kept before an instant, a folder at a time."""
        for folder in sorted(self._folder.glob("[0-9a-f][0-9a-f]")):
            for rest in folder.glob(f"*{_UNFINISHED}"):
                if rest.stat().st_mtime < than.timestamp():
                    rest.unlink(missing_ok=True)
            yield [
                path.name
                for path in sorted(folder.iterdir())
                if path.suffix != _UNFINISHED and path.stat().st_mtime < than.timestamp()
            ]

    def delete(self, mark: str, *, older_than: datetime) -> None:
        """Delete a copy that nobody needs, unless it was kept anew since it was looked at."""
        path = self._path(mark)
        try:
            is_old = path.stat().st_mtime < older_than.timestamp()
        except FileNotFoundError:
            return
        if is_old:
            path.unlink(missing_ok=True)

    def _path(self, mark: str) -> Path:
        return self._folder / mark[:2] / mark
