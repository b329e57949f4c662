"""What comes every year with a festival of the Chinese calendar: days that no rule can tell."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from domain.schedule_words.festivals import festival_day
from domain.schedule_words.following import HOW_MANY
from domain.schedule_words.meaning import Except, Expression, Point
from domain.schedule_words.moon import lunar_date_of
from domain.schedule_words.reading import (
    Ask,
    Kind,
    LocalMoment,
    Question,
    Reading,
    RelativeTo,
    Schedule,
)
from domain.schedule_words.standpoint import LAST_MINUTE, Standpoint
from domain.working_day import Shift

_YEARS_AHEAD = 12


def resolve_festival(
    festival: str, point: Point, said: Expression, standpoint: Standpoint
) -> Reading:
    """On the festival each year; a deadline before it ends the day before."""
    is_bound = said.since or said.until or said.count or said.leaving_out != Except()
    if is_bound or said.shift is not Shift.KEEP or len(point.clocks) > 1:
        return Ask(question=Question.NOT_ALL_UNDERSTOOD)
    clock = point.clocks[0].at if point.clocks else None
    days = 0
    if said.is_deadline:
        is_border = clock is None and not said.is_inclusive and not lunar_date_of(festival)
        days = -1 if is_border else 0
        clock = LAST_MINUTE if clock is None else clock
    return festival_schedule(
        festival,
        Schedule(kind=Kind.DEADLINE if said.is_deadline else Kind.RECURRING),
        days=days,
        clock=clock,
        standpoint=standpoint,
    )


def festival_schedule(
    festival: str,
    schedule: Schedule,
    *,
    days: int,
    clock: timedelta | None,
    standpoint: Standpoint,
) -> Schedule:
    """So many days after (or before) the festival, every year."""
    relative = RelativeTo(
        event=festival, offset=f"{'-' if days < 0 else '+'}P{abs(days)}D", clock=clock
    )
    upcoming = tuple(islice(_days(festival, days, clock, standpoint), HOW_MANY))
    return Schedule(
        kind=schedule.kind,
        relative_to=(relative,),
        part_of_day=schedule.part_of_day,
        upcoming=upcoming,
    )


def _days(
    festival: str, days: int, clock: timedelta | None, standpoint: Standpoint
) -> Iterator[LocalMoment]:
    # The last month of a lunar year lies in the year after.
    for year in range(standpoint.today.year - 1, standpoint.today.year + _YEARS_AHEAD):
        day = festival_day(festival, year)
        if day is None:
            continue
        moment = LocalMoment(day=day + timedelta(days=days), clock=clock)
        if standpoint.is_ahead(moment):
            yield moment
