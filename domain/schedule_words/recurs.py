"""What comes again: a rule, or a window with the rule that ends it."""

from dataclasses import dataclass, replace

from domain.schedule_words.rule import Frequency, Rule

ALL_MONTHS = tuple(range(1, 13))


@dataclass(frozen=True, kw_only=True)
class Recurs:
    """What recurs: a rule; with a `duration` a window from its days to those of `ending`.

    `festival` names days that no rule can tell.
    """

    rule: Rule
    duration: str | None = None
    ending: Rule | None = None
    festival: str | None = None


@dataclass(frozen=True, kw_only=True)
class Months:
    """Every `length` months long, beginning in each of `starts`."""

    starts: tuple[int, ...]
    length: int
    interval: int

    def rule(self, *, at_end: bool = False) -> Rule:
        """In the first month of each, or in the last."""
        offset = self.length - 1 if at_end else 0
        months = tuple(sorted((start + offset - 1) % 12 + 1 for start in self.starts))
        if months == ALL_MONTHS:
            return Rule(frequency=Frequency.MONTHLY, interval=self.interval)
        return Rule(frequency=Frequency.YEARLY, months=months, interval=self.interval)


def window(months: Months, *, duration: str) -> Recurs:
    """From the first day of the first month to the last day of the last."""
    begins = replace(months.rule(), month_days=(1,))
    ends = replace(months.rule(at_end=True), month_days=(-1,))
    return Recurs(rule=begins, duration=duration, ending=ends)
