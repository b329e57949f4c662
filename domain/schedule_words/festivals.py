"""The days with names: fixed ones, and those of the Chinese calendar as a table."""

from datetime import date, timedelta

from domain.schedule_words.moon import lunar_date_of, lunar_day

# Every year on the same day.
FIXED: dict[str, tuple[int, int]] = {
    "new_year": (1, 1),
    "womens_day": (3, 8),
    "arbor_day": (3, 12),
    "labour_day": (5, 1),
    "youth_day": (5, 4),
    "childrens_day": (6, 1),
    "party_day": (7, 1),
    "army_day": (8, 1),
    "victory_day": (9, 3),
    "teachers_day": (9, 10),
    "mukden_day": (9, 18),
    "national_day": (10, 1),
    "reporters_day": (11, 8),
    "double_eleven": (11, 11),
    "constitution_day": (12, 4),
    "december_ninth": (12, 9),
    "double_twelve": (12, 12),
    "memorial_day": (12, 13),
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
}

_FIRST_YEAR = 2024
# Month and day in each year from 2024 to 2035: computed from the sun and the moon at 120 degrees
# east, as the tables of holidays 0.109 hold them; a test compares the two.
_TABLES: dict[str, str] = {
    "spring_festival": ("02-10 01-29 02-17 02-06 01-26 02-13 02-03 01-23 02-11 01-31 02-19 02-08"),
    "dragon_boat": ("06-10 05-31 06-19 06-09 05-28 06-16 06-05 06-24 06-12 06-01 06-20 06-10"),
    "mid_autumn": ("09-17 10-06 09-25 09-15 10-03 09-22 09-12 10-01 09-19 09-08 09-27 09-16"),
    "double_ninth": ("10-11 10-29 10-18 10-08 10-26 10-16 10-05 10-24 10-12 10-01 10-20 10-09"),
    "qingming": ("04-04 04-04 04-05 04-05 04-04 04-04 04-05 04-05 04-04 04-04 04-05 04-05"),
    "winter_solstice": ("12-21 12-21 12-22 12-22 12-21 12-21 12-22 12-22 12-21 12-21 12-22 12-22"),
}
# So many days after another festival.
_BESIDE: dict[str, tuple[str, int]] = {
    "new_years_eve": ("spring_festival", -1),
    "lantern_festival": ("spring_festival", 14),
    "spring_second_day": ("spring_festival", 1),
}
LUNAR = frozenset(_TABLES) | frozenset(_BESIDE)


def is_moving(festival: str) -> bool:
    """Whether the sun or the moon sets its day, another one each year."""
    return festival in LUNAR or lunar_date_of(festival) is not None


def festival_day(festival: str, year: int) -> date | None:
    """Its day in that year; None where the table ends. A lunar date is counted in lunar years."""
    if (lunar := lunar_date_of(festival)) is not None:
        return lunar_day(*lunar, year)
    if festival in FIXED:
        month, day = FIXED[festival]
        return date(year, month, day)
    if festival in _BESIDE:
        other, days = _BESIDE[festival]
        beside = festival_day(other, year)
        return beside and beside + timedelta(days=days)
    days_by_year = _TABLES[festival].split()
    if not 0 <= year - _FIRST_YEAR < len(days_by_year):
        return None
    month, day = map(int, days_by_year[year - _FIRST_YEAR].split("-"))
    return date(year, month, day)
