"""The calendar of each unit: its country's, with its own days and terms and those from above."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from domain.own_day import OwnDays, as_days
from domain.public_holiday import CHINA, CountryCalendar
from domain.school_term import NO_TERMS, SchoolTerms
from domain.unit import Unit
from domain.working_day import WorkingCalendar

_Key = tuple[str, tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, kw_only=True)
class UnitCalendars:
    """Everything that the calendars of some units are made of, loaded at once.

    `chosen` are the countries that units have chosen, `own` the days that they have set, `terms`
    the school terms.
    """

    countries: Mapping[str, CountryCalendar]
    chosen: Mapping[int, str]
    own: Mapping[int, tuple[OwnDays, ...]]
    terms: SchoolTerms = NO_TERMS
    _made: dict[_Key, WorkingCalendar] = field(default_factory=dict, repr=False, compare=False)

    def country_of(self, unit: Unit) -> str:
        """The country of the unit, or of the nearest one above that has chosen."""
        above = (unit.id, *unit.ancestor_ids)
        return next((self.chosen[one] for one in above if one in self.chosen), CHINA)

    def of(self, unit: Unit) -> WorkingCalendar:
        """The calendar of a unit. A word from nearer the unit outweighs one from above."""
        country = self.country_of(unit)
        from_above = tuple(reversed((unit.id, *unit.ancestor_ids)))
        setting = tuple(one for one in from_above if self.own.get(one))
        teaching = tuple(one for one in from_above if self.terms.own.get(one))
        key = (country, setting, teaching)
        # Most units of a tree share one calendar, and its days are laid out once.
        if key not in self._made:
            made = self._make(country, setting)
            self._made[key] = replace(made, terms=self.terms.of(unit)) if teaching else made
        return self._made[key]

    def _make(self, country: str, setting: tuple[int, ...]) -> WorkingCalendar:
        base = self.countries[country].working()
        own: dict[date, bool] = {}
        for unit_id in setting:
            own.update(as_days(self.own[unit_id]))
        return WorkingCalendar(
            special_days={**base.special_days, **own},
            published_years=base.published_years,
            weekend=base.weekend,
        )
