"""Buttons that lead from one period to another, for whatever is shown by period."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from domain.period import Period, PeriodKind, next_period, period_of, previous_period
from domain.period_words import OFFERED, find_period
from texts.languages import Language
from texts.presses import press
from texts.replies import Button


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What is shown of which period; `subject_key` is what stands before the period's name."""

    verb: Literal["ledger", "told", "period"]
    subject_key: str
    period: Period

    def to(self, period: Period) -> str:
        """What a button sends that leads to another period."""
        return press(self.verb, f"{self.subject_key}-{period.key}", 1)


def kind_buttons(lang: Language, shown: Shown, today: date) -> tuple[Button, ...]:
    """Other lengths: the period that runs today, or that the shown one ends in."""
    day = max(min(today, shown.period.last_day), shown.period.first_day)
    return tuple(
        Button(
            label=("● " if kind is shown.period.kind else "") + _kind(lang, kind),
            data=shown.to(period_of(kind, day)),
        )
        for kind in OFFERED
    )


def _kind(lang: Language, kind: PeriodKind) -> str:
    match kind:
        case PeriodKind.MONTH:
            return lang.label("Month")
        case PeriodKind.QUARTER:
            return lang.label("Quarter")
        case PeriodKind.HALF_YEAR:
            return lang.label("Half-year")
        case _:
            return lang.label("Year")


def neighbour_buttons(lang: Language, shown: Shown, until: date) -> tuple[Button, ...]:
    """The period before, and the one after if it begins by a day."""
    around = (
        (lang.label("‹ Earlier"), previous_period(shown.period)),
        (lang.label("Later ›"), next_period(shown.period)),
    )
    return tuple(
        Button(label=label, data=shown.to(period))
        for label, period in around
        if period.first_day <= until and find_period(period.key)
    )
