"""The arguments of one call, read as leniently as Telegram reads them."""

import json
from collections.abc import Mapping
from typing import Any

from sandbox.answers import Json, UploadedFile, bad_request

_TRUE = {"true", "True", "yes", "t", "1"}


class Arguments:
    def __init__(self, params: Mapping[str, Any], files: Mapping[str, UploadedFile]) -> None:
        self.params = params
        self.files = files

    def has(self, name: str) -> bool:
        return self.params.get(name) not in (None, "")

    def text(self, name: str) -> str:
        value = self.params.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value)

    def flag(self, name: str) -> bool:
        value = self.params.get(name)
        return value is True or str(value) in _TRUE

    def integer(self, name: str, default: int = 0) -> int:
        """Read a number; what is no number counts as the default, as at Telegram."""
        try:
            return int(self.params.get(name, default))
        except (TypeError, ValueError):
            return default

    def within(self, name: str, default: int, *, low: int, high: int) -> int:
        return max(low, min(high, self.integer(name, default)))

    def structure(self, name: str, complaint: str) -> Any:
        """Read JSON, given as text or already read; None when absent."""
        value = self.params.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad_request(complaint) from error

    def upload(self, name: str) -> UploadedFile | None:
        if name in self.files:
            return self.files[name]
        value = self.params.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            return self.files.get(value.removeprefix("attach://"))
        return None


def as_objects(value: Any) -> list[Json]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
