"""An update as it came in, before anybody has looked inside."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """`sender` keeps the order of one person's updates; `raw` is Telegram's JSON, untouched.

    `language` is what the person behind the sender has chosen, where there is one.
    """

    update_id: int
    sender: int
    raw: str
    received_at: datetime
    attempts: int = 0
    language: str | None = None
