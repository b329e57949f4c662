"""The ladder of a duty in the making: how early it is told, and how often after its end."""

from dataclasses import replace

from domain.cadence import ByDate, Cadence, NoCadence, OnDates, Quota, TermEnds
from domain.duty_draft import DutyDraft
from domain.duty_entry import default_policy
from domain.ladder import ReminderPolicy
from domain.period import PeriodKind

# Days after the end that a button offers, each further from the one before; at last none.
USUAL_REPEATS = ((1, 2, 4), (1, 3, 7), (1, 2, 4, 8, 16), ())


def reminded(draft: DutyDraft, days_before: tuple[int, ...]) -> DutyDraft:
    """Told so many days before, and then as any other duty."""
    plain = draft.policy or ReminderPolicy()
    return replace(draft, policy=replace(plain, days_before=days_before))


def repeated(draft: DutyDraft, after: tuple[int, ...]) -> DutyDraft:
    """Told on so many working days after the end."""
    return replace(draft, repeats=after)


def climbing(draft: DutyDraft, after: tuple[int, ...]) -> DutyDraft:
    """One level more is told on each of these working days after the end."""
    return replace(draft, climbs=after)


def next_repeats(draft: DutyDraft) -> DutyDraft:
    """With the next of the usual repeats; any other ones are followed by the first."""
    now = policy_of(draft).working_days_after
    at = USUAL_REPEATS.index(now) if now in USUAL_REPEATS else -1
    return repeated(draft, USUAL_REPEATS[(at + 1) % len(USUAL_REPEATS)])


def may_repeat(draft: DutyDraft) -> bool:
    """Whether it ends on a day after which somebody is reminded; terms have a ladder of weeks."""
    return not isinstance(draft.cadence, NoCadence | TermEnds)


def policy_of(draft: DutyDraft) -> ReminderPolicy:
    """Its ladder, with the repeats and the levels above that were said."""
    ladder = _ladder_of(draft)
    if not may_repeat(draft):
        return ladder
    if draft.repeats is not None:
        ladder = replace(ladder, working_days_after=draft.repeats)
    return ladder if draft.climbs is None else replace(ladder, climbs_after=draft.climbs)


def _ladder_of(draft: DutyDraft) -> ReminderPolicy:
    if draft.policy is not None:
        return draft.policy
    if draft.cadence is None:
        return ReminderPolicy()
    leads = _short_leads(draft.cadence)
    usual = default_policy(draft.cadence)
    return usual if leads is None else replace(usual, days_before=leads)


def _short_leads(cadence: Cadence) -> tuple[int, ...] | None:
    """What comes every week or every day is not announced ten days before."""
    match cadence:
        case Quota(per=PeriodKind.DAY):
            return (0,)
        case Quota(per=PeriodKind.WEEK):
            return (1, 0)
        case OnDates(rule=rule) | ByDate(rule=rule) if "COUNT=" not in rule:
            if "FREQ=DAILY" in rule:
                return (0,)
            return (1, 0) if "FREQ=WEEKLY" in rule else None
        case _:
            return None
