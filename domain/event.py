"""Something that happened on a day, from which duties follow."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.unit import Unit

UNDO_FOR = timedelta(minutes=10)
_CODE = re.compile(r"[a-z][a-z0-9_]{0,31}", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Event:
    """It happened in `unit`, and concerns everything below; `code` says what it was."""

    id: int
    code: str
    unit: Unit
    happened_on: date
    recorded_at: datetime
    recorded_by: int
