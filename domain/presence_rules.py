"""What an organisation has settled about check-in: windows, lateness, leave, quorum."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from domain.activity import CLOSES_AFTER, OPENS_BEFORE, window
from domain.quorum import Share

_MINUTE = timedelta(minutes=1)


class LeaveApproval(StrEnum):
    """When an officer must grant a leave for it to count."""

    NEVER = "never"
    AFTERWARDS = "afterwards"  # Only one that is asked for once the check-in is closed.
    ALWAYS = "always"


@dataclass(frozen=True, kw_only=True)
class PresenceRules:
    """Minutes for the window, days for leave. `lates_per_absence` 0: lates are only lates.

    The window is that of a school's rule on signing in; a written leave within one week after a
    sudden one is a rule of branches. `second_scan`: whoever does not scan again at the end has
    left early. `without_vote` are tags of people who do not count for a quorum.
    """

    opens_before: int = OPENS_BEFORE // _MINUTE
    closes_after: int = CLOSES_AFTER // _MINUTE
    lates_per_absence: int = 0
    leave_approval: LeaveApproval = LeaveApproval.AFTERWARDS
    leave_days_after: int = 7
    reasons_fade_after: int = 90
    second_scan: bool = False
    photo: bool = False
    quorum: Share = Share.NONE
    without_vote: tuple[str, ...] = ()

    def window(self, starts_at: datetime) -> tuple[datetime, datetime]:
        """When check-in opens, and the last instant at which it is in time."""
        return window(
            starts_at,
            opens_before=self.opens_before * _MINUTE,
            closes_after=self.closes_after * _MINUTE,
        )

    def count_absences(self, *, absent: int, late: int) -> int:
        """How many absences it comes to, with the lates that are counted as such."""
        return absent + (late // self.lates_per_absence if self.lates_per_absence else 0)


DEFAULT_RULES = PresenceRules()


def rules_to_facts(rules: PresenceRules) -> dict[str, Any]:
    """Plain JSON, in the order of the fields."""
    found = {one.name: getattr(rules, one.name) for one in fields(PresenceRules)}
    return found | {
        "leave_approval": rules.leave_approval.value,
        "quorum": rules.quorum.value,
        "without_vote": list(rules.without_vote),
    }


def rules_from_facts(facts: Mapping[str, Any]) -> PresenceRules:
    """The rules again; what is not named is as without a choice."""
    known = rules_to_facts(DEFAULT_RULES) | dict(facts)
    return PresenceRules(
        **known
        | {
            "leave_approval": LeaveApproval(known["leave_approval"]),
            "quorum": Share(known["quorum"]),
            "without_vote": tuple(known["without_vote"]),
        }
    )


class Rule(StrEnum):
    """A rule as one chooses it, by the name of its field."""

    OPENS = "opens_before"
    CLOSES = "closes_after"
    LATES = "lates_per_absence"
    LEAVE = "leave_approval"
    DAYS = "leave_days_after"
    FADES = "reasons_fade_after"
    SCAN = "second_scan"
    PHOTO = "photo"
    QUORUM = "quorum"


# What is offered one after the other; other values are written in the configuration.
_OFFERED: dict[Rule, tuple[object, ...]] = {
    Rule.OPENS: (15, 30, 60, 120),
    Rule.CLOSES: (0, 5, 10, 15, 30),
    Rule.LATES: (0, 2, 3),
    Rule.LEAVE: tuple(LeaveApproval),
    Rule.DAYS: (0, 3, 7, 14),
    Rule.FADES: (30, 90, 180, 365),
    Rule.SCAN: (False, True),
    Rule.PHOTO: (False, True),
    Rule.QUORUM: tuple(Share),
}


def value_of(rules: PresenceRules, rule: Rule) -> object:
    """What is chosen."""
    return getattr(rules, rule.value)


def turned(rules: PresenceRules, rule: Rule) -> PresenceRules:
    """The rules with the next value on offer; what is not on offer leads to the first."""
    offered, value = _OFFERED[rule], value_of(rules, rule)
    place = offered.index(value) + 1 if value in offered else 0
    return rules_from_facts({**rules_to_facts(rules), rule.value: offered[place % len(offered)]})
