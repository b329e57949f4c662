"""Who oversees, contacts, guides or is paired with whom."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TieKind(StrEnum):
    """What one is to the other; the first one is the one who acts."""

    OVERSEE = "oversee"  # 包抓: answers for an organisation.
    CONTACT = "contact"  # 联系: keeps in touch with it.
    GUIDE = "guide"  # 指导: guides it in its work.
    PAIR = "pair"  # 结对: the two help each other.
    AREA = "area"  # 片区: belongs to the area that it leads.


@dataclass(frozen=True, kw_only=True)
class TieEnd:
    """One side: a person with the unit where he is at home, or a unit as such."""

    unit_id: int
    person_id: int | None = None
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class Tie:
    """`first` acts towards `second`, from `began_on` until `ended_on`, that day included."""

    id: int
    kind: TieKind
    first: TieEnd
    second: TieEnd
    began_on: date
    ended_on: date | None = None
