"""A duty's ladder in words: when somebody is told of it, and who."""

from collections.abc import Iterator, Sequence

from domain.ladder import ReminderPolicy
from texts.languages import Language
from texts.words import Words, joined, lines, our_own

USUAL_CLIMBS = ReminderPolicy().climbs_after


def reminders(lang: Language, policy: ReminderPolicy, *, is_any_time: bool = False) -> Words:
    """When somebody is told, and who. What is never overdue is never a reason to write."""
    if is_any_time:
        return lang.say("Nobody is reminded; it stands in /todo")
    if policy.is_for_terms:
        return lines(
            lang.say(
                "Reminded {months} months ahead: the level above",
                months=_numbers(lang, policy.months_before_superior),
            )
            if policy.months_before_superior
            else None,
            lang.say(
                "{months} months ahead: both; overdue, weekly",
                months=_numbers(lang, policy.months_before_both),
            ),
            *(_climb(lang, level, day) for level, day in enumerate(policy.climbs_after, start=2)),
        )
    rungs = lines(
        *_before_the_end(lang, policy),
        _after_the_end(lang, policy),
        *(_climb(lang, level, day) for level, day in enumerate(policy.climbs_after, start=1)),
    )
    return rungs or lang.say("No reminders")


def reminders_in_short(
    lang: Language, policy: ReminderPolicy, *, is_any_time: bool = False
) -> Words:
    """How early and how often somebody is told, in one line; terms have no others.

    When the level above is told only where that is another day than the usual one.
    """
    if is_any_time or policy.is_for_terms:
        return reminders(lang, policy, is_any_time=is_any_time)
    told = [one for one in _before_the_end(lang, policy) if one is not None]
    if not told and (policy.working_days_after or policy.climbs_after):
        told = [lang.say("Reminded only when it is overdue")]
    if not told:
        return lang.say("No reminders")
    early = joined("，" if lang.code == "zh" else ", ", told)
    after = _after_the_end(lang, policy)
    said = [early, *([] if after is None else [after]), *_unusual_climbs(lang, policy)]
    return joined("；" if lang.code == "zh" else "; ", said)


def _unusual_climbs(lang: Language, policy: ReminderPolicy) -> Iterator[Words]:
    if policy.climbs_after == USUAL_CLIMBS:
        return
    if not policy.climbs_after:
        yield lang.say("nobody above is told")
    for level, day in enumerate(policy.climbs_after, start=1):
        yield _climb(lang, level, day)


def _before_the_end(lang: Language, policy: ReminderPolicy) -> tuple[Words | None, Words | None]:
    before = sorted((days for days in policy.days_before if days), reverse=True)
    last_day = None
    if 0 in policy.days_before:
        last_day = (
            lang.say("and on the last day") if before else lang.say("Reminded on the last day")
        )
    if not before:
        return None, last_day
    early = lang.many(
        "Reminded {days} day before the end",
        "Reminded {days} days before the end",
        before[-1] if len(before) == 1 else len(before),
        days=_numbers(lang, before),
    )
    return early, last_day


def _after_the_end(lang: Language, policy: ReminderPolicy) -> Words | None:
    if not policy.working_days_after:
        return None
    days = _numbers(lang, policy.working_days_after)
    return lang.many(
        "overdue, on working day {days} after it",
        "overdue, on working days {days} after it",
        len(policy.working_days_after),
        days=days,
    )


def _climb(lang: Language, level: int, day: int) -> Words:
    if level == 1:
        return lang.say("on working day {day} the level above is told", day=day)
    return lang.say("on working day {day} one level more is told", day=day)


def _numbers(lang: Language, numbers: Sequence[int]) -> Words:
    return lang.list_of([our_own(str(number)) for number in numbers])
