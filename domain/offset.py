"""A stretch of time before or after a day: months, days or working days."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from domain.month_arithmetic import add_months
from domain.working_day import WorkingCalendar

_WRITTEN = re.compile(
    r"(?P<sign>[+-]?)(?:(?P<working>\d{1,4})WD"
    r"|P(?=\d)(?:(?P<years>\d{1,3})Y)?(?:(?P<months>\d{1,4})M)?"
    r"(?:(?P<weeks>\d{1,4})W)?(?:(?P<days>\d{1,4})D)?)",
    re.ASCII,
)


@dataclass(frozen=True, kw_only=True)
class Offset:
    """All numbers have the same sign; months come first, then days, then working days."""

    months: int = 0
    days: int = 0
    working_days: int = 0

    def __str__(self) -> str:
        """`+5WD`, `P1M`, `-P6M14D`: what `read_offset` reads."""
        if self.working_days:
            return f"{self.working_days:+}WD"
        sign = "-" if self.months < 0 or self.days < 0 else ""
        months = f"{abs(self.months)}M" if self.months else ""
        days = f"{abs(self.days)}D" if self.days or not self.months else ""
        return f"{sign}P{months}{days}"


def read_offset(written: str) -> Offset:
    """`+5WD` or an ISO 8601 duration of days and longer, with a sign; ValueError otherwise."""
    found = _WRITTEN.fullmatch(written)
    if found is None:
        raise ValueError(f"no stretch of days is written {written!r}")
    sign = -1 if found["sign"] == "-" else 1
    numbers = {
        part: int(text) for part, text in found.groupdict().items() if part != "sign" and text
    }
    return Offset(
        months=sign * (numbers.get("years", 0) * 12 + numbers.get("months", 0)),
        days=sign * (numbers.get("weeks", 0) * 7 + numbers.get("days", 0)),
        working_days=sign * numbers.get("working", 0),
    )


def shifted(day: date, offset: Offset, calendar: WorkingCalendar) -> date:
    """The day that lies so far away."""
    moved = add_months(day, offset.months) + timedelta(days=offset.days)
    return calendar.add_working_days(moved, offset.working_days)


def back(day: date, offset: Offset, calendar: WorkingCalendar) -> date:
    """The day from which it is so far to this one."""
    reverse = Offset(months=-offset.months, days=-offset.days, working_days=-offset.working_days)
    return shifted(day, reverse, calendar)
