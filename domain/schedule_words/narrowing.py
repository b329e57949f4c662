"""Choose parts, weeks and days of a stretch of the calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from domain.month_arithmetic import add_months, days_in_month
from domain.schedule_words.festivals import festival_day
from domain.schedule_words.meaning import Part, Point, Unit
from domain.schedule_words.standpoint import Standpoint
from domain.schedule_words.word_settings import WordSettings
from domain.working_day import WorkingCalendar

_ONE_DAY = timedelta(days=1)
MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF_YEAR: 6, Unit.YEAR: 12}


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """Some days; both ends belong to it."""

    first: date
    last: date

    @property
    def is_a_day(self) -> bool:
        """Whether it is one day only."""
        return self.first == self.last

    def days(self) -> Iterator[date]:
        """All of them, in order."""
        for offset in range((self.last - self.first).days + 1):
            yield self.first + _ONE_DAY * offset


def whole(unit: Unit, day: date) -> Stretch:
    """The month, quarter, half-year or year that `day` lies in."""
    months = MONTHS_IN[unit]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return _months_from(first, months)


def month_of(day: date) -> Stretch:
    """Its month."""
    return whole(Unit.MONTH, day)


def week_of(day: date) -> Stretch:
    """Its week, from Monday to Sunday."""
    monday = day - _ONE_DAY * day.weekday()
    return Stretch(first=monday, last=monday + 6 * _ONE_DAY)


def narrowed(base: Stretch, point: Point, standpoint: Standpoint) -> list[Stretch]:
    """Everything in `base` that the point names; nothing when there is no such day."""
    found = [base]
    for step in (_months_of, _nth_months_of, _festivals_of):
        found = [fine for coarse in found for fine in step(coarse, point)]
    found = [fine for coarse in found for fine in parts_of(coarse, point.part, standpoint.words)]
    found = [fine for coarse in found for fine in _weeks_of(coarse, point)]
    return [fine for coarse in found for fine in _days_of(coarse, point, standpoint.calendar)]


def _months_from(first: date, months: int) -> Stretch:
    return Stretch(first=first, last=add_months(first, months) - _ONE_DAY)


def _months_of(coarse: Stretch, point: Point) -> list[Stretch]:
    """Halves, quarters and months of a year; a month of a quarter must lie in it."""
    year = coarse.first.year
    found = [coarse]
    if point.halves:
        found = [_months_from(date(year, half * 6 - 5, 1), 6) for half in point.halves]
    if point.quarters:
        found = [_months_from(date(year, quarter * 3 - 2, 1), 3) for quarter in point.quarters]
    if point.months:
        months = [month_of(date(year, month, 1)) for month in point.months]
        return [one for one in months if found[0].first <= one.first <= found[-1].last]
    return found


def _nth_months_of(coarse: Stretch, point: Point) -> list[Stretch]:
    if not point.nth_months:
        return [coarse]
    months = [day for day in coarse.days() if day.day == 1]
    return [month_of(months[at]) for at in _places(point.nth_months, len(months))]


def _festivals_of(coarse: Stretch, point: Point) -> list[Stretch]:
    if point.festival is None:
        return [coarse]
    day = festival_day(point.festival, coarse.first.year)
    return [] if day is None else [Stretch(first=day, last=day)]


def parts_of(coarse: Stretch, part: Part | None, words: WordSettings) -> list[Stretch]:
    """A part of a month in days, a part of a longer stretch in months."""
    match part:
        case None:
            return [coarse]
        case Part.FIRST_DAY:
            return [Stretch(first=coarse.first, last=coarse.first)]
        case Part.LAST_DAY:
            return [Stretch(first=coarse.last, last=coarse.last)]
    if coarse == month_of(coarse.first):
        first, last = words.days_of_month[part]
        end = coarse.last.day if last == -1 else last
        return [Stretch(first=coarse.first.replace(day=first), last=coarse.first.replace(day=end))]
    if coarse == whole(Unit.YEAR, coarse.first) and part in words.months_of_year:
        first, last = words.months_of_year[part]
        return [_months_from(coarse.first.replace(month=first), last - first + 1)]
    if part in (Part.START, Part.END):
        return [month_of(coarse.first if part is Part.START else coarse.last)]
    return []


def _weeks_of(coarse: Stretch, point: Point) -> list[Stretch]:
    if point.nth_unit is not Unit.WEEK:
        return [coarse]
    first = week_of(coarse.first)
    if point.whole_weeks and first.first < coarse.first:
        first = week_of(first.last + _ONE_DAY)
    weeks = [first]
    while weeks[-1].last + _ONE_DAY <= coarse.last:
        weeks.append(week_of(weeks[-1].last + _ONE_DAY))
    if point.whole_weeks and weeks[-1].last > coarse.last:
        weeks.pop()
    return [weeks[at] for at in _places(point.nth, len(weeks))]


def _days_of(coarse: Stretch, point: Point, calendar: WorkingCalendar) -> list[Stretch]:
    days = list(coarse.days()) if point.weekdays or point.nth or point.weekend else []
    if point.month_days:
        return _month_days(coarse, point)
    if point.weekend and not coarse.is_a_day:
        saturdays = [day for day in days if day.weekday() == 5]
        return [Stretch(first=day, last=day + _ONE_DAY) for day in saturdays]
    if point.weekdays:
        days = [day for day in days if day.weekday() in point.weekdays]
    elif point.of_working_days and point.nth:
        days = [day for day in days if calendar.is_working_day(day)]
    elif point.nth_unit is not Unit.DAY:
        return [coarse]
    if point.nth and point.nth_unit is not Unit.WEEK:
        days = [days[at] for at in _places(point.nth, len(days))]
    return [Stretch(first=day, last=day) for day in days]


def _month_days(coarse: Stretch, point: Point) -> list[Stretch]:
    length = days_in_month(coarse.first.year, coarse.first.month)
    found = [
        coarse.first.replace(day=number if number > 0 else length + 1 + number)
        for number in point.month_days
        if abs(number) <= length
    ]
    if point.weekdays:
        found = [day for day in found if day.weekday() in point.weekdays]
    return [Stretch(first=day, last=day) for day in found]


def _places(nth: tuple[int, ...], size: int) -> list[int]:
    """Counted from 1, or back from -1; what does not exist is left out."""
    return [at - 1 if at > 0 else size + at for at in nth if abs(at) <= size]
