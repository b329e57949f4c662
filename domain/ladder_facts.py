"""The numbers of a ladder as plain facts: in the database, in drafts and in files."""

from collections.abc import Sequence
from typing import Any

from domain.ladder import ReminderPolicy


def policy_to_data(policy: ReminderPolicy) -> dict[str, Any]:
    """The snapshot that an obligation carries."""
    return {
        "days_before": list(policy.days_before),
        "working_days_after": list(policy.working_days_after),
        "climbs_after": list(policy.climbs_after),
        "months_before_superior": list(policy.months_before_superior),
        "months_before_both": list(policy.months_before_both),
        "weeks_after": policy.weeks_after,
    }


def policy_from_data(data: dict[str, Any]) -> ReminderPolicy:
    """Read a snapshot or a preset; what it leaves out has the product's default."""
    plain = ReminderPolicy()
    return ReminderPolicy(
        days_before=tuple(data.get("days_before", plain.days_before)),
        working_days_after=tuple(data.get("working_days_after", plain.working_days_after)),
        climbs_after=_levels(data.get("climbs_after", plain.climbs_after)),
        months_before_superior=tuple(data.get("months_before_superior", ())),
        months_before_both=tuple(data.get("months_before_both", ())),
        weeks_after=data.get("weeks_after", 0),
    )


def _levels(written: int | Sequence[int] | None) -> tuple[int, ...]:
    """A plan may name one level by its number alone, and none by nothing."""
    if written is None:
        return ()
    return (written,) if isinstance(written, int) else tuple(written)
