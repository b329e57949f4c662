"""An officer asks for what is open: one message to whoever hears for the unit."""

from dataclasses import dataclass
from datetime import date

from domain.obligation import Obligation


@dataclass(frozen=True, kw_only=True)
class NudgeCard:
    """`asker` is the officer's name, empty when he has left since."""

    today: date
    asker: str
    items: tuple[Obligation, ...]
