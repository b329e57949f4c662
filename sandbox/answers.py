"""What the stand-in answers to a call, and the ways in which it refuses or fails."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """One HTTP answer; a body of type str is sent as HTML, as a proxy in front would."""

    status: int
    body: Json | str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class UploadedFile:
    name: str
    content: bytes
    mime: str = "application/octet-stream"


class Failure(StrEnum):
    """How a connection can fail without an answer."""

    DROPPED = "dropped"
    HUNG = "hung"
    REFUSED = "refused"


class DroppedConnection(Exception):  # noqa: N818 - it is named for what happened.
    """The caller gets no answer; each transport shows that in its own way."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure)
        self.failure = failure


class Refused(Exception):  # noqa: N818 - it is named for what happened.
    """The stand-in answers with an error, worded as Telegram words it."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    def answer(self) -> Answer:
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        headers = {}
        if self.parameters:
            body["parameters"] = self.parameters
        if "retry_after" in self.parameters:
            headers["Retry-After"] = str(self.parameters["retry_after"])
        return Answer(status=self.code, body=body, headers=headers)


def bad_request(text: str, **parameters: Any) -> Refused:
    """The server lower-cases the first letter unless the second is upper-case or `_`."""
    if len(text) < 2 or not (text[1].isupper() or text[1] == "_"):
        text = text[:1].lower() + text[1:]
    return Refused(400, f"Bad Request: {text}", parameters)


def forbidden(text: str) -> Refused:
    return Refused(403, f"Forbidden: {text}")


def conflict(text: str) -> Refused:
    return Refused(409, f"Conflict: {text}")


def too_many_requests(retry_after: int) -> Refused:
    text = f"Too Many Requests: retry after {retry_after}"
    return Refused(429, text, {"retry_after": retry_after})


def too_large() -> Refused:
    return Refused(413, "Request Entity Too Large")


def accepted(result: Any) -> Answer:
    return Answer(status=200, body={"ok": True, "result": result})
