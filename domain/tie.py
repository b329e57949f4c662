"""Who oversees, contacts, guides or is paired with whom."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

UNDO_FOR = timedelta(minutes=10)


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
    unit_name: str = ""
    unit_path: str = ""


@dataclass(frozen=True, kw_only=True)
class Tie:
    """`first` acts towards `second` from `began_on` on; `ended_on` is the first day without it."""

    id: int
    kind: TieKind
    first: TieEnd
    second: TieEnd
    began_on: date
    ended_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class TiePage:
    """One page of running ties; pages count from 1."""

    ties: tuple[Tie, ...]
    page: int
    pages: int
    total: int
