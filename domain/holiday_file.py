"""Why a holiday file cannot be used, and what one that can would change."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.public_holiday import CountryCalendar, CountrySources, HolidayList
from domain.working_day import WorkingCalendar


class FileReason(StrEnum):
    """What is wrong with the whole file, or with one of its days."""

    TOO_LARGE = "too_large"
    NOT_FETCHED = "not_fetched"
    NOT_JSON = "not_json"
    NOT_A_LIST = "not_a_list"
    BAD_YEAR = "bad_year"
    FAR_YEAR = "far_year"
    NOT_PUBLISHED = "not_published"
    TOO_MANY_DAYS = "too_many_days"
    DAY_NOT_READ = "day_not_read"
    DAY_WITHOUT_NAME = "day_without_name"
    DAY_OF_ANOTHER_YEAR = "day_of_another_year"
    DAY_TWICE = "day_twice"


@dataclass(frozen=True, kw_only=True)
class FileFault:
    """`number` counts the days of the file from 1, `found` is what stands there."""

    reason: FileReason
    year: int | None = None
    number: int | None = None
    found: str = ""


@dataclass(frozen=True, kw_only=True)
class FileDifference:
    """Days that change sides, and those on which a command outweighs the file."""

    newly_off: tuple[date, ...] = ()
    newly_working: tuple[date, ...] = ()
    renamed: int = 0
    outweighed: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nobody would notice."""
        return not (self.newly_off or self.newly_working or self.renamed)


@dataclass(frozen=True, kw_only=True)
class FilePreview:
    """A file that waits for Confirm; `is_known` when its year is published already."""

    draft_id: int
    version: int
    country: str
    today: date
    holidays: HolidayList
    calendar: CountryCalendar
    difference: FileDifference
    is_known: bool


def compare(known: CountrySources, new: HolidayList) -> FileDifference:
    """What a file would change in what is known."""
    before, after = known.calendar(), known.with_file(new).calendar()
    was, will_be = before.working(), after.working()
    days = sorted({*before.days, *after.days})
    renamed = [
        day
        for day in days
        if day in before.days and day in after.days
        if before.days[day].works == after.days[day].works
        if before.days[day].name != after.days[day].name
    ]
    return FileDifference(
        newly_off=tuple(day for day in days if _turns(day, was, will_be, works=False)),
        newly_working=tuple(day for day in days if _turns(day, was, will_be, works=True)),
        renamed=len(renamed),
        outweighed=known.commanded(new.year),
    )


def _turns(day: date, was: WorkingCalendar, will_be: WorkingCalendar, *, works: bool) -> bool:
    return was.is_working_day(day) is not works and will_be.is_working_day(day) is works
