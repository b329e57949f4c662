"""A dialogue in progress, kept as a row: a restart or a second phone does it no harm."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Draft:
    """`facts` hold what was said so far, in a form that its kind defines."""

    id: int
    person_id: int
    kind: str
    subject_id: int | None = None
    version: int = 1
    facts: dict[str, Any] = field(default_factory=dict)
